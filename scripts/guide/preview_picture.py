"""Draws the picture of a link preview: the title in large type on paper, as on a booklet.

Pure: the same words give the same bytes. The font holds the characters that the
pages use (``make font`` renews it); :func:`missing` says which it has not.
"""

import hashlib
import io
import re
from functools import cache
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from guide.previews import Preview

FONT = Path(__file__).resolve().parents[1] / "font"
SIZE = (1200, 630)  # what every service crops least
MARGIN, INDENT = 72, 96
# Two scales of shades, so that letters have soft edges: paper to ink, paper to accent.
PAPER, INK, ACCENT = "#fffdf8", "#1f2024", "#2f3f9e"
_FULL = 127  # full ink or full accent on its own scale; 0 is paper
_SOFT, _LINE = 95, 22  # ink
_TITLE_SIZES = (76, 64, 54, 46)  # the largest that fits is taken
_TITLE_BOX = (SIZE[0] - INDENT - MARGIN, 270)
_LEADING = 1.35
# A Latin word, a space, or one character; closing marks stay with what they close.
_PIECE = re.compile(r"(?:[!-~\u00a0-\u024f–]+|\s|.)[，。、；：？！）》」』”’…]*")


def missing(preview: Preview) -> str:
    """Return the characters that the font has not."""
    words = preview.guide + preview.section + preview.title + preview.promise
    return "".join(sorted(set(words) - _characters()))


def digest(preview: Preview) -> str:
    """Return one word for the picture: it changes with the words, the font and this drawing."""
    return hashlib.sha256(f"{_drawing()}{preview!r}".encode()).hexdigest()


def png(preview: Preview) -> bytes:
    """Draw a preview, 1200 by 630 pixels, as PNG."""
    image = _sheet(preview.guide, preview.section, preview.promise).copy()
    _title(ImageDraw.Draw(image), preview.title)
    image.putpalette(_palette())
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


@cache
def _sheet(guide: str, section: str, promise: str) -> Image.Image:
    """Draw all but the title; the sheet's values are places in the palette."""
    ink, accent = Image.new("L", SIZE), Image.new("L", SIZE)
    draw = ImageDraw.Draw(ink)
    draw.text((INDENT + 76, 98), guide, _FULL, _font(36), anchor="lm")
    draw.line((INDENT, 530, SIZE[0] - MARGIN, 530), fill=_LINE, width=2)
    draw.text((INDENT, 570), promise, _SOFT, _fitting(draw, promise), anchor="lm")
    draw = ImageDraw.Draw(accent)
    draw.rectangle((0, 0, 24, SIZE[1]), fill=_FULL)
    draw.text((INDENT, 196), section, _FULL, _font(32), anchor="lm")
    accent.paste(_lens(), (INDENT, 70))
    second = [0, *range(_FULL + 1, 2 * _FULL + 1), *[0] * (255 - _FULL)]
    return ImageChops.lighter(ink, accent.point(second))


@cache
def _palette() -> bytes:
    """Return the colours: paper, then the shades up to ink, then those up to accent."""
    paper = ImageColor.getrgb(PAPER)
    shades = [(name, n / _FULL) for name in (INK, ACCENT) for n in range(1, _FULL + 1)]
    return bytes(paper) + bytes(
        round(start + (end - start) * share)
        for name, share in shades
        for start, end in zip(paper, ImageColor.getrgb(name), strict=True)
    )


def lines(title: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Break a title into lines no wider than ``width``, between words or Chinese characters."""
    broken = [""]
    for piece in _PIECE.findall(title):
        if font.getlength((broken[-1] + piece).rstrip()) > width:
            broken.append("")
        broken[-1] += piece if broken[-1] else piece.lstrip()
    return [line.rstrip() for line in broken]


def _title(draw: ImageDraw.ImageDraw, title: str) -> None:
    width, height = _TITLE_BOX
    for size in _TITLE_SIZES:
        font, step = _font(size), size * _LEADING
        broken = lines(title, font, width)
        if len(broken) * step <= height:
            break
    top = 240 + (height - len(broken) * step) / 2
    for number, line in enumerate(broken):
        draw.text((INDENT, top + (number + 0.5) * step), line, _FULL, font, anchor="lm")


def _lens() -> Image.Image:
    """Draw the guide's mark, as in ``favicon.svg``: large, then made small for soft edges."""
    mark = Image.new("L", (448, 448))
    draw = ImageDraw.Draw(mark)
    draw.rounded_rectangle((0, 0, 447, 447), 98, fill=_FULL)
    draw.circle((189, 189), 109, outline=0, width=36)
    draw.line((259, 259, 350, 350), fill=0, width=39)
    return mark.resize((56, 56), Image.Resampling.BOX)


def _fitting(draw: ImageDraw.ImageDraw, words: str) -> ImageFont.FreeTypeFont:
    width = SIZE[0] - INDENT - MARGIN
    return next(
        (f for f in map(_font, range(28, 16, -2)) if draw.textlength(words, f) <= width), _font(16)
    )


@cache
def _drawing() -> str:
    parts = (FONT / "guide.otf", Path(__file__))
    return "".join(hashlib.sha256(part.read_bytes()).hexdigest() for part in parts)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT / "guide.otf", size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _characters() -> frozenset[str]:
    return frozenset((FONT / "characters.txt").read_text(encoding="utf-8"))
