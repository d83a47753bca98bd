"""Pack the built site into one zip that opens by double click, without a server or a network.

The same site gives the same bytes: files in order, dated by the newest evidence.
"""

import datetime
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from guide.offline import files_from_disk
from guide.pages.page import TEMPLATES
from guide.reader import read

ROOT = Path(__file__).resolve().parent.parent
NAME = "cell-therapy-read-closely"
LARGEST = 15_000_000  # bytes; what is meant to be sent by mail must stay small


def main(root: Path = ROOT) -> int:
    """Write ``dist/``; 0 if the zip is there and small enough."""
    site = root / "site"
    if not (site / "index.html").is_file():
        print("dist: there is no site yet; run: make site", file=sys.stderr)
        return 1
    library, _ = read(root)
    target = root / f"dist/{NAME}.zip"
    target.parent.mkdir(exist_ok=True)
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }
    readme = (TEMPLATES / "from-disk.txt").read_bytes()
    packed = files_from_disk(files) | {"README.txt": readme}
    write_zip(target, packed, library.as_of)
    size = target.stat().st_size
    print(f"{target.relative_to(root)}: {len(packed)} files, {size / 1e6:.1f} MB")
    if size > LARGEST:
        print(f"dist: more than {LARGEST / 1e6:.0f} MB", file=sys.stderr)
        return 1
    return 0


def write_zip(target: Path, files: Mapping[str, bytes], date: datetime.date) -> None:
    """Write the files into one folder of a zip, in order, with one date and one mode."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", (date.year, date.month, date.day, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the modes are Unix's, wherever it is packed
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)


if __name__ == "__main__":
    sys.exit(main())
