"""What a line seems to be where the splitter alone would read it wrongly: proposed readings.

Each proposal is a ``[[reading]]`` of ``text.toml`` with its reason, to be confirmed
or deleted by a person; the article itself is not touched.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guide.intake.fold import folded
from guide.intake.page_lines import Row
from guide.source import Sentence, split

_SHORT = 60  # characters; an invitation or a credit is a short line
_MANY_HEADINGS = 3  # one after the other: then they are lines of text
_PROMOTION = re.compile(
    r"扫码|扫一扫|二维码|长按识别|加(?:我|客服|微信|好友)|添加.{0,8}微信|微信号|公众号|视频号"
    r"|点击.{0,6}(?:原文|咨询|预约|链接)|在线咨询|免费(?:咨询|体验|检测|评估)|热线|(?:咨询|预约)电话"
    r"|(?:电话|手机|微信|地址)\s*[:：]|名额|优惠|特价|限时|折扣|立减|报名|招商|加盟|团购|领取|转发|点赞|收藏|(?:立即|马上)(?:预约|咨询|购买)"
)
_DISCLAIMER = re.compile(
    r"免责|仅供(?:参考|学习|科普)|不(?:能|可)?(?:代替|替代|取代|构成|作为).{0,14}(?:医|诊|治疗|用药|建议|依据)"
    r"|版权(?:所有|归|声明)|侵权|如有.{0,6}(?:侵犯|不适)|因人而异"
)
_CREDIT = re.compile(
    r"\s*[(（【\[]?\s*(?:文|图|来源|作者|撰文|编辑|责编|责任编辑|审核|审校|校对|记者|通讯员|供稿|转自|转载自|翻译|编译"
    r"|发布(?:时间|日期)|时间|日期)\s*[/／:：|｜丨]"
)
_CELL_MARK = re.compile(r"\t|,|，|、|;|；|\s{2,}|[|｜]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """How lines seem to be meant (``first`` to ``last``), and why."""

    first: int
    last: int
    form: str
    role: str
    level: int
    why: str


@dataclass(frozen=True, slots=True)
class _Seen:
    form: str
    role: str
    level: int
    why: str = ""


def proposals(text: str, rows: Sequence[Row] = ()) -> tuple[Proposal, ...]:
    """Return readings for the lines of a text; ``rows`` are the page's own, if it was one."""
    plain = _read(text)
    meant = dict(plain)
    for step in (_simplified, _as_the_page_has_it(rows), _runs, _roles):
        meant |= step(text.split("\n"), meant)
    return tuple(_joined(_changes(plain, meant), text.split("\n")))


def promotional(text: str) -> tuple[tuple[int, str], ...]:
    """Return (line, passage) of every line that sells something, however long."""
    lines = enumerate(folded(text).split("\n"), start=1)
    return tuple((n, match[0]) for n, line in lines if (match := _PROMOTION.search(line)))


def _read(text: str) -> dict[int, _Seen]:
    """Return how the splitter reads each line."""
    first: dict[int, Sentence] = {}
    for sentence in split("x", text).sentences:
        first.setdefault(sentence.line, sentence)
    return {n: _Seen(s.form, s.role, s.level) for n, s in first.items()}


def _simplified(lines: Sequence[str], meant: Mapping[int, _Seen]) -> dict[int, _Seen]:
    """Read traditional characters as the splitter reads simplified ones."""
    why = "read as in simplified characters"
    return {
        n: replace(seen, why=why)
        for n, seen in _read(folded("\n".join(lines))).items()
        if seen != meant[n] and "reference" not in (seen.form, seen.role)
    }


def _as_the_page_has_it(rows: Sequence[Row]):  # a step that knows the page
    def step(_: Sequence[str], meant: Mapping[int, _Seen]) -> dict[int, _Seen]:
        found = {}
        for number, row in enumerate(rows, start=1):
            seen = meant.get(number)
            if seen is None or row.form == "table":
                continue
            if row.form == "heading":
                level = min(max(row.level, 2), 4)
                found[number] = replace(seen, form="heading", level=level, why="a heading there")
            elif seen.form == "heading":
                found[number] = replace(seen, form=row.form, level=0, why="no heading there")
        return found

    return step


def _runs(lines: Sequence[str], meant: Mapping[int, _Seen]) -> dict[int, _Seen]:
    """Take headings that follow each other for text: a heading has something under it."""
    found: dict[int, _Seen] = {}
    run: list[int] = []
    for number in [*sorted(meant), len(lines) + 1]:
        seen = meant.get(number)
        if seen and seen.form == "heading" and not seen.why and seen.role == "body":
            run.append(number)
            continue
        body = run[1:] if run and run[0] == min(meant) else run
        if len(body) >= _MANY_HEADINGS:
            found |= {n: _as_text(lines[n - 1], meant[n]) for n in body}
        run = []
    return found


def _as_text(line: str, seen: _Seen) -> _Seen:
    if len(_CELL_MARK.findall(line.strip())) >= 1:
        return replace(seen, form="list-item", level=0, why="a row of a table without a frame")
    return replace(seen, form="paragraph", level=0, why="one of many short lines: text, no heading")


def _roles(lines: Sequence[str], meant: Mapping[int, _Seen]) -> dict[int, _Seen]:
    """Propose what short lines are for: an advertisement, a disclaimer, a credit."""
    found = {}
    for number, seen in meant.items():
        line = folded(lines[number - 1]).strip()
        role, why = _role(line)
        if role and seen.role == "body" and not seen.form.startswith("table"):
            form = "paragraph" if seen.form == "heading" else seen.form
            found[number] = _Seen(form, role, 0, why)
    return found


def _role(line: str) -> tuple[str, str]:
    if _DISCLAIMER.search(line) and len(line) <= 3 * _SHORT:
        return "disclaimer", "a disclaimer by its words"
    if len(line) > _SHORT:
        return "", ""
    if _CREDIT.match(line):
        return "credit", "names a source or an author"
    if _PROMOTION.search(line):
        return "advertisement", "invites or sells"
    return "", ""


# --------------------------------------------------------------------- joining
def _changes(plain: Mapping[int, _Seen], meant: Mapping[int, _Seen]) -> Iterator[tuple[int, _Seen]]:
    """Yield what differs from the splitter's own reading; what stays the same is left open."""
    for number, seen in sorted(meant.items()):
        was = plain[number]
        form = seen.form if (seen.form, seen.level) != (was.form, was.level) else ""
        role = seen.role if seen.role != was.role else ""
        if form or role:
            yield number, _Seen(form, role, seen.level if form == "heading" else 0, seen.why)


def _joined(changes: Iterator[tuple[int, _Seen]], lines: Sequence[str]) -> Iterator[Proposal]:
    """Join what is said of lines that follow each other, over empty ones too."""
    last: Proposal | None = None
    for number, seen in changes:
        same = last and (last.form, last.role, last.level, last.why) == (
            *(seen.form, seen.role, seen.level, seen.why),
        )
        between = lines[last.last : number - 1] if last else []
        if last and same and not any(line.strip() for line in between):
            last = replace(last, last=number)
            continue
        if last:
            yield last
        last = Proposal(number, number, seen.form, seen.role, seen.level, seen.why)
    if last:
        yield last
