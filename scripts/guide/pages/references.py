"""The list of sources, each once, with where it is used."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guide import citations
from guide.library import Library
from guide.pages.page import Page
from guide.pages.views import ClaimView
from guide.shapes import ReferenceRecord


@dataclass(frozen=True)
class Entry:
    """A reference with its links and the claims that cite it."""

    key: str
    reference: ReferenceRecord
    citation: Markup
    links: Sequence[tuple[str, str]]
    used: Sequence[ClaimView]


def page(library: Library, views: Sequence[ClaimView]) -> Page:
    """Return the page of all sources."""
    entries = [
        Entry(
            key,
            reference,
            citations.citation(reference),
            citations.links(reference),
            [v for v in views if any(e.reference == key for e in v.record.evidence)],
        )
        for key, reference in library.references.items()
    ]
    return Page("about/references.md", "references.md.j2", {"entries": entries})
