"""Bring the served site up to date after a change, without building it whole: a proof to read.

Everything stays loaded: after a change the seeds are read and checked, and only
the pages whose Markdown differs are rendered. First come the pages of the
records that changed and the lists that these stand in, then all others with
the data, the feeds and the search. What this could not do as a whole build does
(pages that come or go, very many at once, a site that somebody else has built)
is left to the whole build.
"""

import dataclasses
import datetime
import logging
from collections.abc import Mapping
from pathlib import Path

import build
import engines
import workshop
from guide.library import Library
from guide.nearness import near_pages
from guide.pages import pages
from guide.previews import Gallery
from order import Order
from rendering import Complaints, Renderer

MANY = 200  # changed pages from which two MkDocs side by side are sooner done


class Proof:
    """A project that is being edited, and its site for ``address``."""

    def __init__(self, root: Path, order: Order) -> None:
        self._root = root
        self._order = order
        self._library = Library()
        self._renderers: dict[str, Renderer] = {}
        self._site: int | None = None  # the inode of the site that is known to be this library's

    def update(self) -> bool:
        """Take one step towards what the seeds say now; say whether another is to follow."""
        try:
            with workshop.alone(self._root):
                return self._step()
        except OSError as error:
            build.stopped(self._root, error)
            return False

    def _step(self) -> bool:
        if self._site is None or self._site != self._inode():
            return self._whole()
        library = build.examined(self._root, self._today())
        if library is None:
            print(f"nothing was changed; {build.UNTOUCHED}", flush=True)
            return False
        near = near_pages(self._library, library)
        made = self._made(library, near)
        if library.as_of != self._library.as_of or not self._fits(made, whole=not near):
            return self._whole()
        changed = {name: text for name, text in made.items() if self._differs(name, text)}
        if len(changed) > MANY:
            return self._whole()
        if not self._show(changed):
            return False
        if not near:
            build.write_beside(self._root / "site", library, self._order)
        self._library = library
        print(f"{len(changed)} pages renewed", flush=True)
        return bool(near)

    def _made(self, library: Library, near: frozenset[str]) -> dict[str, str]:
        """Make the near pages, or all if there are none."""
        order = self._today()
        wanted = pages(library, order.today, order.contact, lambda file: not near or file in near)
        return dict(Gallery(library).hung(wanted))

    def _fits(self, made: Mapping[str, str], *, whole: bool) -> bool:
        """Tell whether the pages are among those that the site has, or all of those."""
        docs = self._root / "docs"
        known = {
            path.relative_to(docs).as_posix()
            for language in engines.CONFIGS
            for path in (docs / language).rglob("*.md")
        }
        return made.keys() == known if whole else made.keys() <= known

    def _differs(self, name: str, text: str) -> bool:
        return (self._root / "docs" / name).read_bytes() != text.encode()

    def _show(self, changed: Mapping[str, str]) -> bool:
        """Render pages and put them in place; if MkDocs complains of one, leave all as they are."""
        complaints = Complaints()
        logging.getLogger("mkdocs").addHandler(complaints)
        html = {}
        for name, text in changed.items():
            language, _, file = name.partition("/")
            html.update([self._renderers[language].rendered(file, text)])
        logging.getLogger("mkdocs").removeHandler(complaints)
        if complaints.lines:
            print("\n".join([*complaints.lines, f"nothing was changed; {build.UNTOUCHED}"]))
            return False
        for place, text in html.items():
            build.written(self._root / "site" / place, text.encode())
        for name, text in changed.items():
            build.written(self._root / "docs" / name, text.encode())
        return True

    def _whole(self) -> bool:
        """Build the whole site."""
        self._site = None
        library = build.made(self._root, self._today())
        if library:
            self._library = library
            self._renderers = {
                language: Renderer(self._root, language, config, self._order)
                for language, config in engines.CONFIGS.items()
            }
            self._site = self._inode()
        return False

    def _today(self) -> Order:
        """Return the order as of this day: a server may run past midnight."""
        return dataclasses.replace(self._order, today=datetime.date.today())

    def _inode(self) -> int | None:
        site = self._root / "site"
        return site.stat().st_ino if site.is_dir() else None
