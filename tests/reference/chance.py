"""Choices taken from bytes, so that any bytes are a life and fewer bytes a shorter one."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Takes one byte for each choice; when there is none left, the first choice."""

    def __init__(self, given: bytes) -> None:
        self.given = given
        self.taken = 0

    def below(self, limit: int) -> int:
        byte = self.given[self.taken] if self.taken < len(self.given) else 0
        self.taken += 1
        return byte % limit

    def one_in(self, number: int) -> bool:
        """True once in so many times."""
        return self.below(number) == number - 1

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]
