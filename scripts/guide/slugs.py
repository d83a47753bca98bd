"""Ids: lower-case words joined by hyphens; a file's name is its record's id."""

import re

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 80


def slug_problem(name: str) -> str:
    """Say what is wrong with an id, or return nothing."""
    if _SLUG.fullmatch(name) and len(name) <= LONGEST:
        return ""
    return f"{name[:90]!r} is no id; use a-z, 0-9 and single hyphens, at most {LONGEST}"
