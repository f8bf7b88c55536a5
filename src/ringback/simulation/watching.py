"""What somebody at a terminal sees of a long replay, and how they end it."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import typer


@contextmanager
def interruption() -> Iterator[Callable[[], bool]]:
    """Let Ctrl-C end the run at its next happening; a second one ends it wherever it is."""
    asked: list[int] = []

    def ask(number: int, frame: FrameType | None) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress_bar(length: int, *, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Draw how far it is, where somebody watches; gives what is told the done and the total."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with typer.progressbar(length=length, label="Replaying", file=sys.stderr) as bar:
        yield lambda done, total: bar.update(done - bar.pos)
