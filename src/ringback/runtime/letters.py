"""What waits in an engine's mailbox, and what one commit holds."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ringback.core.events import Fact
from ringback.core.inputs import Input
from ringback.core.refusals import Refusal
from ringback.history import Note
from ringback.ports import CallbackWanted, Customer, IncomingCall, OutsideTransfer

Content = Input | IncomingCall | OutsideTransfer | CallbackWanted


@dataclass(slots=True)
class PersonalData:
    """What is stored beside facts, in the commit of those that name it."""

    customers: list[Customer] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, other: "PersonalData") -> None:
        self.customers += other.customers
        self.notes += other.notes


Beside = Callable[[Sequence[Fact]], PersonalData]
"""Gives what belongs beside the facts that came of a request, at the instant it is granted."""
Provided = Callable[[], None]
"""Asked right before a request is decided, of the world as it is then; it may refuse."""


def in_any_case() -> None:
    """Let a request be decided whatever the world is like."""


@dataclass(slots=True)
class Letter:
    """An input in the mailbox, with whoever waits for the answer."""

    content: Content
    actor: str
    answer: asyncio.Future[Sequence[Fact]] | None = None
    at: datetime | None = None
    """When it happened, if not just now."""
    beside: Beside | None = None
    provided: Provided = in_any_case
    taken_in: datetime | None = None


@dataclass(slots=True)
class Batch:
    """What one commit holds, and the answers to give after it."""

    facts: list[Fact] = field(default_factory=list)
    answers: list[tuple[Letter, Sequence[Fact] | Refusal]] = field(default_factory=list)


def fail(letter: Letter, failure: Exception) -> None:
    """Tell who waits that nothing came of it."""
    if letter.answer is not None and not letter.answer.done():
        letter.answer.set_exception(failure)
