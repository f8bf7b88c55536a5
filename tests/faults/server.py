"""One process of the product: from its start on what the disk holds, to its death."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from ringback.bootstrap.account import open_account
from ringback.bootstrap.asterisk_phones import unresolved_dials
from ringback.config.settings import Settings
from ringback.core.effects import Effect, RejectCall
from ringback.core.events import AgentConfigured, Fact
from ringback.core.ids import AgentId, CallId, CustomerId, LineId
from ringback.core.inputs import PhoneSystemListed, Request
from ringback.core.refusals import Refusal
from ringback.ports import (
    JournalFailed,
    NumberBook,
    OutsideTransfer,
    PhoneSystemHealth,
    PhoneSystemState,
    Presentation,
    Telephony,
    TelephonyReport,
)
from ringback.records.calls import CallRecord
from ringback.runtime.clock import SystemClock
from ringback.runtime.loop import EngineStopped, Limits, Overloaded
from ringback.runtime.note_desk import NoteRefused
from ringback.telephony.simulated.faults import FaultyReports
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.scheduler import VirtualScheduler
from ringback.telephony.simulated.telephony import SimulatedTelephony

from .disk import Died, Disk, DyingJournal, Trouble
from .erasing import ErasingRoom
from .mishaps import Mishap, Mishaps
from .snapshots import Camera
from .stepped_loop import SteppedLoop
from .trace import Trace
from .witness import Witness

MICROSECOND = timedelta(microseconds=1)
ENDS = (Died, JournalFailed, EngineStopped)
"""How a server may end by a fault; any other end is a bug."""


class CurrentBook:
    """The number book of whichever server runs; prompts are the same for all."""

    def __init__(self) -> None:
        self.book: NumberBook | None = None

    def customer(self, customer_id: CustomerId) -> Presentation:
        assert self.book is not None
        return self.book.customer(customer_id)

    def line(self, line_id: LineId) -> Presentation:
        assert self.book is not None
        return self.book.line(line_id)

    def agent(self, agent_id: object) -> Presentation:
        return Presentation(None, str(agent_id))

    def outside_number(self, agent_id: AgentId) -> str | None:
        return outside_number_of(agent_id)

    def prompt(self, prompt: str) -> Path:
        return recording(prompt)


def outside_number_of(agent_id: AgentId) -> str:
    """Every agent has another phone outside, which rings when the profile says so."""
    return f"+3361299{int(agent_id.removeprefix('agent')):04}"


def recording(prompt: str) -> Path:
    return Path("/no/such/recording") / prompt


@dataclass
class Surroundings:
    """All that outlives a server."""

    loop: SteppedLoop
    scheduler: VirtualScheduler
    network: PhoneNetwork
    book: CurrentBook
    disk: Disk
    trouble: Trouble
    reports: FaultyReports
    mishaps: Mishaps
    witness: Witness
    camera: Camera
    trace: Trace
    settings: Settings
    limits: Limits
    chance: Random
    wall: Callable[[], datetime]
    """The machine's clock, which may be set while no server runs."""


class CommandLine:
    """The way of commands to the phones, on which a server may die."""

    def __init__(self, telephony: Telephony, around: Surroundings) -> None:
        self._telephony = telephony
        self._around = around

    async def run(self, receive: Callable[[TelephonyReport], None]) -> None:
        await self._telephony.run(receive)

    def health(self) -> PhoneSystemHealth:
        return self._telephony.health()

    def lateness(self) -> timedelta:
        return self._telephony.lateness()

    async def take_voicemail(self, call_id: CallId) -> bytes | None:
        return await self._telephony.take_voicemail(call_id)

    async def stored_voicemails(self) -> Mapping[CallId, datetime | None]:
        return await self._telephony.stored_voicemails()

    async def forget_voicemail(self, call_id: CallId) -> None:
        await self._telephony.forget_voicemail(call_id)

    def perform(self, effects: Sequence[Effect]) -> None:
        mishaps = self._around.mishaps
        for number, effect in enumerate(effects):
            if number and mishaps.strikes(Mishap.DIES_BETWEEN_EFFECTS):
                mishaps.struck[Mishap.COMMAND_LOST] += len(effects) - number
                raise Died
            self._around.trace.note("command", effect)
            if isinstance(effect, RejectCall):
                mishaps.struck[Mishap.OVERLOAD] += 1
            self._around.witness.commanded(effect)
            self._telephony.perform([effect])
            if mishaps.strikes(Mishap.COMMAND_DOUBLED):
                self._telephony.perform([effect])
        is_busy_signal = all(isinstance(effect, RejectCall) for effect in effects)
        if not is_busy_signal and mishaps.strikes(Mishap.DIES_BEFORE_ANSWERS):
            raise Died


class Server:
    """The product with its engine running, on a journal that may fail and phones that may lie."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        loop = around.loop
        self.journal = DyingJournal(
            around.disk.open(),
            around.trouble,
            around.mishaps,
            loop,
            self._appended,
            around.witness.traces,
        )
        self.phones = SimulatedTelephony(
            around.network, lambda: unresolved_dials(self.account.engine.world)
        )
        self.account = loop.finish(
            open_account(
                around.settings,
                self.journal,
                make_clock=self._make_clock,
                make_telephony=lambda clock, book: CommandLine(self.phones, around),
                find_prompt=recording,
                chance=lambda: around.chance.getrandbits(64),
                limits=around.limits,
            )
        )
        self.engine = self.account.engine
        self.presence = self.account.presence
        around.book.book = self.account.number_book
        around.witness.started_again(self.engine.world, self.account.number_book)
        self.engine.subscribe(self._committed)
        self.erasing = ErasingRoom(
            around.settings, self.account, self.journal, around.witness.facts, self._step_of_erasure
        )
        self.serving = loop.create_task(self.engine.run())
        self._beside: list[asyncio.Task[None]] = [
            loop.create_task(self.erasing.keeper.run()),
            loop.create_task(self.erasing.settle_daily(loop, self._hold_erasures)),
        ]
        self.phones.start(around.reports.around(self._receive))
        self.broken: BaseException | None = None

    @property
    def is_connected(self) -> bool:
        return self.phones.health().state is PhoneSystemState.READY

    def ask(self, request: Request | OutsideTransfer, actor: str) -> None:
        """Make a request; its answer comes when it comes."""
        self._around.trace.note("request", request)
        self._around.loop.create_task(self._asked(request, actor))

    def erase(self, customer_id: CustomerId, actor: str) -> None:
        """Ask for all that is personal of a customer to go."""
        self._around.trace.note("request", f"erase {customer_id}")
        self._beside.append(self._around.loop.create_task(self._erased(customer_id, actor)))

    def write_note(self, call: CallRecord, agent_id: AgentId, text: str) -> None:
        self._around.trace.note("request", f"note about {call.id}: {text}")
        self._around.loop.create_task(self._noted(call, agent_id, text))

    def run_until_idle(self) -> None:
        loop = self._around.loop
        loop.run_until_idle()
        while self.journal.writing is not None:
            loop.run_until_complete(self.journal.writing)
            loop.run_until_idle()
        loop.finish(self._around.camera.keep_in(self.journal))
        if self.broken is not None:
            raise self.broken

    def end(self) -> BaseException | None:
        """Tell what ended the server, if it has ended by a fault; raises a bug."""
        for task in self._beside:
            failed = task.exception() if task.done() and not task.cancelled() else None
            if isinstance(failed, Died):
                return failed
            if failed is not None and not isinstance(failed, ENDS):
                raise failed
        if not self.serving.done():
            return None
        failure = self.serving.exception()
        if not isinstance(failure, ENDS):
            raise failure or AssertionError("the engine stopped by itself")
        return failure

    def kill(self) -> None:
        """Be gone, with all that was not on the disk."""
        self._around.camera.drop()
        self.phones.stop()
        self.serving.cancel()
        self.leave_the_files()
        self._around.loop.run_until_idle()
        self._around.loop.finish(self.journal.close())

    def leave_the_files(self) -> None:
        """Erase nothing any more, and keep no message."""
        for task in self._beside:
            task.cancel()

    # ---- below

    def _make_clock(self, last_at: datetime | None) -> SystemClock:
        around = self._around
        origin = around.scheduler.now()

        def monotonic_ns() -> int:
            return (around.scheduler.now() - origin) // MICROSECOND * 1000

        return SystemClock(not_before=last_at, set_time=around.wall, monotonic_ns=monotonic_ns)

    def _receive(self, report: TelephonyReport) -> None:
        self._around.trace.note("report", report)
        if isinstance(report, PhoneSystemListed):
            self._around.reports.lost.clear()
        self.engine.report(report)

    def _appended(self) -> None:
        self._around.witness.appended_by(self)

    def _committed(self, facts: Sequence[Fact]) -> None:
        self._around.witness.committed(self.engine.world, facts)
        self._around.camera.see(self.account, facts)
        for fact in facts:
            if isinstance(fact.event, AgentConfigured):
                profile = fact.event.profile
                self._around.network.add_agent(profile.id, profile.phone)

    def _step_of_erasure(self) -> None:
        if self._around.mishaps.strikes_an_erasure():
            raise Died

    def _hold_erasures(self) -> None:
        """Hold all of them: what a crash left is taken up shortly after a start."""
        self._around.witness.hold_erasures((), self.erasing.references.unfinished)

    async def _erased(self, customer_id: CustomerId, actor: str) -> None:
        try:
            erasure = await self.erasing.eraser.erase(customer_id, actor)
        except (Refusal, Overloaded, EngineStopped, JournalFailed) as refused:
            self._around.trace.note("refused", refused)
            return
        self._around.trace.note("erased", erasure)
        references = self.erasing.references
        not_begun = set(self.engine.world.erased) - set(references.erased)
        self._around.witness.hold_erasures((), {*references.unfinished, *not_begun})

    async def _noted(self, call: CallRecord, agent_id: AgentId, text: str) -> None:
        try:
            await self.account.desks.notes.write(
                call.id, call.customer_id, agent_id, text, f"agent:{agent_id}"
            )
        except (Refusal, NoteRefused, Overloaded, EngineStopped, JournalFailed) as refused:
            self._around.trace.note("refused", refused)

    async def _asked(self, request: Request | OutsideTransfer, actor: str) -> None:
        try:
            facts = await self.engine.request(request, actor)
        except (Refusal, Overloaded, EngineStopped, JournalFailed) as refused:
            self._around.trace.note("refused", refused)
            return
        try:
            self._around.witness.answered(facts)
        except AssertionError as broken:
            self.broken = broken
