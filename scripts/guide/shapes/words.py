"""Closed lists and our own wording: ``seeds/vocabulary.toml``, ``seeds/wording.toml``."""

from typing import Annotated, Literal

from pydantic import Field

from guide.shapes.base import Bilingual, Shape, Words


class Word(Shape):
    """One word of a closed list in ``vocabulary.toml``."""

    label: Bilingual
    """The word as readers see it."""
    definition: Bilingual | None = None
    """What it means."""
    review_months: Annotated[int, Field(gt=0)] | None = None
    """For a `kind`: after how many months to look again."""


class ScaleWord(Word):
    """A word that a judgement is told in: it cannot do without a definition."""

    definition: Bilingual
    """What it means."""


# The lists whose words are scale words.
SCALES = frozenset({"trace", "finding", "stage", "flag", "confidence", "certainty"})


class ForbiddenWords(Shape):
    """Patterns that our own words must not match, by language."""

    zh: tuple[Words, ...]
    """Patterns for Chinese."""
    en: tuple[Words, ...]
    """Patterns for English."""


class AnimalWords(Shape):
    """How a sentence tells of an animal result, and how it names the animal."""

    result: Bilingual
    """A pattern that finds a sentence on an animal result."""
    name: Bilingual
    """A pattern that finds the animal’s name."""


class Avoided(Shape):
    """A rendering that misleads, as a pattern, and what to say instead."""

    pattern: Words
    """A pattern that finds the rendering."""
    instead: Words
    """What to say."""


class WordingRecord(Shape):
    """``seeds/wording.toml``."""

    ambiguous: tuple[Words, ...]
    """Abbreviations with more than one meaning; their terms need a warning."""
    avoid: dict[Literal["zh", "en"], tuple[Avoided, ...]]
    """Renderings that mislead, by language."""

    forbidden: ForbiddenWords
    """Hype, accusation and advice."""
    as_fact: ForbiddenWords
    """Findings told as facts where the source is not that sure."""
    animal: AnimalWords
    """How animal results are told."""
