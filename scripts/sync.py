"""Bring every PO file up to its source; idempotent, and nothing translated is lost.

A file that cannot be read whole is left alone: its problems are printed instead.
"""

import sys
from pathlib import Path

from guide.problem import Problem
from guide.reader import read
from guide.translation import merged, serialised

ROOT = Path(__file__).resolve().parent.parent


def main(root: Path = ROOT) -> int:
    """Write the PO files that change; print each, or the problems that stop it."""
    library, problems = read(root)
    stopping = [p for p in problems if _stops(p)]
    for problem in stopping:
        print(problem)
    broken = {p.path.rsplit("/", 1)[0] for p in stopping}
    for text in library.texts:
        if text.folder in broken:
            continue
        path = root / text.folder / "en.po"
        wanted = serialised(merged(text.sentences, text.entries))
        if wanted != text.po:
            path.write_text(wanted, encoding="utf-8", newline="\n")
            print(f"{text.folder}/en.po: written")
    return 1 if stopping else 0


def _stops(problem: Problem) -> bool:
    """A text with any problem of its own stays as it is, save a PO file yet to be made."""
    missing = problem.code == "file-missing" and problem.path.endswith("/en.po")
    return problem.path.startswith("seeds/texts/") and not missing


if __name__ == "__main__":
    sys.exit(main())
