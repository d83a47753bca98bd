"""List every installed package with its version and licence, as the packages state them."""

import sys
from importlib import metadata


def licence(package: metadata.Distribution) -> str:
    """Return the licence a package states: by expression, by classifier, or in words."""
    about = package.metadata
    classified = [
        line.rsplit(" :: ", 1)[-1]
        for line in about.get_all("Classifier", [])
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    ]
    said = (about.get("License") or "").strip().splitlines()
    words = about.get("License-Expression") or "; ".join(classified) or (said or [""])[0]
    return words or "not stated: see its files"


def main() -> int:
    """Print one line a package."""
    packages = {package.name.lower(): package for package in metadata.distributions()}
    for _, package in sorted(packages.items()):
        print(f"{package.name} {package.version}: {licence(package)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
