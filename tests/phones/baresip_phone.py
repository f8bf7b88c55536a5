"""Play a customer's or an agent's telephone with baresip: it dials, answers, speaks and records."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from .listening import write_speech, write_tone
from .ports import PortBlock, refuse_held
from .program import Program

START_SECONDS_MAX = 10.0
COMMAND_SECONDS_MAX = 5.0
RECORDING_SECONDS_MAX = 5.0
SPEECH_SECONDS = 300
_SIP, _CONTROL, _FIRST_RTP, _LAST_RTP = 0, 2, 4, 19

_CONFIG = """\
sip_listen {address}:{sip}
net_interface {address}
rtp_ports {first_rtp}-{last_rtp}
call_max_calls {calls_max}
call_local_timeout 120
audio_source aufile,{speech}
audio_player aubridge,nil
audio_alert aubridge,nil
audio_srate 8000
audio_channels 1
jitter_buffer_delay 0-0
module_path {modules}
module g711.so
module aufile.so
module aubridge.so
module sndfile.so
snd_path {takes}
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen {address}:{control}
"""
_MODULE_DIRECTORIES = ("/usr/lib/baresip/modules", "/usr/lib/x86_64-linux-gnu/baresip/modules")


@dataclass(frozen=True, slots=True)
class PhoneEvent:
    """What baresip told: its own event type, and the peer as this phone would display it."""

    at: float
    type: str
    direction: str
    peer_uri: str
    peer_display_name: str
    call_id: str
    detail: str

    @property
    def peer_number(self) -> str:
        return self.peer_uri.removeprefix("sip:").partition("@")[0]


@dataclass(frozen=True, slots=True)
class Recording:
    """One call in sound. Time stands still in `heard` while no packet arrives."""

    heard: Path
    said: Path


@dataclass(frozen=True, slots=True)
class Registration:
    """Where and as whom a desk phone registers; `lifetime_seconds` is the refresh interval."""

    registrar: str
    username: str
    password: str
    lifetime_seconds: int = 60


@dataclass(kw_only=True)
class BaresipPhone:
    """A telephone with its own process, ports (one block) and directory.

    Use it as an asynchronous context. The user part of its address is its number: calls to any
    other number are answered with 404. It keeps ringing until `accept` or `hangup` (486),
    unless `answers_by_itself`. It speaks `tone_hz`, or the file `speaks` over and over.
    """

    directory: Path
    user: str
    ports: PortBlock
    tone_hz: int = 440
    speaks: Path | None = None
    display_name: str = ""
    domain: str = ""
    registration: Registration | None = None
    answers_by_itself: bool = False
    calls_max: int = 4
    codec: str = "PCMA"
    address: str = "127.0.0.1"
    events: list[PhoneEvent] = field(default_factory=list, init=False)
    _seen: dict[str, int] = field(default_factory=dict, init=False)
    _answers: dict[str, asyncio.Future[dict[str, Any]]] = field(default_factory=dict, init=False)
    _takes_named: int = field(default=0, init=False)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def sip_address(self) -> tuple[str, int]:
        return self.address, self.ports[_SIP]

    @property
    def uri(self) -> str:
        return f"sip:{self.user}@{self.address}:{self.ports[_SIP]}"

    async def start(self) -> None:
        refuse_held([self.ports[_SIP], self.ports[_SIP] + 1, self.ports[_CONTROL]], self.address)
        self._write_directory()
        self._news = asyncio.Condition()
        self._program = await Program.start(
            ["baresip", "-f", str(self.directory), "-s"],
            self.directory,
            self.directory / "baresip.log",
        )
        try:
            self._reader, self._writer = await self._connect()
        except BaseException:
            await self._program.stop()
            raise
        self._listening = asyncio.create_task(self._listen())
        # The account comes last: a registration before we listen would go unseen.
        await self._command("uanew", self._account_line())

    async def stop(self) -> None:
        """End calls and the process; the recordings stay."""
        await self._program.stop()
        await asyncio.wait({self._listening}, timeout=COMMAND_SECONDS_MAX)
        self._listening.cancel()
        self._writer.close()
        self._name_takes()

    async def dial(self, uri: str) -> None:
        await self._command("dial", uri)

    async def accept(self) -> None:
        await self._command("accept")

    async def hangup(self) -> None:
        """End the current call, or reject it (486) while it rings."""
        await self._command("hangup")

    async def send_digit(self, digit: str) -> None:
        """Send one digit as RFC 4733 event packets."""
        await self._command("sndcode", digit)

    async def wait_for(self, event_type: str, seconds: float = 10.0) -> PhoneEvent:
        """Return the next event of this type which no earlier `wait_for` has returned."""
        async with self._news:
            try:
                return await asyncio.wait_for(self._next_event(event_type), seconds)
            except TimeoutError as late:
                seen = [event.type for event in self.events]
                what = f"showed no {event_type} within {seconds} s; it showed {seen}"
                raise self._program.failure(what) from late

    async def recordings(self) -> list[Recording]:
        """What was heard and said, one entry per ended call, oldest first; waits for the first."""
        deadline = time.monotonic() + RECORDING_SECONDS_MAX
        while time.monotonic() < deadline:
            takes = sorted(self._takes.glob("take-*-heard.wav"))
            pairs = [Recording(take, self._takes / _said_name(take)) for take in takes]
            is_finished = all(_is_finished(one.heard) and _is_finished(one.said) for one in pairs)
            if pairs and is_finished:
                return pairs
            await asyncio.sleep(0.05)
        raise self._program.failure("left a recording unfinished")

    @property
    def _takes(self) -> Path:
        return self.directory / "takes"

    def _write_directory(self) -> None:
        self._takes.mkdir(parents=True)
        speech = self.directory / "speech.wav"
        if self.speaks is None:
            write_tone(speech, hz=self.tone_hz, seconds=SPEECH_SECONDS)
        else:
            write_speech(speech, source=self.speaks, seconds=SPEECH_SECONDS)
        config = _CONFIG.format(
            address=self.address,
            sip=self.ports[_SIP],
            control=self.ports[_CONTROL],
            first_rtp=self.ports[_FIRST_RTP],
            last_rtp=self.ports[_LAST_RTP],
            calls_max=self.calls_max,
            speech=speech,
            takes=self._takes,
            modules=next(path for path in _MODULE_DIRECTORIES if Path(path).is_dir()),
        )
        (self.directory / "config").write_text(config)
        (self.directory / "accounts").write_text("")
        (self.directory / "contacts").write_text("")

    def _account_line(self) -> str:
        host = self.domain or f"{self.address}:{self.ports[_SIP]}"
        options = f";dtmfmode=rtpevent;audio_codecs={self.codec}/8000/1"
        options += f";answermode={'auto' if self.answers_by_itself else 'manual'}"
        if self.registration is None:
            options += ";regint=0"
        else:
            host = self.registration.registrar
            options += f";auth_user={self.registration.username}"
            options += f";auth_pass={self.registration.password}"
            options += f";regint={self.registration.lifetime_seconds}"
        name = f'"{self.display_name}" ' if self.display_name else ""
        return f"{name}<sip:{self.user}@{host}>{options}"

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        deadline = time.monotonic() + START_SECONDS_MAX
        while self._program.is_running and time.monotonic() < deadline:
            try:
                return await asyncio.open_connection(self.address, self.ports[_CONTROL])
            except OSError:
                await asyncio.sleep(0.02)
        raise self._program.failure("did not start")

    async def _listen(self) -> None:
        while True:
            try:
                length = int((await self._reader.readuntil(b":"))[:-1])
                message = json.loads(await self._reader.readexactly(length))
                await self._reader.readexactly(1)
            except (asyncio.IncompleteReadError, ConnectionError):
                break
            if message.get("response"):
                self._answers.pop(message["token"]).set_result(message)
            else:
                await self._note(message)
        async with self._news:
            self._news.notify_all()

    async def _note(self, message: dict[str, Any]) -> None:
        event = PhoneEvent(
            at=time.time(),
            type=message["type"],
            direction=message.get("direction", ""),
            peer_uri=message.get("peeruri", ""),
            peer_display_name=message.get("peerdisplayname", ""),
            call_id=message.get("id", ""),
            detail=message.get("param", ""),
        )
        if event.type == "CALL_CLOSED":
            self._name_takes()
        async with self._news:
            self.events.append(event)
            self._news.notify_all()

    def _name_takes(self) -> None:
        """Move files out of the way: baresip names them by the second and overwrites."""
        for heard in sorted(self._takes.glob("dump-*-dec.wav")):
            self._takes_named += 1
            take = self._takes / f"take-{self._takes_named:03}-heard.wav"
            heard.rename(take)
            heard.with_name(heard.name.replace("-dec", "-enc")).rename(
                self._takes / _said_name(take)
            )

    async def _next_event(self, event_type: str) -> PhoneEvent:
        while True:
            start = self._seen.get(event_type, 0)
            for index in range(start, len(self.events)):
                if self.events[index].type == event_type:
                    self._seen[event_type] = index + 1
                    return self.events[index]
            if self._listening.done():
                raise self._program.failure(f"ended before {event_type}")
            await self._news.wait()

    async def _command(self, command: str, params: str = "") -> None:
        token = f"{command}-{time.monotonic_ns()}"
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[token] = answer
        message = json.dumps({"command": command, "params": params, "token": token}).encode()
        self._writer.write(b"%d:%s," % (len(message), message))
        try:
            reply = await asyncio.wait_for(answer, COMMAND_SECONDS_MAX)
        except TimeoutError as late:
            raise self._program.failure(f"did not answer the command {command}") from late
        if not reply["ok"]:
            raise self._program.failure(f"refused {command} {params}: {reply['data']}")


def _said_name(heard: Path) -> str:
    return heard.name.replace("-heard", "-said")


def _is_finished(wav: Path) -> bool:
    """libsndfile writes the length into the header when it closes the file."""
    with wav.open("rb") as file:
        header = file.read(8)
    return int.from_bytes(header[4:8], "little") == wav.stat().st_size - 8
