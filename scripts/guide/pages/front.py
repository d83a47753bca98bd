"""Home, the list of articles, and the page about each article."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from guide import pictures
from guide.glossary import Glossary
from guide.library import Library
from guide.pages.linked_data import claim_review, defined_term, defined_term_set, script
from guide.pages.page import Page
from guide.pages.term_links import linked_text
from guide.pages.views import ClaimView, tally


def shared(library: Library, views: Sequence[ClaimView], glossary: Glossary) -> dict[str, Any]:
    """Return what every template may use."""
    return {
        "texts": library.texts,
        "vocabulary": library.vocabulary,
        "as_of": library.as_of,
        "totals": totals(library, views),
        "bar": pictures.bar,
        "profile": pictures.profile,
        "with_terms": partial(linked_text, glossary),
        "review_script": lambda view, language, guide: script(claim_review(view, language, guide)),
        "term_script": lambda view, language, name: script(defined_term(view, language, name)),
        "term_set_script": lambda terms, language, name: script(
            defined_term_set(terms, language, name)
        ),
    }


def totals(library: Library, views: Sequence[ClaimView]) -> dict[str, dict[str, int]]:
    """Count claims, claims with a figure and unverifiable ones, by text and (``""``) in all."""
    return {
        text: {
            "claims": len(mine),
            "figures": sum(v.claim.has_figure for v in mine),
            "unverifiable": sum(v.claim.unverifiable for v in mine),
        }
        for text in ("", *(t.id for t in library.texts))
        if (mine := [v for v in views if text in ("", v.claim.text)]) or True
    }


def pages(library: Library, views: Sequence[ClaimView]) -> Iterator[Page]:
    """Yield home, the list of articles and the about pages."""
    yield Page("index.md", "home.md.j2", {"profiles": _profiles(library, views)})
    yield Page("texts/index.md", "texts.md.j2")
    for text in library.texts:
        mine = [v for v in views if v.claim.text == text.id]
        translated = sum(text.state(s.id) == "translated" for s in text.sentences)
        yield Page(
            f"texts/{text.id}/index.md",
            "text.md.j2",
            {
                "text": text,
                "texts": [text],
                "views": mine,
                "with_figures": [v for v in mine if v.claim.has_figure],
                "translated": translated,
                "open": len(text.sentences) - translated,
                **chart(library, mine),
            },
        )


def chart(library: Library, views: Sequence[ClaimView]) -> dict[str, Any]:
    """Return what the chart of findings needs: the counts and the longest bar."""
    counts = tally(views, library.vocabulary.get("finding", {}))
    longest = max((n for by_text in counts.values() for t, n in by_text.items() if t), default=0)
    return {"tally": counts, "largest": longest}


def _profiles(library: Library, views: Sequence[ClaimView]) -> Mapping[str, Mapping[str, int]]:
    """Return, for each text, how many claims have each finding."""
    findings = library.vocabulary.get("finding", {})
    return {
        text.id: {
            finding: n
            for finding in findings
            if (n := sum(v.record.finding == finding and v.claim.text == text.id for v in views))
        }
        for text in library.texts
    }
