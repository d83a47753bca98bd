"""A glossary term: ``seeds/terms/<id>.toml``."""

from typing import Literal

from guide.shapes.base import Bilingual, Shape, Slug, Words


class UsageWarning(Shape):
    """What to beware of in using or reading a term; ``kind`` is a word of ``warning``."""

    kind: Slug
    """A word of the list `warning`."""
    note: Bilingual
    """What to beware of."""


class TermSource(Shape):
    """A source for a term and what it says."""

    reference: Slug
    """Its key in `references.toml`."""
    says: Bilingual
    """What the source says of the term."""


class TermRecord(Shape):
    """``seeds/terms/<id>.toml``: one glossary term.

    ``zh`` is as the articles print it. ``zh_variants`` are other printed forms,
    ``zh_not`` passages whose characters only look like the term (优化疗效 is no
    化疗), ``en_variants`` other English renderings that the translations may use.
    ``zh_hant`` is a conversion of characters, not of words.
    """

    zh: Words
    """As the articles print it."""
    zh_standard: str = ""
    """The standard form, where it differs."""
    zh_standard_basis: Literal["", "seen", "article", "editor"] = ""
    """How we know that it is the standard form."""
    zh_hant: Words
    """Traditional characters of `zh`."""
    zh_standard_hant: str = ""
    """Traditional characters of `zh_standard`."""
    pinyin: str = ""
    """Reading with tone marks; left out for names in Latin letters."""
    pinyin_standard: str = ""
    """Reading of `zh_standard`."""
    en: Words
    """English headword."""
    abbr: str = ""
    """Abbreviation."""
    zh_variants: tuple[Words, ...] = ()
    """Other forms that the articles print."""
    zh_also: tuple[Words, ...] = ()
    """Other Chinese names that people search for."""
    zh_not: tuple[Words, ...] = ()
    """Passages whose characters only look like the term."""
    en_variants: tuple[Words, ...] = ()
    """Other English renderings that translations may use."""
    category: Slug
    """A word of the list `category`."""
    tier: Literal["A", "B", "name"]
    """A: explained at length; B: in a sentence or two; name: a person, body or product."""
    say: Bilingual | None = None
    """How an English abbreviation is said."""
    plain: Bilingual
    """The meaning for a lay reader."""
    technical: Bilingual | None = None
    """The meaning for a reader who wants more."""
    warnings: tuple[UsageWarning, ...] = ()
    """Wrong, loose or contested uses; words that shift between the languages."""
    related: tuple[Slug, ...] = ()
    """Ids of related terms."""
    sources: tuple[TermSource, ...] = ()
    """What the entry rests on."""
