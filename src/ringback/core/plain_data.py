"""Plain data: what comes in, what became true, and what is to be done. Nobody changes it."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def plain_data(kind: type[Kind]) -> type[Kind]:
    """Make a slotted dataclass; that nobody changes what it makes, the type checker proves."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
