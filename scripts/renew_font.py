"""Cut the font of the link previews anew: every character that the pages use, and no other.

Needs Debian's fonts-noto-cjk and pages made by ``make site``; run it as ``make font``.
"""

import os
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc")
SIMPLIFIED = 2  # the place of "Noto Sans CJK SC" in the collection


def main() -> int:
    """Write ``guide.otf`` and, beside it, the list of its characters."""
    if not FONT.is_file():
        print(f"{FONT} is missing; install it: apt-get install fonts-noto-cjk", file=sys.stderr)
        return 1
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # the font says when it was cut
    font = TTFont(FONT, fontNumber=SIMPLIFIED)
    used = {c for path in (ROOT / "docs").rglob("*.md") for c in path.read_text("utf-8")}
    kept = sorted(c for c in used if ord(c) in font.getBestCmap())
    options = subset.Options(layout_features=["kern"], hinting=False, name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(kept))
    cutter.subset(font)
    folder = ROOT / "scripts/font"
    font.save(folder / "guide.otf")
    (folder / "characters.txt").write_text("".join(kept) + "\n", encoding="utf-8")
    print(f"scripts/font: {len(kept)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
