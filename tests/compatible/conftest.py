"""An office with a program's key, and a callback that was made in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.api.office import Office, open_office
from tests.compatible.programs import Pair, Program, callback_made, program_of


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
async def program(office: Office) -> AsyncIterator[Program]:
    """Give an owner's program."""
    async with program_of(office) as opened:
        yield opened


@pytest.fixture
async def pair(office: Office) -> Pair:
    """Let a customer ask, be called back and answer."""
    return await callback_made(office)
