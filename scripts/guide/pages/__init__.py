"""Library -> pages: every Markdown file under ``docs/zh`` and ``docs/en``.

Pure: the same library and day give the same bytes. A page is a :class:`Page`
(a template and its values); both languages come from the same values.
"""

import datetime
from collections.abc import Iterator

from guide.glossary import Glossary
from guide.library import LANGUAGES, Library
from guide.pages import claims, front, glossary, prose, reading, references
from guide.pages.page import Page, rendered
from guide.pages.views import ClaimView, views


def all_pages(library: Library, today: datetime.date, contact: str = "") -> dict[str, str]:
    """Return ``<language>/<file> -> Markdown`` for every generated page."""
    claim_views = views(library, today)
    terms = Glossary(library)
    shared = front.shared(library, claim_views, terms) | {"contact": contact}
    generated = {
        f"{language}/{page.file}": rendered(page, language, shared)
        for page in _pages(library, terms, claim_views)
        for language in LANGUAGES
    }
    return generated | prose.all_prose(library, claim_views, shared)


def _pages(library: Library, terms: Glossary, claim_views: tuple[ClaimView, ...]) -> Iterator[Page]:
    yield from front.pages(library, claim_views)
    for text in library.texts:
        yield reading.page(
            library, terms, text, [v for v in claim_views if v.claim.text == text.id]
        )
    yield from claims.pages(library, claim_views)
    yield from glossary.pages(library, terms, claim_views)
    yield references.page(library, claim_views)
