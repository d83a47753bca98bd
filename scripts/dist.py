"""Build the site with the whole guide in one zip, offered on its page of downloads.

The zip opens by double click, without a server or a network; a copy goes to ``dist/``.
"""

import dataclasses
import shutil
import sys
from pathlib import Path

import workshop
from build import made, stopped
from guide.offline import NAME, ZIP
from order import Order, ordered

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 15_000_000  # bytes; what is meant to be sent by mail must stay small


def main(root: Path = ROOT) -> int:
    """Build as ordered; 0 if the zip is there and small enough."""
    try:
        with workshop.alone(root):
            return 0 if packed(root, ordered()) else 1
    except OSError as error:
        return stopped(root, error)


def packed(root: Path, order: Order) -> bool:
    """Build with the zip and copy it to ``dist/``; tell whether it is there and small enough."""
    if not made(root, dataclasses.replace(order, zipped=True)):
        return False
    target = root / f"dist/{NAME}.zip"
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(root / "site" / ZIP, target)
    size = target.stat().st_size
    print(f"{target.relative_to(root)}: {size / 1e6:.1f} MB")
    if size > LARGEST:
        print(f"dist: more than {LARGEST / 1e6:.0f} MB", file=sys.stderr)
    return size <= LARGEST


if __name__ == "__main__":
    sys.exit(main())
