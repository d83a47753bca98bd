"""What a new article seems to say of itself: title, publisher, date, address.

Every guess is marked as one in ``text.toml``; what is not found stays open.
"""

import datetime
import re
from dataclasses import dataclass

from guide.intake.fold import folded
from guide.intake.webpage import ADDRESS, WebPage
from guide.lines import HAN

_LONGEST_TITLE = 60  # characters
_NEAR = 8  # lines at either end, where a text speaks of itself
_NUMBERS = str.maketrans("０１２３４５６７８９", "0123456789")
_DATE = re.compile(
    r"(?<!\d)(20\d\d)\s*[-年./]\s*(1[0-2]|0?[1-9])\s*[-月./]\s*(3[01]|[12]\d|0?[1-9])(?!\d)"
)
_PUBLISHER = re.compile(
    r"(?:(?<![据料片图费])来源|发布(?:者|单位|机构)?|出品|公众号|主办(?:单位)?|转自)\s*[:：|｜/]\s*([^\s，。,;；|｜]{2,30})"
)
_LINK = re.compile(r"(?:原文|链接|网址|来源|出处|地址)[^\n]{0,8}?(https?://[^\s<>\"，。）)]+)")
_MARKUP = re.compile(r"^[#>*\s]+|[*#\s]+$")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a program takes an article's particulars to be; an empty string is not known."""

    title: str = ""
    publisher: str = ""
    date: datetime.date | None = None
    where: str = ""


def guessed(text: str, page: WebPage | None = None) -> Guess:
    """Return the particulars of a text, from its page if it was one, else from its lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    ends = folded("\n".join([*lines[:_NEAR], *lines[-_NEAR:]])).translate(_NUMBERS)
    own = "\n".join([*lines[:_NEAR], *lines[-_NEAR:]])
    named = _PUBLISHER.search(ends)
    link = _LINK.search(ends)
    return Guess(
        title=(page.title if page else "") or _title(lines),
        publisher=(page.publisher if page else "") or (own[slice(*named.span(1))] if named else ""),
        date=_date(page.date if page else "") or _date(ends),
        where=(page.where if page else "") or _address(link[1] if link else ""),
    )


def _title(lines: list[str]) -> str:
    """Return the first line if it is short and says something in Chinese."""
    first = _MARKUP.sub("", lines[0]) if lines else ""
    short = len(first) <= _LONGEST_TITLE and not first.endswith(("。", "，", "；", ","))
    return first if short and re.search(f"[{HAN}]", first) else ""


def _date(text: str) -> datetime.date | None:
    """Return the first day named, if it is one and not to come."""
    for match in _DATE.finditer(text):
        try:
            day = datetime.date(*map(int, match.groups()))
        except ValueError:
            continue
        return day
    return None


def _address(text: str) -> str:
    return text if ADDRESS.fullmatch(text) else ""
