"""Old addresses: a page that was published under another id is still found."""

import re
from collections.abc import Iterator

from guide import prose
from guide.library import Library
from guide.problem import Problem

_PATH = "seeds/renamed.toml"
_ADDRESS = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)+")


def ids_never_die(library: Library) -> Iterator[Problem]:
    """``renamed.toml`` leads from addresses that are gone to addresses that live."""
    living = set(_addresses(library)) if library.renamed else set()
    for old, new in library.renamed.items():
        if not _ADDRESS.fullmatch(old):
            message = f'{old!r} is no address; write it as "claims/nk/old-id"'
            yield Problem(_PATH, 1, "renamed-malformed", message)
        if old in living:
            message = f"{old} lives; delete it here or rename the record"
            yield Problem(_PATH, 1, "renamed-living", message)
        if new not in living:
            yield Problem(_PATH, 1, "renamed-dead", f"{new} does not live; mend it")


def _addresses(library: Library) -> Iterator[str]:
    """Yield the address of every record's page and of every hand-written one."""
    for records in (library.claims, library.terms, library.therapies, library.comparisons):
        yield from (record.url.rstrip("/") for record in records)
    for text in library.texts:
        yield from (f"texts/{text.id}", f"texts/{text.id}/read")
    yield from (prose.address(page.file).rstrip("/") for page in library.prose)
