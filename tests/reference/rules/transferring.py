"""Conversations are let go to a colleague, a team or another line (R30, ADR 0014)."""

from collections.abc import Sequence

from .conversing import in_conversation
from .moving import end_talk
from .parting import free
from .parts import Call, Callback, HandCall, Refused, Step, World
from .questions import allows, callback_of, dialled_in_the_hour, standing
from .routing import next_ring_step
from .situations import Situation, meet
from .walking import walk

RING_AGENT_FOR, RING_TEAM_FOR, RING_OUTSIDE_FOR = 30.0, 120.0, 45.0


def transfer_to_agent(world: World, name: str, colleague: str) -> None:
    talk = in_conversation(world, name)
    if colleague == name:
        refuse(world, "call-already-there")
    if standing(world, world.agents[colleague]) != "available":
        refuse(world, "agent-not-available")
    meet(world, Situation.TRANSFERRED_TO_AGENT)
    let_go(world, name, talk, [ring_agent(colleague, back_to(name))])


def transfer_to_team(world: World, name: str, team: str) -> None:
    """To one with somebody online, beside the agent who transfers."""
    talk = in_conversation(world, name)
    others = [world.agents[each] for each in world.teams[team] if each != name]
    if all(standing(world, each) == "absent" for each in others):
        refuse(world, "nobody-to-ring")
    meet(world, Situation.TRANSFERRED_TO_TEAM)
    ring = Step(f"transfer:team:{team}", "ring", next=back_to(name), target=team)
    ring.ring_for = RING_TEAM_FOR
    let_go(world, name, talk, [ring])


def transfer_to_line(world: World, name: str, line: str) -> None:
    """Through that line's own flow; it does not come back."""
    talk = in_conversation(world, name)
    if talk.line == line:
        refuse(world, "call-already-there")
    meet(world, Situation.TRANSFERRED_TO_LINE)
    let_go(world, name, talk, [Step(f"transfer:line:{line}", "redirect-to-line", line=line)])


def transfer_to_number(
    world: World, name: str, customer: str | None, number: str, country: str | None
) -> None:
    """One that the agent has typed: bound by the line's limit alone, and it comes back (R48)."""
    talk = in_conversation(world, name)
    line = world.lines[talk.line]
    if customer is None or number != "ordinary" or not allows(line, country):
        refuse(world, "number-not-callable")
    if len(dialled_in_the_hour(world, line.name)) >= line.line_hour_max:
        meet(world, Situation.OUTSIDE_TRANSFER_LIMITED)
        refuse(world, "dial-limit-reached")
    meet(world, Situation.TRANSFERRED_OUTSIDE)
    step = Step("transfer:outside", "redirect-to-number", next=back_to(name), customer=customer)
    step.ring_for, step.country = RING_OUTSIDE_FOR, country or ""
    let_go(world, name, talk, [step])


def refuse(world: World, code: str) -> None:
    meet(world, Situation.TRANSFERRED_IN_VAIN)
    raise Refused(code)


def back_to(name: str) -> str:
    return f"transfer:{name}"


def ring_agent(name: str, then: str) -> Step:
    step = Step(back_to(name), "ring", next=then, target=f"agent:{name}")
    step.ring_for = RING_AGENT_FOR
    return step


def let_go(
    world: World, name: str, talk: Call | Callback | HandCall, steps: Sequence[Step]
) -> None:
    """The agent is free at once; in vain it comes back, and then waits where it was answered."""
    goes_on_at, end = afterwards(world, talk)
    if isinstance(talk, Call):
        call = talk
        free(world, talk)
    else:
        call = called_customer(world, talk)
        end_talk(world, talk)
    call.transferred_by, call.tried_by = name, None
    call.declined, call.former_lines = [], []
    call.own_steps = [*steps, ring_agent(name, goes_on_at), *end]
    walk(world, call, steps[0].name)


def afterwards(world: World, talk: Call | Callback | HandCall) -> tuple[str, list[Step]]:
    """Where the customer was answered, or the callback offered; else the way from the start."""
    if isinstance(talk, Call):
        answered_at, begin = talk.answered_at, world.flows[talk.flow, talk.version][0].name
    else:
        callback = callback_of(world, talk)
        answered_at = callback.offered_at if isinstance(talk, Callback) else None
        begin = callback.asked_at_step
    if answered_at is not None:
        return answered_at, []
    step = next_ring_step(world, talk, begin)
    if step is not None:
        return step.name, []
    return "transfer:end", [Step("transfer:end", "hang-up")]


def called_customer(world: World, talk: Callback | HandCall) -> Call:
    """A customer whom we called waits from here on like one who called."""
    meet(world, Situation.TRANSFERRED_CALLBACK)
    callback = callback_of(world, talk)
    dialled = [each for each in world.dials if each.callback == callback.name]
    call = Call(
        name=f"dial {len(dialled)} for {callback.name}",
        line=talk.line,
        customer=talk.customer,
        number=talk.number,
        country=talk.country,
        flow=talk.flow,
        version=talk.version,
        state="moving",
        line_at_arrival=world.lines[talk.line],
        inbound=False,
        answered_at=callback.offered_at if isinstance(talk, Callback) else None,
    )
    world.calls[call.name] = call
    return call
