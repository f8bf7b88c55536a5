"""What a live feed says while five hundred calls and callbacks are on the board."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from ringback.api.live_messages import Changes, Gone, Snapshot
from ringback.api.views import (
    AgentCounts,
    CallStage,
    CallView,
    CustomerView,
    ItemKind,
    LineReference,
    QueueItemView,
    QueueView,
    WaitingState,
)

QUEUES = 4
WAITING = 120
TALKING = 20
ENTRIES = QUEUES * WAITING + TALKING
TURNS = 80
"""After so many messages all is as at the beginning."""
_BEGAN = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
_LINE = LineReference(id="paris", name="Paris", number="+33199001000")


def snapshot() -> str:
    """Say everything, as a page hears it first."""
    return Snapshot(
        sequence=0,
        server_time=datetime.now(UTC),
        agents=[],
        queues=[_queue(place, 0) for place in range(QUEUES)],
        callbacks=[],
        to_call=[],
        calls=[_call(f"talks{place}", CallStage.TALKING, place) for place in range(TALKING)],
        alerts=[],
        callbacks_lock=None,
        callbacks_halted=False,
        booth=False,
    ).model_dump_json()


def changes() -> Sequence[str]:
    """Say what follows, in a circle: in each queue in turn the first goes and another comes."""
    return [_changes(turn) for turn in range(1, TURNS + 1)]


def _changes(turn: int) -> str:
    place, gone = turn % QUEUES, (turn - 1) // QUEUES
    return Changes(
        sequence=turn,
        first_sequence=turn,
        server_time=datetime.now(UTC),
        events=[],
        agents=[],
        queues=[_queue(place, (gone + 1) % (TURNS // QUEUES))],
        callbacks=[],
        calls=[_call(f"talks{turn % TALKING}", _STAGES[turn % 2], turn % TALKING)],
        alerts=[],
        callbacks_lock=None,
        callbacks_halted=False,
        gone=Gone(queue_ids=[], call_ids=[]),
    ).model_dump_json()


_STAGES = (CallStage.TALKING, CallStage.ON_HOLD)


def _queue(place: int, first: int) -> QueueView:
    items = [_item(place, number, number - first + 1) for number in range(first, first + WAITING)]
    return QueueView(
        id=f"queue{place}",
        name=f"Team {place}",
        flow_id="flow",
        flow_version=1,
        step_id=f"step{place}",
        agents=AgentCounts(available=0, ringing=first % 2, busy=20, absent=3),
        total=WAITING,
        estimated_wait_seconds=600.0 + first,
        items=items,
    )


def _item(queue: int, number: int, position: int) -> QueueItemView:
    return QueueItemView(
        id=f"item{queue}-{number}",
        kind=ItemKind.CALLBACK if number % 3 else ItemKind.CALL,
        position=position,
        state=WaitingState.RINGING if position == 1 else WaitingState.WAITING,
        customer=_customer(queue * 1_000 + number),
        line=_LINE,
        since=_BEGAN + timedelta(seconds=7 * number + queue),
        attempt_number=1,
        attempts_max=3,
        rung_agent_ids=[],
        held_by=[],
        stands_for_callback_id=None,
    )


def _call(call_id: str, stage: CallStage, number: int) -> CallView:
    return CallView(
        id=call_id,
        direction="inbound",
        stage=stage,
        line=_LINE,
        customer=_customer(9_000 + number),
        began_at=_BEGAN,
        agent_id=None,
        callback_id=None,
        prompt=None,
        linked_call_ids=[],
    )


def _customer(number: int) -> CustomerView:
    return CustomerView(number=f"+3319900{number:04}", name=f"Customer {number}")
