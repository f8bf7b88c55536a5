"""Whole numbers for what a company has configured, for programs that know things by numbers.

Calls, contacts and notes need none of these: their own ids hold a number that never changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ringback.core.ids import AccountId


class Numbered(StrEnum):
    """What has such a number; each kind counts from 1."""

    PERSON = "person"
    """An agent, or a user who takes no calls."""
    LINE = "line"
    TEAM = "team"
    TAG = "tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNumber:
    """A number, given once and never again to anything else."""

    kind: Numbered
    number: int
    id: str
    given_at: datetime


class NumberStore(Protocol):
    """The numbers of each account, beside its journal; they are only ever added."""

    async def given(self, account_id: AccountId) -> Sequence[GivenNumber]: ...

    async def keep(self, account_id: AccountId, numbers: Sequence[GivenNumber]) -> None:
        """Keep new numbers, all of them or none. Raises `JournalFailed`."""
        ...
