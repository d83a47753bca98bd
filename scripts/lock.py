"""Renew the lock files from pyproject.toml: the one command for new versions (``make lock``)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv==0.13.9"
VALIDATOR = ROOT / "tests/validator"


def main() -> int:
    """Resolve for every supported Python and platform, with hashes."""
    python = sys.executable
    subprocess.run([python, "-m", "pip", "install", "--quiet", UV], check=True, cwd=ROOT)
    for name, extra in (
        ("requirements.lock", []),
        ("requirements-test.lock", ["--group", "test"]),
        ("requirements-zensical.lock", ["--group", "zensical"]),
    ):
        command = [
            *(python, "-m", "uv", "pip", "compile", "pyproject.toml", *extra),
            *("--universal", "--python-version", "3.11", "--generate-hashes"),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--upgrade", "--quiet"),
            *("--output-file", name),
        ]
        subprocess.run(command, check=True, cwd=ROOT)
        print(f"{name}: written; read the diff, then run make test")
    npm = [Path(python).with_name("npm"), "install", "--prefix", VALIDATOR, "--ignore-scripts"]
    only = ["--package-lock-only", "--omit-lockfile-registry-resolved", "--silent"]
    subprocess.run([*npm, *only], check=True, cwd=ROOT)
    print("tests/validator/package-lock.json: written (its version stands in package.json)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
