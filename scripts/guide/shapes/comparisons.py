"""A comparison: ``seeds/comparisons/<id>.toml``."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from guide.shapes.base import Bilingual, PartOfDate, Shape, Slug, Words


class Count(Shape):
    """People helped (or harmed) of a group: what an icon array draws."""

    label: Bilingual
    """Who is counted."""
    percent: Annotated[float, Field(ge=0, le=100)] | None = None
    """Percentage, where only that is printed."""
    numerator: Annotated[int, Field(ge=0)] | None = None
    """How many."""
    denominator: Annotated[int, Field(gt=0)] | None = None
    """Of how many."""


class Cell(Shape):
    """One option's answer to one question.

    ``status`` stands where there is no answer to give; ``article`` is what the
    article's own table said.
    """

    status: Literal["reported", "not-reported", "does-not-apply"] = "reported"
    """Whether there is an answer."""
    says: Bilingual | None = None
    """The answer."""
    counts: tuple[Count, ...] = ()
    """Groups to draw; one denominator a row."""
    certainty: Slug | None = None
    """A word of the list `certainty`."""
    as_of: PartOfDate = ""
    """Date of the evidence."""
    sources: tuple[Words, ...] = ()
    """Keys of references, or `claim:<text>/<id>`."""
    article: Bilingual | None = None
    """What the article’s own table says."""


class Option(Shape):
    """One column of a comparison."""

    id: Slug
    """Its name within the comparison."""
    name: Bilingual
    """Heading of the column."""
    therapy: Slug | None = None
    """The therapy with its own page."""


class Question(Shape):
    """One row: a reader's question and each option's answer, by option id."""

    id: Slug
    """Its name within the comparison."""
    text: Bilingual
    """The question."""
    denominator: Bilingual | None = None
    """Of whom the counts of this row are."""
    cells: dict[str, Cell]
    """Answers by option: `questions.cells.<option>`."""


class PageCount(Shape):
    """On how many printed pages a comparison fits, at most."""

    a4: Annotated[int, Field(gt=0)]
    """Sheets of A4."""
    letter: Annotated[int, Field(gt=0)]
    """Sheets of US Letter."""


class ComparisonRecord(Shape):
    """``seeds/comparisons/<id>.toml``: one comparison page."""

    title: Bilingual
    """Its title."""
    lead: Bilingual
    """What is compared, and what it cannot tell."""
    pages: PageCount
    """On how many sheets it prints, at most."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]
    """The columns; care without cells is one."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    """The rows."""
    checked: datetime.date
    """The day it was last checked."""
