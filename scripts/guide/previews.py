"""Which picture a link to a page is shown with, in a message or a feed (``og:image``).

Articles, explainers, comparisons, cards and therapies have one each; claims
share one for each finding; every other section has one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from guide import prose
from guide.library import Library
from guide.pages.page import interface

# The sections whose pages have a picture of their own -> the words that name the section.
_OWN = {
    "texts": "articles",
    "explain": "explain",
    "compare": "comparisons",
    "cards": "cards",
    "therapies": "therapies",
}

# In the Chinese font curly quotation marks are as wide as a character.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands on a picture: the guide's name, the section or nothing, the title."""

    guide: str
    section: str
    title: str
    promise: str


class Gallery:
    """Hangs a picture on every page that goes by, and knows in the end what stands on each."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._findings = {c.key: c.record.finding for c in library.claims}
        self._fronts: dict[str, tuple[bool, str, str]] = {}

    def hung(self, pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Yield the pages, each with the name of its picture in its front matter."""
        for file, text in pages:
            name = _name(file, self._findings)
            self._note(f"{file.split('/')[0]}/previews/{name}.png", file, text)
            yield file, text.replace("---\n", f"---\npreview: {name}\n", 1)

    def previews(self) -> dict[str, Preview]:
        """Return ``<language>/previews/<name>.png -> what stands on it``."""
        return {
            path: _preview(path, str(yaml.safe_load(front)["title"]), self._library)
            for path, (_, _, front) in sorted(self._fronts.items())
        }

    def _note(self, path: str, file: str, text: str) -> None:
        """Keep the front of the page that a picture is named after: a section before its pages."""
        rank = (not file.endswith("index.md"), file)
        if path not in self._fronts or rank < self._fronts[path][:2]:
            self._fronts[path] = (*rank, prose.front_matter(text))


def _preview(path: str, title: str, library: Library) -> Preview:
    language, _, name = path.removesuffix(".png").split("/")

    def words(key: str) -> str:
        return interface()[key][language]

    section, _, rest = name.partition("-")
    if section == "claims" and rest:
        label = words("claims")
        title = library.vocabulary["finding"][rest].label[language]
    else:
        label = words(_OWN[section]) if rest else ""
    if language == "en":
        title = title.translate(_STRAIGHT)
    return Preview(words("guide"), label, title, words("promise"))


def _name(file: str, findings: Mapping[str, str]) -> str:
    parts = prose.address(file.split("/", 1)[1]).rstrip("/").split("/")
    if parts[0] == "claims" and len(parts) == 3:
        return f"claims-{findings['/'.join(parts[1:])]}"
    return "-".join(parts) if parts[0] in _OWN else parts[0] or "home"
