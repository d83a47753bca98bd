"""A drawing: ``docs/drawings/<id>.toml``."""

from guide.shapes.base import Bilingual, Shape


class DrawingRecord(Shape):
    """``docs/drawings/<id>.toml``: the words of a drawing, in both languages."""

    title: Bilingual
    """The drawing’s title."""
    desc: Bilingual
    """What it shows, for those who do not see it."""
    labels: dict[str, Bilingual]
    """Words by the id of the text element that they fill."""
