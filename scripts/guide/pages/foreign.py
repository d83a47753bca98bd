"""Chinese inside English pages, marked as Chinese wherever it stands.

Unmarked Han characters are drawn with the glyphs of whatever language comes
first (often Japanese), and a screen reader spells them out.
"""

import re

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LANG = re.compile(r'\blang="(?P<lang>[^"]*)"')
_HAN = r"[\u3400-\u9fff]"
_HAN_RUN = rf"{_HAN}(?:[\u3400-\u9fff\u3001\u3002\uff0c\uff1a]*{_HAN})?"
_TOKEN = re.compile(rf"<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^<>]*)>|(?P<han>{_HAN_RUN})")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "circle", "rect"})
_OTHERS = ("zh", "ja")


def marked(markdown: str) -> str:
    """Wrap every run of Han characters that no element marks yet."""
    front = _FRONT_MATTER.match(markdown)
    start = front.end() if front else 0
    open_tags: list[tuple[str, str]] = []

    def mark(token: re.Match[str]) -> str:
        if token["han"]:
            return _wrapped(token["han"], open_tags)
        _follow(open_tags, token)
        return token[0]

    return markdown[:start] + _TOKEN.sub(mark, markdown[start:])


def _follow(open_tags: list[tuple[str, str]], token: re.Match[str]) -> None:
    """Keep the list of open elements and the language each is in."""
    tag, rest = token["tag"], token["rest"]
    if token["close"]:
        while open_tags and open_tags.pop()[0] != tag:
            pass
    elif tag not in _VOID and not rest.endswith("/"):
        lang = _LANG.search(rest)
        inherited = open_tags[-1][1] if open_tags else "en"
        open_tags.append((tag, lang["lang"] if lang else inherited))


def _wrapped(han: str, open_tags: list[tuple[str, str]]) -> str:
    tag, lang = open_tags[-1] if open_tags else ("", "en")
    if tag == "script" or lang.startswith(_OTHERS):
        return han
    return f'<span lang="zh-Hans">{han}</span>'
