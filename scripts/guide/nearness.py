"""What an editor looks at after a change: the page of the record, and the lists that it stands in.

A guess for the sake of speed, and never the whole of what a change touches.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from guide.library import Library


def near_pages(old: Library, new: Library) -> frozenset[str]:
    """Return the files of the pages nearest to what differs between two libraries."""
    return frozenset(_files(old, new))


def _files(old: Library, new: Library) -> Iterator[str]:
    for claim in _changed(old.claims, new.claims):
        yield from (claim.file, "claims/index.md")
    for term in _changed(old.terms, new.terms):
        yield from (term.file, "glossary/index.md")
    for therapy in _changed(old.therapies, new.therapies):
        yield from (therapy.file, "therapies/index.md")
    for comparison in _changed(old.comparisons, new.comparisons):
        yield comparison.file
    known = {text.id: (text.toml, text.po) for text in old.texts}
    for text in new.texts:
        if known.get(text.id) != (text.toml, text.po):
            yield from (f"texts/{text.id}/read.md", f"texts/{text.id}/index.md")
    written = {page.path: page.text for page in old.prose}
    yield from (page.file for page in new.prose if written.get(page.path) != page.text)


def _changed(old: Iterable[Any], new: Iterable[Any]) -> Iterator[Any]:
    """Yield the records whose file is not what it was."""
    known = {record.path: record.toml for record in old}
    return (record for record in new if known.get(record.path) != record.toml)
