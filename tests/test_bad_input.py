"""Files that cannot be taken: one clear line each, no traceback, and nothing else is lost."""

import datetime
import os

import pytest

import check
import sync

TODAY = datetime.date(2026, 6, 1)
SOURCE = "seeds/texts/tea/source.txt"
CLAIM = "seeds/claims/tea/eight-of-twelve.toml"
PO = "seeds/texts/tea/en.po"

BYTES = [
    (SOURCE, "绿茶。".encode("gb18030"), f"{SOURCE}:1: encoding-not-utf8: ", "iconv -f GB18030"),
    (SOURCE, "绿茶。".encode("utf-16"), f"{SOURCE}:1: encoding-not-utf8: ", "iconv -f UTF-16"),
    (SOURCE, b"\xef\xbb\xbf\xe7\xbb\xbf", f"{SOURCE}:1: encoding-bom: ", "delete"),
    (SOURCE, b"a\nb\xff\xfe\xfd", f"{SOURCE}:2: encoding-not-utf8: ", "iconv"),
    (SOURCE, "一。\r\n二。".encode(), f"{SOURCE}:1: line-ending: ", "sed"),
    (SOURCE, b"a\nb\x00c", f"{SOURCE}:2: control-character: U+0000", "delete it"),
    (SOURCE, "一\n二\u202e三".encode(), f"{SOURCE}:2: control-character: U+202E", "right-to-left"),
    (SOURCE, b"", f"{SOURCE}:1: file-empty: ", "write it"),
    (SOURCE, "茶".encode() * 4_000_000, f"{SOURCE}:1: file-too-large: 12,000,000 bytes", "split"),
    (CLAIM, b'quote = "a"\nkind = = "b"\n', f"{CLAIM}:2: toml-malformed: ", "mend"),
    (CLAIM, b'quote = "a"\nquote = "b"\n', f"{CLAIM}:2: toml-malformed: ", "mend"),
    (CLAIM, b"just words\n", f"{CLAIM}:1: toml-malformed: ", "mend"),
    (PO, b'msgid ""\nmsgstr ""\n\nmsgid "x\n', f"{PO}:4: po-malformed: ", "close its quotes"),
    (PO, b'msgid ""\nmsgstr ""\n\nmsgstr "b"\nmsgid "a"\n', f"{PO}:", "po-malformed"),
    (
        "seeds/vocabulary.toml",
        b"finding = 3\n",
        "seeds/vocabulary.toml:1: value-wrong: ",
        "finding",
    ),
    ("seeds/references.toml", b"x = 3\n", "seeds/references.toml:1: value-wrong: ", "dictionary"),
    (
        "seeds/renamed.toml",
        b"a = 3\n",
        "seeds/renamed.toml:1: value-wrong: ",
        '"claims/nk/old-id" = "claims/nk/new-id"',
    ),
]


def lines(world):
    return [str(p) for p in check.checked(world, TODAY)[1]]


@pytest.mark.parametrize(("file", "content", "start", "cure"), BYTES)
def test_strange_bytes_get_one_line_with_the_cure(world, file, content, start, cure):
    """Other encodings, marks, line ends, controls, sizes, broken syntax."""
    (world / file).write_bytes(content)
    mine = [line for line in lines(world) if line.startswith(f"{file}:")]
    assert len(mine) == 1
    assert mine[0].startswith(start)
    assert cure in mine[0]


def test_a_missing_translation_file_is_told_how_to_make(world):
    """And sync makes it."""
    (world / PO).unlink()
    (line,) = lines(world)
    assert line == f"{PO}:1: file-missing: no such file; make it: make sync"
    assert sync.main(world) == 0
    assert (world / PO).read_text(encoding="utf-8").count("msgctxt") == 13


def test_a_text_folder_needs_its_text_toml(world):
    """The file that says whose text it is cannot be left out."""
    (world / "seeds/texts/tea/text.toml").unlink()
    assert lines(world) == ["seeds/texts/tea/text.toml:1: file-missing: no such file; add it"]


def test_a_link_out_of_the_project_is_refused(world, tmp_path):
    """A symlink to a file elsewhere is not followed."""
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("secret")
    (world / SOURCE).unlink()
    (world / SOURCE).symlink_to(elsewhere)
    (line,) = lines(world)
    assert line.startswith(f"{SOURCE}:1: file-outside: a link that leads out of the project")


@pytest.mark.parametrize("place", ["seeds/claims/tea", "seeds/terms", "seeds/texts/tea"])
def test_a_linked_folder_out_of_the_project_is_refused(world, tmp_path, place):
    """Nothing of a folder elsewhere is read, whatever its files are called."""
    elsewhere = tmp_path / "elsewhere"
    (world / place).rename(elsewhere)
    (world / place).symlink_to(elsewhere, target_is_directory=True)
    mine = [line for line in lines(world) if line.startswith(place)]
    assert mine
    assert all(": file-outside: " in line for line in mine)


@pytest.mark.parametrize("name", ["Ümlaut.toml", "a b.toml", "-x.toml", "a%2f.toml"])
def test_a_name_that_is_no_id_is_refused(world, name):
    """Ids become addresses and files, so they are plain words."""
    (world / CLAIM).rename((world / CLAIM).with_name(name))
    assert any(line.startswith(f"seeds/claims/tea/{name}:1: id-bad: ") for line in lines(world))


def test_a_folder_where_a_file_should_be_is_one_line(world):
    """Not a file: said, not crashed on."""
    (world / CLAIM).unlink()
    (world / CLAIM).mkdir()
    (line,) = [line for line in lines(world) if CLAIM in line]
    assert line.startswith(f"{CLAIM}:1: file-unreadable: ")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("seeds/texts/Tea House", "id-bad"),
        ("seeds/claims/coffee", "text-unknown"),
        ("seeds/texts/tea/notes.txt", "file-unexpected"),
        ("seeds/claims/tea/bad_name.toml", "id-bad"),
        ("seeds/terms/a..b.toml", "id-bad"),
        ("docs/drawings/Two Cups.svg", "id-bad"),
        ("docs/drawings/cups.png", "file-unexpected"),
        (f"seeds/terms/{'a' * 90}.toml", "id-bad"),
    ],
)
def test_names_that_are_no_ids_and_files_that_nothing_reads(world, path, code):
    """A file's name is its id; what nothing reads is told."""
    place = world / path
    place.parent.mkdir(exist_ok=True)
    if place.suffix:
        place.write_text("x")
    else:
        place.mkdir()
    (line,) = lines(world)
    assert f": {code}: " in line
    assert line.count("\n") == 0


def test_sync_leaves_a_file_that_it_cannot_read_whole(world, capsys):
    """A broken PO file is named and stays byte for byte as it was."""
    broken = (world / PO).read_bytes().replace(b'msgstr "Group"', b'msgstr "Group')
    (world / PO).write_bytes(broken)
    assert sync.main(world) == 1
    assert "po-malformed" in capsys.readouterr().out
    assert (world / PO).read_bytes() == broken


def test_sync_changes_nothing_that_is_in_order(world):
    """Running it again and again is quiet."""
    before = os.stat(world / PO).st_mtime_ns
    assert sync.main(world) == 0
    assert os.stat(world / PO).st_mtime_ns == before
