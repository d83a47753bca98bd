"""Hand-written pages as text: their front matter, headings, inserts and links to records.

A link to a record is written ``[words](claim:ibd/remission-59-2)``; the other
schemes are ``ref``, ``term``, ``therapy`` and ``compare``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"---\n(?P<front>.*?)\n---\n(?P<body>.*)", re.DOTALL)
_INSERT = re.compile(r"^<!-- insert: (?P<name>[a-z0-9-]+) -->$", re.MULTILINE)
_KEY = re.compile(r"^(?P<key>[a-z_]+): *(?P<value>.+)$", re.MULTILINE)
_HEADING = re.compile(r"^(?P<marks>#{1,4}) .*?\{#(?P<id>[a-z0-9-]+)\}\s*$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<scheme>ref|claim|term|therapy|compare):(?P<id>[^)\s]+)\)")
_ANY_LINK = re.compile(r"\]\((?P<scheme>[a-z]+):(?P<id>[^)\s]*)\)")
_WEB = frozenset({"http", "https", "mailto"})

# Where the record of a link has its page, under the language's root.
PAGES = {
    "ref": "about/references.md#{}",
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


def with_inserts(text: str, made: Callable[[str], str]) -> str:
    """Put what ``made`` gives for its name in the place of every insert."""
    return _INSERT.sub(lambda m: made(m["name"]), text)


def targets(text: str) -> Iterator[Target]:
    """Yield every link to a record, unknown schemes included."""
    for match in _ANY_LINK.finditer(text):
        if match["scheme"] not in _WEB:
            yield Target(_line(text, match.start()), match["scheme"], match["id"])


def with_links(text: str, file: str) -> str:
    """Turn links to records into links to their Markdown files, seen from ``file``."""
    up = "../" * file.count("/")
    return _LINK.sub(lambda m: f"]({up}{PAGES[m['scheme']].format(m['id'])})", text)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
