"""The reading page: a whole article, sentence by sentence, claims and terms marked in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from guide.blocks import parts
from guide.drafts import gaps
from guide.glossary import Glossary
from guide.library import LANGUAGES, Library, Text
from guide.pages.marks import Link, flag, linked, marked
from guide.pages.page import Page
from guide.pages.shared import Shelf
from guide.pages.term_links import sentence_links
from guide.pages.views import ClaimView
from guide.source import Sentence


def page(shelf: Shelf, text: Text) -> Page:
    """Return the reading page of a text."""
    library, views = shelf.library, shelf.claims_of(text.id)
    shown = library.shown(text)
    findings = library.vocabulary.get("finding", {})
    used = {v.record.finding for v in views}
    return Page(
        f"texts/{text.id}/read.md",
        "read.md.j2",
        {
            "text": text,
            "parts": parts(text.sentences, shown),
            "headings": [
                s
                for s in text.sentences
                if s.form == "heading" and s.role in ("body", "question") and s.id in shown
            ],
            "halves": Halves(library, shelf.glossary, text, tuple(views)),
            "key": {f: word for f, word in findings.items() if f in used},
            "claims": views,
        },
    )


@dataclass(frozen=True)
class Halves:
    """Both halves of a pair, for a page in a language (called by the template)."""

    library: Library
    glossary: Glossary
    text: Text
    views: tuple[ClaimView, ...]

    def chinese(self, sentence: Sentence, language: str, url: str) -> Markup:
        """Return the Chinese with its claims marked, and on Chinese pages its terms linked."""
        here = [v for v in self.views if sentence.id in v.claim.sentences]
        flags = {v.claim.id: flag(v, language, url) for v in here}
        terms = self._links["zh"].get(sentence.id, ()) if language == "zh" else ()
        gaps_here = self._gaps.get(sentence.id, ())
        links = sorted((*gaps_here, *terms), key=lambda link: link.start)
        return marked(self.text, sentence, here, flags, links)

    def english(self, sentence: Sentence, language: str, url: str) -> Markup:
        """Return the finished English, on English pages with its terms linked; or nothing."""
        words = self.text.english(sentence.id)
        links = self._links["en"].get(sentence.id, ()) if language == "en" else ()
        return linked(words, 0, len(words), links)

    @cached_property
    def _gaps(self) -> Mapping[str, Sequence[Link]]:
        """Mark the figures of a draft that nobody has judged yet."""
        found: dict[str, list[Link]] = {}
        if self.text.record.draft:
            opening = Markup('<a class="figure-open" href="#draft">')
            for gap in gaps(self.library, self.text):
                found.setdefault(gap.sentence, []).append(Link(gap.start, gap.end, opening))
        return found

    @cached_property
    def _links(self) -> Mapping[str, Mapping[str, Sequence[Link]]]:
        url = f"texts/{self.text.id}/read/"
        return {
            language: sentence_links(self.library, self.glossary, self.text, language, url)
            for language in LANGUAGES
        }
