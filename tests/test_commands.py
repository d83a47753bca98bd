"""The commands as people type them: what they say when something is in the way, and do."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from conftest import ROOT, with_frame

PATIENCE = 60  # seconds until a server must have done what it was asked


def run(*command, cwd=ROOT, **environment):
    """Run a command and return it, with what it printed."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def project(world):
    """The tiny world as a whole project, with its own scripts."""
    shutil.copytree(ROOT / "scripts", world / "scripts", ignore=shutil.ignore_patterns("__pyc*"))
    return with_frame(world)


@pytest.fixture
def server(project):
    """A running ``serve`` on the tiny project; ended as by Ctrl-C."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "scripts/serve.py", "--port", str(port)],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield f"http://127.0.0.1:{port}/", process
    if process.poll() is None:
        process.kill()
        process.wait()


def page_with(address, words):
    """Wait until a page holds the words; return it, or the last that was seen."""
    end, page = time.monotonic() + PATIENCE, ""
    while words not in page and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                page = answer.read().decode()
        except OSError:
            time.sleep(0.1)
    return page


def test_serve_shows_what_changes_and_ends_quietly(project, server):
    """A saved page is built and served; a broken one leaves the last good site; Ctrl-C ends it."""
    address, process = server
    page = project / "docs/prose/en/explain/mice.md"
    here = address + "en/explain/mice/"
    assert "8 remembered faster" in page_with(here, "8 remembered faster")
    page.write_text(page.read_text("utf-8").replace("remembered faster", "were quicker"), "utf-8")
    renewed = page_with(here, "8 were quicker")
    assert "8 were quicker" in renewed
    assert "Content-Security-Policy" not in renewed  # or the script that reloads could not run
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in said
    assert said.rstrip().endswith("ended")


def test_serve_names_a_port_that_is_taken():
    """One line with the cure."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(sys.executable, "scripts/serve.py", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr == (
        f"serve: port {port} is taken; give another: make serve PORT={port + 1}\n"
    )


@pytest.mark.parametrize("port", ["80000", "-1"])
def test_serve_refuses_a_port_that_is_none(port):
    """No traceback."""
    done = run(sys.executable, "scripts/serve.py", f"--port={port}")
    assert done.returncode == 1
    assert done.stderr.startswith(f"serve: port {port} cannot be used; give another: ")
    assert done.stderr.count("\n") == 1


def test_an_old_python_is_told_so():
    """Before anything is installed, in one line."""
    pretend = (
        "import runpy, sys; sys.version_info = (3, 8, 0, 'final', 0); "
        "sys.argv = ['prepare.py', 'site']; "
        "runpy.run_path('scripts/prepare.py', run_name='__main__')"
    )
    done = run(sys.executable, "-c", pretend)
    assert done.returncode == 1
    assert done.stderr == (
        "prepare: Python 3.8 is too old; install Python 3.11 or newer "
        "and run: make PYTHON=python3.11\n"
    )


def test_a_python_without_venv_is_told_the_package():
    """Debian splits it off."""
    pretend = (
        "import runpy, sys; sys.modules['ensurepip'] = None; "
        "sys.argv = ['prepare.py', 'site']; "
        "runpy.run_path('scripts/prepare.py', run_name='__main__')"
    )
    done = run(sys.executable, "-c", pretend)
    assert done.returncode == 1
    assert done.stderr.endswith("install it: apt-get install python3-venv\n")
    assert done.stderr.count("\n") == 1


def test_no_network_is_one_line(tmp_path):
    """The first set-up needs a package index; without one, nothing is left half done."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/prepare.py", tmp_path / "scripts")
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    nowhere = {
        "PIP_INDEX_URL": f"http://127.0.0.1:{free_port()}/simple",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "0",
        "PIP_NO_INDEX": "",
        "PIP_FIND_LINKS": "",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_CACHE_DIR": str(tmp_path / "cache"),
    }
    done = run(sys.executable, "scripts/prepare.py", "site", cwd=tmp_path, **nowhere)
    assert done.returncode == 1
    assert done.stderr.startswith("prepare: no package index can be reached; connect")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / ".venv/site.stamp").exists()


def test_a_second_make_sets_nothing_up_again():
    """Once set up, the commands only do their work."""
    done = run("make", "--dry-run", "check")
    assert done.returncode == 0, done.stderr
    assert "prepare.py" not in done.stdout
    assert "scripts/check.py" in done.stdout


def test_a_list_of_problems_can_be_cut_short(world):
    """``make check | head`` is a habit; it ends without a traceback."""
    (world / "seeds/notes.txt").write_text("x", encoding="utf-8")
    code = "import sys; sys.path.insert(0, 'scripts'); import check, pathlib; "
    code += f"sys.exit(check.main(pathlib.Path({str(world)!r})))"
    read, write = os.pipe()
    os.close(read)  # whoever read has gone
    done = subprocess.run(
        [sys.executable, "-u", "-c", code],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert done.returncode == 1
    assert done.stderr == ""
