"""Runs in the page's other language, marked wherever no element marks them yet.

Unmarked Han characters are drawn with the glyphs of whatever language comes
first (often Japanese), and a screen reader spells them out; an English sentence
in a Chinese page is read aloud by a Chinese voice. A few Latin words are at home
in Chinese, as names and terms (WCAG 2.2, 3.1.2 exempts them): four make a run.
"""

import re
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LANG = re.compile(r'\blang="(?P<lang>[^"]*)"')
_HAN = r"[\u3400-\u9fff]"
_WORD = r"[A-Za-z][A-Za-z’'-]*"
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "circle", "rect"})
_NO_ELEMENTS_INSIDE = frozenset({"script", "style", "title", "option", "svg"})


@dataclass(frozen=True)
class _Other:
    """The other language of a page: its tag, how a run of it looks, where a run is at home."""

    tag: str
    token: re.Pattern[str]
    home: re.Pattern[str]


def _other(tag: str, run: str, home: str) -> _Other:
    token = rf"<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^<>]*)>|(?P<run>{run})"
    return _Other(tag, re.compile(token), re.compile(home))


# By the language of the page.
_OTHERS = {
    "en": _other("zh-Hans", rf"{_HAN}(?:[\u3400-\u9fff\u3001\u3002\uff0c\uff1a]*{_HAN})?", "zh|ja"),
    "zh": _other("en", rf"{_WORD}(?:[ ,;:]+{_WORD}){{3,}}", "(?!zh)"),
}


def marked(markdown: str, language: str) -> str:
    """Wrap every run of the other language that no element marks yet."""
    other = _OTHERS[language]
    front = _FRONT_MATTER.match(markdown)
    start = front.end() if front else 0
    open_tags: list[tuple[str, str]] = []

    def mark(token: re.Match[str]) -> str:
        if token["run"]:
            inside = open_tags[-1][1] if open_tags else language
            skip = other.home.match(inside) or any(t in _NO_ELEMENTS_INSIDE for t, _ in open_tags)
            return token[0] if skip else f'<span lang="{other.tag}">{token[0]}</span>'
        _follow(open_tags, token, language)
        return token[0]

    return markdown[:start] + other.token.sub(mark, markdown[start:])


def _follow(open_tags: list[tuple[str, str]], token: re.Match[str], language: str) -> None:
    """Keep the list of open elements and the language each is in."""
    tag, rest = token["tag"], token["rest"]
    if token["close"]:
        while open_tags and open_tags.pop()[0] != tag:
            pass
    elif tag not in _VOID and not rest.endswith("/"):
        lang = _LANG.search(rest)
        inherited = open_tags[-1][1] if open_tags else language
        open_tags.append((tag, lang["lang"] if lang else inherited))
