"""Build the whole site: check, make the pages, let MkDocs render both languages, swap.

Nothing is touched before the check has passed, and the site built before stays
in place until the new one is whole. What people wrote is read once, at the
start; a file saved later counts for the next build.
"""

import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import engines
import workshop
from check import checked, remember
from guide import drafts, offline, preview_picture, site
from guide.library import Library
from guide.pages import pages
from guide.pages.page import TEMPLATES
from guide.previews import Gallery, Preview
from guide.problem import Severity
from order import LOCAL, Order, ordered

ROOT = Path(__file__).resolve().parent.parent
CONFIGS = engines.CONFIGS
UNTOUCHED = "the site built before is untouched"


def main(root: Path = ROOT) -> int:
    """Parse the command line and build; the exit status says whether there is a new site."""
    order = ordered()
    try:
        with workshop.alone(root):
            return 0 if made(root, order) else 1
    except OSError as error:
        return stopped(root, error)


def stopped(root: Path, error: OSError) -> int:
    """Say in one line what the disk refused; return the exit status."""
    print(f"build: {error.filename or root}: {error.strerror}; {UNTOUCHED}", flush=True)
    return 1


def build(root: Path, address: str = LOCAL, **how: Any) -> int:
    """Build the project at ``root`` as :class:`Order` says; 0 if all went well."""
    return 0 if made(root, Order(address, **how)) else 1


def made(root: Path, order: Order) -> Library | None:
    """Build what is ordered; return what the site was made from, or nothing."""
    started = time.monotonic()
    library = examined(root, order)
    if library is None:
        print(f"nothing was built; {UNTOUCHED}", file=sys.stderr)
        return None
    remember(root, library)
    gallery = Gallery(library)
    made_pages = gallery.hung(pages(library, order.today, order.contact, zipped=order.zipped))
    count, changed = write_pages(root / "docs", made_pages)
    _say(started, f"{count} pages, {changed} changed")
    return library if _render(root, library, gallery.previews(), order, started) else None


def examined(root: Path, order: Order) -> Library | None:
    """Read and check for an order, and print what is to say; nothing if it cannot be built."""
    library, problems = checked(root, order.today)
    if order.draft:
        library, problems = drafts.opened(library), drafts.tolerated(library, problems)
    for line in drafts.told(library, problems):
        print(line, flush=True)
    return None if any(p.severity is Severity.ERROR for p in problems) else library


def write_pages(docs: Path, pages: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Make ``docs/zh`` and ``docs/en`` hold exactly ``pages``; return how many, how many changed.

    A file whose bytes stay the same is not written, so that watchers stay quiet.
    """
    names: set[str] = set()
    changed = 0
    for name, text in pages:
        names.add(name)
        changed += written(docs / name, text.encode())
    for language in CONFIGS:
        for path in sorted((docs / language).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
            elif path.is_file() and path.relative_to(docs).as_posix() not in names:
                path.unlink()
                changed += 1
    return len(names), changed


def written(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all, unless it holds the same; say whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return True


def write_beside(folder: Path, library: Library, order: Order) -> None:
    """Write what stands beside the pages: door, data, feeds, search."""
    for name, text in site.files(library, order.address, order.policy).items():
        written(folder / name, text.encode())


def _render(
    root: Path, library: Library, shown: Mapping[str, Preview], order: Order, started: float
) -> bool:
    """Render aside, then swap; ``shown`` is what stands on the pictures of links."""
    with workshop.bench(root) as folder:
        new = folder / "site"
        if not engines.render(root, folder, new, library, order):
            print(f"nothing was built; {UNTOUCHED}", file=sys.stderr)
            return False
        write_beside(new, library, order)
        _draw(new, shown, root / workshop.FOLDER / "previews")
        if order.zipped:
            written(new / offline.ZIP, offline.zipped(files_of(new), library.as_of))
        workshop.swap(root, new)
    _say(started, "site/ is ready")
    return True


def files_of(folder: Path) -> dict[str, bytes]:
    """Return a built site, and what tells a reader of its zip how to open it."""
    places = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    readme = (TEMPLATES / "from-disk.txt").read_bytes()
    return {name: path.read_bytes() for name, path in places.items()} | {"README.txt": readme}


def _draw(new: Path, shown: Mapping[str, Preview], drawn: Path) -> None:
    """Put the pictures of links into the new site; one drawn before is taken from ``drawn``."""
    drawn.mkdir(exist_ok=True)
    idle = set(drawn.iterdir())
    for name, preview in shown.items():
        lacking = preview_picture.missing(preview)
        if lacking:
            print(f"build: {name}: the font has no {lacking}; run: make font")
        kept = drawn / f"{preview_picture.digest(preview)}.png"
        if not kept.is_file():
            written(kept, preview_picture.png(preview))
        idle.discard(kept)
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, path)
    for left in idle:
        left.unlink()


def _say(started: float, words: str) -> None:
    print(f"{time.monotonic() - started:5.1f} s  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
