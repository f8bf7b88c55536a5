"""A few drawn numbers, by which an action chooses."""

from typing import TypeVar

T = TypeVar("T")


class Numbers:
    """A few numbers to choose by; when they are used up, the first is chosen."""

    def __init__(self, *numbers: int) -> None:
        self.numbers = list(numbers)

    def __call__(self, choices: int) -> int:
        return self.numbers.pop(0) % choices if self.numbers else 0

    def one_of(self, choices: list[T]) -> T | None:
        return choices[self(len(choices))] if choices else None
