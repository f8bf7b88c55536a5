"""Turns the world into views: references become numbers and names, states become words."""

from collections.abc import Iterable, Iterator
from itertools import islice

from ringback.core import lending
from ringback.core.estimate import estimated_wait
from ringback.core.flow import AgentTarget, TeamTarget
from ringback.core.ids import CallbackId, CallId, CustomerId, FlowId, LineId, TagId
from ringback.core.settings import Destination, NumberKind
from ringback.core.states import (
    Agent,
    Call,
    Callback,
    Item,
    Offer,
    OutboundCall,
    Queued,
    QueueId,
    name_queue,
)
from ringback.core.world import Queue, World
from ringback.ports import NumberBook
from ringback.records.book import RecordBook
from ringback.records.callbacks import CallbackRecord
from ringback.records.calls import CallRecord
from ringback.runtime.outside_numbers import masked

from .earlier_callbacks import earlier_callback, outcome_view
from .state_names import (
    agent_of,
    attempts_of,
    call_stage,
    callback_state,
    condition_of,
    consultation_of,
    consulted_by,
    conversation_stage,
    kind_of,
    line_of,
    offer_state,
    ringing_ends_at,
    talk_of,
    transferred_by,
    waiting_since,
    waiting_state,
)
from .views import (
    AgentCounts,
    AgentView,
    CallbackState,
    CallbackView,
    CallStage,
    CallView,
    ConversationStage,
    ConversationView,
    CustomerView,
    ItemKind,
    LineReference,
    OfferView,
    OwnTagReference,
    QueueItemView,
    QueueView,
    seconds,
)

ITEMS_SHOWN_MAX = 200
CALLBACKS_SHOWN_MAX = 1_000
CALLS_SHOWN_MAX = 1_000


class Presenter:
    """Shows one account as it is at the moment of asking."""

    def __init__(self, world: World, book: NumberBook, records: RecordBook) -> None:
        self._world = world
        self._book = book
        self._records = records

    # ---- agents and offers -------------------------------------------------------------

    def agents(self) -> list[AgentView]:
        return [self.agent(agent) for agent in self._world.agents.values()]

    def agent(self, agent: Agent) -> AgentView:
        profile = agent.profile
        outside = self._book.outside_number(agent.id)
        return AgentView(
            id=profile.id,
            name=profile.name,
            phone=profile.phone,
            outside_number=None if outside is None else masked(outside),
            language=profile.language,
            status=agent.status,
            status_cause=agent.status_cause,
            away_reason=agent.away_reason,
            ring_outs_in_row=agent.ring_outs_in_row,
            condition=condition_of(agent),
            off_duty=agent.off_duty,
            duty_changes_at=agent.duty_changes_at,
            since=agent.since,
            wrap_up_until=agent.wrap_up_until,
            correctable_callback_id=agent.correctable,
            offer=self.offer(agent.offer) if agent.offer is not None else None,
            conversation=self._conversation(agent),
        )

    def offer(self, offer: Offer) -> OfferView | None:
        item = self._world.item(offer.item_id)
        if item is None:
            return None
        attempt_number, attempts_max = attempts_of(item)
        return OfferView(
            id=offer.id,
            agent_id=offer.agent_id,
            kind=kind_of(item),
            item_id=item.id,
            state=offer_state(offer),
            customer=self.customer(item.customer_id, item.destination),
            line=self.line(line_of(item)),
            waiting_since=waiting_since(item),
            attempt_number=attempt_number,
            attempts_max=attempts_max,
            made_at=offer.made_at,
            deadline=ringing_ends_at(offer, item),
            transferred_by=transferred_by(item),
            consulted_by=consulted_by(item),
            earlier=(
                earlier_callback(self._world, self._records, item)
                if isinstance(item, Call)
                else None
            ),
        )

    def _conversation(self, agent: Agent) -> ConversationView | None:
        if agent.call_id is None:
            return None
        outbound = self._world.outbound_calls.get(agent.call_id)
        if outbound is not None:
            return self._outbound_conversation(outbound)
        call = self._world.calls.get(agent.call_id)
        if call is None:
            return None
        talk = talk_of(call)
        return ConversationView(
            kind=ItemKind.CALL,
            call_id=call.id,
            callback_id=call.callback_id,
            stage=ConversationStage(call_stage(call).value),
            muted=agent.muted,
            customer=self.customer(call.customer_id, call.destination),
            line=self.line(call.line.id),
            since=call.began_at if talk is None else talk.since,
            consultation=consultation_of(call),
        )

    def _outbound_conversation(self, outbound: OutboundCall) -> ConversationView:
        record = self._records.callback(outbound.callback_id)
        return ConversationView(
            kind=ItemKind.CALLBACK,
            call_id=outbound.id,
            callback_id=outbound.callback_id,
            stage=conversation_stage(outbound, self._world.item(outbound.callback_id)),
            muted=self._world.agents[outbound.agent_id].muted,
            customer=(
                self.customer(record.customer_id, record.destination)
                if record is not None
                else CustomerView(number=None, name=None)
            ),
            line=self.line(record.line_id) if record is not None else None,
            since=(record.reached_at if record is not None else None) or outbound.began_at,
            consultation=None,
        )

    # ---- queues ------------------------------------------------------------------------

    def queues(self) -> list[QueueView]:
        """Show the queues of the flows in force, and older ones that still hold somebody."""
        return [self.queue(queue) for queue in self._world.queues.values() if self._shown(queue)]

    def queue(self, queue: Queue) -> QueueView:
        flow_id, _, rest = queue.id.partition("@")
        counts = queue.group.counts
        return QueueView(
            id=queue.id,
            name=self.target_name(queue.step.target),
            flow_id=flow_id,
            flow_version=int(rest.partition("/")[0]),
            step_id=queue.step.id,
            agents=AgentCounts(
                available=counts[0], ringing=counts[1], busy=counts[2], absent=counts[3]
            ),
            total=len(queue.items),
            estimated_wait_seconds=seconds(
                estimated_wait(self._world, FlowId(flow_id), queue.step.id, self._world.now)
            ),
            items=list(self._items(queue)),
        )

    def _shown(self, queue: Queue) -> bool:
        if queue.items:
            return True
        return any(
            queue.id == name_queue(flow_id, flow.current, queue.step.id)
            and queue.step in flow.versions[flow.current].steps
            for flow_id, flow in self._world.flows.items()
        )

    def target_name(self, target: TeamTarget | AgentTarget) -> str:
        match target:
            case TeamTarget(team_id=team_id):
                team = self._world.teams.get(team_id)
                return team.name if team is not None else team_id
            case AgentTarget(agent_id=agent_id):
                agent = self._world.agents.get(agent_id)
                return agent.profile.name if agent is not None else agent_id

    def _items(self, queue: Queue) -> Iterator[QueueItemView]:
        for position, (_, _, item_id) in enumerate(islice(queue.items, ITEMS_SHOWN_MAX), start=1):
            item = self._world.item(item_id)
            if item is not None:
                yield self._queue_item(item, position)

    def queue_item(self, item: Item) -> QueueItemView:
        """Show an item that stands in a queue."""
        stay = item.stay
        assert stay is not None
        items = self._world.queues[stay.queue_id].items
        return self._queue_item(item, items.bisect_left((*stay.place, "")) + 1)

    def _queue_item(self, item: Item, position: int) -> QueueItemView:
        attempt_number, attempts_max = attempts_of(item)
        return QueueItemView(
            id=item.id,
            kind=kind_of(item),
            position=position,
            state=waiting_state(item),
            customer=self.customer(item.customer_id, item.destination),
            line=self.line(line_of(item)),
            since=waiting_since(item),
            attempt_number=attempt_number,
            attempts_max=attempts_max,
            rung_agent_ids=list(item.stay.offers) if item.stay is not None else [],
            held_by=list(item.holds) if isinstance(item, Callback) else [],
            stands_for_callback_id=self._lender_of(item),
        )

    def _lender_of(self, item: Item) -> CallbackId | None:
        found = lending.lenders(self._world, item) if isinstance(item, Call) else []
        return found[0].id if found else None

    # ---- callbacks and calls -----------------------------------------------------------

    def open_callbacks(self) -> list[CallbackView]:
        ids = islice(self._world.callbacks, CALLBACKS_SHOWN_MAX)
        records = (self._records.callback(callback_id) for callback_id in ids)
        return [self.callback(record) for record in records if record is not None]

    def callbacks_to_call(self) -> list[CallbackView]:
        """Show the list of callbacks to call by hand, the one listed first first (R35, R39)."""
        return [self.callback(record) for record in self._records.to_call(CALLBACKS_SHOWN_MAX)]

    def callback(self, record: CallbackRecord) -> CallbackView:
        world = self._world
        living = world.callbacks.get(record.id) or world.follow_ups.get(record.id)
        queue_id, position = self._place(living) if living is not None else (None, None)
        return CallbackView(
            id=record.id,
            state=CallbackState.CLOSED if living is None else callback_state(living),
            mode=record.mode,
            line=self.line(record.line_id),
            customer=self.customer(record.customer_id, record.destination),
            requested_at=record.requested_at,
            attempt_number=record.attempt_number,
            attempts_max=record.attempts_max,
            position=position,
            queue_id=queue_id,
            held_by=record.holds,
            agent_id=record.agent_id,
            accepted_at=record.accepted_at,
            reached_at=record.reached_at,
            closed_at=record.closed_at,
            wait_seconds=seconds(record.wait),
            outcome=outcome_view(record),
            to_call=record.to_call,
            to_call_since=record.to_call_since if record.to_call else None,
            claimed_by=record.claimed_by,
            calling_by=record.calling_by,
            called_by=record.called_by,
            dismissed_by=record.dismissed_by,
            own_call_id=record.own_call_id,
            inbound_call_ids=record.inbound_call_ids,
            outbound_call_ids=record.outbound_call_ids,
        )

    def _place(self, callback: Callback) -> tuple[QueueId | None, int | None]:
        stay = callback.stay
        if stay is None or not isinstance(callback.state, Queued):
            return None, None
        items = self._world.queues[stay.queue_id].items
        return stay.queue_id, items.index((*stay.place, callback.id)) + 1

    def calls(self) -> list[CallView]:
        """Show the live calls, and those that ended and whose callback is pending (R41)."""
        inbound = islice(self._world.calls.values(), CALLS_SHOWN_MAX)
        outbound = islice(self._world.outbound_calls.values(), CALLS_SHOWN_MAX)
        asked = map(self._records.callback, islice(self._world.callbacks, CALLBACKS_SHOWN_MAX))
        ids = [call_id for record in asked if record for call_id in record.inbound_call_ids]
        pending = [view for view in map(self.pending_call, ids) if view is not None]
        return [*map(self.call, inbound), *pending, *map(self.outbound_call, outbound)]

    def pending_call(self, call_id: CallId) -> CallView | None:
        """Show an inbound call that has ended as long as its callback is pending (R41)."""
        record = self._records.call(call_id)
        callback = self.callback_of(record)
        if record is None or callback is None or not callback.pending:
            return None
        if call_id in self._world.calls or call_id not in callback.inbound_call_ids:
            return None
        return CallView(
            id=record.id,
            direction="inbound",
            stage=CallStage.CALLBACK_PENDING,
            line=self.line(record.line_id),
            customer=self.customer(record.customer_id, record.destination),
            began_at=record.began_at,
            agent_id=None,
            callback_id=callback.id,
            prompt=None,
            linked_call_ids=record.linked_call_ids,
        )

    def callback_of(self, record: CallRecord | None) -> CallbackRecord | None:
        found = record is not None and record.callback_id
        return self._records.callback(found) if found else None

    def _linked_to(self, call_id: CallId) -> list[CallId]:
        record = self._records.call(call_id)
        return [] if record is None else record.linked_call_ids

    def call(self, call: Call) -> CallView:
        return CallView(
            id=call.id,
            direction="inbound" if call.is_inbound else "outbound",
            stage=call_stage(call),
            line=self.line(call.line.id),
            customer=self.customer(call.customer_id, call.destination),
            began_at=call.began_at,
            agent_id=agent_of(call),
            callback_id=call.callback_id or self._called_for(call),
            prompt=call.prompt,
            linked_call_ids=self._linked_to(call.id),
        )

    def _called_for(self, call: Call) -> CallbackId | None:
        """Name the callback for which a customer was called who was then transferred (R40)."""
        record = None if call.is_inbound else self._records.call(call.id)
        return None if record is None else record.callback_id

    def outbound_call(self, outbound: OutboundCall) -> CallView:
        conversation = self._outbound_conversation(outbound)
        return CallView(
            id=outbound.id,
            direction="outbound",
            stage=CallStage(conversation.stage.value),
            line=conversation.line,
            customer=conversation.customer,
            began_at=outbound.began_at,
            agent_id=outbound.agent_id,
            callback_id=outbound.callback_id,
            prompt=None,
            linked_call_ids=self._linked_to(outbound.id),
        )

    # ---- references --------------------------------------------------------------------

    def customer(self, customer_id: CustomerId | None, destination: Destination) -> CustomerView:
        withheld = destination.kind is NumberKind.WITHHELD
        if customer_id is None:
            return CustomerView(number=None, name=None, withheld=withheld)
        shown = self._book.customer(customer_id)
        contact_id = None if shown.number is None else customer_id
        return CustomerView(
            number=shown.number, name=shown.name, withheld=withheld, contact_id=contact_id
        )

    def own_tags(self, tag_ids: Iterable[TagId]) -> list[OwnTagReference]:
        found = [self._world.tags[each] for each in tag_ids if each in self._world.tags]
        return [OwnTagReference(id=tag.id, name=tag.name, colour=tag.colour) for tag in found]

    def line(self, line_id: LineId) -> LineReference:
        line = self._world.lines.get(line_id)
        return LineReference(
            id=line_id,
            name=line.name if line is not None else line_id,
            number=self._book.line(line_id).number,
        )
