"""When a record or a page is to be looked at again."""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from guide.shapes import ClaimRecord, Word

DEFAULT_MONTHS = 12
PAGE_DAYS = ("written", "checked", "review_by")


@dataclass(frozen=True, slots=True)
class PageReview:
    """The life of a hand-written page; no ``reviewer`` until somebody from outside read it."""

    written: datetime.date
    checked: datetime.date
    review_by: datetime.date
    reviewer: str


def page_review(front: Mapping[str, str]) -> PageReview | None:
    """Return what a page's front matter says of its life, or nothing if a day is missing."""
    try:
        days = [datetime.date.fromisoformat(front[key]) for key in PAGE_DAYS]
    except (KeyError, ValueError):
        return None
    return PageReview(*days, front.get("reviewer", ""))


def review_by(record: ClaimRecord, vocabulary: Mapping[str, Mapping[str, Word]]) -> datetime.date:
    """Return the day by which a claim falls due for another look, by its kind."""
    word = vocabulary.get("kind", {}).get(record.kind)
    months = (word.review_months if word else None) or DEFAULT_MONTHS
    return months_after(record.checked, months)


def months_after(date: datetime.date, months: int) -> datetime.date:
    """Return the same day some months later, or the last of that month."""
    month = date.month - 1 + months
    year, month = date.year + month // 12, month % 12 + 1
    return datetime.date(year, month, min(date.day, calendar.monthrange(year, month)[1]))
