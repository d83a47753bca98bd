"""An article: ``seeds/texts/<t>/text.toml``."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from guide.shapes.base import Bilingual, Checksum, PartOfDate, Shape, Slug, WebAddress, Words


class Publisher(Shape):
    """Who put the text before its readers."""

    name: Bilingual
    """Its name."""
    who: Bilingual
    """What it is and does, in a sentence."""


class Published(Shape):
    """When and where the text came out; ``date`` stays away where none is printed.

    ``not_before`` is then the earliest date that the text itself allows.
    """

    date: datetime.date | None = None
    """The day printed in the text; left out if none is."""
    not_before: PartOfDate = ""
    """The earliest day that the text itself allows (`2025`, `2025-05` or a whole date)."""
    note: Bilingual
    """What is and is not known of the date."""
    where: WebAddress | None = None
    """Address of the copy that was seen; a draft may lack it."""
    seen: datetime.date
    """The day it was seen."""


class Rights(Shape):
    """Whose text it is, and how much of it the site may show."""

    show: Literal["full", "quoted"]
    """`full`: every sentence; `quoted`: only what a claim quotes."""
    note: Bilingual
    """Whose text it is and why so much of it is shown."""


class ReadingRecord(Shape):
    """How lines or a passage are to be read where no rule can know."""

    lines: Annotated[tuple[int, int], Field(description="first and last line, from 1")]
    """First and last line of the source, counted from 1."""
    quote: str = ""
    """A passage within the lines, where only part of them is meant."""
    form: Literal["", "heading", "paragraph", "list-item"] = ""
    """What the lines are, where their look misleads."""
    role: Literal[
        "", "body", "summary", "question", "answer", "advertisement", "disclaimer", "credit"
    ] = ""
    """What the lines are for: an advertisement, a disclaimer …"""
    level: Annotated[int, Field(ge=0, le=4)] = 0
    """Level of a heading, 1 to 4; 0: left as recognised."""
    why: Words
    """Why the rules cannot know this."""


class Exclusion(Shape):
    """A figure that needs no claim, and why not (a word of ``exclusion``)."""

    quote: Words
    """The figure with the words around it, as printed."""
    times: Annotated[int, Field(ge=1)] = 1
    """How often the source prints the quotation."""
    reason: Slug
    """A word of the list `exclusion`."""
    note: Bilingual | None = None
    """What a reader should know of it."""


class Origin(Shape):
    """The file that a text was taken from, and what it takes to make its characters again."""

    format: Literal["text", "html"]
    """What it was."""
    encoding: Words
    """In which encoding."""
    mark: bool = False
    """Whether it began with a byte-order mark."""
    line_ends: Literal["lf", "crlf", "cr"] = "lf"
    """Its line ends."""
    taken: tuple[Annotated[str, Field(pattern=r"^\d+ U\+[0-9A-F]{4,6}( line)?$")], ...] = ()
    """Characters that no file here may hold: `17 U+200E`, or `17 U+2028 line` for a line end."""
    sha256: Checksum
    """Checksum of the file."""


class TextRecord(Shape):
    """``seeds/texts/<t>/text.toml``: what is known about an article."""

    sha256: Checksum
    """Checksum of `source.txt`: the article never changes unnoticed."""
    draft: bool = False
    """While it is one, no site shows the text (see ``guide.drafts``)."""
    guessed: tuple[Words, ...] = ()
    """The keys that a program filled and nobody has confirmed."""
    title: Bilingual
    """Title of the page; ours, if the article has none."""
    summary: Bilingual
    """One sentence for the home page."""
    publisher: Publisher
    """Who put it out."""
    published: Published
    """When and where."""
    interest: Bilingual
    """What the publisher sells, and what is not said."""
    rights: Rights
    """Whose text it is, and how much is shown."""
    origin: Origin | None = None
    """The file that it was taken from."""
    reading: tuple[ReadingRecord, ...] = ()
    """Readings of single lines."""
    exclusion: tuple[Exclusion, ...] = ()
    """Figures that are no claim."""
