"""Questions about the reference world, each answered by looking at everything."""

from .parts import (
    Agent,
    Call,
    Callback,
    HandCall,
    Item,
    Line,
    Offer,
    Place,
    Step,
    World,
)

DAY, HOUR = 86_400.0, 3_600.0
RING_OF_ONE_AGENT_MAX = 60.0


def items(world: World) -> list[Call | Callback]:
    return [*world.calls.values(), *world.callbacks.values()]


def item_named(world: World, name: str) -> Call | Callback | HandCall:
    everything = [*items(world), *world.hand_calls.values()]
    return next(item for item in everything if item.name == name)


def order(item: Item) -> tuple[int, int]:
    """R11: class first, then the order key; ADR 0010: the front is before every class."""
    assert item.place is not None
    return (-1 if item.place.front else int(not item.place.priority), item.place.key)


def queued(world: World) -> list[Call | Callback]:
    """R28: all items of all queues by (class, key); an accepted one is in no queue."""
    return sorted((item for item in items(world) if item.state == "queued"), key=order)


def same_queue(one: Place, other: Place) -> bool:
    """ADR 0002, ADR 0010: a queue is named by flow, version and step, and by one agent beside."""
    return (one.flow, one.version, one.step, one.agent) == (
        other.flow,
        other.version,
        other.step,
        other.agent,
    )


def place_of(item: Item) -> Place:
    assert item.place is not None
    return item.place


def at_the_front(world: World, item: Item) -> bool:
    """R24: no earlier item in the queue, ringing ones included."""
    queue = [each for each in queued(world) if same_queue(place_of(each), place_of(item))]
    return queue[0] is item


def version_in_force(world: World, flow: str) -> int:
    return max((version for name, version in world.flows if name == flow), default=0)


def step_named(world: World, flow: str, version: int, name: str) -> Step:
    return next(step for step in world.flows[flow, version] if step.name == name)


def step_for(world: World, item: Item, name: str) -> Step:
    """A step of the item's flow, or one that a transfer has added to it (ADR 0014)."""
    own = [step for step in item.own_steps if step.name == name] if isinstance(item, Call) else []
    return own[0] if own else step_named(world, item.flow, item.version, name)


def ring_step_of(world: World, item: Item) -> Step:
    return step_for(world, item, place_of(item).step)


def target_of(world: World, step: Step) -> list[Agent]:
    """R4: agents and teams are those of the moment."""
    if step.target.startswith("agent:"):
        names = [step.target.removeprefix("agent:")]
    else:
        names = world.teams.get(step.target, [])
    return [world.agents[name] for name in names if name in world.agents]


# ---- agents ------------------------------------------------------------------------------


def ringing_of_agent(world: World, agent: Agent) -> Offer | None:
    return next(
        (each for each in world.offers if each.agent == agent.name and each.fate == "ringing"),
        None,
    )


def latest_offer(world: World, agent: str) -> Offer:
    return [each for each in world.offers if each.agent == agent][-1]


def ringing_for(world: World, item: Item) -> list[Offer]:
    return [each for each in world.offers if each.item == item.name and each.fate == "ringing"]


def communication_of(world: World, agent: Agent) -> Call | Callback | HandCall | None:
    """What an agent has accepted, is dialling or talks to; an outcome does not end the talk."""
    busy = ("accepted", "dialling", "talking", "consulting")
    everything = [*items(world), *world.hand_calls.values()]
    return next(
        (
            each
            for each in everything
            if (each.agent == agent.name and each.state in busy) or asks_about(agent, each)
        ),
        None,
    )


def asks_about(agent: Agent, item: Item) -> bool:
    """R30: whether an agent consults somebody about a call, and so is in it."""
    if not isinstance(item, Call) or item.consultation is None or item.state == "ended":
        return False
    return item.consultation.agent == agent.name


def is_in_consultation(agent: Agent, item: Item | None) -> bool:
    """R30: who asks, from the colleague's first ring on, and the colleague once there."""
    if item is None:
        return False
    return asks_about(agent, item) or (item.state == "consulting" and item.agent == agent.name)


def standing(world: World, agent: Agent) -> str:
    """R19: available, rung, busy or absent; of several reasons the first decides."""
    if agent.status != "online" or agent.off_duty:
        return "absent"
    if communication_of(world, agent) or agent.wrap_up_until is not None:
        return "busy"
    if agent.lost_at is not None and not agent.outside:
        return "absent" if agent.given_up else "busy"
    return "rung" if ringing_of_agent(world, agent) else "available"


def left(world: World, item: Item) -> list[Agent]:
    """R20, R22: the agents of the target who neither declined nor rang out for the item here."""
    barred = [*item.declined, *place_of(item).rung_out]
    return [agent for agent in rung_in_turn(world, item) if agent.name not in barred]


def rung_in_turn(world: World, item: Item) -> list[Agent]:
    """R47: the target of the step, or the one agent to whom a supervisor has given the item."""
    alone = place_of(item).agent
    if alone is not None:
        return [world.agents[alone]]
    return target_of(world, ring_step_of(world, item))


def sees(world: World, agent: str, line: str) -> bool:
    """R36: the agents and teams assigned to the line; everybody while nobody is."""
    assigned = world.lines[line]
    if not assigned.assigned_agents and not assigned.assigned_teams:
        return True
    in_teams = [name for team in assigned.assigned_teams for name in world.teams.get(team, [])]
    return agent in assigned.assigned_agents or agent in in_teams


# ---- the list to call by hand ------------------------------------------------------------


def is_listed(callback: Callback) -> bool:
    """R35, R39: manual requests, and what failed or was not reached."""
    if callback.outcome is None:
        return callback.state == "pending"
    followed_up = callback.outcome.startswith(("failed", "not_reached"))
    return followed_up and not callback.off_the_list


def being_called(world: World, callback: Callback) -> HandCall | None:
    """R38: by whom it is being called by hand."""
    busy = ("accepted", "dialling", "talking")
    return next(
        (
            hand
            for hand in world.hand_calls.values()
            if hand.callback == callback.name and hand.state in busy
        ),
        None,
    )


def callback_of(world: World, called: Callback | HandCall) -> Callback:
    return world.callbacks[called.callback] if isinstance(called, HandCall) else called


# ---- what may be offered -----------------------------------------------------------------


def customer_is_on_a_call(world: World, callback: Callback) -> bool:
    """R28b: waiting or talking, on any line; from the dial on when it is us who call."""
    if callback.customer is None:
        return False
    calls_in = any(
        call.customer == callback.customer and call.state != "ended"
        for call in world.calls.values()
    )
    calls_out = any(
        other.customer == callback.customer and other.state in ("dialling", "talking")
        for other in [*world.callbacks.values(), *world.hand_calls.values()]
        if other is not callback
    )
    return calls_in or calls_out


def may_be_offered(world: World, item: Item) -> bool:
    """R7, R28b, R32: a callback that settles or is held is neither offered nor judged."""
    if not isinstance(item, Callback):
        return True
    held = item.held_until is not None and world.now < item.held_until
    return item.settled and not held and not customer_is_on_a_call(world, item)


def number_refused(world: World, item: Item) -> str | None:
    """R9, R48: why a number may not be dialled at all, by the line of the moment."""
    line = world.lines[item.line]
    if item.number == "withheld" or item.customer is None:
        return "withheld_number"
    if item.number == "invalid":
        return "invalid_number"
    if item.number != "ordinary" or not allows(line, item.country):
        return "destination_refused"
    return None


def allows(line: Line, country: str | None) -> bool:
    return country in (line.countries or (line.country,))


def limited_until(world: World, callback: Callback) -> float | None:
    """R48, ADR 0003: when the rolling windows let this number and line be dialled; None is now."""
    line = world.lines[callback.line]
    of_customer = [
        at + DAY
        for customer, _, at in counted_dials(world)
        if customer == callback.customer and world.now < at + DAY
    ]
    of_line = dialled_in_the_hour(world, callback.line)
    ends = []
    if len(of_customer) >= line.customer_day_max:
        ends.append(sorted(of_customer)[len(of_customer) - line.customer_day_max])
    if len(of_line) >= line.line_hour_max:
        ends.append(sorted(of_line)[len(of_line) - line.line_hour_max])
    return max(ends, default=None)


def dialled_in_the_hour(world: World, line: str) -> list[float]:
    """When each of a line's dials of the last hour counts no more (R48)."""
    dials = counted_dials(world)
    return [at + HOUR for _, of, at in dials if of == line and world.now < at + HOUR]


def counted_dials(world: World) -> list[tuple[str | None, str, float]]:
    """R30, R48: automatic ones, and those to numbers that agents have typed."""
    automatic = [
        (callback.customer, callback.line, dial.at)
        for dial in world.dials
        if dial.hand_call is None and (callback := world.callbacks[dial.callback])
    ]
    typed = [(dial.customer, dial.line, dial.at) for dial in world.typed_dials]
    return sorted([*automatic, *typed], key=lambda dial: dial[2])
