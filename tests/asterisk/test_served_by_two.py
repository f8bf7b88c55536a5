"""A server of ours whose Asterisk is taken over by another one."""

import asyncio
from pathlib import Path

from tests.served import serving

from .fake_ari import FakeAri

CANNOT_START = 4


async def test_replaced_server_ends_with_a_sentence(tmp_path: Path) -> None:
    """S22: two servers on one application would fight over calls; the earlier one gives up."""
    async with FakeAri() as asterisk:
        ended = asyncio.create_task(asyncio.to_thread(_serve, tmp_path / "data", asterisk))
        await asterisk.requested(1)
        await asterisk.say({"type": "ApplicationReplaced", "application": "ringback"})
        code, errors = await ended
        connections = len(asterisk.sockets)

    last = errors.strip().splitlines()[-1]
    assert code == CANNOT_START, errors
    assert last.startswith("Another program has taken over the ARI application “ringback”")
    assert "Traceback" not in errors
    assert connections == 1


def _serve(data: Path, asterisk: FakeAri) -> tuple[int, str]:
    with serving(
        data=data,
        RINGBACK_PHONES="asterisk",
        RINGBACK_ASTERISK__URL=asterisk.settings().url,
        RINGBACK_ASTERISK__PASSWORD=asterisk.password,
    ) as server:
        return server.wait()
