"""The figures of a new article -> passages to be judged, one stub each.

A passage is the sentence of the figure, or, where the sentence is long, the
clauses around it. It is quoted word for word, so that the stub can become a claim.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.claims import places
from guide.exclusions import unaccounted
from guide.figures import figures
from guide.intake.fold import folded
from guide.library import Text
from guide.source import Sentence

_LONG = 90  # characters of a sentence from which its clauses are quoted
_REACH = 24  # characters on each side where there is no clause to be seen
# Spoken numbers that figures.py leaves alone, for in a finished text they are rare: 两万八, 三针.
_NUMERAL = "〇零一二两三四五六七八九十百千万亿"
_SPOKEN = re.compile(
    rf"(?!万一|千万|十分|百分|万分)(?:[{_NUMERAL}]+[十百千万亿][{_NUMERAL}]*|[十百千万亿][{_NUMERAL}]+"
    rf"|[{_NUMERAL}]+(?=[针管瓶袋盒杯步斤块轮级度层处]))[针管瓶袋盒杯步斤块轮级度层处]?"
)
_CLAUSE_END = re.compile(r"[，,；;：:。！？!?、\s]")


@dataclass(frozen=True, slots=True)
class Proposed:
    """A passage with its figures: what a stub file holds."""

    id: str
    quote: str
    times: int
    figures: tuple[str, ...]


def stubs(text: Text) -> tuple[Proposed, ...]:
    """Return a stub for every figure of ``text`` that nothing accounts for yet.

    Figures are looked for in simplified characters too: 兩種 is 两种.
    """
    found: dict[str, Proposed] = {}
    for sentence, spans in _by_sentence(text):
        for number, (a, b) in enumerate(_passages(text, sentence, spans), start=1):
            quote = text.source[a:b]
            first, last = bisect_left(spans, (a, a)), bisect_left(spans, (b, b))
            inside = tuple(text.source[i:j] for i, j in spans[first:last])
            if quote in found:
                both = dict.fromkeys((*found[quote].figures, *inside))
                found[quote] = replace(found[quote], figures=tuple(both))
            else:
                name = sentence.id.removeprefix(f"{text.id}-")
                part = f"-{number}" if b - a < len(sentence.zh) else ""
                times = len(places(text.source, quote))
                found[quote] = Proposed(f"figure-{name}{part}", quote, times, inside)
    return tuple(found.values())


def _by_sentence(text: Text) -> Iterator[tuple[Sentence, list[tuple[int, int]]]]:
    """Yield the sentences with figures to be judged, and the offsets of these in the source."""
    spans: set[tuple[int, int]] = set()
    for version in (text, replace(text, source=folded(text.source))):
        spans |= {(start, end) for _, _, start, end in unaccounted(version, ())}
    for sentence in text.sentences:
        if sentence.role != "reference":
            at = text.starts[sentence.id]
            spans |= {(at + a, at + b) for a, b in _spoken(sentence.zh)}
    outer: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not outer or span[1] > outer[-1][1]:
            outer.append(span)
    for sentence in text.sentences:
        start = text.starts[sentence.id]
        end = start + len(sentence.zh)
        mine = outer[bisect_left(outer, (start, 0)) : bisect_left(outer, (end, 0))]
        if mine:
            yield sentence, mine


def _spoken(words: str) -> Iterator[tuple[int, int]]:
    """Yield the places of spoken numbers outside of what is a figure anyway."""
    simple = folded(words)
    known = [(f.start, f.end) for f in figures(simple)]
    for match in _SPOKEN.finditer(simple):
        a, b = match.span()
        if not any(i < b and a < j for i, j in known):
            yield a, b


def _passages(
    text: Text, sentence: Sentence, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the offsets of what to quote: a table row, a sentence, or clauses of a long one."""
    start = text.starts[sentence.id]
    end = start + len(sentence.zh)
    if sentence.form.startswith("table"):
        line = text.source.rfind("\n", 0, start) + 1
        row = text.source[line:].split("\n", 1)[0]
        inner = row.strip(" \t|")
        return [(line + row.index(inner), line + row.index(inner) + len(inner))]
    if len(sentence.zh) <= _LONG:
        return [(start, end)]
    joined: list[tuple[int, int]] = []
    for a, b in spans:
        left, right = _clause(text.source, max(a - _REACH, start), a, b, min(b + _REACH, end))
        if joined and left <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _clause(source: str, least: int, a: int, b: int, most: int) -> tuple[int, int]:
    """Return the clause around a figure, no farther than ``least`` and ``most``."""
    ends = [m.end() for m in _CLAUSE_END.finditer(source, least, a)]
    after = _CLAUSE_END.search(source, b, most)
    left, right = (ends[-1] if ends else least), (after.start() if after else most)
    piece = source[left:right]
    return left + len(piece) - len(piece.lstrip()), left + len(piece.rstrip())
