"""Build the whole site: check, make the pages, let MkDocs render both languages, swap.

Nothing is touched before the check has passed, and the site built before stays
in place until the new one is whole.
"""

import argparse
import datetime
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from check import checked, remember
from guide import drafts, preview_picture, site
from guide.library import Library
from guide.pages import all_pages
from guide.previews import Preview, previews, with_previews
from guide.problem import Severity

ROOT = Path(__file__).resolve().parent.parent
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
LOCAL = "http://127.0.0.1:8000/"


def main(root: Path = ROOT) -> int:
    """Parse the command line and build; the exit status says whether there is a new site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default=os.environ.get("GUIDE_URL", LOCAL))
    parser.add_argument("--contact", default=os.environ.get("GUIDE_CONTACT", ""))
    parser.add_argument(
        "--draft",
        action="store_true",
        default=os.environ.get("DRAFT", "0") not in ("", "0"),
        help="show drafts too, for their editors alone (DRAFT=1)",
    )
    arguments = parser.parse_args()
    address = arguments.address.rstrip("/") + "/"
    try:
        with _alone(root):
            return build(root, address, arguments.contact, draft=arguments.draft)
    except OSError as error:
        place = error.filename or root
        print(f"build: {place}: {error.strerror}; the site built before is untouched")
        return 1


def build(root: Path, address: str, contact: str = "", *, draft: bool = False) -> int:
    """Build the project at ``root`` for a site at ``address``; 0 if all went well.

    ``draft`` shows the texts that are not finished as well, gaps and all.
    """
    today = datetime.date.today()
    started = time.monotonic()
    library, problems = checked(root, today)
    if draft:
        library, problems = drafts.opened(library), drafts.tolerated(library, problems)
    for line in drafts.told(library, problems):
        print(line)
    if any(p.severity is Severity.ERROR for p in problems):
        print("nothing was built; the site built before is untouched", file=sys.stderr)
        return 1
    remember(root, library)
    pages = with_previews(all_pages(library, today, contact), library)
    changed = write_pages(root / "docs", pages)
    _say(started, f"{len(pages)} pages, {changed} changed")
    return _render(root, library, previews(pages, library), address, started)


def write_pages(docs: Path, pages: Mapping[str, str]) -> int:
    """Make ``docs/zh`` and ``docs/en`` hold exactly ``pages``; return how many files changed.

    A file whose bytes stay the same is not written, so that watchers stay quiet.
    """
    changed = 0
    for name, text in pages.items():
        path = docs / name
        content = text.encode()
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed += 1
    for language in CONFIGS:
        for path in sorted((docs / language).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
            elif path.is_file() and path.relative_to(docs).as_posix() not in pages:
                path.unlink()
                changed += 1
    return changed


def _render(
    root: Path, library: Library, shown: Mapping[str, Preview], address: str, started: float
) -> int:
    """Render aside, then swap; ``shown`` is what stands on the pictures of links."""
    workshop = root / ".build"
    with tempfile.TemporaryDirectory(dir=workshop) as folder:
        new = Path(folder) / "site"
        if not _mkdocs(root, new, library, address):
            print("nothing was built; the site built before is untouched", file=sys.stderr)
            return 1
        for name, text in site.files(library, address).items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        _draw(new, shown, workshop / "previews")
        _swap(new, root / "site", Path(folder) / "old")
    _say(started, "site/ is ready")
    return 0


def _mkdocs(root: Path, new: Path, library: Library, address: str) -> bool:
    """Run MkDocs for both languages side by side; print what it complains of."""
    environment = os.environ | {
        "GUIDE_URL_ZH": f"{address}zh/",
        "GUIDE_URL_EN": f"{address}en/",
        "NO_MKDOCS_2_WARNING": "1",
        # MkDocs dates the sitemap with the day of the build; the day of the
        # newest evidence keeps two builds of one tree byte-identical.
        "SOURCE_DATE_EPOCH": str(int(_noon(library.as_of).timestamp())),
    }
    running = {
        language: subprocess.Popen(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "-f",
                config,
                "-d",
                new / language,
            ],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for language, config in CONFIGS.items()
    }
    sound = True
    for language, process in running.items():
        output, _ = process.communicate()
        if process.returncode:
            sound = False
            print("\n".join(f"mkdocs {language}: {line}" for line in _complaints(output)))
    return sound


def _draw(new: Path, shown: Mapping[str, Preview], drawn: Path) -> None:
    """Put the pictures of links into the new site; one drawn before is taken from ``drawn``."""
    drawn.mkdir(exist_ok=True)
    for name, preview in shown.items():
        lacking = preview_picture.missing(preview)
        if lacking:
            print(f"build: {name}: the font has no {lacking}; run: make font")
        kept = drawn / f"{preview_picture.digest(preview)}.png"
        if not kept.is_file():
            half = kept.with_suffix(".half")
            half.write_bytes(preview_picture.png(preview))
            half.rename(kept)
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, path)


def _complaints(output: str) -> list[str]:
    lines = [line for line in output.splitlines() if not line.startswith("INFO")]
    return lines or output.splitlines()


def _swap(new: Path, current: Path, old: Path) -> None:
    if current.exists():
        current.rename(old)
    new.rename(current)


def _noon(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(12), datetime.UTC)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the workshop: a second build waits until the first is done."""
    workshop = root / ".build"
    workshop.mkdir(exist_ok=True)
    with (workshop / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build is running; waiting for it to end")
            fcntl.flock(lock, fcntl.LOCK_EX)
        for leftover in workshop.glob("tmp*"):  # of a build that was killed
            shutil.rmtree(leftover, ignore_errors=True)
        yield


def _say(started: float, words: str) -> None:
    print(f"{time.monotonic() - started:5.1f} s  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
