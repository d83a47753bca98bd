"""Source text -> sentences, losing nothing.

The promise: for any text, ``joined(split(...)) == text``. Sentences are cut by
offsets, never rewritten; what stands between two sentences (line breaks, list
marks, table pipes) is kept beside the second one as ``before``.

Ids are positions: ``nk-2-3`` is the third sentence of line 2. They are safe as
anchors because a source is frozen by its checksum.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from guide.lines import HAN, HEADING_MARK, LIST_MARK, recognised

NEVER_SPLIT = frozenset({"heading", "table-header", "table-cell", "reference"})

_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "《": "》", "「": "」", "『": "』"}
_QUOTES = '“”"＂'
_CLOSERS = ")）]】》」』’'"
_CITATION = re.compile(r"\[\d+(?:[-,，]\d+)*\]")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a passage is to be read where no rule can know (from ``text.toml``).

    ``lines`` is an inclusive range of line numbers; ``quote``, if given, is a
    verbatim passage inside them that becomes a unit of its own.
    """

    lines: tuple[int, int]
    quote: str = ""
    form: str = ""
    role: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """One unit of the article: a sentence, a heading, a table cell.

    ``form`` is how it is set, ``role`` what it is for, ``level`` the rank of a
    heading (0 for anything else), ``column`` the place of a table cell.
    """

    id: str
    line: int
    form: str
    role: str
    level: int
    column: int
    before: str
    zh: str

    @property
    def kind(self) -> str:
        """The one word that the data carries: the role if it has one, else the form."""
        return self.form if self.role == "body" else self.role


@dataclass(frozen=True, slots=True)
class Split:
    """All sentences of a text, and what stands after the last one."""

    sentences: tuple[Sentence, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    text: str
    form: str
    role: str
    level: int
    readings: tuple[Reading, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Span:
    """A unit by its offsets in the whole text."""

    start: int
    end: int
    line: _Line
    form: str
    role: str
    level: int
    column: int = 0


def split(text_id: str, text: str, readings: Sequence[Reading] = ()) -> Split:
    """Cut ``text`` into sentences; ``readings`` override the rules.

    Works for every string: nothing is dropped, moved or normalised.
    """
    sentences: list[Sentence] = []
    end = 0
    for line in _lines(text, readings):
        for position, span in enumerate(_trimmed(text, _spans(line)), start=1):
            sentences.append(
                Sentence(
                    id=f"{text_id}-{line.number}-{position}",
                    line=line.number,
                    form=span.form,
                    role=span.role,
                    level=span.level,
                    column=span.column,
                    before=text[end : span.start],
                    zh=text[span.start : span.end],
                )
            )
            end = span.end
    return Split(tuple(sentences), text[end:])


def joined(parts: Split) -> str:
    """Give the source back: the inverse of :func:`split`."""
    return "".join(s.before + s.zh for s in parts.sentences) + parts.after


def _lines(text: str, readings: Sequence[Reading]) -> Iterator[_Line]:
    rows = text.split("\n")
    start = 0
    for number, row in enumerate(rows, start=1):
        mine = tuple(r for r in readings if r.lines[0] <= number <= r.lines[1])
        following = rows[number] if number < len(rows) else ""
        form, role, level = recognised(row, following)
        for reading in mine:
            if not reading.quote:
                form, role, level = _overridden(reading, form, role, level)
        quoted = tuple(r for r in mine if r.quote)
        yield _Line(number, start, row, form, role, level, quoted)
        start += len(row) + 1


def _overridden(reading: Reading, form: str, role: str, level: int) -> tuple[str, str, int]:
    """Apply what a reading says and keep what it leaves open."""
    form = reading.form or form
    level = (reading.level or level or 2) if form == "heading" else 0
    return form, reading.role or role, level


def _spans(line: _Line) -> Iterator[_Span]:
    """Cut one line into units, untrimmed."""
    if line.form == "table-rule":
        return
    if line.form in ("table-header", "table-cell"):
        yield from _cells(line)
        return
    marks = {"list-item": LIST_MARK, "heading": HEADING_MARK}
    mark = marks[line.form].match(line.text) if line.form in marks else None
    begin = mark.end() if mark else 0
    for start, end, reading in _passages(line, begin):
        form, role, level = line.form, line.role, line.level
        if reading:
            form, role, level = _overridden(reading, form, role, level)
        whole = form in NEVER_SPLIT
        for a, b in [(start, end)] if whole else _sentences(line.text, start, end):
            yield _Span(line.start + a, line.start + b, line, form, role, level)


def _passages(line: _Line, begin: int) -> Iterator[tuple[int, int, Reading | None]]:
    """Cut a line at the passages that ``text.toml`` sets apart."""
    found = sorted(
        (at, at + len(r.quote), r)
        for r in line.readings
        if (at := line.text.find(r.quote, begin)) >= 0
    )
    for start, end, reading in found:
        if start < begin:
            continue
        yield begin, start, None
        yield start, end, reading
        begin = end
    yield begin, len(line.text), None


def _cells(line: _Line) -> Iterator[_Span]:
    pipes = [m.start() for m in re.finditer(r"(?<!\\)\|", line.text)]
    for column, (left, right) in enumerate(pairwise(pipes), start=1):
        yield _Span(
            line.start + left + 1,
            line.start + right,
            line,
            line.form,
            line.role,
            line.level,
            column,
        )


def _trimmed(text: str, spans: Iterator[_Span]) -> Iterator[_Span]:
    """Leave outer white space to ``before``; drop spans that hold nothing else."""
    for span in spans:
        piece = text[span.start : span.end]
        start = span.start + len(piece) - len(piece.lstrip())
        end = span.start + len(piece.rstrip())
        if start < end:
            yield _Span(start, end, span.line, span.form, span.role, span.level, span.column)


def _sentences(row: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut ``row[start:end]`` after each sentence end that stands outside brackets."""
    bracketed = _bracketed(row, start, end)
    inside_quotation = False
    begin = position = start
    while position < end:
        character = row[position]
        if character in _QUOTES:
            inside_quotation = not inside_quotation
        elif position not in bracketed and _ends_sentence(row, position, end):
            position, inside_quotation = _absorb(row, position + 1, end, inside_quotation)
            yield begin, position
            begin = position
            continue
        position += 1
    if begin < end:
        yield begin, end


def _ends_sentence(row: str, position: int, end: int) -> bool:
    """Is this character a full stop of the sentence?

    A Latin full stop counts only after a Chinese character: ``et al.``,
    ``21(5):311-314.`` and ``73.5%`` go on.
    """
    character = row[position]
    following = row[position + 1] if position + 1 < end else ""
    if character in "。！？":
        return True
    if character in "!?":
        return not re.match(r"[A-Za-z0-9/=&#]", following)
    if character == ".":
        previous = row[position - 1] if position else ""
        return bool(re.match(rf"[{HAN}]", previous)) and not re.match(r"[.0-9A-Za-z]", following)
    return False


def _absorb(row: str, position: int, end: int, inside_quotation: bool) -> tuple[int, bool]:
    """Take closing marks and citation numbers along with the sentence they end.

    Quotation marks are told apart by count, not by direction, because the
    sources print some of them the wrong way round.
    """
    while position < end:
        character = row[position]
        citation = _CITATION.match(row, position, end)
        if citation:
            position = citation.end()
        elif character in "。！？!?" or character in _CLOSERS:
            position += 1
        elif character in _QUOTES and inside_quotation:
            inside_quotation = False
            position += 1
        else:
            break
    return position, inside_quotation


def _bracketed(row: str, start: int, end: int) -> frozenset[int]:
    """Return the positions inside matched brackets; a lone bracket hides nothing."""
    stack: list[tuple[str, int]] = []
    hidden: set[int] = set()
    for position in range(start, end):
        character = row[position]
        if character in _BRACKETS:
            stack.append((_BRACKETS[character], position))
        elif stack and character == stack[-1][0]:
            hidden.update(range(stack.pop()[1], position))
    return frozenset(hidden)
