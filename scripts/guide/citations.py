"""References as readers see them, and as CSL-JSON for reference managers."""

import re
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from guide.lines import HAN
from guide.shapes import Author, ReferenceRecord

_RESOLVERS = (
    ("DOI", "https://doi.org/{}"),
    ("PMID", "https://pubmed.ncbi.nlm.nih.gov/{}/"),
    ("PMCID", "https://pmc.ncbi.nlm.nih.gov/articles/{}/"),
    ("NCT", "https://clinicaltrials.gov/study/{}"),
)
_LANGUAGE_TAGS = {"zh": "zh-Hans"}
SHOWN_AUTHORS = 3

# The pages of the list, each by the last letter of the keys on it: 602 sources on
# one page were 84 kB, more than a phone should load to read one line.
SHELVES = ("c", "i", "n", "z")


def shelf(key: str) -> str:
    """Return the shelf that a source stands on: ``d-i``."""
    last = next((letter for letter in SHELVES if key[0] <= letter), SHELVES[-1])
    before = SHELVES.index(last) - 1
    first = chr(ord(SHELVES[before]) + 1) if before >= 0 else "a"
    return f"{first}-{last}"


def page(key: str) -> str:
    """Return the file of the page that lists a source."""
    return f"about/references/{shelf(key)}.md"


@cache
def links(reference: ReferenceRecord) -> tuple[tuple[str, str], ...]:
    """Return (words, address) of every way to the source, identifiers first."""
    found = [
        (f"{name} {value}", form.format(value))
        for name, form in _RESOLVERS
        if (value := getattr(reference, name))
    ]
    known = {address for _, address in found}
    if reference.URL and reference.URL not in known:
        found.append((reference.URL.split("/")[2].removeprefix("www."), reference.URL))
    return tuple(found)


def authors(reference: ReferenceRecord) -> str:
    """Write the authors, at most three and then “et al.”."""
    names = [_name(author) for author in reference.author]
    if len(names) > SHOWN_AUTHORS:
        return ", ".join(names[:SHOWN_AUTHORS]) + " et al."
    return ", ".join(names)


def _name(author: Author) -> str:
    if author.literal:
        return author.literal
    return " ".join(part for part in (author.family, author.given) if part)


def tag(reference: ReferenceRecord) -> str:
    """Return the language tag of the source's own words."""
    return _LANGUAGE_TAGS.get(reference.language, reference.language)


@cache
def citation(reference: ReferenceRecord) -> Markup:
    """Write a reference in one line of HTML, without its links, in its language.

    Parts in another language (a Chinese publisher of an English page) say theirs.
    """
    source = [reference.container_title, reference.publisher, _volume(reference)]
    pieces = [
        _part(authors(reference).rstrip("."), reference) + ". " if reference.author else Markup(""),
        Markup("<cite>{}</cite>").format(_part(reference.title, reference)),
        *(Markup(", ") + _part(piece, reference) for piece in source if piece),
        Markup(" ({})").format(reference.issued[:4]) if reference.issued else Markup(""),
    ]
    return Markup('<span lang="{}">{}</span>').format(tag(reference), Markup("").join(pieces))


def _part(words: str, reference: ReferenceRecord) -> Markup:
    """Mark a part that is in Chinese where the reference is not."""
    chinese = reference.language != "ja" and re.search(f"[{HAN}]", words)
    if chinese and tag(reference) != "zh-Hans":
        return Markup('<span lang="zh-Hans">{}</span>').format(words)
    return escape(words)


def _volume(reference: ReferenceRecord) -> str:
    volume = reference.volume + (f"({reference.issue})" if reference.issue else "")
    return f"{volume}:{reference.page}" if reference.page else volume


def csl(key: str, reference: ReferenceRecord) -> dict[str, Any]:
    """Return a reference as a CSL-JSON item (citeproc-js schema 1.0).

    Fields that CSL has no name for (trial number, how much was read) go into
    ``note``, where Zotero keeps them.
    """
    item: dict[str, Any] = {
        "id": key,
        "type": reference.type,
        "title": reference.title,
        "language": tag(reference),
        "accessed": _date(str(reference.accessed)),
    }
    if reference.author:
        item["author"] = [a.model_dump(exclude_none=True) for a in reference.author]
    if reference.issued:
        item["issued"] = _date(reference.issued)
    for name, value in (
        ("container-title", reference.container_title),
        ("publisher", reference.publisher),
        ("volume", reference.volume),
        ("issue", reference.issue),
        ("page", reference.page),
        ("DOI", reference.DOI),
        ("PMID", reference.PMID),
        ("PMCID", reference.PMCID),
        ("URL", reference.URL),
    ):
        if value:
            item[name] = value
    item["note"] = "; ".join(_notes(reference))
    return item


def _notes(reference: ReferenceRecord) -> list[str]:
    notes = [f"read: {reference.read}", f"grade: {reference.grade}"]
    if reference.NCT:
        notes.append(f"trial: {reference.NCT}")
    if reference.copy_read:
        notes.append(reference.copy_read.en)
    return notes


def _date(date: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in date.split("-")]]}
