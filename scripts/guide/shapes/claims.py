"""A claim: ``seeds/claims/<t>/<id>.toml``."""

import datetime
from typing import Annotated

from pydantic import Field

from guide.shapes.base import Bilingual, Shape, Slug, Words


class Group(Shape):
    """People, animals or samples behind a percentage, so that it can be drawn and checked."""

    label: Bilingual
    """Who or what is counted."""
    percent: Annotated[float, Field(ge=0, le=100)] | None = None
    """The percentage, where it is printed."""
    numerator: Annotated[int, Field(ge=0)] | None = None
    """How many of them; left out if not seen."""
    denominator: Annotated[int, Field(gt=0)] | None = None
    """Of how many; left out if not seen."""
    reference: Slug
    """The source that prints the numbers."""


class Evidence(Shape):
    """One source and what *it* says, in our words."""

    reference: Slug
    """Its key in `references.toml`."""
    locator: Bilingual | None = None
    """Where in the source: a table, a page."""
    stage: Slug | None = None
    """Stage of this piece of evidence: a word of the list `stage`."""
    says: Bilingual
    """What the source says, in our words."""


class Search(Shape):
    """One place where we looked, with what words, and what came of it."""

    place: Slug
    """Where we looked: a word of the list `place`."""
    query: Words
    """The words used."""
    date: datetime.date
    """The day."""
    result: Bilingual
    """What came back."""


class Input(Shape):
    """One named number of a calculation."""

    value: int | float
    """The number."""
    label: Bilingual
    """What it is and where it stands."""


class Arithmetic(Shape):
    """A calculation over figures of the article, recomputed at every build."""

    inputs: dict[str, Input]
    """Named numbers, e.g. `inputs.weeks_claimed`."""
    expression: Words
    """A sum over the names: `+ - * / ( )` and numbers, nothing else."""
    equals: float
    """The result as written; recomputed at every build."""
    unit: Bilingual | None = None
    """What the result counts."""
    says: Bilingual
    """What the result means for the claim."""


class Verdict(Shape):
    """An earlier verdict of a claim, kept when it changes."""

    date: datetime.date
    """The day on which it was given up."""
    finding: Slug
    """The finding until then."""
    note: Bilingual
    """Why it changed."""


class ClaimRecord(Shape):
    """``seeds/claims/<t>/<id>.toml``: one statement of an article and what we found."""

    quote: Words
    """The article’s words, exactly as printed."""
    times: Annotated[int, Field(ge=1, description="how often the article prints the quote")] = 1
    """How often the article prints the quotation."""
    kind: Slug
    """A word of the list `kind`, which also says after how many months to look again."""
    trace: Slug
    """What the article itself offers: a word of `trace`."""
    finding: Slug
    """What we found: a word of `finding`."""
    stage: Slug
    """How far the evidence has come: a word of `stage`."""
    flags: tuple[Slug, ...] = ()
    """What to notice when reading: words of `flag`."""
    confidence: Slug
    """How sure we are: a word of `confidence`."""
    ratings: Annotated[int, Field(ge=1, le=2)]
    """How many independent ratings stand behind the finding."""
    checked: datetime.date
    """The day it was last checked."""
    due: datetime.date | None = None
    """The day on which a forecast falls due."""
    therapies: tuple[Slug, ...] = ()
    """Therapies that it is about."""
    gist: Bilingual
    """What we found, in one line."""
    why: Bilingual
    """Two to four sentences for a lay reader."""
    change: Bilingual | None = None
    """What would change the finding; needed where it is `untraced`."""
    groups: tuple[Group, ...] = ()
    """People, animals or samples behind a percentage."""
    evidence: tuple[Evidence, ...] = ()
    """The sources, each with what it says."""
    searched: tuple[Search, ...] = ()
    """Where we looked; `untraced` needs three or more."""
    arithmetic: tuple[Arithmetic, ...] = ()
    """Sums over figures of the article."""
    history: tuple[Verdict, ...] = ()
    """Earlier findings."""


class StubRecord(Shape):
    """``seeds/claims/<t>/<id>.draft.toml``: a passage with figures that nobody has judged yet.

    It is the beginning of a claim: judged, it is renamed to ``<id>.toml``.
    """

    quote: Words
    """The article’s words, exactly as printed."""
    times: Annotated[int, Field(ge=1)] = 1
    """How often the article prints the quotation."""
