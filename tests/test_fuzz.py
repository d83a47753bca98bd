"""Any file, spoilt in any way: problems with a place, or pages; never a traceback."""

import datetime
import re
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import check
from conftest import VALID
from guide.pages import all_pages
from guide.problem import Severity
from guide.search_index import files as search_files
from guide.site import files as site_files

TODAY = datetime.date(2026, 6, 1)
LINE = re.compile(r"[^:\n]+:\d+: (?:warning: )?[a-z][a-z0-9-]+: \S.*")
FILES = sorted(
    p.relative_to(VALID).as_posix()
    for p in VALID.rglob("*")
    if p.is_file() and "golden" not in p.parts
)
# What a value in a TOML file can be, other than what was meant.
VALUES = [
    *("3", "-1", "0", "1e999", "nan", "-inf", "9" * 400, "true", "2026-01-01", "12:00:00"),
    *('""', '" "', '"x"', '"../../x"', '"javascript:alert(1)"', "'''\n\n'''", '"{{ 1 }}"'),
    *("[]", "[[]]", "{}", "{ a = 1 }", '{ zh = "中", en = "e" }', '[{ zh = "中", en = "e" }]'),
    '"' + "长" * 500 + '"',
]
WORDS = [
    "%",
    "{",
    "}",
    "{{",
    "<b>",
    "|",
    "\\",
    '"',
    "[[",
    "]]",
    "\t",
    "---\n",
    "# ",
    "\n\n",
    "🧬",
    "1/0",
]


@st.composite
def spoilt(draw):
    """A file of the tiny world and what somebody made of it."""
    name = draw(st.sampled_from(FILES))
    lines = (VALID / name).read_text(encoding="utf-8").split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(lines) - 1, 0)))
        lines[at : at + 1] = draw(changed(lines[at] if lines else ""))
    return name, "\n".join(lines)


def changed(line):
    """One line left out, doubled, given another value, cut, or with something put into it."""
    key = line.split(" = ")[0]
    cut = st.integers(0, len(line))
    return st.one_of(
        st.just([]),
        st.just([line, line]),
        st.sampled_from(VALUES).map(lambda value: [f"{key} = {value}"]),
        cut.map(lambda n: [line[:n]]),
        st.tuples(cut, st.one_of(st.sampled_from(WORDS), st.text(max_size=6))).map(
            lambda made: [line[: made[0]] + made[1] + line[made[0] :]]
        ),
    )


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """A copy of the tiny world that each example spoils and mends again."""
    return shutil.copytree(VALID, tmp_path_factory.mktemp("fuzz") / "world")


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(spoilt())
def test_a_spoilt_file_is_reported_or_built(ground, made):
    """Every complaint is one line with its place; without complaint every page can be made."""
    name, content = made
    path = ground / name
    whole = path.read_bytes()
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    try:
        library, problems = check.checked(ground, TODAY)
        for problem in problems:
            assert LINE.fullmatch(str(problem)), str(problem)
        if not any(p.severity is Severity.ERROR for p in problems):
            assert all_pages(library, TODAY)
            assert site_files(library, "http://127.0.0.1/", "")
            assert search_files(library)
    finally:
        path.write_bytes(whole)
