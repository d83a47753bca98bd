"""Figures that need no claim: listed in ``text.toml``, or plain from where they stand.

Numbering, citation marks, the listed reference and names (PD-1, AC-1001030) are
recognised; a count that belongs to the argument has to be listed by hand.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from guide.claims import places
from guide.figures import Figure, figures
from guide.library import Claim, Stub, Text
from guide.source import Sentence

_NUMBERING = re.compile(r"\s*(?:\d{1,2}|[一二三四五六七八九十]+)、")
_CITATION = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Excluded:
    """One figure of a text that is no claim, and why (a word of ``exclusion``)."""

    text: str
    sentence: str
    quote: str
    reason: str
    start: int
    end: int


def excluded(text: Text, claims: Sequence[Claim | Stub]) -> tuple[Excluded, ...]:
    """Return every figure of a text that lies in no claim's quotation and is accounted for."""
    listed = [
        (a, b, item.quote, item.reason)
        for item in text.record.exclusion
        for a, b in places(text.source, item.quote)
    ]
    return tuple(_excluded(text, claims, listed))


def unaccounted(
    text: Text, claims: Sequence[Claim | Stub]
) -> tuple[tuple[Sentence, Figure, int, int], ...]:
    """Return every figure that is neither in the quotation of a claim or stub nor excluded.

    Each comes with its sentence and its offsets in the source.
    """
    known = {(e.start, e.end) for e in excluded(text, claims)}
    cover = Cover(claims)
    return tuple(
        (sentence, figure, start, end)
        for sentence, figure, start, end in figures_of(text)
        if not cover.holds(start, end) and (start, end) not in known
    )


def figures_of(text: Text) -> Iterator[tuple[Sentence, Figure, int, int]]:
    """Yield every figure with its sentence and its offsets in the source."""
    for sentence in text.sentences:
        start = text.starts[sentence.id]
        for figure in figures(sentence.zh):
            yield sentence, figure, start + figure.start, start + figure.end


class Cover:
    """The stretches of a source that are quoted, sorted, so that each is looked up in no time."""

    def __init__(self, claims: Sequence[Claim | Stub]) -> None:
        spans = sorted(span for claim in claims for span in claim.spans)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def holds(self, start: int, end: int) -> bool:
        """Does a stretch lie inside one of the quotations?"""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end


def _excluded(text: Text, claims: Sequence[Claim | Stub], listed: Sequence) -> Iterator[Excluded]:
    cover = Cover(claims)
    for sentence, figure, start, end in figures_of(text):
        if cover.holds(start, end):
            continue
        reason, quote = _plain_reason(sentence, figure), figure.text
        for a, b, passage, why in listed:
            if a <= start and end <= b:
                reason, quote = why, passage
        if reason:
            yield Excluded(text.id, sentence.id, quote, reason, start, end)


def _plain_reason(sentence: Sentence, figure: Figure) -> str:
    """Return the reason that needs no listing, or nothing."""
    if figure.kind == "name":
        return "name"
    if sentence.role == "reference":
        return "reference-detail"
    numbering = _NUMBERING.match(sentence.zh)
    if sentence.form == "heading" and numbering and figure.end <= numbering.end():
        return "numbering"
    if figure.start and _CITATION.match(sentence.zh, figure.start - 1):
        return "reference-detail"
    return ""
