"""Glossary terms in a new article, and words that look like terms and are not in it yet.

Latin: abbreviations and names, by their letters. Chinese: character strings ranked
by C-value (Frantzi, Ananiadou & Mima 2000, doi:10.1007/s007999900023): frequent,
long, and frequent on their own rather than inside one longer string. Strings that
begin or end in a function word, or hold one, are passed over. No dictionary, no model.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.intake.fold import folded
from guide.lines import HAN
from guide.terms import Finder

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[A-Za-z0-9._+-]{1,64}@\S+")
_LATIN = re.compile(r"[A-Za-zα-ω][A-Za-z0-9α-ω]*(?:[-/][A-Za-z0-9α-ω]+)*")
_RUN = re.compile(f"[{HAN}]+")
# Words that hold sentences together; no term has one of these characters inside.
_FUNCTION = frozenset(
    "的了是在和与及或等这那其不也就都而但对为以于被将把从到由可能会要有我你他她它们个很更最各每该此"
    "如若因所之者着过吗呢吧啊再又还已曾正并且则却虽给让使向比跟没只仅几多少一二三四五六七八九十两"
)
SHORTEST, LONGEST = 2, 8  # characters
LEAST = 2  # times
_ASCII_NAME = 2  # letters


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that looks like a term, how often it stands there, and how strongly."""

    form: str
    count: int
    score: float


def known(text: str, finder: Finder) -> Counter[str]:
    """Count the glossary terms of a text (term id -> times), in either script."""
    plain, simple = (
        Counter(o.term for o in finder.occurrences(form)) for form in (text, folded(text))
    )
    return plain | simple


def candidates(text: str, finder: Finder) -> tuple[Candidate, ...]:
    """Return the words that look like terms and are none yet, the strongest first."""
    simple = _ADDRESS.sub(" ", folded(text))
    free = "".join(_without_terms(simple, finder))
    found = [*_latin(free), *_chinese(free)]
    return tuple(sorted(found, key=lambda c: (-c.score, c.form)))


def _without_terms(text: str, finder: Finder) -> Iterator[str]:
    end = 0
    for occurrence in finder.occurrences(text):
        yield text[end : occurrence.start] + "\n"
        end = occurrence.end
    yield text[end:]


def _latin(text: str) -> Iterator[Candidate]:
    """Yield abbreviations, codes and names: two letters or more, one of them a capital."""
    counts = Counter(match[0] for match in _LATIN.finditer(text))
    for form, count in counts.items():
        letters = sum(character.isalpha() for character in form)
        if letters >= _ASCII_NAME and form != form.lower():
            yield Candidate(form, count, count * math.log2(letters + 1))


def _chinese(text: str) -> Iterator[Candidate]:
    counts = _counted([piece for run in _RUN.findall(text) for piece in _pieces(run)])
    nested: dict[str, list[int]] = {}
    for form, count in counts.items():
        for inner in _inner(form):
            if inner in counts:
                nested.setdefault(inner, []).append(count)
    for form, count in counts.items():
        longer = nested.get(form, [])
        if count > max(longer, default=0):  # else it never stands on its own
            own = count - (sum(longer) / len(longer) if longer else 0)
            yield Candidate(form, count, math.log2(len(form)) * own)


def _pieces(run: str) -> Iterator[str]:
    """Cut a run of characters at the words that hold sentences together."""
    piece = ""
    for character in run:
        if character in _FUNCTION:
            yield piece
            piece = ""
        else:
            piece += character
    yield piece


def _counted(pieces: Iterable[str]) -> dict[str, int]:
    """Count the strings that occur often enough, the longer ones only where their parts do."""
    pieces = [piece for piece in pieces if len(piece) >= SHORTEST]
    found: dict[str, int] = {}
    frequent: set[str] = set()
    for length in range(SHORTEST, LONGEST + 1):
        counts = Counter(
            piece[n : n + length]
            for piece in pieces
            for n in range(len(piece) - length + 1)
            if length == SHORTEST
            or (piece[n : n + length - 1] in frequent and piece[n + 1 : n + length] in frequent)
        )
        frequent = {form for form, count in counts.items() if count >= LEAST}
        found |= {form: counts[form] for form in frequent}
    return found


def _inner(form: str) -> set[str]:
    return {
        form[a : a + length]
        for length in range(SHORTEST, len(form))
        for a in range(len(form) - length + 1)
    }
