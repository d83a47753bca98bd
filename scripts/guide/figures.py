"""Find every figure in Chinese and mixed text, and tell whether English carries it.

A figure is anything that a reader takes for a number: 59.2%, 30-50万元, >5年,
2025年5月, II/III期, 1x10^6, but also 两款, 双重 and 首个. Gene names and product
codes (PD-1, AC-1001030) are found too, as ``name``: they only look like numbers.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# Looked for in half-width digits and simplified characters; one for one, so that places stay.
_ONE_FORM = str.maketrans(
    "０１２３４５６７８９％兩萬億個點時鐘歐療週歲項種類條隻劑數幾餘約過內於僅階維徑雙",
    "0123456789%两万亿个点时钟欧疗周岁项种类条只剂数几余约过内于仅阶维径双",
)
_DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_TO = r"\s*(?:[-–—~～/]|至|到)\s*"
_CHINESE = "〇零一二两三四五六七八九十百千"
_SCALE = r"[十百千万亿]*"
_MORE = r"(?:以上|以下|以内|左右|余|多)?"
_ABOUT = r"(?:[>＞≥<＜≤~～]\s*|约|近|超过|逾|至少|不足|少于|多于|高于|低于|大于|小于|仅)?"
_UNIT = (
    r"(?:个百分点|个小时|个月|小时|分钟|万元|美元|欧元|日元|方面|部分|毫升|微升|毫克|微克|公斤|疗程"
    r"|%|％|倍|元|年|月|周|天|日|秒|岁|名|例|人|位|项|款|种|个|家|次|篇|大|类|条|代|期|重|批|只|株|份|剂|支"
    r"|mg|kg|mL|ml|cm|mm)"
)
_ONE_IS_AN_ARTICLE = r"(?!一(?:[个种项款次位名条家篇类大部批只例份重]|方面))"

_PATTERNS = (
    ("power", rf"{_DIGITS}\s*[xX×*]\s*10\s*(?:\^\s*\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"),
    ("name", r"[A-Za-zα-ω][A-Za-zα-ω]*(?:-[A-Za-z]+)*-?\d[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"),
    ("name", r"(?<![\d.])\d{1,2}[A-Z](?![a-z])"),
    ("date", r"(?<![\d./-])\d{4}-\d{1,2}-\d{1,2}(?![\d-])"),
    ("date", r"(?<![\d./-])\d{4}/\d{1,2}/\d{1,2}(?![\d/])"),
    ("date", r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:至今)?|\d{1,2}月\d{1,2}日"),
    ("phase", r"[IVXⅠⅡⅢⅣ]+(?:[/、-][IVXⅠⅡⅢⅣ]+)?期|[一二三四]期"),
    ("percent", rf"{_ABOUT}百分之[{_CHINESE}]+"),
    (
        "number",
        rf"{_ABOUT}{_DIGITS}%?(?:{_TO}{_DIGITS})?{_SCALE}{_UNIT}?{_MORE}",
    ),
    ("first", r"首(?:个|家|次|款|例|项|位|批|创|种)"),
    ("numeral", rf"第[{_CHINESE}]+{_UNIT}?"),
    ("numeral", rf"[数几][十百千万亿]+{_UNIT}?"),
    ("numeral", rf"{_ONE_IS_AN_ARTICLE}[{_CHINESE}]+(?:{_TO}[{_CHINESE}]+)?[万亿]*{_UNIT}{_MORE}"),
    ("speech", r"双(?:重|维度?|路径|盲|向|靶点?|倍|臂|抗)"),
    ("speech", r"其[一二三四]|(?<=[:：;；,，。])[一二三四]是"),
)
_FIGURE = re.compile("|".join(f"(?P<p{i}>{p})" for i, (_, p) in enumerate(_PATTERNS)))


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure by its place in the text it was found in."""

    start: int
    end: int
    text: str
    kind: str


def figures(text: str) -> tuple[Figure, ...]:
    """Return every figure of ``text``, from left to right, without overlap."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text.translate(_ONE_FORM)):
        kind = _PATTERNS[int(match.lastgroup[1:])][0] if match.lastgroup else "number"
        yield Figure(match.start(), match.end(), text[match.start() : match.end()], kind)


def lost(chinese: str, english: str) -> tuple[str, ...]:
    """Return the figures of ``chinese`` that ``english`` does not carry."""
    plain = _plain(english)
    return tuple(
        figure.text
        for figure in figures(chinese)
        if not all(re.search(form, plain, re.IGNORECASE) for form in english_forms(figure))
    )


def english_forms(figure: Figure) -> tuple[str, ...]:
    """Return the patterns that must all occur in English for the figure to be kept."""
    return _FORMS[figure.kind](figure.text.translate(_ONE_FORM))


_ROMAN = str.maketrans(
    {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "一": "I", "二": "II", "三": "III", "四": "IV"}
)
_ARABIC = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MONTHS = calendar.month_name[1:]
_WORDS = {
    1: "one|first|once|single",
    2: "two|second|both|dual|double|doubly|twice|twofold|pair|bidirectional",
    3: "three|third|triple|threefold",
    4: "four|fourth",
    5: "five|fifth",
    6: "six|sixth",
    7: "seven|seventh",
    8: "eight|eighth",
    9: "nine|ninth",
    10: "ten|tenth|tenfold",
    11: "eleven",
    12: "twelve",
    20: "twenty",
}
_DIGIT_OF = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "双": 2}
_SCALE_OF = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_VAGUE = {
    "十": "tens|dozens",
    "百": "hundreds",
    "千": "thousands",
    "万": "tens of thousands",
    "亿": "hundreds of millions",
}


def chinese_number(text: str) -> int:
    """Return the value of a Chinese numeral such as 二十三 or 两百; 0 for an empty one."""
    total = section = digit = 0
    for character in text:
        if character in _DIGIT_OF:
            digit = _DIGIT_OF[character]
        elif character in "万亿":
            total = (total + section + digit) * _SCALE_OF[character]
            section = digit = 0
        else:
            section += (digit or 1) * _SCALE_OF[character]
            digit = 0
    return total + section + digit


def _plain(english: str) -> str:
    """Take the thousands separators out, so that 300,000 reads 300000."""
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", english)


def _exponent(text: str) -> str:
    return re.findall(r"\d+", text.translate(_SUPERSCRIPT))[-1]


def _value_form(value: float) -> str:
    """Accept a number as digits, as a word, or in millions."""
    digits = f"{value:.10g}"
    forms = [rf"(?<![\d.])0*{re.escape(digits)}(?![\d]|\.\d)"]
    if value in _WORDS:
        forms.append(rf"\b(?:{_WORDS[int(value)]})\b")
    if value >= 10**5:
        forms.append(rf"(?<![\d.]){value / 10**6:.10g} million")
    return "|".join(forms)


def _power_forms(text: str) -> tuple[str, ...]:
    base, exponent = re.findall(r"[0-9.]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+", text)[0], _exponent(text)
    return (rf"{re.escape(base)} ?[x×] ?10\^?{exponent}|10\^{exponent}",)


def _phase_forms(text: str) -> tuple[str, ...]:
    numerals = re.findall("[IVX]+", text.translate(_ROMAN))
    return tuple(rf"\b(?:{n}|{_ARABIC.get(n, n)})\b" for n in numerals)


def _number_forms(text: str) -> tuple[str, ...]:
    scale = 1
    for character in re.findall(r"[十百千万亿]", text):
        scale *= _SCALE_OF[character]
    values = [float(n.replace(",", "")) * scale for n in re.findall(_DIGITS, text)]
    forms = [_value_form(value) for value in values]
    if "%" in text:
        forms.append(r"%|per cent|percent")
    return tuple(forms)


def _date_forms(text: str) -> tuple[str, ...]:
    forms = []
    if parts := re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", text):
        text = "{}年{}月{}日".format(*parts.groups())
    for number, unit in re.findall(r"(\d+)([年月日])", text):
        if unit == "月" and 1 <= int(number) <= 12:
            forms.append(rf"\b{_MONTHS[int(number) - 1]}\b")
        else:
            forms.append(rf"(?<!\d){int(number)}(?!\d)")
    return tuple(forms)


def _numeral_forms(text: str) -> tuple[str, ...]:
    if text[0] in "数几":
        return (_VAGUE.get(text[1], r"\w"),)
    values = [chinese_number(n) for n in re.findall(rf"[{_CHINESE}双万亿]+", text)]
    return tuple(_value_form(value) for value in values if value)


# What English has to carry, by the kind of figure.
_FORMS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "name": lambda text: (re.escape(text),),
    "power": _power_forms,
    "phase": _phase_forms,
    "first": lambda _: (r"\bfirst\b",),
    "date": _date_forms,
    "number": _number_forms,
    "percent": _numeral_forms,
    "numeral": _numeral_forms,
    "speech": _numeral_forms,
}
