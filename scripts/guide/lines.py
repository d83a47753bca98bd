"""What a line of an article is, told by its shape: heading, list item, table row, credit.

``form`` is how a line is set, ``role`` what it is for, ``level`` the rank of a
heading (0 for anything else). Where no rule can know, ``text.toml`` says it.
"""

import re
from collections.abc import Callable

HAN = r"\u3400-\u9fff\uf900-\ufaff"

_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|(\s*:?-+:?\s*\|)+\s*$")
LIST_MARK = re.compile(r"\s*(?:[-*+•·]\s+|\d{1,2}[.)]\s+(?=\S))")
HEADING_MARK = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_NUMBERED_HEADING = re.compile(r"\s*\d{1,2}、")
_CHINESE_NUMBERED_HEADING = re.compile(r"\s*[一二三四五六七八九十]{1,3}、")
_REFERENCE = re.compile(r"\s*\[\d+\]")
_ANSWER = re.compile(r"\s*答[:：]")
_SUMMARY = re.compile(r"\s*(?:摘要|导读)[:：]")
_DISCLAIMER = re.compile(r"\s*免责(?:说明|声明)")
_CREDIT = re.compile(r"\s*(?:来源|作者|撰文|编辑|责编|审核)[:：]")
_REFERENCES_HEADING = re.compile(r"\s*(?:主要)?参考(?:资料|文献)[:：]?\s*$")
_SENTENCE_MARK = re.compile(r"[。！？!?；;…，,：:]")
HEADING_LENGTH = 40


def recognised(row: str, following: str) -> tuple[str, str, int]:
    """Return the (form, role, level) of a line by its shape alone; ``following`` is the next."""
    if _TABLE_ROW.match(row):
        return _table_line(row, following), "body", 0
    if mark := HEADING_MARK.match(row):
        return "heading", "body", min(max(len(mark[1]), 2), 4)
    for test, form, role, level in _LINE_RULES:
        if test(row):
            return form, role, level
    return "paragraph", "body", 0


def _table_line(row: str, following: str) -> str:
    if _TABLE_RULE.match(row):
        return "table-rule"
    return "table-header" if _TABLE_RULE.match(following) else "table-cell"


def _is_question(row: str) -> bool:
    return _is_numbered_heading(row) and row.rstrip().endswith(("?", "？"))


def _is_numbered_heading(row: str) -> bool:
    return bool(_NUMBERED_HEADING.match(row)) and not _has_sentence_inside(row)


def _is_chinese_numbered_heading(row: str) -> bool:
    return bool(_CHINESE_NUMBERED_HEADING.match(row)) and not _has_sentence_inside(row)


def _has_sentence_inside(row: str) -> bool:
    return bool(re.search(r"[。！!]", row))


def _looks_like_heading(row: str) -> bool:
    """A short line without sentence punctuation, save one colon inside it."""
    text = row.strip()
    if not text or len(text) > HEADING_LENGTH or not re.search(rf"[{HAN}]", text):
        return False
    marks = _SENTENCE_MARK.findall(text)
    return not marks or (marks in ([":"], ["："]) and text[-1] not in ":：")


# The first rule that fits says what a line is: (test, form, role, level).
_LINE_RULES: tuple[tuple[Callable[[str], object], str, str, int], ...] = (
    (_REFERENCE.match, "reference", "reference", 0),
    (_REFERENCES_HEADING.match, "heading", "body", 2),
    (_is_question, "heading", "question", 2),
    (_is_numbered_heading, "heading", "body", 2),
    (_is_chinese_numbered_heading, "heading", "body", 3),
    (LIST_MARK.match, "list-item", "body", 0),
    (_ANSWER.match, "paragraph", "answer", 0),
    (_SUMMARY.match, "paragraph", "summary", 0),
    (_DISCLAIMER.match, "paragraph", "disclaimer", 0),
    (_CREDIT.match, "paragraph", "credit", 0),
    (_looks_like_heading, "heading", "body", 2),
)
