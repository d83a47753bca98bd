"""Libraries many times as large as the real one: its texts, claims and terms again and again.

Copy by copy, every Chinese character that means nothing to our rules becomes
another one, the same everywhere in a copy: quotations still stand in their texts
and terms in theirs, and no copy shares its words with another. References,
therapies, comparisons and hand-written pages stay as they are.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from measure.tools import ROOT, copied_project

HAN = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
STRIDE = 211  # how far a copy's characters lie from those of the copy before


def grown(folder: Path, times: int) -> Path:
    """Write a library ``times`` as large as the real one; the same one every time."""
    project = copied_project(folder)
    free = _free_characters()
    terms = [path.stem for path in (ROOT / "seeds/terms").glob("*.toml")]
    for number in range(1, times):
        shift = number * STRIDE % len(free)
        table = str.maketrans(dict(zip(free, free[shift:] + free[:shift], strict=True)))
        _texts(project, number, table)
        _terms(project, number, table, re.compile(rf'"({"|".join(map(re.escape, terms))})"'))
    return project


def _free_characters() -> list[str]:
    """Return the characters that no rule knows."""
    places = [*(ROOT / "scripts/guide").rglob("*.py"), ROOT / "seeds/wording.toml"]
    known = set("".join(path.read_text("utf-8") for path in places))
    return [character for character in HAN if character not in known]


def _texts(project: Path, number: int, table: Mapping[int, str]) -> None:
    """Copy every article with its claims; a copy's source has a checksum of its own."""
    for text in (ROOT / "seeds/texts").iterdir():
        name = f"{text.name}{number}"
        source = (text / "source.txt").read_text("utf-8")
        translated = source.translate(table)
        checksums = [hashlib.sha256(t.encode()).hexdigest() for t in (source, translated)]
        toml = (text / "text.toml").read_text("utf-8").translate(table).replace(*checksums)
        po = (text / "en.po").read_text("utf-8").translate(table)
        po = po.replace(f'msgctxt "{text.name}-', f'msgctxt "{name}-')
        for file, content in (("source.txt", translated), ("text.toml", toml), ("en.po", po)):
            _write(project / "seeds/texts" / name / file, content)
        for claim in (ROOT / "seeds/claims" / text.name).glob("*.toml"):
            record = claim.read_text("utf-8").translate(table)
            _write(project / "seeds/claims" / name / claim.name, record)


def _terms(project: Path, number: int, table: Mapping[int, str], ids: re.Pattern[str]) -> None:
    for term in (ROOT / "seeds/terms").glob("*.toml"):
        related = re.compile(r"(?m)^related = .*$")
        record = related.sub(
            lambda m: ids.sub(rf'"\1x{number}"', m[0]), term.read_text("utf-8").translate(table)
        )
        _write(project / f"seeds/terms/{term.stem}x{number}.toml", record)


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
