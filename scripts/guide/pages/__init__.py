"""Library -> pages: every Markdown file under ``docs/zh`` and ``docs/en``.

Pure: the same library and day give the same bytes. A page is a :class:`Page`
(a template and its values); both languages come from the same values.
"""

import datetime
from collections.abc import Callable, Iterator

from guide.glossary import Glossary
from guide.library import LANGUAGES, Library
from guide.pages import claims, comparisons, front, glossary, prose, reading, references, therapies
from guide.pages.page import Page, rendered
from guide.pages.shared import Shelf, shared
from guide.pages.views import views


def all_pages(library: Library, today: datetime.date, contact: str = "") -> dict[str, str]:
    """Return ``<language>/<file> -> Markdown`` for every generated page."""
    return dict(pages(library, today, contact))


def pages(
    library: Library,
    today: datetime.date,
    contact: str = "",
    wanted: Callable[[str], bool] = lambda file: True,
    *,
    zipped: bool = False,
) -> Iterator[tuple[str, str]]:
    """Yield (``<language>/<file>``, Markdown) page by page, so that none has to be kept.

    ``wanted`` is asked for each file (``claims/nk/x.md``) before it is made;
    ``zipped`` says that the site offers the whole guide as one zip.
    """
    claim_views = views(library, today)
    shelf = Shelf(
        library=library,
        glossary=Glossary(library),
        claims=claim_views,
        therapies=therapies.views(library, claim_views),
        comparisons=comparisons.views(library),
    )
    values = shared(shelf, contact, zipped=zipped)
    by_hand = {page.file for page in library.prose}
    for page in _pages(shelf):
        if page.file not in by_hand and wanted(page.file):
            for language in LANGUAGES:
                yield f"{language}/{page.file}", rendered(page, language, values)
    for written in library.prose:
        if wanted(written.file):
            yield f"{written.language}/{written.file}", prose.framed(written, shelf, values)


def _pages(shelf: Shelf) -> Iterator[Page]:
    yield from front.pages(shelf)
    for text in shelf.library.texts:
        yield reading.page(shelf, text)
    yield from claims.pages(shelf.library, shelf.claims)
    yield from glossary.pages(shelf.library, shelf.glossary, shelf.claims)
    yield from therapies.pages(shelf.therapies)
    yield from comparisons.pages(shelf.comparisons)
    yield from references.pages(shelf.library)
