"""Kills, full disks, two builds at once, wrong clocks: the last good site stays, the next run works."""

import datetime
import errno
import os
import resource
import shutil
import signal
import subprocess
import sys

import pytest

import build
import check
import engines
import workshop
from conftest import ROOT
from test_proof import files, replaced

CLAIM = "seeds/claims/tea/eight-of-twelve.toml"
TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def stub(monkeypatch):
    """MkDocs in no time: each Markdown file becomes a page; ``meanwhile`` is done in between."""
    meanwhile = []

    def rendered(root, bench, new, *_):
        for action in meanwhile:
            action()
        for path in (root / "docs").glob("[ez][nh]/**/*.md"):
            place = new / path.relative_to(root / "docs").with_suffix(".html")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
        return True

    monkeypatch.setattr(engines, "render", rendered)
    return meanwhile


def built(root, **arguments):
    with workshop.alone(root):
        return build.build(root, build.LOCAL, **arguments)


def command(root, before="", **options):
    """Run the build of this project on another root, in a process of its own."""
    code = f"import pathlib, sys, build, engines, workshop; root = pathlib.Path({str(root)!r}); {before}"
    code += "\nsys.argv = ['build.py']; sys.exit(build.main(root))"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT / "scripts",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )


# ------------------------------------------------------------------------ kills
KILL = """
def end(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
def end_before_the_second_rename(path, target, rename=pathlib.Path.rename):
    return end() if target.name == "site" else rename(path, target)
"""


@pytest.mark.parametrize(
    "moment",
    [
        "build.write_pages = end",
        "engines.render = end",
        "engines.render = lambda *_: True; build.write_beside = end",
        "engines.render = lambda *_: True; pathlib.Path.rename = end_before_the_second_rename",
    ],
)
def test_a_build_that_is_killed_leaves_the_site(project, stub, moment):
    """Whatever it was doing; the next one brings back and clears up, and then builds."""
    assert built(project) == 0
    before = files(project / "site")
    replaced(project / CLAIM, "8 of 12", "eight of twelve")
    process = command(project, f"import os, signal{KILL}{moment}")
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    with workshop.alone(project):
        assert files(project / "site") == before
    assert built(project) == 0
    assert "eight of twelve" in page(project)
    assert sorted(p.name for p in (project / ".build").iterdir()) == [
        "grades.json",
        "lock",
        "previews",
    ]


def page(project):
    return (project / "site/en/claims/tea/eight-of-twelve.html").read_text(encoding="utf-8")


# -------------------------------------------------------------------- the disk
@pytest.mark.parametrize("room", [2_000, 60_000])
def test_a_full_disk_is_one_line(project, room):
    """While our pages are written, or those of MkDocs; the old site stays, the next run works."""
    assert built(project) == 0
    before = files(project / "site")
    replaced(project / CLAIM, "8 of 12", "eight of twelve")

    def small_files_only():  # the nearest thing to a full disk that needs no rights
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    process = command(project, preexec_fn=small_files_only)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in said
    assert "File too large" in said
    assert build.UNTOUCHED in said
    assert files(project / "site") == before
    assert built(project) == 0
    html = project / "site/en/claims/tea/eight-of-twelve/index.html"
    assert "eight of twelve" in html.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_site_that_cannot_be_replaced_stays(project, stub, monkeypatch, capsys, code):
    """A disk that is full or read-only at the last step: one line, and the old site is back."""
    assert built(project) == 0
    before = files(project / "site")
    replaced(project / CLAIM, "8 of 12", "eight of twelve")
    rename = type(project).rename

    def refused(self, target):
        if target == project / "site" and self.name != workshop.OLD:
            raise OSError(code, os.strerror(code), str(target))
        return rename(self, target)

    monkeypatch.setattr(type(project), "rename", refused)
    monkeypatch.setattr(sys, "argv", ["build.py"])
    capsys.readouterr()
    assert build.main(project) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"build: {project / 'site'}: {os.strerror(code)}; {build.UNTOUCHED}"
    assert files(project / "site") == before
    monkeypatch.setattr(type(project), "rename", rename)
    assert build.main(project) == 0
    assert "eight of twelve" in page(project)


# ----------------------------------------------------------------- two at once
def test_a_second_build_waits_for_the_first(project, stub):
    """It says so in one line, and builds what it then finds."""
    assert built(project) == 0
    with workshop.alone(project):
        second = command(project, "engines.render = lambda *_: True")
        assert second.stdout.readline() == "another build is running; waiting for it to end\n"
        assert second.poll() is None
        assert (project / "site").is_dir()
    said, _ = second.communicate(timeout=60)
    assert second.returncode == 0, said
    assert said.splitlines()[-1].endswith("site/ is ready")


def test_a_seed_saved_during_a_build_counts_for_the_next(project, stub):
    """Every page and file of a site is made from what was read at the start."""
    stub.append(lambda: replaced(project / CLAIM, "8 of 12", "eight of twelve"))
    assert built(project) == 0
    data = project / "site/data/claims.json"
    assert "8 of 12" in page(project) and "8 of 12" in data.read_text(encoding="utf-8")
    stub.clear()
    assert built(project) == 0
    assert "eight of twelve" in page(project)
    assert "eight of twelve" in data.read_text(encoding="utf-8")


def test_a_seed_saved_while_seeds_are_read_is_read_again(world, monkeypatch):
    """No library holds one file from before and another from after."""
    real, saved = check.read.__globals__["Reader"]._vocabulary, []

    def meanwhile(self):  # the claims have been read, the terms not yet
        if not saved:
            saved.append(replaced(world / CLAIM, "8 of 12", "eight of twelve"))
            replaced(world / "seeds/terms/green-tea.toml", "en = ", "en  = ")
        return real(self)

    monkeypatch.setattr(check.read.__globals__["Reader"], "_vocabulary", meanwhile)
    library, _ = check.checked(world, TODAY)
    assert any("eight of twelve" in claim.toml for claim in library.claims)
    assert "en  = " in library.terms[0].toml


# ------------------------------------------------------------------- the clock
@pytest.mark.parametrize("today", [datetime.date(1970, 1, 1), datetime.date(2099, 12, 31)])
def test_a_wrong_clock_is_one_warning(project, stub, capsys, today):
    """Everything is built all the same."""
    assert built(project, today=today) == 0
    warnings = [line for line in capsys.readouterr().out.splitlines() if "warning" in line]
    assert len(warnings) == 1
    assert warnings[0].startswith(f"seeds/claims:1: warning: clock-wrong: the clock says {today}, ")
    assert warnings[0].endswith("set the clock")


def test_one_record_checked_tomorrow_is_named(world):
    """A slip of the pen, not of the clock."""
    replaced(world / CLAIM, "checked = 2026-01-03", "checked = 2027-01-03")
    _, problems = check.checked(world, TODAY)
    assert [str(p) for p in problems] == [
        f"{CLAIM}:9: warning: checked-future: checked on 2027-01-03, and the clock says 2026-06-01; "
        "mend it or set the clock"
    ]


# ------------------------------------------------------------------ same bytes
def test_two_builds_of_one_tree_are_the_same_bytes(project, tmp_path):
    """In another folder, on another day, in another place of the world and order of hashes."""
    other = tmp_path / "elsewhere/deeper"
    shutil.copytree(project, other)
    for root, day, environment in (
        (project, 1, {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        (other, 28, {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ):
        code = "import datetime, pathlib, sys, build, workshop\nroot = pathlib.Path(sys.argv[1])\n"
        code += "with workshop.alone(root): sys.exit(build.build(root, build.LOCAL, "
        code += f"today=datetime.date(2026, 6, {day})))"
        done = subprocess.run(
            [sys.executable, "-c", code, root],
            cwd=ROOT / "scripts",
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert files(project / "site") == files(other / "site")
    assert files(project / "docs") == files(other / "docs")
