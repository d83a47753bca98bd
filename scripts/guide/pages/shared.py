"""What every page may use: the views of all records, and the helpers of the templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from guide import drafts, offline, pictures, prose
from guide.glossary import Glossary
from guide.library import LANGUAGES, Library
from guide.pages.comparisons import ComparisonView
from guide.pages.linked_data import claim_review, defined_term, defined_term_set, script
from guide.pages.notes import Notes
from guide.pages.page import Page, interface
from guide.pages.term_links import linked_text
from guide.pages.therapies import TherapyView, banners
from guide.pages.views import ClaimView


@dataclass(frozen=True)
class Shelf:
    """The library with a view of each of its records."""

    library: Library
    glossary: Glossary
    claims: Sequence[ClaimView]
    therapies: Sequence[TherapyView]
    comparisons: Sequence[ComparisonView]

    def claims_of(self, text: str) -> list[ClaimView]:
        """Return the claims of a text."""
        return self._claims_by_text.get(text, [])

    @cached_property
    def _claims_by_text(self) -> Mapping[str, list[ClaimView]]:
        found: dict[str, list[ClaimView]] = {}
        for view in self.claims:
            found.setdefault(view.claim.text, []).append(view)
        return found


def shared(shelf: Shelf, contact: str, *, zipped: bool) -> dict[str, Any]:
    """Return what every template may use."""
    library = shelf.library
    by_key = {v.key: v for v in shelf.claims}
    return {
        "contact": contact,
        "zip": offline.ZIP if zipped else "",
        "texts": library.texts,
        "vocabulary": library.vocabulary,
        "as_of": library.as_of,
        "totals": totals(shelf),
        "drafts": drafts.left(library),
        "claims_by_key": by_key,
        "overtaking": banners(library, shelf.therapies),
        "therapy_names": {t.therapy.id: t.record.name for t in shelf.therapies},
        "cards": _pages_under(library, "cards/"),
        "explainers": _pages_under(library, "explain/"),
        "bar": pictures.bar,
        "profile": pictures.profile,
        "with_terms": partial(linked_text, shelf.glossary),
        "new_notes": partial(_notes, library, by_key),
        "review_script": lambda view, language, guide: script(claim_review(view, language, guide)),
        "term_script": lambda view, language, name: script(defined_term(view, language, name)),
        "term_set_script": lambda terms, language, name: script(
            defined_term_set(terms, language, name)
        ),
    }


def totals(shelf: Shelf) -> dict[str, dict[str, int]]:
    """Count claims, claims with a figure and unverifiable ones, by text and (``""``) in all."""
    groups = {"": list(shelf.claims)} | {t.id: shelf.claims_of(t.id) for t in shelf.library.texts}
    return {
        text: {
            "claims": len(mine),
            "figures": sum(v.claim.has_figure for v in mine),
            "unverifiable": sum(v.claim.unverifiable for v in mine),
        }
        for text, mine in groups.items()
    }


def _notes(library: Library, claims: Mapping[str, ClaimView], language: str, url: str) -> Notes:
    words = interface()
    read = {how: words[f"read_{how}"][language] for how in ("excerpt", "abstract", "full", "title")}
    return Notes(library, claims, language, url, read)


def _pages_under(library: Library, folder: str) -> dict[str, list[dict[str, str]]]:
    """Return the hand-written pages of a folder: title, description, address, by language."""
    return {
        language: [
            {**prose.front(page.text), "url": Page(page.file, "").url}
            for page in library.prose
            if page.language == language and page.file.startswith(folder)
        ]
        for language in LANGUAGES
    }
