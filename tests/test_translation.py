"""The life of a PO file: nothing that somebody translated is ever thrown away."""

from hypothesis import given
from hypothesis import strategies as st

from guide.source import split
from guide.translation import Entry, merged, parsed, serialised

LINES = st.lists(st.text("甲乙丙丁。,", min_size=1, max_size=12), max_size=6).map("\n".join)


def entries(text, english):
    """Translate a text: ``english`` by the order of its sentences."""
    sentences = split("x", text).sentences
    return [Entry(s.id, s.zh, en) for s, en in zip(sentences, english, strict=True)]


@given(LINES, LINES)
def test_sync_is_idempotent_and_loses_nothing(before, after):
    """Syncing twice changes nothing more, and every translation is still in the file."""
    old = entries(before, [f"en {n}" for n, _ in enumerate(split("x", before).sentences)])
    once = merged(split("x", after).sentences, old)
    assert merged(split("x", after).sentences, once) == once
    assert {e.en for e in old} <= {e.en for e in once}


@given(LINES)
def test_a_file_reads_back_as_it_was_written(text):
    """Written, read and written again, a file is the same, byte for byte."""
    written = serialised(merged(split("x", text).sentences, ()))
    read, problems = parsed(written, "en.po")
    assert problems == []
    assert serialised(read) == written


def test_a_changed_sentence_is_fuzzy_and_remembers():
    """Two characters change: the translation stays, marked, with the Chinese it was made from."""
    old = entries("细胞能存活四周。", ["Cells live four weeks."])
    (entry,) = merged(split("x", "细胞可存活五周。").sentences, old)
    assert (entry.en, entry.fuzzy, entry.previous) == (
        "Cells live four weeks.",
        True,
        "细胞能存活四周。",
    )


def test_a_change_taken_back_is_fuzzy_no_more():
    """The old Chinese returns, and with it the finished translation."""
    old = entries("细胞能存活四周。", ["Cells live four weeks."])
    changed = merged(split("x", "细胞可存活五周。").sentences, old)
    (entry,) = merged(split("x", "细胞能存活四周。").sentences, changed)
    assert entry.state == "translated"


def test_a_moved_sentence_keeps_its_translation():
    """An inserted line shifts the ids; the words decide."""
    old = entries("甲在这里。", ["A is here."])
    _, moved = merged(split("x", "新的一句。\n甲在这里。").sentences, old)
    assert (moved.id, moved.en, moved.fuzzy) == ("x-2-1", "A is here.", False)


def test_a_sentence_that_goes_becomes_obsolete_and_can_return():
    """What is deleted from a source stays in the file and comes back with it."""
    old = entries("甲在这里。\n完全不同的话语。", ["A is here.", "Quite another."])
    gone = merged(split("x", "甲在这里。").sentences, old)
    assert [e.en for e in gone if e.obsolete] == ["Quite another."]
    back = merged(split("x", "甲在这里。\n完全不同的话语。").sentences, gone)
    assert [(e.en, e.obsolete) for e in back] == [("A is here.", False), ("Quite another.", False)]


def test_a_missing_quotation_mark_is_a_problem_not_a_loss():
    """A broken line is named with its number, and nothing of the file is taken."""
    text = serialised(entries("甲在这里。", ["A is here."])).replace('here."', "here.")
    read, problems = parsed(text, "en.po")
    assert read == ()
    assert [(p.code, p.line) for p in problems] == [("po-malformed", 10)]
