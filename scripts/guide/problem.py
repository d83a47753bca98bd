"""A problem: one thing wrong in one place, said in one line with its cure."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem stops."""

    ERROR = "error"  # the check fails and nothing is built
    UNFINISHED = "unfinished"  # the check fails; a page is built and says so
    WARNING = "warning"  # shown, and stops nothing


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding about one line of one file.

    ``path`` is relative to the project, ``line`` counts from 1, ``code`` is a
    stable word that tests and editors can hold on to, and ``message`` says the
    fault and, where there is one, the cure.
    """

    path: str
    line: int
    code: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return ``path:line: code: message`` on a single line."""
        word = "warning: " if self.severity is Severity.WARNING else ""
        line = f"{self.path}:{self.line}: {word}{self.code}: {self.message}"
        return " ".join(printable(line).split())


def printable(words: str) -> str:
    """Leave out what a terminal could take for a command, or for the end of a line."""
    return "".join(c if c.isprintable() else " " for c in words)


class UnreadableError(Exception):
    """A file cannot be taken at all; carries the problem to be shown."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
