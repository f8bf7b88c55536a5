"""Spreads committed facts to the open pages: computed once, never waiting for a slow one."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace

from ringback.core.events import Fact, LineConfigured, OffersMade, TeamConfigured
from ringback.core.ids import AgentId, CallbackId, CallId, ItemId
from ringback.core.states import Call, Callback, QueueId, Talking
from ringback.core.world import World
from ringback.ports import Clock
from ringback.records.book import RecordBook

from .alerts_shown import alerts_shown
from .events import public_event
from .live_messages import Changes, Gone, Heartbeat, Snapshot
from .presenter import Presenter
from .sight import Sight
from .views import View

MESSAGES_WAITING_MAX = 256
LISTENERS_MAX = 1_000
GATHER_SECONDS = 0.02


WHO_SEES_WHAT = (LineConfigured, TeamConfigured)
Look = Callable[[], Sight]


class TooManyListeners(Exception):
    """No further page can follow."""


class Listener:
    """One page's mailbox; when it is full the page is too slow and is let go."""

    def __init__(self, look: Look, sight: Sight) -> None:
        self.look = look
        """Tell anew what it sees."""
        self.sight = sight
        self._messages: asyncio.Queue[str] = asyncio.Queue(MESSAGES_WAITING_MAX)
        self.too_slow = asyncio.Event()

    async def next_message(self) -> str:
        return await self._messages.get()

    def put(self, message: str) -> None:
        try:
            self._messages.put_nowait(message)
        except asyncio.QueueFull:
            self.too_slow.set()


class LiveFeed:
    """Follows one engine. All its methods belong to the event loop's thread."""

    def __init__(
        self,
        *,
        world: World,
        records: RecordBook,
        presenter: Presenter,
        clock: Clock,
        booth: bool,
        is_ahead: Callable[[], bool] = lambda: False,
    ) -> None:
        self._world = world
        self._records = records
        self._presenter = presenter
        self._clock = clock
        self._booth = booth
        self._is_ahead = is_ahead
        self._flush_is_due = False
        self._listeners: dict[Listener, None] = {}
        self._facts: list[Fact] = []
        self._sequence = world.sequence
        self.started_at = clock.now()
        self._queue_of_item: dict[ItemId, QueueId] = {}
        self._flush_planned: asyncio.TimerHandle | None = None

    def on_commit(self, facts: Sequence[Fact]) -> None:
        """Take in committed facts; they leave together a moment later."""
        self._facts.extend(facts)
        if self._flush_is_due:
            self.flush()
        elif self._flush_planned is None:
            loop = asyncio.get_running_loop()
            self._flush_planned = loop.call_later(GATHER_SECONDS, self._flush_once_committed)

    def join(self, look: Look) -> Listener:
        """Let a page follow what it sees; its first message is the snapshot."""
        if len(self._listeners) >= LISTENERS_MAX:
            raise TooManyListeners
        self.flush()
        listener = Listener(look, look())
        listener.put(_seen_at_once(self._snapshot(), listener.sight).model_dump_json())
        self._listeners[listener] = None
        return listener

    def leave(self, listener: Listener) -> None:
        self._listeners.pop(listener, None)

    def spread(self, message: View) -> None:
        """Tell every page something beside the journal."""
        text = message.model_dump_json()
        for listener in self._listeners:
            listener.put(text)

    def heartbeat(self) -> str:
        beat = Heartbeat(sequence=self._sequence, server_time=self._clock.now())
        return beat.model_dump_json()

    def _flush_once_committed(self) -> None:
        """Show the world as it is on disk: while it is ahead of it, leave that to its commit."""
        if self._is_ahead():
            self._flush_is_due = True
        else:
            self.flush()

    def flush(self) -> None:
        """Tell every page what has been gathered."""
        self._flush_is_due = False
        if self._flush_planned is not None:
            self._flush_planned.cancel()
            self._flush_planned = None
        facts, self._facts = self._facts, []
        if not facts:
            return
        self._sequence = facts[-1].sequence
        changes = self._changes(facts)
        if not self._listeners:
            return
        if any(isinstance(fact.event, WHO_SEES_WHAT) for fact in facts):
            self._look_anew_who_sees_what()
        whole = changes()
        texts: dict[Sight, str] = {}
        for listener in self._listeners:
            sight = self._shared(listener.sight)
            text = texts.get(sight)
            if text is None:
                seen = self._seen(whole, facts, sight)
                text = texts[sight] = seen.model_dump_json()
            listener.put(text)

    def _look_anew_who_sees_what(self) -> None:
        """Give a whole snapshot to each page whose agent sees other lines than before (R36)."""
        for listener in self._listeners:
            sight = listener.look()
            if sight != listener.sight:
                listener.sight = sight
                listener.put(_seen_at_once(self._snapshot(), sight).model_dump_json())

    def _shared(self, sight: Sight) -> Sight:
        """Let those who see the same share a message: who they are counts on other lines alone."""
        agent = None if sight.agent_id is None else self._world.agents.get(sight.agent_id)
        is_free = agent is None or (agent.offer is None and agent.call_id is None)
        if not sight.hidden or is_free:
            return replace(sight, agent_id=None)
        return sight

    def _seen(self, whole: Changes, facts: Sequence[Fact], sight: Sight) -> Changes:
        """Leave out of changes what is of lines that a page does not see (R36)."""
        shown = zip(facts, whole.events, strict=True)
        left = _left(whole, sight)
        if sight.hidden:
            left["events"] = [
                event for fact, event in shown if sight.sees_fact(fact, self._records)
            ]
        return whole.model_copy(update=left)

    def _snapshot(self) -> Snapshot:
        show = self._presenter
        for item in self._items():
            self._remember_queue(item)
        return Snapshot(
            sequence=self._sequence,
            server_time=self._clock.now(),
            agents=show.agents(),
            queues=show.queues(),
            callbacks=show.open_callbacks(),
            to_call=show.callbacks_to_call(),
            calls=show.calls(),
            alerts=alerts_shown(self._world, show),
            callbacks_lock=self._world.settings.callbacks_lock,
            callbacks_halted=self._world.callbacks_halted,
            booth=self._booth,
        )

    def _changes(self, facts: Sequence[Fact]) -> Callable[[], Changes]:
        touched = _Touched(facts, self._world)
        touched.note_agents_concerned()
        self._note_calls_called_back(touched)
        queues = self._touched_queues(touched)
        return lambda: self._show(facts, touched, queues)

    def _show(
        self, facts: Sequence[Fact], touched: "_Touched", queues: Iterable[QueueId]
    ) -> Changes:
        world, show = self._world, self._presenter
        calls = [show.call(world.calls[each]) for each in touched.calls if each in world.calls]
        outbound = world.outbound_calls
        calls += [show.outbound_call(outbound[each]) for each in touched.calls if each in outbound]
        pending = (show.pending_call(each) for each in touched.calls)
        calls += [view for view in pending if view is not None]
        shown_calls = {call.id for call in calls}
        return Changes(
            sequence=facts[-1].sequence,
            server_time=self._clock.now(),
            first_sequence=facts[0].sequence,
            events=[public_event(fact) for fact in facts],
            agents=[
                show.agent(world.agents[each]) for each in touched.agents if each in world.agents
            ],
            queues=[show.queue(world.queues[each]) for each in queues if each in world.queues],
            callbacks=[
                show.callback(record)
                for record in map(self._records.callback, touched.callbacks)
                if record is not None
            ],
            calls=calls,
            alerts=alerts_shown(self._world, show),
            callbacks_lock=self._world.settings.callbacks_lock,
            callbacks_halted=self._world.callbacks_halted,
            gone=Gone(
                queue_ids=[each for each in queues if each not in world.queues],
                call_ids=[each for each in touched.calls if each not in shown_calls],
            ),
        )

    def _note_calls_called_back(self, touched: "_Touched") -> None:
        """What becomes of a callback shows in the inbound calls that asked for it (R41)."""
        for record in map(self._records.callback, touched.callbacks):
            if record is not None:
                touched.calls.update(dict.fromkeys(record.inbound_call_ids))

    # ---- which queues an item stood in -------------------------------------------------

    def _touched_queues(self, touched: "_Touched") -> dict[QueueId, None]:
        queues: dict[QueueId, None] = {}
        items: tuple[ItemId, ...] = (*touched.calls, *touched.callbacks)
        for item_id in items:
            before = self._queue_of_item.pop(item_id, None)
            if before is not None:
                queues[before] = None
            item = self._world.item(item_id)
            if item is not None and item.stay is not None:
                queues[item.stay.queue_id] = None
                self._remember_queue(item)
        for agent_id in touched.agents:
            agent = self._world.agents.get(agent_id)
            for key in agent.groups if agent is not None else ():
                queues.update(self._world.groups[key].queues)
        return queues

    def _remember_queue(self, item: Call | Callback) -> None:
        if item.stay is not None:
            self._queue_of_item[item.id] = item.stay.queue_id

    def _items(self) -> Iterator[Call | Callback]:
        yield from self._world.calls.values()
        yield from self._world.callbacks.values()


def _seen_at_once(snapshot: Snapshot, sight: Sight) -> Snapshot:
    left = _left(snapshot, sight) | {"to_call": sight.callbacks(snapshot.to_call)}
    return snapshot.model_copy(update=left)


def _left(message: Snapshot | Changes, sight: Sight) -> dict[str, object]:
    """Give what is left of a message for somebody (R36)."""
    if not sight.hidden:
        return {} if sight.alerts else {"alerts": []}
    return {
        "agents": sight.agents(message.agents),
        "queues": sight.queues(message.queues),
        "callbacks": sight.callbacks(message.callbacks),
        "calls": sight.calls(message.calls),
        "alerts": sight.alerts_of(message.alerts),
    }


class _Touched:
    """The agents, calls and callbacks that facts name, each once, in order."""

    def __init__(self, facts: Sequence[Fact], world: World) -> None:
        self._world = world
        self.agents: dict[AgentId, None] = {}
        self.calls: dict[CallId, None] = {}
        self.callbacks: dict[CallbackId, None] = {}
        for fact in facts:
            self._note(fact)

    def _note(self, fact: Fact) -> None:
        event = fact.event
        for field in fields(event):
            value = getattr(event, field.name)
            match field.name:
                case "agent_id" | "taken_by" if value is not None:
                    self.agents[value] = None
                case "agent_ids":
                    self.agents.update(dict.fromkeys(value))
                case "profile":
                    self.agents[value.id] = None
                case "team":
                    self.agents.update(dict.fromkeys(value.members))
                case "call_id" if value is not None:
                    self.calls[value] = None
                case "callback_id":
                    self.callbacks[value] = None
                case "item_id" if value is not None:
                    self._note_item(value)
        if isinstance(event, OffersMade):
            self.agents.update((offer.agent_id, None) for offer in event.offers)

    def note_agents_concerned(self) -> None:
        """Add the agents rung for, or talking in, what was touched."""
        world = self._world
        for call_id in self.calls:
            outbound, call = world.outbound_calls.get(call_id), world.calls.get(call_id)
            if outbound is not None:
                self.agents[outbound.agent_id] = None
            elif call is not None and call.consultation is not None:
                self.agents[call.consultation.talking.agent_id] = None
                self.agents[call.consultation.colleague_id] = None
            elif call is not None and isinstance(call.state, Talking):
                self.agents[call.state.agent_id] = None
        items: tuple[ItemId, ...] = (*self.calls, *self.callbacks)
        for item_id in items:
            item = world.item(item_id)
            if item is not None and item.stay is not None:
                self.agents.update(dict.fromkeys(item.stay.offers))

    def _note_item(self, item_id: ItemId) -> None:
        world = self._world
        if item_id not in world.callbacks and item_id not in world.follow_ups:
            self.calls[CallId(item_id)] = None
        if item_id not in world.calls:
            self.callbacks[CallbackId(item_id)] = None
