"""When a record is to be looked at again."""

import calendar
import datetime
from collections.abc import Mapping

from guide.shapes import ClaimRecord, Word

DEFAULT_MONTHS = 12


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
