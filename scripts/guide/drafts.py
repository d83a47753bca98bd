"""Texts that are not finished: what may be missing in them while only their editors look.

A text with ``draft = true`` is published by no build. ``DRAFT=1`` shows it all the
same, whole and with its gaps marked. It forgives what is *missing* in a draft, never
what is wrong, and nothing in a finished text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guide.exclusions import unaccounted
from guide.library import Library, Text
from guide.problem import Problem, Severity

# What stands where nobody has written anything yet.
PLACEHOLDER: Mapping[str, str] = {"zh": "（待写）", "en": "(to be written)"}

# The only problems that a draft may have and still be shown to its editors.
TOLERATED = frozenset(
    {
        "text-draft",
        "text-guessed",
        "words-missing",
        "where-missing",
        "claim-draft",
        "figure-unclaimed",
    }
)


def tolerated(library: Library, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems, those that a draft may have lowered to ``unfinished``."""
    return [
        replace(p, severity=Severity.UNFINISHED)
        if p.code in TOLERATED and _draft_of(library, p)
        else p
        for p in problems
    ]


def opened(library: Library) -> Library:
    """Return the library with every draft shown whole, whatever its rights allow later."""
    return replace(library, texts=tuple(map(_opened, library.texts)))


def _opened(text: Text) -> Text:
    if not text.record.draft:
        return text
    rights = text.record.rights.model_copy(update={"show": "full"})
    return replace(text, record=text.record.model_copy(update={"rights": rights}))


@dataclass(frozen=True)
class Gap:
    """A figure that nobody has judged yet: its sentence and its place in the source."""

    sentence: str
    figure: str
    start: int
    end: int


def gaps(library: Library, text: Text) -> tuple[Gap, ...]:
    """Return the figures of a text that no claim and no exclusion accounts for."""
    return tuple(
        Gap(sentence.id, figure.text, start, end)
        for sentence, figure, start, end in unaccounted(text, library.claims_of(text.id))
    )


@dataclass(frozen=True)
class Left:
    """How much of a draft is still to do."""

    untranslated: int
    gaps: tuple[Gap, ...]


def left(library: Library) -> dict[str, Left]:
    """Return what is still to do in each draft, by the id of the text."""
    return {
        text.id: Left(
            sum(not text.english(s.id) for s in text.sentences),
            gaps(library, text),
        )
        for text in library.texts
        if text.record.draft
    }


def told(library: Library, problems: Iterable[Problem]) -> Iterator[str]:
    """Yield what a build prints: each problem, and for each draft how much is still to do."""
    open_ones: Counter[str] = Counter()
    for problem in problems:
        draft = _draft_of(library, problem)
        if draft and problem.severity is Severity.UNFINISHED:
            open_ones[draft] += 1
        else:
            yield str(problem)
    yield from (
        f"draft {draft}: {count} still to do; see make check" for draft, count in open_ones.items()
    )


def _draft_of(library: Library, problem: Problem) -> str:
    """Return the draft whose folders a problem lies in, or nothing."""
    for text in library.texts:
        folders = (f"{text.folder}/", f"seeds/claims/{text.id}/")
        if text.record.draft and problem.path.startswith(folders):
            return text.id
    return ""
