"""Home, the list of articles, and the page about each article."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.library import Library, Text
from guide.pages.page import Page
from guide.pages.shared import Shelf
from guide.pages.views import ClaimView, tally


def pages(shelf: Shelf) -> Iterator[Page]:
    """Yield home, the list of articles and the about pages."""
    library = shelf.library
    yield Page("index.md", "home.md.j2", {"profiles": _profiles(shelf)})
    yield Page("texts/index.md", "texts.md.j2")
    yield Page("explain/index.md", "explain.md.j2")
    for text in library.texts:
        yield Page(f"texts/{text.id}/index.md", "text.md.j2", text_values(shelf, text))


def text_values(shelf: Shelf, text: Text) -> dict[str, Any]:
    """Return what the page about an article needs, made by hand or not."""
    mine = shelf.claims_of(text.id)
    translated = sum(text.state(s.id) == "translated" for s in text.sentences)
    return {
        "text": text,
        "texts": [text],
        "views": mine,
        "with_figures": [v for v in mine if v.claim.has_figure],
        "translated": translated,
        "open": len(text.sentences) - translated,
        **chart(shelf.library, mine),
    }


def chart(library: Library, views: Sequence[ClaimView]) -> dict[str, Any]:
    """Return what the chart of findings needs: the counts and the longest bar."""
    counts = tally(views, library.vocabulary.get("finding", {}))
    longest = max((n for by_text in counts.values() for t, n in by_text.items() if t), default=0)
    return {"tally": counts, "largest": longest}


def _profiles(shelf: Shelf) -> Mapping[str, Mapping[str, int]]:
    """Return, for each text, how many claims have each finding that occurs."""
    findings = shelf.library.vocabulary.get("finding", {})
    return {
        text.id: {
            finding: n
            for finding in findings
            if (n := sum(v.record.finding == finding for v in shelf.claims_of(text.id)))
        }
        for text in shelf.library.texts
    }
