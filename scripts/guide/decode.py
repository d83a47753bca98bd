"""Bytes -> text, or one clear line that says why not."""

import re
import unicodedata

from guide.problem import Problem, UnreadableError

LARGEST = 1_000_000  # bytes; an article is some tens of thousands

# Bidirectional controls can make a line read differently from what it says
# (Unicode TR36); no Chinese or English text needs them.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
FORBIDDEN = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff{_BIDI}]")


def decoded(raw: bytes, path: str) -> str:
    """Return the text of a UTF-8 file with LF line ends.

    Raises :class:`UnreadableError` with the place and the cure for anything else:
    empty or over-large files, other encodings, byte-order marks, CR line ends,
    control and bidirectional characters.
    """
    if not raw:
        raise _unreadable(path, 1, "file-empty", "the file is empty; write it or delete it")
    if len(raw) > LARGEST:
        message = f"{len(raw):,} bytes, more than {LARGEST:,}; split the file"
        raise _unreadable(path, 1, "file-too-large", message)
    _refuse_marks(raw, path)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _unreadable(path, line, "encoding-not-utf8", _encoding_cure(raw)) from None
    _refuse_characters(text, path)
    return text


def _refuse_marks(raw: bytes, path: str) -> None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"
        raise _unreadable(path, 1, "encoding-not-utf8", message)
    if raw.startswith(b"\xef\xbb\xbf"):
        message = "starts with a byte-order mark; delete the first three bytes (tail -c +4)"
        raise _unreadable(path, 1, "encoding-bom", message)


def _encoding_cure(raw: bytes) -> str:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "not UTF-8; find out its encoding and convert it with iconv"
    return "not UTF-8, perhaps GB18030; convert it: iconv -f GB18030 -t UTF-8"


def _refuse_characters(text: str, path: str) -> None:
    found = FORBIDDEN.search(text)
    if not found:
        return
    line = text.count("\n", 0, found.start()) + 1
    if found[0] == "\r":
        message = "CR line ends; convert them to LF: sed -i 's/\\r$//'"
        raise _unreadable(path, line, "line-ending", message)
    name = unicodedata.name(found[0], "control character")
    message = f"U+{ord(found[0]):04X} ({name.lower()}); delete it"
    raise _unreadable(path, line, "control-character", message)


def _unreadable(path: str, line: int, code: str, message: str) -> UnreadableError:
    return UnreadableError(Problem(path, line, code, message))
