"""Files of one project, each read whole or refused in one clear line.

Nothing outside the project is read, whatever a link or a name says.
"""

from collections.abc import Iterator
from pathlib import Path

from guide.decode import decoded
from guide.problem import Problem, UnreadableError
from guide.slugs import slug_problem


class Files:
    """The files under ``root``, named by their paths in it; collects problems as it goes."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.problems: list[Problem] = []

    def file(self, path: str, cure: str = "add it") -> str | None:
        """Return a file's text, or note why it cannot be had."""
        place = self.root / path
        try:
            if not place.resolve().is_relative_to(self.root):
                message = "a link that leads out of the project; put the file itself here"
                raise UnreadableError(Problem(path, 1, "file-outside", message))
            return decoded(place.read_bytes(), path)
        except UnreadableError as error:
            self.problems.append(error.problem)
        except FileNotFoundError:
            self.note(path, "file-missing", f"no such file; {cure}")
        except OSError as error:
            self.note(path, "file-unreadable", f"cannot be read ({error.strerror}); mend it")
        return None

    def children(self, path: str) -> list[Path]:
        """Return what a folder holds, by name; nothing hidden, and nothing if it is none."""
        place = self.root / path
        if not place.is_dir():
            return []
        return sorted(child for child in place.iterdir() if not child.name.startswith("."))

    def folders(self, top: str) -> Iterator[str]:
        """Yield the folders under ``top`` whose names are good ids."""
        for child in self.children(top):
            path = f"{top}/{child.name}"
            if not child.is_dir():
                self.note(path, "file-unexpected", "only folders stand here; move or delete it")
            elif fault := slug_problem(child.name):
                self.note(path, "id-bad", fault)
            else:
                yield path

    def unexpected(self, path: str, expected: set[str]) -> None:
        """Note every child of a folder that has none of the names."""
        for child in self.children(path):
            if child.name not in expected:
                names = ", ".join(sorted(expected))
                message = f"nothing reads this file; expected: {names}"
                self.note(f"{path}/{child.name}", "file-unexpected", message)

    def note(self, path: str, code: str, message: str) -> None:
        """Remember a problem of a whole file."""
        self.problems.append(Problem(path, 1, code, message))

    def record_file(self, path: str, kind: str) -> str | None:
        """Return the text of ``<id>.toml``; the file's name is the record's id."""
        name = Path(path)
        fault = slug_problem(name.stem)
        if name.suffix != ".toml" or fault:
            self.note(path, "id-bad", fault or f"a {kind} is a file <id>.toml; rename it")
            return None
        return self.file(path)
