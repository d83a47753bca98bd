"""What follows from the glossary: where each term occurs, derived and never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guide.library import Library, Term, Text
from guide.shapes import TermRecord
from guide.source import Sentence
from guide.terms import Finder, Occurrence, chinese_finder, english_finder


@dataclass(frozen=True)
class Glossary:
    """The terms of a library and their places in its texts and claims."""

    library: Library

    @cached_property
    def records(self) -> Mapping[str, TermRecord]:
        """Term id -> record."""
        return {term.id: term.record for term in self.library.terms}

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Term id -> term."""
        return {term.id: term for term in self.library.terms}

    @cached_property
    def chinese(self) -> Finder:
        """Finds terms in Chinese."""
        return chinese_finder(self.records)

    @cached_property
    def english(self) -> Finder:
        """Finds terms in English."""
        return english_finder(self.records)

    @cached_property
    def by_sentence(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Sentence id -> the terms in its Chinese."""
        return {
            s.id: tuple(self.chinese.occurrences(s.zh))
            for text in self.library.texts
            for s in text.sentences
        }

    @cached_property
    def sentences(self) -> Mapping[str, tuple[tuple[Text, Sentence], ...]]:
        """Term id -> the sentences that it occurs in, as far as rights let them be shown."""
        found: dict[str, dict[str, tuple[Text, Sentence]]] = {}
        for text in self.library.texts:
            shown = self.library.shown(text)
            for sentence in text.sentences:
                if sentence.id not in shown:
                    continue
                for occurrence in self.by_sentence[sentence.id]:
                    found.setdefault(occurrence.term, {})[sentence.id] = (text, sentence)
        return {term: tuple(places.values()) for term, places in found.items()}

    @cached_property
    def claims(self) -> Mapping[str, tuple[str, ...]]:
        """Term id -> the claims (``<text>/<id>``) whose quotation contains it."""
        found: dict[str, dict[str, None]] = {}
        for claim in self.library.claims:
            for occurrence in self.chinese.occurrences(claim.record.quote):
                found.setdefault(occurrence.term, {})[claim.key] = None
        return {term: tuple(claims) for term, claims in found.items()}
