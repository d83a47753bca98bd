"""What the data files share: their model, their addresses, and how they are written."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from guide.library import LANGUAGES


class Data(BaseModel):
    """Part of a data file: no unknown key."""

    model_config = ConfigDict(extra="forbid")


def urls(path: str, anchor: str = "") -> dict[str, str]:
    """Return the address of a page in each language, from the root of the site."""
    end = f"#{anchor}" if anchor else ""
    return {language: f"/{language}/{path}{end}" for language in LANGUAGES}


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write rows as RFC 4180 CSV with LF line ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def as_json(data: Any) -> str:
    """Write data as JSON, one item a line, Chinese as it is."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
