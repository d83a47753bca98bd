"""Print every problem of every file under ``seeds/``; exit 1 if there is one.

On success it says in three lines what the library holds and what is still to do.
"""

import datetime
import os
import sys
from collections import Counter
from pathlib import Path

from guide import rules
from guide.library import Library
from guide.problem import Problem, Severity
from guide.reader import read

ROOT = Path(__file__).resolve().parent.parent


def checked(root: Path, today: datetime.date) -> tuple[Library, list[Problem]]:
    """Read and check the project at ``root``: the library and all problems, sorted by place."""
    library, problems = read(root)
    found = rules.problems(library, today, whole=not problems)
    return library, sorted([*problems, *found])


def summary(library: Library) -> list[str]:
    """Say in three lines what the library holds and what is untranslated."""
    states = Counter(text.state(s.id) for text in library.texts for s in text.sentences)
    findings = Counter(claim.record.finding for claim in library.claims)
    undone = states["untranslated"] + states["fuzzy"]
    return [
        f"texts: {len(library.texts)}, sentences: {states.total()}, "
        f"references: {len(library.references)}",
        f"claims: {len(library.claims)}"
        + "".join(f", {finding} {n}" for finding, n in findings.most_common()),
        f"translation: {states['translated']} done, {undone} to do"
        + (f" ({states['fuzzy']} fuzzy)" if undone else ""),
    ]


def report(library: Library, problems: list[Problem]) -> int:
    """Print the problems, or the summary; return the exit status."""
    for problem in problems:
        print(problem)
    failing = [p for p in problems if p.severity is not Severity.WARNING]
    if failing:
        print(f"{len(failing)} problem(s)", file=sys.stderr)
        return 1
    print("\n".join(summary(library)))
    return 0


def main(root: Path = ROOT) -> int:
    """Check the project; the exit status says whether it is sound."""
    try:
        status = report(*checked(root, datetime.date.today()))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as in: make check | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
