"""Traditional characters read as simplified ones, character by character.

Length and offsets stay: what is found in the folded text stands at the same place
in the article, which is never changed.
"""

import re
from functools import cache

import opencc

from guide.lines import HAN

_HAN = re.compile(f"[{HAN}]")


def folded(text: str) -> str:
    """Return ``text`` with each traditional character as its simplified one, by OpenCC."""
    return _HAN.sub(lambda match: _simplified(match[0]), text)


@cache
def _simplified(character: str) -> str:
    simple = _converter().convert(character)
    return simple if len(simple) == 1 else character


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
