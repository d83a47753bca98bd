"""An element of a page -> the lines that it shows, in the forms that the splitter knows.

A heading, a paragraph, an item of a list (``- …`` or ``1. …``) and a row of a table
(``| … | … |``) are a line each. Nothing visible is dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guide.decode import FORBIDDEN
from guide.lines import HAN

_NOT_SHOWN = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "nav"),
        *("button", "select", "option", "textarea", "input", "head", "title"),
    )
)
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
        ),
        *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("header", "hgroup", "hr", "legend", "main", "menu", "ol", "p", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_DEEPEST = 150  # elements inside each other; what is deeper becomes plain text
_WIDE_CELL = 6  # lines in a cell from which a table only lays out the page
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_CJK = rf"[{HAN}，。、；：？！（）《》“”]"
_BROKEN_LINE = re.compile(rf"(?<={_CJK})[ \t]*\r?\n[ \t\r\n]*(?={_CJK})")
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page; ``level`` is the rank of a heading, from 1."""

    text: str
    form: str = "paragraph"
    level: int = 0


def rows(node: Any) -> tuple[Row, ...]:
    """Return the lines that an element shows."""
    writer = _Writer()
    writer.inside(node, 0)
    writer.end()
    return tuple(writer.rows)


def plain(text: str) -> str:
    """Return text without the characters that our files may not hold."""
    return FORBIDDEN.sub(lambda match: " " if match[0].isspace() else "", text)


class _Writer:
    """Collects running text until a block ends it."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._words: list[str] = []
        self._mark = ""  # of the list item that begins
        self._level = 0  # of the heading around

    def end(self) -> None:
        """Make a line of what has been collected."""
        text = _BROKEN_LINE.sub("", "".join(self._words))
        self._words = []
        self._line(_SPACE.sub(" ", text).strip(" "))

    def _line(self, text: str) -> None:
        text = plain(text)
        if not text.strip():
            return
        form = "heading" if self._level else "list-item" if self._mark else "paragraph"
        self.rows.append(Row(self._mark + text, form, self._level))
        self._mark = ""

    def inside(self, node: Any, depth: int) -> None:
        """Take everything inside an element."""
        number = _first_number(node) - 1
        for child in node.child_nodes:
            if child.tag == "#text":
                self._words.append(child.text)
            elif child.tag.startswith("#") or _is_hidden(child):
                continue
            elif depth > _DEEPEST:
                self._words.append(child.text)
            else:
                if child.tag == "li":
                    number = _integer(child.getattr("value"), number + 1)
                self._element(child, depth + 1, f"{number}. " if node.tag == "ol" else "- ")

    def _element(self, node: Any, depth: int, mark: str) -> None:
        tag = node.tag
        if tag == "br":
            self.end()
        elif tag == "sup":
            self._words.append(self._raised(node.text.strip()))
        elif tag == "table" and (lines := _table(node)):
            self.end()
            self.rows += lines
        elif tag == "pre":
            self.end()
            for line in node.text.split("\n"):
                self._line(line.rstrip("\r"))
        elif tag in _HEADINGS or tag == "li" or tag in _BLOCKS:
            self._block(node, depth, mark)
        else:
            self.inside(node, depth)

    def _block(self, node: Any, depth: int, mark: str) -> None:
        self.end()
        outer = self._level
        self._level = _HEADINGS.get(node.tag, outer)
        if node.tag == "li":
            self._mark = "" if re.match(r"\s*\[\d+\]", node.text) else mark
        self.inside(node, depth)
        self.end()
        self._level = outer
        if node.tag == "li":
            self._mark = ""

    def _raised(self, text: str) -> str:
        """Write a raised number after a digit as a power, elsewhere as the number of a note."""
        before = "".join(self._words[-1:]).rstrip()[-1:]
        if re.fullmatch(r"[-+]?\d+", text) and before.isdigit():
            return text.translate(_SUPERSCRIPT)
        return f"[{text}]" if text.isdigit() else text


def _first_number(node: Any) -> int:
    """Return the number that a list begins with, as the page shows it."""
    return _integer(node.getattr("start") if node.tag == "ol" else None, 1)


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,3}", text or "", re.ASCII) else otherwise


def _is_hidden(node: Any) -> bool:
    style = (node.getattr("style") or "").replace(" ", "").lower()
    return node.tag in _NOT_SHOWN or node.hasattr("hidden") or "display:none" in style


# ---------------------------------------------------------------------- tables
def _table(table: Any) -> list[Row]:
    """Return the rows of a table of data; nothing for a table that lays out a page."""
    if table.query_selector("table") is not None:
        return []
    lines = [list(_cells(line)) for line in table.query_selector_all("tr")]
    lines = [line for line in lines if line]
    wide = any(len(inner) > _WIDE_CELL for line in lines for _, inner in line)
    if wide or max(map(len, lines), default=0) < 2:
        return []
    captions = [row for node in table.query_selector_all("caption") for row in rows(node)]
    written = [_row([" ".join(r.text for r in inner) for _, inner in line]) for line in lines]
    if all(tag == "th" for tag, _ in lines[0]):
        written.insert(1, Row("|" + "---|" * len(lines[0]), "table"))
    return [*captions, *written]


def _cells(line: Any) -> Iterator[tuple[str, tuple[Row, ...]]]:
    return (
        (cell.tag, rows(cell))
        for cell in line.child_nodes
        if cell.tag in ("td", "th") and not _is_hidden(cell)
    )


def _row(cells: list[str]) -> Row:
    return Row("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |", "table")
