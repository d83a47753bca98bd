"""Terms in running text: longest match in Chinese, whole words in English."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

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
    """Finds terms in Chinese text, the longest form first."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Take ``form -> term id``."""
        self._forms = dict(forms)
        ordered = sorted(self._forms, key=lambda f: (-len(f), f))
        self._pattern = re.compile("|".join(map(_form_pattern, ordered))) if ordered else None

    def occurrences(self, text: str) -> Iterator[Occurrence]:
        """Yield the terms of ``text`` from left to right, without overlap."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            yield Occurrence(match.start(), match.end(), self._forms[match[0]])


def _form_pattern(form: str) -> str:
    """A Latin form is a whole token: CD is not found in CD19."""
    pattern = re.escape(form)
    if re.match(r"[A-Za-z0-9]", form):
        pattern = r"(?<![A-Za-z0-9-])" + pattern
    if re.search(r"[A-Za-z0-9]$", form):
        pattern += r"(?![A-Za-z0-9])"
    return pattern


def renders(english: str, forms: Iterable[str]) -> bool:
    """Does an English sentence use one of the renderings (singular or plural)?"""
    return any(_rendering(form).search(english) for form in forms)


@cache
def _rendering(form: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", form))
    flags = re.NOFLAG if form.isupper() else re.IGNORECASE
    return re.compile(rf"(?<![A-Za-z]){words}(?:s|es)?(?![A-Za-z])", flags)
