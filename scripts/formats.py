"""Write ``docs/formats.md``, what the keys of every record mean (``make formats``)."""

import sys
from pathlib import Path

from guide.formats import formats

PAGE = Path(__file__).resolve().parent.parent / "docs/formats.md"


def main() -> int:
    """Write the page."""
    PAGE.write_text(formats(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
