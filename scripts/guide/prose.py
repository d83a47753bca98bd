"""Hand-written pages as text: their front matter, headings, inserts and links to records.

A link to a record is written ``[words](claim:ibd/remission-59-2)``; the other
schemes are ``ref``, ``term``, ``therapy`` and ``compare``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guide import citations

_FRONT_MATTER = re.compile(r"---\n(?P<front>.*?)\n---\n(?P<body>.*)", re.DOTALL)
_INSERT = re.compile(r"^<!-- insert: (?P<name>[a-z0-9-]+) -->$", re.MULTILINE)
_KEY = re.compile(r"^(?P<key>[a-z_]+): *(?P<value>.+)$", re.MULTILINE)
_HEADING = re.compile(r"^(?P<marks>#{1,4}) .*?\{#(?P<id>[a-z0-9-]+)\}\s*$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<scheme>ref|claim|term|therapy|compare):(?P<id>[^)\s]+)\)")
_ANY_LINK = re.compile(r"\]\((?P<scheme>[a-z]+):(?P<id>[^)\s]*)\)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_NAME = re.compile(r"[A-Za-z][-A-Za-z]*\d[-A-Za-z0-9]*")  # PD-1, CD19, COVID-19
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*\s*%?")
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_AMOUNT = re.compile(  # the scale of 30-50万 belongs to both
    rf"(?P<digits>{_DIGITS})"
    rf"(?=(?:\s*(?:[-–至到]|万至|万到)\s*{_DIGITS})?\s*(?P<scale>万|亿|million|billion)?)"
)
_SCALES = {"万": 1e4, "亿": 1e8, "million": 1e6, "billion": 1e9}
_WEB = frozenset({"http", "https", "mailto"})

# Where the record of a link has its page, under the language's root; a source: see citations.
PAGES = {
    "claim": "claims/{}.md",
    "term": "glossary/{}.md",
    "therapy": "therapies/{}.md",
    "compare": "compare/{}.md",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A link from a page to a record."""

    line: int
    scheme: str
    id: str


def front(text: str) -> dict[str, str]:
    """Return the front matter's plain keys."""
    match = _FRONT_MATTER.fullmatch(text)
    pairs = _KEY.finditer(match["front"]) if match else ()
    return {m["key"]: m["value"].strip().strip('"') for m in pairs}


def front_matter(text: str) -> str:
    """Return the front matter as written."""
    match = _FRONT_MATTER.fullmatch(text)
    return match["front"] if match else ""


def body(text: str) -> str:
    """Return what follows the front matter."""
    match = _FRONT_MATTER.fullmatch(text)
    return (match["body"] if match else text).strip()


def headings(text: str) -> tuple[tuple[int, str], ...]:
    """Return (level, id) of every heading, in order."""
    return tuple((len(m["marks"]), m["id"]) for m in _HEADING.finditer(text))


def inserts(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, name) of every insert that a page asks for."""
    return ((_line(text, m.start()), m["name"]) for m in _INSERT.finditer(text))


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of every paragraph, list item and table row; headings are left out."""
    start = 0
    block: list[str] = []
    lines = body_lines(text)
    for number, line in [*lines, (len(lines) + 1, "")]:
        opens = not line.strip() or _ITEM.match(line) or line.startswith(("#", "|", "<!--"))
        if opens and block:
            yield start, " ".join(block)
            block = []
        if line.strip() and not line.startswith(("#", "<!--")):
            start = start if block else number
            block.append(line)


def body_lines(text: str) -> list[tuple[int, str]]:
    """Return (line number, line) of everything after the front matter."""
    match = _FRONT_MATTER.fullmatch(text)
    before = text.count("\n", 0, match.start("body")) if match else 0
    body_text = match["body"] if match else text
    return [(before + n, line) for n, line in enumerate(body_text.split("\n"), start=1)]


def first_figure(paragraph: str) -> str:
    """Return the first figure in a paragraph's own words (numbers of a list and links left out)."""
    words = _ITEM.sub("", without_targets(paragraph))
    found = _FIGURE.search(_NAME.sub("", words))
    return found[0].strip() if found else ""


def with_inserts(text: str, made: Callable[[str], str]) -> str:
    """Put what ``made`` gives for its name in the place of every insert."""
    return _INSERT.sub(lambda m: made(m["name"]), text)


def targets(text: str) -> Iterator[Target]:
    """Yield every link to a record, unknown schemes included."""
    for match in _ANY_LINK.finditer(text):
        if match["scheme"] not in _WEB:
            yield Target(_line(text, match.start()), match["scheme"], match["id"])


def amounts(text: str) -> frozenset[float]:
    """Return the figures in a page that either language writes in digits.

    Whole numbers up to 12 are left out: they may be words, or the name of a month.
    """
    words = _NAME.sub("", without_targets(body(text)))
    found = (
        float(m["digits"].replace(",", "")) * _SCALES.get(m["scale"] or "", 1)
        for m in _AMOUNT.finditer(words)
    )
    return frozenset(round(n, 6) for n in found if n > 12 or n % 1)


def without_targets(text: str) -> str:
    """Return the text with the places that its links lead to left out."""
    return re.sub(r"\]\([^)]*\)", "]", text)


def with_links(text: str, file: str) -> str:
    """Turn links to records into links to their Markdown files, seen from ``file``."""
    up = "../" * file.count("/")
    return _LINK.sub(lambda m: f"]({up}{_file(m['scheme'], m['id'])})", text)


def address(file: str) -> str:
    """Return the address of a page's file: ``claims/nk/x/``; home is empty."""
    stem = file.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{stem}/" if stem else ""


def _file(scheme: str, record: str) -> str:
    if scheme == "ref":
        return f"{citations.page(record)}#{record}"
    return PAGES[scheme].format(record)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
