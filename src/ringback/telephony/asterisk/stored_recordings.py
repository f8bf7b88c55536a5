"""What callers recorded, as files that Asterisk gives and deletes over plain HTTP."""

import io
import wave
from typing import Final

import aiohttp
import msgspec

from ringback.ports import VoicemailNotReached

from .client import AriSettings, path

TAKE_SECONDS_MAX: Final = 60.0
_GONE: Final = 404


class StoredRecording(msgspec.Struct, frozen=True):
    """One line of the list."""

    name: str


_listed: Final = msgspec.json.Decoder(tuple[StoredRecording, ...])


class StoredRecordings:
    """Asks for recordings by name; the WebSocket of the client carries text only."""

    def __init__(self, settings: AriSettings) -> None:
        self._settings = settings

    async def take(self, name: str) -> bytes | None:
        """Give a recording's file; None when there is none. Raises `VoicemailNotReached`."""
        return await self._ask("GET", path("recordings", "stored", name, "file"))

    async def names(self) -> tuple[str, ...]:
        """Name all recordings that are stored. Raises `VoicemailNotReached`."""
        listed = await self._ask("GET", path("recordings", "stored"))
        return tuple(recording.name for recording in _listed.decode(listed or b"[]"))

    async def forget(self, name: str) -> None:
        """Delete a recording, if it is there. Raises `VoicemailNotReached`."""
        await self._ask("DELETE", path("recordings", "stored", name))

    async def _ask(self, method: str, uri: str) -> bytes | None:
        settings = self._settings
        timeout = aiohttp.ClientTimeout(
            total=TAKE_SECONDS_MAX, sock_connect=settings.connect_seconds_max
        )
        headers = {"Authorization": aiohttp.encode_basic_auth(settings.user, settings.password)}
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, headers=headers) as session,
                session.request(method, f"{settings.url}/ari/{uri}") as answer,
            ):
                if answer.status == _GONE:
                    return None
                if not answer.ok:
                    raise VoicemailNotReached(f"Asterisk answered {answer.status}.")
                return await answer.read()
        except (aiohttp.ClientError, OSError, UnicodeError) as failure:
            raise VoicemailNotReached(str(failure) or type(failure).__name__) from failure


def seconds_of(recording: bytes) -> float:
    """Measure a recording, whatever became of its header when its caller went."""
    try:
        with wave.open(io.BytesIO(recording)) as file:
            return float(file.getnframes() / file.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return 0.0
