"""Bugs planted in what stands around the core: each must be caught by a property's name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from ringback.bootstrap import account, kept_records, snapshots
from ringback.core import outbound, tagging
from ringback.core import step as stepping
from ringback.core import world as worlds
from ringback.core.events import CallRestored, OrphanFound, PhoneSystemCameBack
from ringback.core.inputs import FailureCause, PhoneSystemListed, WriteNote
from ringback.runtime import recovery
from ringback.runtime.erasure import Eraser
from ringback.runtime.loop import Engine
from ringback.runtime.outbox import Outbox
from ringback.runtime.reception import Admission, Reception
from ringback.storage.memory import MemoryJournal
from ringback.storage.sqlite import SqliteJournal
from ringback.telephony.simulated.telephony import SimulatedTelephony

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class PlantedBug:
    """A bug, how to plant it, and the properties one of which must catch it."""

    sentence: str
    plant: Plant
    caught_by: tuple[str, ...]


def _let_effects_out_early(patch: pytest.MonkeyPatch) -> None:
    def hold(outbox: Any, effects: Sequence[Any]) -> None:
        outbox.perform_at_once(effects)

    patch.setattr(Outbox, "hold", hold)


def _answer_early(patch: pytest.MonkeyPatch) -> None:
    right = Engine._step_through

    def step_through(engine: Any, letter: Any, batch: Any) -> None:
        right(engine, letter, batch)
        engine._answer(batch)
        batch.answers.clear()

    patch.setattr(Engine, "_step_through", step_through)


def _lose_the_last_effect(patch: pytest.MonkeyPatch) -> None:
    right = Outbox.let_out

    def let_out(outbox: Any) -> None:
        if len(outbox._held) > 1:
            outbox._held.pop()
        right(outbox)

    patch.setattr(Outbox, "let_out", let_out)


def _restore_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(stepping.REACT, CallRestored, lambda world, event: iter(()))


def _drop_the_last_row(patch: pytest.MonkeyPatch) -> None:
    right = recovery.recover

    class Shortened:
        def __init__(self, journal: Any) -> None:
            self._journal = journal
            self.customers = journal.customers

        async def read(self, account_id: Any, after_sequence: int, limit: int) -> Any:
            facts = await self._journal.read(account_id, after_sequence, limit)
            return facts[:-1]

    async def recover(journal: Any, account_id: Any, fold: Any, world: Any = None) -> Any:
        return await right(Shortened(journal), account_id, fold, world)

    patch.setattr(kept_records, "recover", recover)


def _forget_who_let_it_ring_out(patch: pytest.MonkeyPatch) -> None:
    async def find_beginning(journal: Any, account_id: Any) -> Any:
        beginning = await snapshots.find_beginning(journal, account_id)
        for agent in beginning.world.agents.values():
            agent.ring_outs_in_row = 0
        return beginning

    patch.setattr(kept_records, "find_beginning", find_beginning)


def _dial_again_when_unknown(patch: pytest.MonkeyPatch) -> None:
    right = outbound.dial_failed

    def dial_failed(world: Any, call: Any, cause: Any, at: Any) -> Iterator[Any]:
        return right(world, call, cause or FailureCause.NEVER_SENT, at)

    patch.setattr(outbound, "dial_failed", dial_failed)


def _take_all_dials_for_never_sent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SimulatedTelephony, "_is_never_sent", lambda *given: True)


def _ignore_the_fence(patch: pytest.MonkeyPatch) -> None:
    async def append(
        journal: Any,
        account_id: Any,
        expected: int,
        facts: Any,
        customers: Any = (),
        *beside: Any,
    ) -> None:
        journal._facts.setdefault(account_id, []).extend(facts)
        known = journal._customers.setdefault(account_id, {})
        known.update({customer.id: customer for customer in customers})

    patch.setattr(MemoryJournal, "append", append)


def _forget_past_calls(patch: pytest.MonkeyPatch) -> None:
    right = worlds.World.unbind_call

    def unbind_call(world: Any, customer_id: Any, call_id: Any) -> None:
        right(world, customer_id, call_id)
        world.past_calls.clear()

    patch.setattr(worlds.World, "unbind_call", unbind_call)


def _ignore_the_listing(patch: pytest.MonkeyPatch) -> None:
    def decide(world: Any, report: Any, at: Any) -> Iterator[Any]:
        yield PhoneSystemCameBack()

    patch.setitem(stepping.DECIDE, PhoneSystemListed, decide)


def _leave_orphans(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(stepping.REACT, OrphanFound, lambda world, event: iter(()))


def _store_no_customer(patch: pytest.MonkeyPatch) -> None:
    right = Reception.admit

    def admit(reception: Any, incoming: Any) -> Admission:
        return Admission(right(reception, incoming).taken)

    patch.setattr(Reception, "admit", admit)


def _take_closed_pages_for_open(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(account, "report_closed_pages", lambda engine: None)


def _forget_the_timer(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Engine, "_set_timer", lambda engine: None)


def _refuse_silently(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "perform_at_once", lambda outbox, effects: None)


def _keep_no_records_of_before(patch: pytest.MonkeyPatch) -> None:
    right = recovery.recover

    async def fold(facts: Any) -> None:
        pass

    async def recover(journal: Any, account_id: Any, _: Any, world: Any = None) -> Any:
        return await right(journal, account_id, fold, world)

    patch.setattr(kept_records, "recover", recover)


def _keep_whom_the_journal_erased(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Reception, "forgotten", lambda reception, facts: [])


def _leave_what_a_crash_interrupted(patch: pytest.MonkeyPatch) -> None:
    async def settle(eraser: Any) -> None:
        """Leave it."""

    patch.setattr(Eraser, "settle", settle)


def _write_on_about_the_erased(patch: pytest.MonkeyPatch) -> None:
    right = tagging.decide_write

    def decide(world: Any, request: Any, at: Any) -> Iterator[Any]:
        return right(world, replace(request, customer_id=None), at)

    patch.setitem(stepping.DECIDE, WriteNote, decide)


def _wipe_nothing(patch: pytest.MonkeyPatch) -> None:
    async def scrub(journal: Any, *, thorough: bool) -> None:
        """Leave it."""

    patch.setattr(SqliteJournal, "scrub", scrub)


PLANTED: tuple[PlantedBug, ...] = (
    PlantedBug("Effects go out before the commit.", _let_effects_out_early, ("S1", "S4", "S7")),
    PlantedBug("Requests are answered before the commit.", _answer_early, ("S1",)),
    PlantedBug("The last effect of a commit is lost.", _lose_the_last_effect, ("L4", "S8", "S20")),
    PlantedBug("Live calls are not taken up after a crash.", _restore_nothing, ("S8", "L4")),
    PlantedBug("A start overlooks the last fact.", _drop_the_last_row, ("S21",)),
    PlantedBug("A snapshot forgets who let it ring out.", _forget_who_let_it_ring_out, ("S21",)),
    PlantedBug("A dial of unknown outcome is repeated.", _dial_again_when_unknown, ("S3",)),
    PlantedBug("A dial that rang counts as never sent.", _take_all_dials_for_never_sent, ("S3",)),
    PlantedBug("Two servers write one journal.", _ignore_the_fence, ("S22",)),
    PlantedBug("A doubled report revives a call.", _forget_past_calls, ("S23",)),
    PlantedBug("The list of the phone system is ignored.", _ignore_the_listing, ("S8", "S20")),
    PlantedBug("Orphans are found and left alone.", _leave_orphans, ("S20",)),
    PlantedBug("Customers are not stored.", _store_no_customer, ("S18",)),
    PlantedBug("Pages are taken for open.", _take_closed_pages_for_open, ("L3",)),
    PlantedBug("No deadline ever comes.", _forget_the_timer, ("L1",)),
    PlantedBug("Overload is met with silence.", _refuse_silently, ("L4",)),
    PlantedBug("Records begin anew at a start.", _keep_no_records_of_before, ("S14",)),
    PlantedBug("Number and name outlive the erasure.", _keep_whom_the_journal_erased, ("R49",)),
    PlantedBug("A crash ends an erasure.", _leave_what_a_crash_interrupted, ("R49",)),
    PlantedBug("Notes are written about the erased.", _write_on_about_the_erased, ("R49",)),
    PlantedBug("What was erased stays in the file's gaps.", _wipe_nothing, ("R49",)),
)
