"""Write docs/hosting/nginx.conf from guide/headers.py, after a change there."""

import sys
from pathlib import Path

from guide import headers

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "docs/hosting/nginx.conf"


def main() -> int:
    """Write the sample."""
    SAMPLE.parent.mkdir(exist_ok=True)
    SAMPLE.write_text(headers.nginx(), encoding="utf-8")
    print(f"{SAMPLE.relative_to(ROOT)}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
