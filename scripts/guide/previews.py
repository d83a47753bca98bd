"""Which picture a link to a page is shown with, in a message or a feed (``og:image``).

Articles, explainers, comparisons, cards and therapies have one each; claims
share one for each finding; every other section has one.
"""

from collections.abc import Mapping
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


def with_previews(pages: Mapping[str, str], library: Library) -> dict[str, str]:
    """Return the pages, each with the name of its picture in its front matter."""
    findings = _findings(library)
    return {
        file: text.replace("---\n", f"---\npreview: {_name(file, findings)}\n", 1)
        for file, text in pages.items()
    }


def previews(pages: Mapping[str, str], library: Library) -> dict[str, Preview]:
    """Return ``<language>/previews/<name>.png -> what stands on it``."""
    findings = _findings(library)
    found: dict[str, Preview] = {}
    for file in sorted(pages, key=lambda f: (f.count("/"), f)):  # a section before its pages
        language, name = file.split("/")[0], _name(file, findings)
        path = f"{language}/previews/{name}.png"
        if path not in found:
            found[path] = _preview(language, name, pages[file], library)
    return found


def _preview(language: str, name: str, page: str, library: Library) -> Preview:
    def words(key: str) -> str:
        return interface()[key][language]

    section, _, rest = name.partition("-")
    if section == "claims" and rest:
        label = words("claims")
        title = library.vocabulary["finding"][rest].label[language]
    else:
        label = words(_OWN[section]) if rest else ""
        title = str(yaml.safe_load(prose.front_matter(page))["title"])
    if language == "en":
        title = title.translate(_STRAIGHT)
    return Preview(words("guide"), label, title, words("promise"))


def _name(file: str, findings: Mapping[str, str]) -> str:
    parts = prose.address(file.split("/", 1)[1]).rstrip("/").split("/")
    if parts[0] == "claims" and len(parts) == 3:
        return f"claims-{findings['/'.join(parts[1:])]}"
    return "-".join(parts) if parts[0] in _OWN else parts[0] or "home"


def _findings(library: Library) -> dict[str, str]:
    return {f"{claim.text}/{claim.id}": claim.record.finding for claim in library.claims}
