"""A therapy: ``seeds/therapies/<id>.toml``."""

import datetime
from typing import Annotated

from pydantic import Field

from guide.shapes.base import Bilingual, Shape, Slug, Words


class Cited(Shape):
    """Words in both languages and what they rest on.

    A source is the id of a reference, or ``claim:<text>/<id>``.
    """

    zh: Words
    """The words in Chinese."""
    en: Words
    """The words in English."""
    sources: tuple[Words, ...] = ()
    """Keys of references, or `claim:<text>/<id>`."""

    def __getitem__(self, language: str) -> str:
        """Return the words in ``language`` (``zh`` or ``en``)."""
        return {"zh": self.zh, "en": self.en}[language]


class Event(Shape):
    """One dated event in the life of a therapy, in one jurisdiction.

    ``overtakes`` names the claims (``<text>/<id>``) that the event has left behind.
    """

    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    """Year, month or day."""
    jurisdiction: Slug
    """A word of the list `jurisdiction`."""
    kind: Slug
    """A word of the list `event`."""
    what: Bilingual
    """What happened."""
    reference: Slug
    """The source that says so."""
    overtakes: tuple[Words, ...] = ()
    """Claims (`<text>/<id>`) that it has left behind."""


# The parts of a therapy that name their sources.
THERAPY_SECTIONS = (
    *("what", "cells", "route", "condition", "articles", "found", "harms", "unknowns", "cost"),
)


class TherapyRecord(Shape):
    """``seeds/therapies/<id>.toml``: one therapy or product that an article names."""

    name: Bilingual
    """Its name."""
    stage: Slug
    """How far it has come: a word of `stage`."""
    terms: tuple[Slug, ...] = ()
    """Glossary terms that name it."""
    what: Cited
    """What it is, in three sentences."""
    cells: Cited
    """Whose cells."""
    route: Cited
    """How it is given."""
    condition: Cited
    """For what."""
    articles: Cited
    """What the articles say."""
    found: Cited
    """What we found."""
    harms: Cited
    """Harms seen, and how many of how many."""
    unknowns: Cited
    """What is not known."""
    cost: Cited
    """Prices seen, and who quoted them."""
    events: tuple[Event, ...] = ()
    """Dated events."""
    checked: datetime.date
    """The day it was last checked."""
