"""The shapes of the findings: each survives grey print, and its word always stands beside it."""

from functools import cache

from markupsafe import Markup

SHAPES = {
    "confirmed": '<circle cx="8" cy="8" r="6" fill="currentColor"/>',
    "context-missing": (
        '<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="currentColor"/>'
    ),
    "differs": '<path d="m3.5 3.5 9 9m0-9-9 9"/>',
    "self-contradictory": '<path d="M2 5.5h11m-3-3 3 3-3 3M14 10.5H3m3-3-3 3 3 3"/>',
    "superseded": '<path d="M3.2 5A5.6 5.6 0 1 1 2.4 8.6M3 1.8V5h3.2M8 5v3.2l2.2 1.4"/>',
    "untraced": (
        '<circle cx="8" cy="8" r="6.4" stroke-dasharray="1.6 1.75"/>'
        '<path d="M6 6.3c0-2.6 4.1-2.6 4.1 0C10.1 7.8 8 7.9 8 9.4m0 1.8v.6"/>'
    ),
    "opinion": (
        '<path d="M6.6 3.8C3.9 4.5 2.6 6.6 2.6 9.300M13.4 3.800c-2.7.7-4 2.8-4 5.5"/>'
        '<circle cx="4.7" cy="9.7" r="1.9" fill="currentColor"/>'
        '<circle cx="11.5" cy="9.7" r="1.9" fill="currentColor"/>'
    ),
    "forecast": '<path d="M2.5 3.5h11v10h-11zM2.5 6.500h11M5.5 1.800v3m5-3v3"/>',
}


@cache
def icon(finding: str) -> Markup:
    """Return the shape of a finding as inline SVG, drawn in the colour of the text."""
    return Markup(
        '<svg class="shape" viewBox="0 0 16 16" width="16" height="16" fill="none" '
        'stroke="currentColor" stroke-width="1.6" aria-hidden="true" focusable="false">{}</svg>'
    ).format(Markup(SHAPES[finding]))  # noqa: S704 - constants of this module
