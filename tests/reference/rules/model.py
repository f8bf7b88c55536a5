"""The reference model, small, slow and from the rules alone: each input is one method."""

from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec

from .moving import (
    asking_counts_until,
    close,
    end_call,
    end_talk,
    enter,
    free,
    from_the_request,
    give_back,
    hang_up,
    join,
    leaves,
    new_callback,
    next_ring_step,
    not_reached,
    play,
    prompt_over,
    ring_out,
    ring_out_of_winner,
    suffer_fault,
    walk,
    withdraw,
)
from .parts import (
    Agent,
    Call,
    Callback,
    Chooser,
    Dial,
    Line,
    Offer,
    Refused,
    Step,
    World,
)
from .questions import (
    communication_of,
    item_named,
    latest_offer,
    limited_until,
    number_refused,
    order,
    place_of,
    version_in_force,
)
from .timing import advance, next_due, settle_input

HELD_AFTER_TRUNK_FAULT = 30.0
P = ParamSpec("P")


def happening(
    door: Callable[Concatenate["Model", P], None],
) -> Callable[Concatenate["Model", float, P], None]:
    """R28: what was due first, then the input, then endings and one pass."""

    def at_an_instant(model: "Model", at: float, /, *args: P.args, **kwargs: P.kwargs) -> None:
        advance(model.world, at)
        try:
            door(model, *args, **kwargs)
        finally:
            settle_input(model.world)

    return at_an_instant


class Model:
    """One account; every method but `next_due` takes the instant first."""

    def __init__(self, choose: Chooser) -> None:
        self.world = World(choose)

    def next_due(self) -> float | None:
        return next_due(self.world)

    # ---- configuration -------------------------------------------------------------------

    @happening
    def time_passes(self) -> None:
        """Nothing but time."""

    @happening
    def configure_account(self, silent_at_most: int) -> None:
        self.world.silent_at_most = silent_at_most

    @happening
    def configure_agent(self, agent: Agent) -> None:
        self.world.agents[agent.name] = agent

    @happening
    def configure_team(self, team: str, members: Sequence[str]) -> None:
        self.world.teams[team] = list(members)

    @happening
    def configure_line(self, line: Line) -> None:
        self.world.lines[line.name] = line

    @happening
    def publish(self, flow: str, steps: Sequence[Step]) -> None:
        """ADR 0002: a new version, with queues of its own, if anything is new."""
        version = version_in_force(self.world, flow)
        if self.world.flows.get((flow, version)) != list(steps):
            self.world.flows[flow, version + 1] = list(steps)

    # ---- agents --------------------------------------------------------------------------

    @happening
    def set_status(self, name: str, status: str) -> None:
        agent = self.world.agents[name]
        if status != agent.status:
            agent.status = status
            if status == "online":
                agent.idle_since, agent.silent = self.world.now, 0
            else:
                leaves(self.world, agent)

    @happening
    def lose(self, name: str) -> None:
        agent = self.world.agents[name]
        if agent.lost_at is None:
            agent.lost_at = self.world.now
            leaves(self.world, agent)

    @happening
    def reconnect(self, name: str) -> None:
        self.world.agents[name].lost_at = None

    @happening
    def accept(self, offer: Offer) -> None:
        self._accept(offer)

    def _accept(self, offer: Offer) -> None:
        """R29: the first to accept wins; the other cards disappear."""
        if offer.fate != "ringing":
            raise Refused
        item = item_named(self.world, offer.item)
        offer.fate = "accepted"
        withdraw(self.world, item)
        item.state, item.agent, item.accepted_at = "accepted", offer.agent, self.world.now

    @happening
    def decline(self, offer: Offer) -> None:
        """R22."""
        if offer.fate != "ringing":
            raise Refused
        self._decline(offer)

    def _decline(self, offer: Offer) -> None:
        item = item_named(self.world, offer.item)
        offer.fate = "declined"
        self.world.agents[offer.agent].silent = 0
        item.declined.append(offer.agent)
        if isinstance(item, Callback):
            item.any_decline = True

    @happening
    def agent_phone_up(self, offer: Offer) -> None:
        """R29: a desk phone's answer accepts; the winner's phone is connected."""
        if offer.fate == "ringing" and self.world.agents[offer.agent].desk:
            self._accept(offer)
        item = self._connecting(offer)
        if item is not None:
            self.world.agents[offer.agent].silent = 0
        if isinstance(item, Call):
            enter(self.world, item, "talking", playing=False)
        elif item is not None:
            self._dial(item)

    def _connecting(self, offer: Offer) -> Call | Callback | None:
        item = item_named(self.world, offer.item)
        ours = (
            item.agent == offer.agent
            and latest_offer(self.world, offer.agent) is offer
            and offer.fate == "accepted"
        )
        return item if ours and item.state == "accepted" else None

    def _dial(self, callback: Callback) -> None:
        """R29, R48: the policy is judged again at the moment of dialling."""
        world = self.world
        if number_refused(world, callback):
            free(world, callback)
            close(world, callback, "failed destination_refused")
            return
        until = limited_until(world, callback)
        if until is not None:
            free(world, callback)
            give_back(world, callback)
            callback.held_until = until
            return
        assert callback.agent is not None
        world.dials.append(Dial(callback.name, callback.agent, world.now))
        callback.state, callback.dialled_at = "dialling", world.now
        callback.customer_rang = False

    @happening
    def agent_phone_declines(self, offer: Offer) -> None:
        if offer.fate == "ringing":
            self._decline(offer)
        elif item := self._connecting(offer):
            ring_out_of_winner(self.world, item)

    @happening
    def agent_phone_fails(self, offer: Offer) -> None:
        self._phone_fails(offer)

    def _phone_fails(self, offer: Offer) -> None:
        """R29: a phone that cannot be rung or connected is its agent's ring-out."""
        if offer.fate == "ringing":
            ring_out(self.world, item_named(self.world, offer.item), offer.agent, heard=False)
        elif item := self._connecting(offer):
            ring_out_of_winner(self.world, item)

    @happening
    def agent_leg_ends(self, offer: Offer) -> None:
        """R30, R32: the leg of a call ends it; of an offer, it is a phone that fails."""
        agent = self.world.agents[offer.agent]
        item = communication_of(self.world, agent)
        if item is not None and item.state in ("talking", "dialling"):
            if latest_offer(self.world, offer.agent) is offer:
                hang_up(self.world, agent)
        else:
            self._phone_fails(offer)

    @happening
    def agent_hangs_up(self, name: str) -> None:
        agent = self.world.agents[name]
        if communication_of(self.world, agent) is None:
            raise Refused
        hang_up(self.world, agent)

    @happening
    def correct(self, callback: str, name: str, reason: str) -> None:
        """R31: once, in wrap-up, by the agent who talked."""
        agent, found = self.world.agents[name], self.world.callbacks[callback]
        if agent.wrap_up_until is None or agent.correctable != callback:
            raise Refused
        agent.correctable = None
        found.outcome = f"not_reached {reason}"

    # ---- callers -------------------------------------------------------------------------

    @happening
    def arrive(
        self, name: str, line: str, customer: str | None, number: str, country: str | None
    ) -> None:
        flow = self.world.lines[line].flow
        version = version_in_force(self.world, flow)
        call = Call(name, line, customer, number, country, flow, version, state="arriving")
        call.line_at_arrival = self.world.lines[line]
        self.world.calls[name] = call
        walk(self.world, call, self.world.flows[flow, version][0])

    @happening
    def press_star(self, name: str) -> None:
        """R5, R6, R7, R9."""
        call = self.world.calls[name]
        mode = self.world.lines[call.line].settings.mode
        if mode == "off" or not self._asking_counts(call):
            return
        reason = number_refused(self.world, call)
        if reason:
            call.cannot, call.hears_notice = reason, True
            play(self.world, call)
            return
        call.cannot = None
        if call.state == "ending":
            call.step = call.audio_step
        if mode == "manual":
            self._ask_by_hand(call)
        else:
            self._ask(call)
        withdraw(self.world, call)
        enter(self.world, call, "confirming", playing=True)
        call.place = None

    def _asking_counts(self, call: Call) -> bool:
        """R5: in an audio step or while waiting, and for 2 s after an audio step's message."""
        if call.state in ("audio", "queued"):
            return True
        return self.world.now < asking_counts_until(call) and call.state == "ending"

    def _ask_by_hand(self, call: Call) -> None:
        """R10, R35: a manual request joins a pending one of the same number and line."""
        for callback in self.world.callbacks.values():
            same = (callback.customer, callback.line) == (call.customer, call.line)
            if same and callback.state == "pending":
                self._link(callback, call)
                return
        new_callback(self.world, call)

    def _ask(self, call: Call) -> None:
        """R10, R12, R13, R18: keep the place, join an earlier request, or walk on."""
        callback = new_callback(self.world, call)
        step = next_ring_step(from_the_request(self.world, callback))
        if step is None:
            close(self.world, callback, "failed no_ring_step")
            return
        earlier = self._waiting_there(callback, step)
        if earlier is not None:
            del self.world.callbacks[callback.name]
            if call.place is not None and order(call) < order(earlier):
                place_of(earlier).key = call.place.key
                place_of(earlier).priority = call.place.priority
            self._link(earlier, call)
            return
        join(self.world, callback, step, priority=callback.priority)
        if call.place is not None:
            place_of(callback).key = call.place.key
            place_of(callback).priority = call.place.priority

    def _waiting_there(self, callback: Callback, step: Step) -> Callback | None:
        """The first request of them, should there be several."""
        for other in self.world.callbacks.values():
            if (
                other.state == "queued"
                and other is not callback
                and (other.customer, other.line) == (callback.customer, callback.line)
                and (other.flow, other.version) == (callback.flow, callback.version)
                and place_of(other).step == step.name
            ):
                return other
        return None

    def _link(self, callback: Callback, call: Call) -> None:
        """R10: linked, and settling anew from the end of this call (R7)."""
        callback.calls.append(call.name)
        callback.settled, callback.settles_at = False, None
        call.callback = callback.name

    @happening
    def prompt_ends(self, name: str, message: int) -> None:
        call = self.world.calls[name]
        if call.playing and call.messages == message:
            prompt_over(self.world, call)

    @happening
    def voicemail_recorded(self, name: str) -> None:
        call = self.world.calls[name]
        if call.state == "recording":
            enter(self.world, call, "leaving", playing=False)

    @happening
    def caller_leg_ends(self, name: str) -> None:
        call = self.world.calls[name]
        if call.state != "ended":
            end_call(self.world, call)

    # ---- customers who are called --------------------------------------------------------

    @happening
    def customer_rings(self, name: str) -> None:
        self.world.callbacks[name].customer_rang = True

    @happening
    def customer_answers(self, name: str) -> None:
        """R31: completed, while the conversation goes on."""
        callback = self.world.callbacks[name]
        if callback.state == "dialling":
            callback.outcome, callback.state, callback.place = "completed", "talking", None

    @happening
    def customer_fails(self, name: str, cause: str) -> None:
        """R32, R34, ADR 0006."""
        callback = self.world.callbacks[name]
        if callback.state != "dialling":
            return
        if cause in ("trunk", "never-sent") and callback.customer_rang:
            not_reached(self.world, callback, "customer_no_answer")
        elif cause in ("trunk", "never-sent"):
            held_for = HELD_AFTER_TRUNK_FAULT if cause == "trunk" else 0
            suffer_fault(self.world, callback, held_for=held_for)
        elif cause == "invalid-number":
            free(self.world, callback)
            close(self.world, callback, "failed invalid_number")
        else:
            reason = {"no-answer": "customer_no_answer"}.get(cause, f"customer_{cause}")
            not_reached(self.world, callback, reason)

    @happening
    def customer_leg_ends(self, name: str) -> None:
        callback = self.world.callbacks[name]
        if callback.state == "talking":
            end_talk(self.world, callback)

    @happening
    def cancel(self, name: str, reason: str) -> None:
        """R49: at any moment before the customer is dialled."""
        callback = self.world.callbacks[name]
        if callback.outcome is not None or callback.state == "dialling":
            raise Refused
        free(self.world, callback)
        close(self.world, callback, f"cancelled {reason}")
