"""Bytes of unknown encoding -> characters that a seed file may hold; no character is lost.

The promise: ``restored(cleaned(text)) == text`` for every text. What our files may
not hold (see ``guide.decode``) is taken out and listed with its place.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from guide.decode import FORBIDDEN
from guide.intake import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("gb18030", "utf-16-le", "utf-16-be", "big5")
# What other files begin with, and how people get their text out.
_OTHERS = (
    (b"%PDF", "a PDF; copy its text into a .txt file"),
    (b"\x89PNG", "a picture; type its text into a .txt file"),
    (b"\xff\xd8\xff", "a picture; type its text into a .txt file"),
    (b"GIF8", "a picture; type its text into a .txt file"),
    (b"PK\x03\x04", "a Word file or an archive; save it as text (UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file; save it as text (UTF-8)"),
    (b"{\\rtf", "an RTF file; save it as text (UTF-8)"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"MIME-Version:", "a web archive (MHTML); save the page as HTML"),
)
_LEAST_COMMON = 0.75  # share of everyday characters from which a guess is believed
_LEAST_SENSE = 0.3  # the same for UTF-8, which other encodings hardly ever fit by chance
_MOST_CONTROLS = 0.02  # share of control characters from which it is no text
_LINE_ENDS = frozenset("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file; ``mark`` says that it began with a byte-order mark."""

    text: str
    encoding: str
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A character taken out at an offset of the text as it came; or made a line end."""

    at: int
    character: str
    line: bool = False

    def __str__(self) -> str:
        """Return it as ``text.toml`` writes it: ``17 U+2028 line``."""
        return f"{self.at} U+{ord(self.character):04X}" + (" line" if self.line else "")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that a seed file may hold, and what to do to have it back as it came."""

    text: str
    line_ends: str = "lf"
    taken: tuple[Taken, ...] = ()


def decoded(raw: bytes, declared: str = "") -> Decoded:
    """Return the characters of ``raw``; ``declared`` is the encoding that a page names.

    UTF-8 is believed where it fits and makes sense; else the one that gives the
    most everyday characters. Raises :class:`RefusedError` for whatever is no text.
    """
    for start, what in _OTHERS:
        if raw.startswith(start):
            raise RefusedError(f"it is {what}")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = _strictly(raw[len(mark) :], encoding)
            if text is None:
                raise RefusedError(f"it is marked as {encoding} and is not; save it as UTF-8")
            return _plausible(Decoded(text, encoding, mark=True))
    return _plausible(_guessed(raw, declared))


def _guessed(raw: bytes, declared: str) -> Decoded:
    text = _strictly(raw, "utf-8")
    if text is not None and _everyday(text) > _LEAST_SENSE:
        return Decoded(text, "utf-8")
    names = (*((_known(declared),) if _known(declared) else ()), *_GUESSES)
    found = [(name, text) for name in names if (text := _strictly(raw, name)) is not None]
    best = max(found, key=lambda pair: _everyday(pair[1]), default=("", ""))
    if _everyday(best[1]) < _LEAST_COMMON:
        raise RefusedError("it is no text in UTF-8, GB18030 or UTF-16; save it as UTF-8")
    return Decoded(best[1], best[0])


def _plausible(found: Decoded) -> Decoded:
    if len(_CONTROL.findall(found.text)) > 1 + _MOST_CONTROLS * len(found.text):
        raise RefusedError("it holds too many control characters to be a text; save it as UTF-8")
    return found


def _known(name: str) -> str:
    """Return an encoding under Python's name; GB2312 and GBK pages hold GB18030 in truth."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(known, known)


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (ValueError, LookupError):  # LookupError: a codec that gives no text, such as hex
        return None


def _everyday(text: str) -> float:
    """Return the share of characters that everyday Chinese text is made of.

    An ASCII letter counts a little less: every second byte of UTF-16 looks like one.
    """
    if not text or "\0" in text:
        return 0.0
    sample = text[:20_000]
    return sum(map(_weight, sample)) / len(sample)


def _weight(character: str) -> float:
    if character.isascii():
        return 0.9 if character.isprintable() or character in "\t\n\r" else 0.0
    for encoding in ("gb2312", "big5"):  # some thousands of common characters each
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            continue
        return 1.0
    return float(unicodedata.category(character)[0] in "PSZ")


# ------------------------------------------------------------------ characters
def cleaned(text: str) -> Cleaned:
    """Return ``text`` with LF line ends and without what a seed file may not hold."""
    rest, line_ends = text, "lf"
    if "\r" in text:
        bare = text.replace("\r\n", "")
        if "\r" not in bare and "\n" not in bare:
            rest, line_ends = text.replace("\r\n", "\n"), "crlf"
        elif "\n" not in text:
            rest, line_ends = text.replace("\r", "\n"), "cr"
    taken = tuple(_taken(rest))
    pieces, end = [], 0
    for item in taken:
        pieces += [rest[end : item.at], "\n" if item.line else ""]
        end = item.at + 1
    return Cleaned("".join([*pieces, rest[end:]]), line_ends, taken)


def _taken(text: str) -> Iterator[Taken]:
    for match in FORBIDDEN.finditer(text):
        before_lf = match[0] == "\r" and text.startswith("\n", match.end())
        yield Taken(match.start(), match[0], match[0] in _LINE_ENDS and not before_lf)


def restored(found: Cleaned) -> str:
    """Give the text back as it came: the inverse of :func:`cleaned`."""
    pieces, at, length = [], 0, 0
    for item in found.taken:
        piece = found.text[at : at + item.at - length]
        pieces += [piece, item.character]
        at += len(piece) + item.line
        length += len(piece) + 1
    text = "".join([*pieces, found.text[at:]])
    return text.replace("\n", {"lf": "\n", "crlf": "\r\n", "cr": "\r"}[found.line_ends])
