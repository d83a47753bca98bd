"""Terms in running text: longest match in Chinese, whole words in English."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick

from guide.shapes import TermRecord


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term at a place in a text."""

    start: int
    end: int
    term: str


def chinese_forms(record: TermRecord) -> tuple[str, ...]:
    """Return every form under which Chinese text may print the term."""
    forms = (record.zh, record.zh_standard, *record.zh_variants, *record.zh_also)
    return tuple(dict.fromkeys(f for f in forms if f))


def english_forms(record: TermRecord) -> tuple[str, ...]:
    """Return every English rendering that a translation may use."""
    return tuple(dict.fromkeys(f for f in (record.en, record.abbr, *record.en_variants) if f))


class Finder:
    """Finds terms in text, the longest form first."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Take ``form -> term id``; a form with an empty id only hides what it covers."""
        # All forms at once, in one pass of a text, however many there are (Aho and Corasick 1975).
        self._automaton = ahocorasick.Automaton()
        for form, term in forms.items():
            self._automaton.add_word(form, (len(form), term))
        self._automaton.make_automaton()

    def occurrences(self, text: str) -> Iterator[Occurrence]:
        """Yield the terms of ``text`` from left to right, without overlap."""
        at = 0
        for start, end, term in sorted(self._wholes(text), key=lambda m: (m[0], -m[1])):
            if start >= at:
                at = end
                if term:
                    yield Occurrence(start, end, term)

    def _wholes(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, term) of every form that stands whole, overlaps included."""
        if not self._automaton:
            return
        for last, (length, term) in self._automaton.iter(text):
            start, end = last + 1 - length, last + 1
            if _is_whole(text, start, end):
                yield start, end, term


def printed(forms: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Return which of the forms stand anywhere in the texts, whole or not."""
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    if not automaton:
        return frozenset()
    return frozenset(form for text in texts for _, form in automaton.iter(text))


def chinese_finder(records: Mapping[str, TermRecord]) -> Finder:
    """Return a finder for Chinese text; a headword wins a form over a variant."""
    forms = {form: "" for record in records.values() for form in record.zh_not}
    for pick in (lambda r: (r.zh,), chinese_forms):
        for term, record in records.items():
            for form in pick(record):
                forms.setdefault(form, term)
    return Finder(forms)


def english_finder(records: Mapping[str, TermRecord]) -> Finder:
    """Return a finder for our own English: head words and abbreviations, as written."""
    forms: dict[str, str] = {}
    for term, record in records.items():
        names = (record.en, record.en + "s", record.abbr, record.en[:1].upper() + record.en[1:])
        for form in names:
            if len(form) > 1:
                forms.setdefault(form, term)
    return Finder(forms)


def _is_whole(text: str, start: int, end: int) -> bool:
    """A Latin form is a whole token: CD is not found in CD19, nor NK in iPSC-NK."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_latin(text[start]) and (_is_latin(before) or before == "-"):
        return False
    return not (_is_latin(text[end - 1]) and _is_latin(after))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def renders(english: str, forms: Iterable[str]) -> bool:
    """Does an English sentence use one of the renderings (singular or plural)?"""
    return any(_rendering(form).search(english) for form in forms)


@cache
def _rendering(form: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", form))
    flags = re.NOFLAG if form.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![A-Za-z]){words}(?:s|es)?(?![A-Za-z])", flags)
