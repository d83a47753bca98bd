"""Set up .venv from the lock files; one clear line for whatever stands in the way.

Runs on any Python 3 that a machine may have, before anything is installed, so
it uses the standard library alone and no syntax newer than 3.6.
"""

import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LOCKS = {
    "site": "requirements.lock",
    "test": "requirements-test.lock",
    "zensical": "requirements-zensical.lock",
}
OLDEST = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ["chromium", "fonts-noto-cjk"]
VALIDATOR = os.path.join(VENV, "validator")  # the Nu Html Checker: a Java archive on npm


def main():
    """Install what ``site``, ``test`` or ``zensical`` needs and leave a stamp for make."""
    goal = sys.argv[1]
    if sys.version_info < OLDEST:
        stop(
            "Python {}.{} is too old; install Python 3.11 or newer "
            "and run: make PYTHON=python3.11".format(*sys.version_info[:2])
        )
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian splits both off
        import venv  # noqa: F401, PLC0415
    except ImportError:
        stop("Python's venv module is missing; install it: apt-get install python3-venv")
    if not os.path.exists(os.path.join(VENV, "bin", "python")):
        say("making .venv")
        run([sys.executable, "-m", "venv", VENV], "could not make .venv")
    say("installing what " + LOCKS[goal] + " lists (once)")
    install(LOCKS[goal])
    if goal == "test":
        browser()
        validator()
    with open(os.path.join(VENV, goal + ".stamp"), "w") as stamp:
        stamp.write("")


def install(lock):
    """Install exactly the locked packages, hashes checked."""
    command = [os.path.join(VENV, "bin", "python"), "-m", "pip", "install", "--quiet"]
    command += ["--disable-pip-version-check", "--require-hashes", "-r", lock]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    if done.returncode == 0:
        return
    complaint = done.stderr.strip().splitlines() or ["no reason given"]
    # Without an index pip only says that it has seen no version of the first package.
    offline = ("NewConnectionError", "Failed to establish", "timed out", "from versions: none")
    if any(word in done.stderr for word in offline):
        stop("no package index can be reached; connect to the network once and run it again")
    stop(f"pip could not install {lock}: {complaint[-1]}")


def validator():
    """Install the locked Nu Html Checker with the npm of the virtual environment."""
    say("installing the Nu Html Checker (once)")
    if not os.path.isdir(VALIDATOR):
        os.mkdir(VALIDATOR)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(os.path.join(ROOT, "tests", "validator", name), VALIDATOR)
    command = [os.path.join(VENV, "bin", "npm"), "ci", "--prefix", VALIDATOR, "--ignore-scripts"]
    run(command + ["--no-audit", "--no-fund"], "npm could not install the Nu Html Checker")


def browser():
    """Make sure of a Chromium and of a Chinese font; install Debian's where that may be done."""
    missing = [] if find_browser() else PACKAGES[:1]
    if not chinese_font():
        missing += PACKAGES[1:]
    if not missing:
        return
    names = " ".join(missing)
    if not shutil.which("apt-get") or os.geteuid() != 0:
        stop(f"the browser tests need: {names}; install them: sudo apt-get install {names}")
    say("installing " + names + " (once)")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "fontconfig"] + missing,
    ):
        run(command, f"could not install {names}; install them by hand", environment)


def find_browser():
    """Return the Chromium of this machine, or nothing; CHROMIUM names another."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, BROWSERS) if path), None)


def chinese_font():
    """Has this machine a font with Chinese characters?"""
    if not shutil.which("fc-list"):
        return False
    fonts = subprocess.run(["fc-list", ":lang=zh-cn"], stdout=subprocess.PIPE)
    return bool(fonts.stdout.strip())


def run(command, complaint, environment=None):
    """Run a command; if it fails, stop with one line."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        last = (done.stdout.strip().splitlines() or ["no reason given"])[-1]
        stop(f"{complaint} ({last})")


def say(words):
    """Tell what takes time."""
    print("prepare: " + words, flush=True)


def stop(words):
    """End with one line and no traceback."""
    print("prepare: " + words, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    main()
