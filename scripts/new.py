"""Take in a new article: ``make new TEXT=knee SOURCE=article.txt [FORMAT=text|html|page]``.

Writes ``seeds/texts/<TEXT>/`` and ``seeds/claims/<TEXT>/`` whole or not at all, and
prints what it saw. Nothing else is changed; removing the two folders undoes it.
"""

import argparse
import datetime
import os
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from guide.glossary import Glossary
from guide.intake import RefusedError
from guide.intake.article import FORMATS, LARGEST_FILE, article
from guide.intake.folder import files, text_toml
from guide.intake.guesses import guessed
from guide.intake.outline import proposals
from guide.intake.report import Seen, report
from guide.intake.stubs import stubs
from guide.library import Library, Text
from guide.problem import printable
from guide.reader import SEEDS, read
from guide.shapes import TextRecord
from guide.slugs import slug_problem

ROOT = Path(__file__).resolve().parent.parent
_PAGES = dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html")
FOLDERS = ("claims", "texts")  # the text last: with it the article is there


def main(root: Path = ROOT) -> int:
    """Take in the article named on the command line or, by make, in the environment."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("text", "source", "format"):
        parser.add_argument(f"--{name}", default=os.environ.get(name.upper(), ""))
    arguments = parser.parse_args()
    try:
        new(root, arguments.text, arguments.source, arguments.format)
    except RefusedError as error:
        print(printable(f"new: {error}"), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"new: {error.filename or root}: {error.strerror}; nothing written", file=sys.stderr)
        return 1
    return 0


def new(root: Path, text_id: str, source: str, form: str = "") -> None:
    """Take in ``source`` as the text ``text_id``; print the report.

    Raises :class:`RefusedError` with one line for whatever cannot be taken.
    """
    if not text_id or not source:
        raise RefusedError("name both: make new TEXT=knee SOURCE=article.txt")
    if form not in FORMATS:
        raise RefusedError(f"FORMAT={form} is none of: {', '.join(filter(None, FORMATS))}")
    _refuse_id(root, text_id)
    try:
        found = article(_bytes(source), form or _PAGES.get(Path(source).suffix.lower(), ""))
    except RefusedError as error:
        raise RefusedError(f"{source}: {error}") from None
    library, _ = read(root)
    guess = guessed(found.text.text, found.page)
    readings = proposals(found.text.text, found.page.rows if found.page else ())
    toml = text_toml(found.origin, found.text, guess, readings, datetime.date.today())
    text = _text(text_id, found.text.text, toml)
    proposed = stubs(text)
    _write(root, text_id, files(text, toml, proposed, _words(library)))
    seen = Seen(text, found, guess, readings, proposed)
    for line in report(seen, Glossary(library)):
        print(printable(line))


def _refuse_id(root: Path, text_id: str) -> None:
    if fault := slug_problem(text_id):
        raise RefusedError(f"TEXT: {fault}")
    for kind in FOLDERS:
        if os.path.lexists(root / SEEDS / kind / text_id):
            message = f"{SEEDS}/{kind}/{text_id} is there already; choose another TEXT or remove it"
            raise RefusedError(message)


def _bytes(source: str) -> bytes:
    path = Path(source)
    try:
        if path.is_dir():
            raise RefusedError("it is a folder; name the file of the article")
        if path.exists() and not path.is_file():
            raise RefusedError("it is no ordinary file")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise RefusedError(f"cannot be read ({error.strerror})") from None
    except ValueError:
        raise RefusedError("it is no path") from None


def _text(text_id: str, source: str, toml: str) -> Text:
    """Return the text as the reader will read it, its readings applied."""
    record = TextRecord.model_validate(tomllib.loads(toml))
    folder = f"{SEEDS}/texts/{text_id}"
    return Text(text_id, folder, record, source, record.sha256, toml)


def _words(library: Library) -> Mapping[str, tuple[str, ...]]:
    return {kind: tuple(words) for kind, words in library.vocabulary.items()}


def _write(root: Path, text_id: str, folders: Mapping[str, Mapping[str, str]]) -> None:
    """Write both folders aside, then move them into place; a failure leaves neither."""
    workshop = root / ".build"
    workshop.mkdir(exist_ok=True)
    moved: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="new-", dir=workshop) as aside:
        for kind in FOLDERS:
            folder = Path(aside) / kind
            folder.mkdir()
            for name, content in folders[kind].items():
                (folder / name).write_text(content, encoding="utf-8", newline="\n")
        try:
            for kind in FOLDERS:
                place = root / SEEDS / kind / text_id
                place.parent.mkdir(parents=True, exist_ok=True)
                (Path(aside) / kind).rename(place)
                moved.append(place)
        except OSError:
            for place in moved:
                shutil.rmtree(place)
            raise


if __name__ == "__main__":
    sys.exit(main())
