"""The glossary: the list of all terms and a page for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guide.glossary import Glossary
from guide.library import Library, Term, Text
from guide.pages.page import Page, inline
from guide.pages.views import ClaimView, Source, sources
from guide.readings import sort_key
from guide.shapes import TermRecord
from guide.source import Sentence


@dataclass(frozen=True)
class TermView:
    """A term with everything that its page shows beside the record."""

    term: Term
    glossary: Glossary

    @property
    def record(self) -> TermRecord:
        """The record as written."""
        return self.term.record

    @property
    def url(self) -> str:
        """The address of its page under the language's root."""
        return self.term.url

    @property
    def pinyin_key(self) -> str:
        """What it is sorted by in Chinese."""
        return sort_key(self.record.pinyin, self.record.zh)

    @property
    def english_key(self) -> str:
        """What it is sorted by in English."""
        return sort_key("", self.record.en)

    @property
    def letter(self) -> Mapping[str, str]:
        """The heading it stands under, by language."""
        return {"zh": _letter(self.pinyin_key), "en": _letter(self.english_key)}

    @property
    def related(self) -> list["TermView"]:
        """The related terms."""
        terms = self.glossary.terms
        return [TermView(terms[i], self.glossary) for i in self.record.related if i in terms]

    @property
    def places(self) -> Sequence[tuple[Text, Sentence]]:
        """The sentences that it occurs in."""
        return self.glossary.sentences.get(self.term.id, ())

    def marked(self, sentence: Sentence) -> Markup:
        """Return a sentence's Chinese with this term marked."""
        at = 0
        pieces = []
        for occurrence in self.glossary.by_sentence[sentence.id]:
            if occurrence.term == self.term.id:
                pieces.append(inline(sentence.zh[at : occurrence.start]))
                words = inline(sentence.zh[occurrence.start : occurrence.end])
                pieces.append(Markup("<mark>{}</mark>").format(words))
                at = occurrence.end
        return Markup("").join([*pieces, inline(sentence.zh[at:])])

    @property
    def sources(self) -> tuple[Source, ...]:
        """Its sources, each joined to its reference."""
        return sources(self.glossary.library, self.record.sources)


def _letter(key: str) -> str:
    return key[0].upper() if key[:1].isascii() and key[:1].isalpha() else "#"


def pages(library: Library, glossary: Glossary, claims: Sequence[ClaimView]) -> Iterator[Page]:
    """Yield the list of all terms, then each term."""
    views = [TermView(term, glossary) for term in library.terms]
    categories = library.vocabulary.get("category", {})
    yield Page(
        "glossary/index.md",
        "glossary.md.j2",
        {
            "terms": {
                "zh": sorted(views, key=lambda v: (v.pinyin_key, v.term.id)),
                "en": sorted(views, key=lambda v: (v.english_key, v.term.id)),
            },
            "categories": categories,
        },
    )
    by_claim = {v.key: v for v in claims}
    for view in views:
        mine = [by_claim[c] for c in glossary.claims.get(view.term.id, ()) if c in by_claim]
        yield Page(view.term.file, "term.md.j2", {"view": view, "claims": mine})
