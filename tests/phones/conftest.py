"""Ports for the tests with telephones."""

from collections.abc import Callable, Iterator

import pytest

from .ports import BLOCK_SIZE, PortBlock, take_block

TakePorts = Callable[[], PortBlock]


@pytest.fixture
def take_ports() -> Iterator[TakePorts]:
    """Give blocks of ports which are free again after the test."""
    taken: list[PortBlock] = []

    def take() -> PortBlock:
        taken.append(take_block(BLOCK_SIZE))
        return taken[-1]

    yield take
    for block in taken:
        block.release()
