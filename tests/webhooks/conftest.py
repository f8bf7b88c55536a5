"""A journal and a receiver for each test."""

from collections.abc import AsyncIterator

import pytest
from tests.webhooks.receiver import Receiver, served

from ringback.storage.memory import MemoryJournal


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with served(Receiver()) as serving:
        yield serving
