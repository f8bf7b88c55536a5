"""Finds the recordings behind the references of messages and music."""

import re
from collections.abc import Iterable
from pathlib import Path

from ringback.ports import NumberBook

_REFERENCE = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+){0,3}")
"""No dot can stand in a reference, so it cannot lead out of its folder."""


def recording_of(number_book: NumberBook, reference: str) -> Path | None:
    """Find the recording that a reference stands for; None where there is none."""
    if _REFERENCE.fullmatch(reference) is None:
        return None
    stem = number_book.prompt(reference)
    path = stem.with_name(f"{stem.name}.wav")
    return path if path.is_file() else None


def missing_among(number_book: NumberBook, references: Iterable[str]) -> tuple[str, ...]:
    """Name the messages that cannot be played, each once."""
    return tuple(
        reference
        for reference in dict.fromkeys(references)
        if reference and recording_of(number_book, reference) is None
    )
