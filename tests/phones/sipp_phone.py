"""Play many or odd telephones with SIPp: hostile callers, refusals, silence, load."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from string import Template
from typing import Self

from .ports import PortBlock, is_received_on, refuse_held
from .program import Program

Address = tuple[str, int]
SCENARIOS = Path(__file__).parent / "scenarios"
RUN_SECONDS_MAX = 120
START_SECONDS_MAX = 10.0
UNANSWERED_AFTER = timedelta(seconds=2)
REFUSALS = (400, 401, 403, 404, 407, 408, 480, 486, 487, 488, 500, 503, 600, 603)
_SIP, _CONTROL, _MEDIA = 0, 2, 4
_LAST_WORDS = {"refused", "hung-up-by-peer", "hung-up-by-us", "cancelled"}


@dataclass(frozen=True, slots=True)
class Caller:
    """A customer as presented on the network; `from_value` overrules number and name."""

    number: str
    display_name: str = ""
    from_value: str | None = None

    @property
    def presented(self) -> str:
        if self.from_value is not None:
            return self.from_value
        name = f'"{self.display_name}" ' if self.display_name else ""
        return f"{name}<sip:{self.number}@127.0.0.1>"


WITHHELD = Caller("", from_value='"Anonymous" <sip:anonymous@anonymous.invalid>')
WITHHELD_HEADERS = ("Privacy: id",)


@dataclass(frozen=True, slots=True)
class SippEvent:
    """One thing that happened to one call, in the words of the scenario's log."""

    call_number: int
    type: str
    call_id: str
    detail: str


@dataclass(frozen=True, slots=True)
class InviteSeen:
    """The headers of an INVITE as an answering telephone received them."""

    call_number: int
    call_id: str
    to_value: str
    from_value: str

    @property
    def from_number(self) -> str:
        return self.from_value[self.from_value.rfind("<sip:") + 5 :].partition("@")[0]


@dataclass(kw_only=True)
class SippRun:
    """One SIPp process playing one scenario; use it as an asynchronous context.

    Event types: sent, ringing, answered, pressed, refused, invited, cancelled, hung-up-by-peer,
    hung-up-by-us. Calls are numbered from 1 in the order in which they start.
    """

    directory: Path
    scenario: str
    values: Mapping[str, str]
    ports: PortBlock
    calls_max: int
    options: Sequence[str] = ()
    rows: Sequence[str] = ()
    address: str = "127.0.0.1"

    async def __aenter__(self) -> Self:
        refuse_held([self.ports[_SIP]], self.address)
        self.directory.mkdir(parents=True, exist_ok=True)
        template = Template((SCENARIOS / f"{self.scenario}.xml").read_text())
        (self.directory / "scenario.xml").write_text(template.substitute(self.values))
        self._log = self.directory / "calls.log"
        self._program = await Program.start(
            self._arguments(), self.directory, self.directory / "sipp.log"
        )
        try:
            await self._wait_until_listening()
        except BaseException:
            await self._program.stop()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._program.stop()

    @property
    def sip_address(self) -> Address:
        return self.address, self.ports[_SIP]

    def events(self, event_type: str | None = None) -> list[SippEvent]:
        """What has happened so far, in order; of one type if asked."""
        text = self._log.read_text(errors="surrogateescape") if self._log.exists() else ""
        complete = text[: text.rfind("\n") + 1]
        seen = [_event(row) for row in complete.split("\n") if row.count(" ") >= 2]
        return [event for event in seen if event_type in (None, event.type)]

    def invites(self) -> list[InviteSeen]:
        """The INVITEs which an answering, refusing or ringing telephone received."""
        seen = []
        for event in self.events("invited"):
            to_value, _, from_value = event.detail.partition(" | ")
            seen.append(InviteSeen(event.call_number, event.call_id, to_value, from_value))
        return seen

    def still_up(self) -> set[int]:
        """Numbers of the calls which were answered and have not ended."""
        up: set[int] = set()
        for event in self.events():
            if event.type == "answered":
                up.add(event.call_number)
            elif event.type in _LAST_WORDS:
                up.discard(event.call_number)
        return up

    async def wait_for(
        self, event_type: str, *, count: int = 1, seconds: float = 10.0
    ) -> list[SippEvent]:
        """Wait until so many events of a type have happened; returns them all."""
        deadline = time.monotonic() + seconds
        while True:
            seen = self.events(event_type)
            if len(seen) >= count:
                return seen
            if not self._program.is_running:
                raise self._program.failure(f"ended before {count} x {event_type}: {self.events()}")
            if time.monotonic() > deadline:
                what = f"showed {len(seen)} of {count} x {event_type}: {self.events()}"
                raise self._program.failure(what)
            await asyncio.sleep(0.02)

    async def wait_end(self, seconds: float = 10.0) -> int:
        """Wait until all calls are over; 0 means that every call went as the scenario says."""
        return await self._program.wait(seconds)

    async def _wait_until_listening(self) -> None:
        deadline = time.monotonic() + START_SECONDS_MAX
        while not is_received_on(self.ports[_SIP]):
            if time.monotonic() > deadline or self._program.process.returncode not in (None, 0):
                raise self._program.failure("did not start")
            if not self._program.is_running:
                return
            await asyncio.sleep(0.01)

    def _arguments(self) -> list[str]:
        rows: list[str] = []
        if self.rows:
            (self.directory / "callers.csv").write_text("\n".join(("SEQUENTIAL", *self.rows, "")))
            rows = ["-inf", "callers.csv"]
        where = ["-i", self.address, "-p", str(self.ports[_SIP]), "-mi", self.address]
        where += ["-mp", str(self.ports[_MEDIA]), "-cp", str(self.ports[_CONTROL])]
        bounds = ["-m", str(self.calls_max), "-timeout", str(RUN_SECONDS_MAX), "-nostdin"]
        logs = ["-trace_logs", "-log_file", "calls.log", "-trace_err", "-error_file", "errors.log"]
        shape = ["-sf", "scenario.xml", "-aa", "-pause_msg_ign"]
        return ["sipp", *shape, *where, *bounds, *logs, *rows, *self.options]


def calling(
    *,
    directory: Path,
    ports: PortBlock,
    target: Address,
    line: str,
    callers: Sequence[Caller],
    press_star_after: timedelta | None = None,
    stay: timedelta = timedelta(seconds=60),
    more_headers: Sequence[str] = (),
    calls_per_second: float = 10,
) -> SippRun:
    """Customers who call a line, may press star, and stay until the peer or `stay` ends it.

    One caller may present anything, line breaks included. Of several, nobody's name may hold a
    semicolon or a line break, which SIPp's table of callers cannot carry.
    """
    is_alone = len(callers) == 1
    options = ["-key", "line", line, "-r", str(calls_per_second)]
    if is_alone:
        options += ["-key", "from_value", callers[0].presented]
    if press_star_after is None:
        options += ["-set", "keeps_quiet", "1"]
    rows = [] if is_alone else [caller.presented for caller in callers]
    if any(mark in row for row in rows for mark in ";\r\n"):
        raise ValueError("a semicolon or line break in a name needs a run of its own")
    return SippRun(
        directory=directory,
        scenario="caller",
        values={
            "from_value": "[from_value]" if is_alone else "[field0]",
            "more_headers": "".join(f"      {header}\n" for header in more_headers),
            "refusals": "\n".join(_refusal(status) for status in REFUSALS),
            "star_after_ms": _milliseconds(press_star_after or timedelta(0)),
            "stay_ms": _milliseconds(stay),
        },
        ports=ports,
        calls_max=len(callers),
        options=[*options, f"{target[0]}:{target[1]}"],
        rows=rows,
    )


def answering(
    *,
    directory: Path,
    ports: PortBlock,
    answer_after: timedelta = timedelta(0),
    talk: timedelta = timedelta(seconds=60),
    calls_max: int = 1,
) -> SippRun:
    """A telephone which rings, answers, and hangs up after `talk` unless the peer does."""
    values = {"answer_after_ms": _milliseconds(answer_after), "talk_ms": _milliseconds(talk)}
    return SippRun(
        directory=directory,
        scenario="answering",
        values=values,
        ports=ports,
        calls_max=calls_max,
    )


def refusing(
    *, directory: Path, ports: PortBlock, status: str = "486 Busy Here", calls_max: int = 1
) -> SippRun:
    """A telephone or trunk which refuses: "603 Decline", "503 Service Unavailable", and so on."""
    return SippRun(
        directory=directory,
        scenario="refusing",
        values={"status": status},
        ports=ports,
        calls_max=calls_max,
    )


def ringing_only(*, directory: Path, ports: PortBlock, calls_max: int = 1) -> SippRun:
    """A telephone which rings until the caller gives up."""
    return SippRun(
        directory=directory,
        scenario="ringing_only",
        values={},
        ports=ports,
        calls_max=calls_max,
    )


def flooding(
    *,
    directory: Path,
    ports: PortBlock,
    address: str,
    target: Address,
    method: str,
    users: Sequence[str],
    messages: int,
    per_second: int,
) -> SippRun:
    """A stranger who sends requests of one method to users in turn, whatever is answered.

    It ends with 0 if each message was answered 401 or not at all. The detail of `sent` is the
    instant in milliseconds.
    """
    return SippRun(
        directory=directory,
        scenario="stranger",
        values={"method": method, "patience_ms": _milliseconds(UNANSWERED_AFTER)},
        ports=ports,
        calls_max=messages,
        options=["-r", str(per_second), "-l", str(messages), f"{target[0]}:{target[1]}"],
        rows=users,
        address=address,
    )


def _refusal(status: int) -> str:
    return (
        f'  <recv response="{status}" response_txn="call" optional="true" next="refused">'
        f'<action><log message="[call_number] refused [call_id] {status}"/></action></recv>'
    )


def _milliseconds(duration: timedelta) -> str:
    return str(round(duration / timedelta(milliseconds=1)))


def _event(row: str) -> SippEvent:
    number, event_type, rest = row.split(" ", 2)
    call_id, _, detail = rest.partition(" ")
    return SippEvent(int(number), event_type, call_id, detail)
