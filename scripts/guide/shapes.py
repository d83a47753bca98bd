"""The shape of every record in ``seeds/``: one model a kind of file.

Shape only (keys, types, patterns); what the values mean is checked by
``guide.rules``. The models also make the JSON Schemas in ``site/data/``.
"""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Checksum = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]


class Shape(BaseModel):
    """A record: no unknown key, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Shape):
    """The same words in both languages of the guide."""

    zh: Words
    en: Words

    def __getitem__(self, language: str) -> str:
        """Return the words in ``language`` (``zh`` or ``en``)."""
        return {"zh": self.zh, "en": self.en}[language]


class Publisher(Shape):
    """Who put the text before its readers."""

    name: Bilingual
    who: Bilingual


class Published(Shape):
    """When and where the text came out; ``date`` stays away where none is printed.

    ``not_before`` is then the earliest date that the text itself allows.
    """

    date: datetime.date | None = None
    not_before: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    note: Bilingual
    where: WebAddress
    seen: datetime.date


class Rights(Shape):
    """Whose text it is, and how much of it the site may show."""

    show: Literal["full", "quoted"]
    note: Bilingual


class ReadingRecord(Shape):
    """How lines or a passage are to be read where no rule can know."""

    lines: Annotated[tuple[int, int], Field(description="first and last line, from 1")]
    quote: str = ""
    form: Literal["", "heading", "paragraph", "list-item"] = ""
    role: Literal[
        "", "body", "summary", "question", "answer", "advertisement", "disclaimer", "credit"
    ] = ""
    level: Annotated[int, Field(ge=0, le=4)] = 0
    why: Words


class Exclusion(Shape):
    """A figure that needs no claim, and why not (a word of ``exclusion``)."""

    quote: Words
    times: Annotated[int, Field(ge=1)] = 1
    reason: Slug
    note: Bilingual | None = None


class TextRecord(Shape):
    """``seeds/texts/<t>/text.toml``: what is known about an article."""

    sha256: Checksum
    title: Bilingual
    summary: Bilingual
    publisher: Publisher
    published: Published
    interest: Bilingual
    rights: Rights
    reading: tuple[ReadingRecord, ...] = ()
    exclusion: tuple[Exclusion, ...] = ()


class Group(Shape):
    """People, animals or samples behind a percentage, so that it can be drawn and checked."""

    label: Bilingual
    percent: Annotated[float, Field(ge=0, le=100)] | None = None
    numerator: Annotated[int, Field(ge=0)] | None = None
    denominator: Annotated[int, Field(gt=0)] | None = None
    reference: Slug


class Evidence(Shape):
    """One source and what *it* says, in our words."""

    reference: Slug
    locator: Bilingual | None = None
    stage: Slug | None = None
    says: Bilingual


class Search(Shape):
    """One place where we looked, with what words, and what came of it."""

    place: Slug
    query: Words
    date: datetime.date
    result: Bilingual


class Input(Shape):
    """One named number of a calculation."""

    value: int | float
    label: Bilingual


class Arithmetic(Shape):
    """A calculation over figures of the article, recomputed at every build."""

    inputs: dict[str, Input]
    expression: Words
    equals: float
    unit: Bilingual | None = None
    says: Bilingual


class Verdict(Shape):
    """An earlier verdict of a claim, kept when it changes."""

    date: datetime.date
    finding: Slug
    note: Bilingual


class ClaimRecord(Shape):
    """``seeds/claims/<t>/<id>.toml``: one statement of an article and what we found."""

    quote: Words
    times: Annotated[int, Field(ge=1, description="how often the article prints the quote")] = 1
    kind: Slug
    trace: Slug
    finding: Slug
    stage: Slug
    flags: tuple[Slug, ...] = ()
    confidence: Slug
    ratings: Annotated[int, Field(ge=1, le=2)]
    checked: datetime.date
    due: datetime.date | None = None
    therapies: tuple[Slug, ...] = ()
    gist: Bilingual
    why: Bilingual
    change: Bilingual | None = None
    groups: tuple[Group, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    searched: tuple[Search, ...] = ()
    arithmetic: tuple[Arithmetic, ...] = ()
    history: tuple[Verdict, ...] = ()


class Author(Shape):
    """A person or a body, under CSL's names."""

    family: Words | None = None
    given: Words | None = None
    literal: Words | None = None


class ReferenceRecord(Shape):
    """One source in ``references.toml``, under CSL's field names where CSL has one.

    ``read`` says how much of it was seen; ``copy`` that a copy was read and the
    original was not; a reference without a fit address carries no ``URL``.
    """

    type: Slug
    title: Words
    author: tuple[Author, ...] = ()
    container_title: Annotated[str, Field(alias="container-title")] = ""
    publisher: str = ""
    issued: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    language: Literal["en", "zh", "de", "ja", "fr", "ko"] = "en"
    DOI: Annotated[str, Field(pattern=r"^(10\.\d{4,9}/\S+)?$")] = ""
    PMID: Annotated[str, Field(pattern=r"^(\d{1,9})?$")] = ""
    PMCID: Annotated[str, Field(pattern=r"^(PMC\d+)?$")] = ""
    NCT: Annotated[str, Field(pattern=r"^(NCT\d{8})?$")] = ""
    URL: WebAddress | None = None
    accessed: datetime.date
    read: Literal["excerpt", "abstract", "full", "title"]
    copy_read: Bilingual | None = None
    grade: Slug


class Word(Shape):
    """One word of a closed list in ``vocabulary.toml``."""

    label: Bilingual
    definition: Bilingual | None = None
    review_months: Annotated[int, Field(gt=0)] | None = None


class UsageWarning(Shape):
    """What to beware of in using or reading a term; ``kind`` is a word of ``warning``."""

    kind: Slug
    note: Bilingual


class TermSource(Shape):
    """A source for a term and what it says."""

    reference: Slug
    says: Bilingual


class TermRecord(Shape):
    """``seeds/terms/<id>.toml``: one glossary term.

    ``zh`` is as the articles print it. ``zh_variants`` are other printed forms,
    ``zh_not`` passages whose characters only look like the term (优化疗效 is no
    化疗), ``en_variants`` other English renderings that the translations may use.
    ``zh_hant`` is a conversion of characters, not of words.
    """

    zh: Words
    zh_standard: str = ""
    zh_standard_basis: Literal["", "seen", "article", "editor"] = ""
    zh_hant: Words
    zh_standard_hant: str = ""
    pinyin: str = ""
    pinyin_standard: str = ""
    en: Words
    abbr: str = ""
    zh_variants: tuple[Words, ...] = ()
    zh_also: tuple[Words, ...] = ()
    zh_not: tuple[Words, ...] = ()
    en_variants: tuple[Words, ...] = ()
    category: Slug
    tier: Literal["A", "B", "name"]
    say: Bilingual | None = None
    plain: Bilingual
    technical: Bilingual | None = None
    warnings: tuple[UsageWarning, ...] = ()
    related: tuple[Slug, ...] = ()
    sources: tuple[TermSource, ...] = ()


class ForbiddenWords(Shape):
    """Patterns that our own words must not match, by language."""

    zh: tuple[Words, ...]
    en: tuple[Words, ...]


class AnimalWords(Shape):
    """How a sentence tells of an animal result, and how it names the animal."""

    result: Bilingual
    name: Bilingual


class Avoided(Shape):
    """A rendering that misleads, as a pattern, and what to say instead."""

    pattern: Words
    instead: Words


class WordingRecord(Shape):
    """``seeds/wording.toml``."""

    ambiguous: tuple[Words, ...]
    avoid: dict[Literal["zh", "en"], tuple[Avoided, ...]]

    forbidden: ForbiddenWords
    as_fact: ForbiddenWords
    animal: AnimalWords


class Cited(Shape):
    """Words in both languages and what they rest on.

    A source is the id of a reference, or ``claim:<text>/<id>``.
    """

    zh: Words
    en: Words
    sources: tuple[Words, ...] = ()

    def __getitem__(self, language: str) -> str:
        """Return the words in ``language`` (``zh`` or ``en``)."""
        return {"zh": self.zh, "en": self.en}[language]


class Event(Shape):
    """One dated event in the life of a therapy, in one jurisdiction.

    ``overtakes`` names the claims (``<text>/<id>``) that the event has left behind.
    """

    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    jurisdiction: Slug
    kind: Slug
    what: Bilingual
    reference: Slug
    overtakes: tuple[Words, ...] = ()


# The parts of a therapy that name their sources.
THERAPY_SECTIONS = (
    *("what", "cells", "route", "condition", "articles", "found", "harms", "unknowns", "cost"),
)


class TherapyRecord(Shape):
    """``seeds/therapies/<id>.toml``: one therapy or product that an article names."""

    name: Bilingual
    stage: Slug
    terms: tuple[Slug, ...] = ()
    what: Cited
    cells: Cited
    route: Cited
    condition: Cited
    articles: Cited
    found: Cited
    harms: Cited
    unknowns: Cited
    cost: Cited
    events: tuple[Event, ...] = ()
    checked: datetime.date


class Count(Shape):
    """People helped (or harmed) of a group: what an icon array draws."""

    label: Bilingual
    percent: Annotated[float, Field(ge=0, le=100)] | None = None
    numerator: Annotated[int, Field(ge=0)] | None = None
    denominator: Annotated[int, Field(gt=0)] | None = None


class Cell(Shape):
    """One option's answer to one question.

    ``status`` stands where there is no answer to give; ``article`` is what the
    article's own table said.
    """

    status: Literal["reported", "not-reported", "does-not-apply"] = "reported"
    says: Bilingual | None = None
    counts: tuple[Count, ...] = ()
    certainty: Slug | None = None
    as_of: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    sources: tuple[Words, ...] = ()
    article: Bilingual | None = None


class Option(Shape):
    """One column of a comparison."""

    id: Slug
    name: Bilingual
    therapy: Slug | None = None


class Question(Shape):
    """One row: a reader's question and each option's answer, by option id."""

    id: Slug
    text: Bilingual
    denominator: Bilingual | None = None
    cells: dict[str, Cell]


class PageCount(Shape):
    """On how many printed pages a comparison fits, at most."""

    a4: Annotated[int, Field(gt=0)]
    letter: Annotated[int, Field(gt=0)]


class ComparisonRecord(Shape):
    """``seeds/comparisons/<id>.toml``: one comparison page."""

    title: Bilingual
    lead: Bilingual
    pages: PageCount
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    checked: datetime.date


class DrawingRecord(Shape):
    """``docs/drawings/<id>.toml``: the words of a drawing, in both languages."""

    title: Bilingual
    desc: Bilingual
    labels: dict[str, Bilingual]
