"""How dates, numbers and names are written in each language."""

import calendar
import datetime
import json

OTHER = {"zh": "en", "en": "zh"}
TAGS = {"zh": "zh-Hans", "en": "en"}


def day(date: datetime.date | str, language: str) -> str:
    """Write a date, or a part of one (``2024``, ``2024-12``), as the language does."""
    parts = [int(part) for part in str(date).split("-")]
    if language == "zh":
        return "".join(f"{n}{unit}" for n, unit in zip(parts, "年月日", strict=False))
    months = [calendar.month_name[parts[1]]] if len(parts) > 1 else []
    days = [str(parts[2])] if len(parts) > 2 else []
    return " ".join([*days, *months, str(parts[0])])


def number(value: float) -> str:
    """Write a number without a needless decimal point."""
    return f"{value:.10g}"


def yaml(value: object) -> str:
    """Write a value for YAML front matter; JSON is YAML."""
    return json.dumps(value, ensure_ascii=False)
