"""A new article: bytes as they came -> the frame of a text, to be filled in by people.

``decoding`` and ``webpage`` give the text, ``outline``, ``guesses``, ``terms`` and
``stubs`` say what a program can see in it, ``folder`` writes that down as files,
``report`` as words. All are pure functions; ``scripts/new.py`` reads and writes.
"""


class RefusedError(Exception):
    """An article cannot be taken; the message is one line that says why, and the cure."""
