"""The list of sources, each once, with where it is used; on four pages by the letter of its key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guide import citations, citing
from guide.library import LANGUAGES, Library
from guide.pages.page import Page
from guide.shapes import ReferenceRecord


@dataclass(frozen=True)
class Entry:
    """A reference with its links; by language, the pages that cite it: address -> name."""

    key: str
    reference: ReferenceRecord
    citation: Markup
    links: Sequence[tuple[str, str]]
    used: Mapping[str, Mapping[str, str]]


def pages(library: Library) -> Iterator[Page]:
    """Yield the list's front page, then its shelves."""
    shelves = _shelves(library)
    count = len(library.references)
    yield Page("about/references.md", "references.md.j2", {"shelves": shelves, "count": count})
    for shelf, entries in shelves.items():
        values = {"shelf": shelf, "shelves": shelves, "entries": entries}
        yield Page(f"about/references/{shelf}.md", "references-shelf.md.j2", values)


def _shelves(library: Library) -> Mapping[str, Sequence[Entry]]:
    used = _used(library)
    shelves: dict[str, list[Entry]] = {}
    for key, reference in sorted(library.references.items()):
        entry = Entry(
            key, reference, citations.citation(reference), citations.links(reference), used[key]
        )
        shelves.setdefault(citations.shelf(key), []).append(entry)
    return shelves


def _used(library: Library) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return reference -> language -> address -> name, each page once."""
    used = {key: {language: {} for language in LANGUAGES} for key in library.references}
    for use in citing.uses(library):
        if use.reference in used:  # a therapy may rest on claim:<text>/<id> too
            for language, name in use.name.items():
                used[use.reference][language][use.url] = name
    return used
