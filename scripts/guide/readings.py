"""How words are read and typed: pinyin without tones, initials, first sentences."""

import re
import unicodedata


def toneless(pinyin: str) -> str:
    """Return pinyin in plain letters, syllables joined: ``wēi xiǎo`` -> ``weixiao``."""
    return re.sub(r"[^a-z0-9]", "", _plain(pinyin))


def initials(pinyin: str) -> str:
    """Return the first letter of each syllable: ``wēi xiǎo`` -> ``wx``; Latin words stay whole."""
    syllables = re.split(r"[\s'’-]+", pinyin)
    letters = [
        _plain(s) if s.isupper() or re.search(r"\d", s) else _plain(s)[:1] for s in syllables if s
    ]
    return re.sub(r"[^a-z0-9]", "", "".join(letters))


def sort_key(pinyin: str, fallback: str) -> str:
    """Return what a term is sorted by: its reading, or its Latin name."""
    return _plain(pinyin or fallback)


def _plain(text: str) -> str:
    """Take tone marks off; ü becomes v, as it is typed."""
    decomposed = unicodedata.normalize("NFD", text.lower()).replace("u\u0308", "v")
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def first_sentence(text: str) -> str:
    """Return the first sentence of a text in either language."""
    return re.split(r"(?<=[。！？])|(?<=[.!?]) ", text, maxsplit=1)[0]
