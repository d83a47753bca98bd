"""Print every problem of every file under ``seeds/``; exit 1 if there is one.

On success it says in four lines what the library holds, what is still to do and
how plain the pages are.
"""

import datetime
import json
import os
import statistics
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

from guide import plain, rules
from guide.library import Library
from guide.problem import Problem, Severity
from guide.reader import GRADES, read

ROOT = Path(__file__).resolve().parent.parent


def checked(root: Path, today: datetime.date) -> tuple[Library, list[Problem]]:
    """Read and check the project at ``root``: the library and all problems, sorted by place."""
    library, problems = read(root)
    found = rules.problems(library, today, whole=not problems)
    return library, sorted([*problems, *found])


def remember(root: Path, library: Library) -> None:
    """Keep the reading grades for the next check; where nothing can be written, it computes."""
    grades = {
        plain.key(page.text): plain.grade(page.text, library.grades)
        for page in library.prose
        if page.language == "en"
    }
    if grades == library.grades:
        return
    with suppress(OSError):
        (root / GRADES).parent.mkdir(exist_ok=True)
        (root / GRADES).write_text(json.dumps(grades), encoding="utf-8")


def summary(library: Library) -> list[str]:
    """Say what the library holds, what is untranslated and how plain the pages are."""
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
        plainness(library),
    ]


def plainness(library: Library) -> str:
    """Say how plain the hand-written pages are: lowest, median and highest."""
    grades = [plain.grade(p.text, library.grades) for p in library.prose if p.language == "en"]
    lengths = [plain.median_sentence(p.text) for p in library.prose if p.language == "zh"]
    if not (grades and lengths):
        return "plain language: no page"
    low, middle, high = min(grades), statistics.median(grades), max(grades)
    return (
        f"plain language: English reading grade {low:.1f} to {high:.1f}, median {middle:.1f}; "
        f"Chinese median sentence {min(lengths):.0f} to {max(lengths):.0f} characters"
    )


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
        library, problems = checked(root, datetime.date.today())
        remember(root, library)
        status = report(library, problems)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as in: make check | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
