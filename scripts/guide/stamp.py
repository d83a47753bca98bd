"""What the disk says of files without reading them: enough to tell that one was saved."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path


def stamp(root: Path, places: Iterable[str]) -> frozenset[tuple[str, int, int]]:
    """Return every file under ``places`` with its size and the time of its last change.

    What Python keeps for itself (``__pycache__``) is left out.
    """
    paths = (p for place in places for p in (root / place, *(root / place).rglob("*")))
    return frozenset(_states(p for p in paths if "__pycache__" not in p.parts))


def _states(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            found = path.stat()
        except OSError:  # gone since the folder was listed
            continue
        if stat.S_ISREG(found.st_mode):
            yield str(path), found.st_size, found.st_mtime_ns
