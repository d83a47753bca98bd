"""``.build/``, where a site is made: one build at a time, and the old site stays until the swap.

A build may be killed at any moment. The next one clears up what it finds, and
brings the old site back if the kill fell between the two steps of the swap.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = ".build"
OLD = "old"  # the site that is being replaced, for the moment of the swap


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the workshop: a second build waits until the first is done."""
    workshop = root / FOLDER
    workshop.mkdir(exist_ok=True)
    with (workshop / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build is running; waiting for it to end", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        _clear_up(workshop, root / "site")
        yield


@contextmanager
def bench(root: Path) -> Iterator[Path]:
    """Give a new folder for the length of a block."""
    with tempfile.TemporaryDirectory(dir=root / FOLDER) as folder:
        yield Path(folder)


def swap(root: Path, new: Path) -> None:
    """Put the folder ``new`` in the place of ``site/``; on a fault the old site is back."""
    current, old = root / "site", root / FOLDER / OLD
    if current.exists():
        current.rename(old)
    try:
        new.rename(current)
    except OSError:
        if old.exists():
            old.rename(current)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _clear_up(workshop: Path, site: Path) -> None:
    """Undo half a swap; delete what a build that was killed has left."""
    old = workshop / OLD
    if old.exists() and not site.exists():
        old.rename(site)
    for leftover in (old, *workshop.glob("tmp*")):
        shutil.rmtree(leftover, ignore_errors=True)
