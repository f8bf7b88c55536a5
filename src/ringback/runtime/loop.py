"""The one writer of an account: takes inputs in, commits facts, then lets effects out.

EngineStopped
    The engine does not take anything any more.
Overloaded
    Too many requests wait already; nothing was done.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from ringback.core.effects import RejectCall
from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.core.inputs import Input, PhoneSystemLost, Report, Request, TimePassed
from ringback.core.refusals import Refusal
from ringback.core.step import Step, next_deadline, step
from ringback.core.world import World
from ringback.durations import Durations
from ringback.history import RecordChanges
from ringback.ports import (
    CallbackWanted,
    IncomingCall,
    Journal,
    JournalAway,
    JournalFailed,
    OutsideTransfer,
    Telephony,
    TelephonyReport,
)

from .clock import Timekeeper, Timer
from .congestion import Congestion
from .letters import Batch, Beside, Content, Letter, PersonalData, Provided, fail, in_any_case
from .outbox import Outbox
from .patience import AWAY, PATIENCE, Apologies
from .reception import Reception
from .step_names import step_names


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an engine takes on at once."""

    batch: int = 256
    """Inputs in one commit."""
    requests_waiting: int = 10_000
    """Requests beyond which people are asked to try again."""
    arrivals_backlog: int = 2_000
    """Inputs that wait, beyond which new calls get a busy signal."""
    patience: timedelta = PATIENCE
    """How long a commit may take before people are told that it does."""


USUAL_LIMITS = Limits()

Listener = Callable[[Sequence[Fact]], None]
Fold = Callable[[Sequence[Fact]], RecordChanges | None]

_log = structlog.get_logger(__name__)


class EngineStopped(Exception):
    """The engine has stopped."""


class Overloaded(Exception):
    """The server is overloaded; try again in a moment."""


class Engine:
    """Owns an account's world; whatever reaches it is stepped through in order of arrival.

    All methods belong to the event loop's thread. `world` is for reading only, and may be ahead of
    the disk by the batch in hand: whoever shows it awaits `committed` before. `chance` gives a
    number for the core's random choices; `fold` sees all facts, in order and each once, and gives
    the records to commit together with them. An account brought back from its journal begins
    without a phone system, from its last instant on and until the phone system has listed what it
    has.
    """

    def __init__(
        self,
        *,
        account_id: AccountId,
        world: World,
        journal: Journal,
        telephony: Telephony,
        clock: Timekeeper,
        reception: Reception,
        fold: Fold = lambda _: None,
        chance: Callable[[], int] = lambda: secrets.randbits(64),
        limits: Limits = USUAL_LIMITS,
    ) -> None:
        self.account_id = account_id
        self.world = world
        self._journal = journal
        self._telephony = telephony
        self._outbox = Outbox(telephony)
        self._clock = clock
        self._reception = reception
        self._fold = fold
        self._chance = chance
        self._limits = limits
        self._mailbox: deque[Letter] = deque()
        self._congestion = Congestion()
        self._apologies = Apologies(world)
        self._impatient = False
        self._requests_waiting = 0
        self._wake = asyncio.Event()
        self.committed_sequence = world.sequence
        self.append_times = Durations()
        self._landed = asyncio.Event()
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._timer: Timer | None = None
        self._listeners: dict[int, Listener] = {}
        self._listeners_made = 0
        self._stopping = False
        self._in_hand = Batch()
        self._personal = PersonalData()
        self._ended_by: JournalFailed | EngineStopped | None = None
        if world.account_id is not None:
            self._put(Letter(PhoneSystemLost(), "clock", at=world.now))

    @property
    def backlog(self) -> int:
        """Count the inputs that wait to be stepped through."""
        return len(self._mailbox)

    @property
    def keeps_up(self) -> bool:
        """Tell whether what happens is stored, and in good time."""
        return self._ended_by is None and not self._impatient

    async def request(
        self,
        request: Request | OutsideTransfer | CallbackWanted,
        actor: str,
        beside: Beside | None = None,
        provided: Provided = in_any_case,
    ) -> Sequence[Fact]:
        """Ask for something and give the committed facts that came of it, perhaps none.

        What `beside` gives of them, if any, is committed with them. Raises `Refusal`, `Overloaded`,
        `JournalAway` if it was not stored in time, and what ended the engine or `EngineStopped`.
        """
        if self._ended_by is not None:
            raise self._ended_by
        if self._impatient:
            raise JournalAway(AWAY)
        if self._requests_waiting >= self._limits.requests_waiting:
            raise Overloaded("The server is overloaded; try again in a moment.")
        answer: asyncio.Future[Sequence[Fact]] = asyncio.get_running_loop().create_future()
        self._requests_waiting += 1
        self._put(Letter(request, actor, answer, beside=beside, provided=provided))
        return await answer

    def report(self, report: Report | TelephonyReport, actor: str = "phone") -> None:
        """Take in what has happened; once the engine has ended it is dropped.

        A new call is refused at once with a busy signal when too much waits already, or when
        the server or the phone system has been behind for too long (L4).
        """
        if self._ended_by is not None:
            return
        if isinstance(report, IncomingCall) and self._overloaded_for(report):
            self._outbox.perform_at_once([RejectCall(report.call_id)])
            return
        self._put(Letter(report, actor))
        if self._impatient:
            self._apologise((), (report,))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` called with the facts of each commit, in order; return how to end it."""
        self._listeners_made += 1
        key = self._listeners_made
        self._listeners[key] = listener

        def end() -> None:
            self._listeners.pop(key, None)

        return end

    @property
    def is_ahead(self) -> bool:
        """Tell whether `world` holds what is not committed yet."""
        return self.world.sequence > self.committed_sequence

    async def committed(self) -> None:
        """Wait for an instant at which `world` holds nothing that is not on disk.

        Whoever shows the world does so before awaiting anything else: nothing is shown that a
        crash could take back. Raises what ended the engine if the commit never came, and
        `JournalAway` when it does not come in time.
        """
        while self.is_ahead:
            if self._ended_by is not None:
                raise self._ended_by
            if self._impatient:
                raise JournalAway(AWAY)
            await self._landed.wait()

    async def settled(self) -> None:
        """Wait until all that was taken in is committed and let out; for virtual time."""
        await self._quiet.wait()

    def stop(self) -> None:
        """Let `run` return after the batch in hand; what waits behind it is not done."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Serve until `stop`; raises `JournalFailed`, or the bug that ended the engine."""
        end: JournalFailed | EngineStopped = EngineStopped("The engine has stopped.")
        try:
            self._set_timer()
            while True:
                await self._wake.wait()
                if self._stopping:
                    return
                await self._take_batch()
        except JournalFailed as failure:
            end = failure
            raise
        finally:
            self._end(end)

    # ---- one batch ---------------------------------------------------------------------

    async def _take_batch(self) -> None:
        expected_sequence = self.world.sequence
        batch = self._in_hand = Batch()
        for _ in range(min(len(self._mailbox), self._limits.batch)):
            self._step_through(self._mailbox[0], batch)
            self._mailbox.popleft()
        if not self._mailbox:
            self._wake.clear()
        if batch.facts:
            self._landed.clear()
            await self._store(expected_sequence, batch.facts)
            self.committed_sequence = self.world.sequence
            self._landed.set()
        self._outbox.let_out()
        self._answer(batch)
        if batch.facts:
            for listener in tuple(self._listeners.values()):
                listener(batch.facts)
        self._set_timer()
        self._note_lateness()
        if not self._mailbox:
            self._quiet.set()
        # Whoever waits for this commit or its answers looks at the world before the next batch.
        await asyncio.sleep(0)

    async def _store(self, expected_sequence: int, facts: Sequence[Fact]) -> None:
        personal, self._personal = self._personal, PersonalData()
        records = self._fold(facts)
        began = self._clock.now()
        timer = self._clock.call_at(began + self._limits.patience, self._lose_patience)
        try:
            await self._journal.append(
                self.account_id,
                expected_sequence,
                facts,
                personal.customers,
                records,
                personal.notes,
            )
        finally:
            self.append_times.note((self._clock.now() - began).total_seconds())
            timer.cancel()
            self._impatient = False
            self._apologies.forget()

    def _lose_patience(self) -> None:
        """Let nobody wait any longer for a commit: refuse requests, apologise to callers."""
        self._impatient = True
        self._landed.set()
        for letter, _ in self._in_hand.answers:
            fail(letter, JournalAway(AWAY))
        waiting = tuple(self._mailbox)
        self._mailbox.clear()
        for letter in waiting:
            if letter.answer is None:
                self._mailbox.append(letter)
            else:
                self._requests_waiting -= 1
                fail(letter, JournalAway(AWAY))
        self._apologise(self._in_hand.facts, [letter.content for letter in waiting])

    def _apologise(self, in_hand: Sequence[Fact], waiting: Sequence[object]) -> None:
        owed = self._apologies.owed(in_hand, waiting, self._clock.now())
        self._outbox.perform_at_once(tuple(owed))

    def _answer(self, batch: Batch) -> None:
        for letter, answer in batch.answers:
            if letter.answer is None:
                continue
            self._requests_waiting -= 1
            if letter.answer.done():
                continue
            if isinstance(answer, Refusal):
                letter.answer.set_exception(answer)
            else:
                letter.answer.set_result(answer)

    # ---- one input ---------------------------------------------------------------------

    def _step_through(self, letter: Letter, batch: Batch) -> None:
        taken = self._admitted(letter.content)
        if taken is None:
            return
        at = max(letter.at or self._clock.now(), self.world.now)
        try:
            letter.provided()
            done = step(self.world, taken, at=at, chance=self._chance(), actor=letter.actor)
        except Refusal as refusal:
            batch.answers.append((letter, refusal))
            self._keep(refusal.settled, batch)
        except Exception:
            _log.exception("engine.bug", input=repr(taken), **step_names(taken, self.world))
            raise
        else:
            if letter.beside is not None and done.facts:
                self._personal.add(letter.beside(done.facts))
            batch.answers.append((letter, done.facts))
            self._personal.customers += self._reception.forgotten(done.facts)
            self._keep(done, batch)

    def _keep(self, done: object, batch: Batch) -> None:
        if isinstance(done, Step):
            batch.facts.extend(done.facts)
            self._outbox.hold(done.effects)

    def _admitted(self, content: Content) -> Input | None:
        if not isinstance(content, IncomingCall | OutsideTransfer | CallbackWanted):
            return content
        if isinstance(content, IncomingCall) and self._knows(content):
            return None
        admission = self._reception.admit(content)
        if admission.customer is not None:
            self._personal.customers.append(admission.customer)
        if isinstance(content, IncomingCall) and admission.taken is None:
            self._outbox.hold([RejectCall(content.call_id)])
        return admission.taken

    def _knows(self, incoming: IncomingCall) -> bool:
        return incoming.call_id in self.world.calls or incoming.call_id in self.world.past_calls

    def _overloaded_for(self, incoming: IncomingCall) -> bool:
        if self._knows(incoming) or not self.world.phones_reachable:
            return False
        self._note_lateness()
        behind = self._impatient or self._congestion.refuses(self._clock.now())
        return behind or len(self._mailbox) >= self._limits.arrivals_backlog

    def _note_lateness(self) -> None:
        """Note for how long the oldest input has waited, or the phone system owed an answer."""
        now = self._clock.now()
        oldest = self._mailbox[0].taken_in if self._mailbox else None
        waited = timedelta(0) if oldest is None else now - oldest
        self._congestion.note(max(waited, self._telephony.lateness()), now)

    # ---- mailbox and timer -------------------------------------------------------------

    def _put(self, letter: Letter) -> None:
        letter.taken_in = self._clock.now()
        self._mailbox.append(letter)
        self._quiet.clear()
        self._wake.set()

    def _set_timer(self) -> None:
        """Keep the one timer on the smallest deadline."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        deadline = next_deadline(self.world)
        if deadline is not None:
            self._timer = self._clock.call_at(deadline, self._let_time_pass)

    def _let_time_pass(self) -> None:
        self._timer = None
        self._put(Letter(TimePassed(), "clock"))

    def _end(self, end: JournalFailed | EngineStopped) -> None:
        self._ended_by = end
        self._landed.set()
        if self._timer is not None:
            self._timer.cancel()
        for letter, _ in self._in_hand.answers:
            fail(letter, end)
        while self._mailbox:
            fail(self._mailbox.popleft(), end)
