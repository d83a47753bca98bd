"""A source: one table of ``seeds/references.toml``."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from guide.shapes.base import Bilingual, PartOfDate, Shape, Slug, WebAddress, Words


class Author(Shape):
    """A person or a body, under CSL's names."""

    family: Words | None = None
    """Family name."""
    given: Words | None = None
    """Given name."""
    literal: Words | None = None
    """A body, or a name that is not to be taken apart."""


class ReferenceRecord(Shape):
    """One source in ``references.toml``, under CSL's field names where CSL has one.

    ``read`` says how much of it was seen; ``copy`` that a copy was read and the
    original was not; a reference without a fit address carries no ``URL``.
    """

    type: Slug
    """CSL type: `article-journal`, `webpage` …"""
    title: Words
    """Title as the source prints it; in brackets and described, if it was not shown."""
    author: tuple[Author, ...] = ()
    """Authors in order."""
    container_title: Annotated[str, Field(alias="container-title")] = ""
    """Journal, book or site that it stands in."""
    publisher: str = ""
    """Who put it out."""
    issued: PartOfDate = ""
    """Date of publication."""
    volume: str = ""
    """Volume."""
    issue: str = ""
    """Issue."""
    page: str = ""
    """Pages or article number."""
    language: Literal["en", "zh", "de", "ja", "fr", "ko"] = "en"
    """Language of the source."""
    DOI: Annotated[str, Field(pattern=r"^(10\.\d{4,9}/\S+)?$")] = ""
    """Digital object identifier, if seen."""
    PMID: Annotated[str, Field(pattern=r"^(\d{1,9})?$")] = ""
    """PubMed’s number, if seen."""
    PMCID: Annotated[str, Field(pattern=r"^(PMC\d+)?$")] = ""
    """PubMed Central’s number, if seen."""
    NCT: Annotated[str, Field(pattern=r"^(NCT\d{8})?$")] = ""
    """ClinicalTrials.gov’s number, if seen."""
    URL: WebAddress | None = None
    """Address; left out where none is fit."""
    accessed: datetime.date
    """The day it was seen."""
    read: Literal["excerpt", "abstract", "full", "title"]
    """How much of it was seen."""
    copy_read: Bilingual | None = None
    """Which copy was read, where the original was not."""
    grade: Slug
    """A word of the list `grade`: primary, secondary …"""
