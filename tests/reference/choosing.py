"""What happens next in a life, drawn from the state of the reference model."""

from collections.abc import Callable

from . import company
from .both_sides import BothSides
from .chance import Chance
from .conversations import agent_hangs_up, consult, converse, hear_to_the_end, transfer
from .leanings import LEANINGS
from .moves import (
    accept,
    agent_leg_ends,
    arrive,
    ask,
    ask_elsewhere,
    call_by_hand,
    caller_leg_ends,
    cancel,
    change_the_policy,
    choose_in_menu,
    claim_or_release,
    come_too_late,
    configure,
    correct,
    customer_moves,
    decline,
    dismiss,
    dismiss_alert,
    erase,
    grow_old,
    let_time_pass,
    lose_or_reconnect,
    move,
    outside_moves,
    phone_moves,
    phone_up,
    press_star,
    prompt_ends,
    refuse_meanwhile,
    set_status,
    stale_request,
    suffer_again,
    take,
    voicemail_recorded,
)
from .rules.conversing import conversation_of
from .rules.questions import (
    communication_of,
    is_listed,
)
from .separations import phones_listed, phones_lost
from .under_way import connecting, dialled, introduced, live_calls, ringing

SECONDS = (0.5, 1, 1, 2, 2, 3, 3, 5, 5, 10, 15, 20, 30, 45, 60, 120, 600)

Move = Callable[[BothSides, Chance], None]


def found(both: BothSides, chance: Chance) -> None:
    """Set up a random company."""
    both.leaning = leaning = chance.one_of(LEANINGS)
    both.open(chance.one_of((10_000, 10_000, 10_000, 3, 1)))
    agents = company.agents(chance, leaning)
    names = [agent.name for agent in agents]
    for agent in agents:
        both.configure_agent(agent)
    for team in company.TEAMS:
        both.configure_team(team, company.members(chance, names))
    flows = ("main", "main" if chance.one_in(2) else "other")
    for flow in sorted(set(flows)):
        both.publish(flow, company.flow(chance, leaning, names))
    for name, flow in zip(company.LINES, flows, strict=True):
        both.configure_line(company.line(chance, leaning, name, flow, names))
    for name in names:
        if not chance.one_in(12 if leaning.staying else 4):
            both.set_status(name, "online")
    silent, failures = chance.one_of((3, 3, 2, 1, 0)), chance.one_of((3, 2, 1, 0))
    both.configure_account(silent, failures, "professional", enrolled=True)


def make_one(both: BothSides, chance: Chance) -> None:
    """Let some time pass or none, then let one of the possible things happen."""
    pass_time(both, chance)
    chance.one_of(possible(both))(both, chance)


def pass_time(both: BothSides, chance: Chance) -> None:
    due = both.model.next_due()
    kind = chance.below(7 if both.leaning.hurries else 14)
    if kind == 1:
        both.now += chance.one_of(SECONDS)
    elif kind in (2, 3) and due is not None and due - both.now < 5000:
        both.now = max(both.now, due)
    elif kind == 4 and due is not None and due - both.now < 5000:
        both.now = max(both.now, due + chance.one_of((-0.5, 0.5, 1)))


def possible(both: BothSides) -> list[Move]:
    """Every move that means something now, those of the most interest several times."""
    world = both.model.world
    if world.away:
        return while_away(both)
    moves: list[Move] = [let_time_pass, set_status, set_status]
    moves += [phones_lost] * separations(both)
    moves += [arrive] * (both.leaning.arrivals if len(live_calls(both)) < 4 else 1)
    moves += [configure] if len(both.told) % 3 == 0 else []
    if both.leaning.policy and [each for each in world.callbacks.values() if not each.outcome]:
        moves += [change_the_policy] * 3
    if both.leaning.policy and connecting(both):
        moves += [refuse_meanwhile] * 3
    moves += [grow_old] * 2 if both.leaning.ageing else []
    moves += [ask_elsewhere] * both.leaning.elsewhere if len(both.told) % 3 == 1 else []
    moves += [erase] * both.leaning.erasures if len(both.told) % 3 == 2 else []
    moves += [lose_or_reconnect, stale_request]
    moves += of_callers(both)
    if ringing(both):
        moves += [take] * both.leaning.takes + [accept] * 3 + [decline] * 3 + [phone_moves] * 2
    moves += [come_too_late] if len(ringing(both)) > 1 else []
    moves += [suffer_again] * 8 if both.leaning.name == "bad trunk" else []
    if connecting(both):
        moves += [phone_up] * both.leaning.connects + [phone_moves]
    if [agent for agent in world.agents.values() if communication_of(world, agent)]:
        moves += [agent_hangs_up] * 3 + in_conversation(both)
    moves += [hear_to_the_end] * 6 if introduced(both) else []
    if dialled(both):
        moves += [customer_moves] * both.leaning.reports
    if world.offers:
        moves += [agent_leg_ends]
    if [agent for agent in world.agents.values() if agent.wrap_up_until is not None]:
        moves += [correct] if world.callbacks else []
    moves += [correct] * 5 if [each for each in world.agents.values() if each.correctable] else []
    moves += by_hand(both)
    if [each for each in world.callbacks.values() if each.outcome is None]:
        moves += [cancel] if len(both.told) % 3 == 1 else []
        moves += [move] * both.leaning.supervised
    moves += [cancel] * len([each for each in world.callbacks.values() if each.lent_to])
    return moves


def of_callers(both: BothSides) -> list[Move]:
    """What callers do, and the numbers outside to which they are redirected."""
    moves: list[Move] = []
    states = [call.state for call in both.model.world.calls.values()]
    if {"audio", "queued"} & set(states):
        moves += [ask] * both.leaning.asks
    moves += [press_star] * (2 if {"audio", "queued"} & set(states) else 1)
    if [call for call in both.model.world.calls.values() if call.playing and call.state != "ended"]:
        moves += [prompt_ends] * 4
    if [state for state in states if state != "ended"]:
        moves += [caller_leg_ends]
    if "menu" in states:
        moves += [choose_in_menu] * 3
    if {"redirecting", "outside"} & set(states):
        moves += [outside_moves] * 3
    if "recording" in states:
        moves += [voicemail_recorded]
    return moves


def separations(both: BothSides) -> int:
    """How often the phones go away: rather where much is under way."""
    wanted = both.leaning.separations
    calls = [call for call in both.model.world.calls.values() if call.state == "consulting"]
    if wanted > 1 and (dialled(both) or connecting(both) or calls):
        return wanted * 4
    return wanted if len(both.told) % 3 == 0 else 0


def while_away(both: BothSides) -> list[Move]:
    """What people may do while the phones are not heard, and that these come back."""
    world = both.model.world
    moves: list[Move] = [let_time_pass, set_status, lose_or_reconnect, configure, stale_request]
    if ringing(both):
        moves += [accept, decline]
    if world.callbacks:
        moves += [cancel, move]
    return moves + by_hand(both) + [phones_listed] * len(moves)


def in_conversation(both: BothSides) -> list[Move]:
    """What agents who talk to somebody may do."""
    world = both.model.world
    moves: list[Move] = [converse, converse]
    moves += [transfer] * both.leaning.transfers + [consult] * both.leaning.consults
    asking = any(call.consultation and call.state != "ended" for call in world.calls.values())
    talks = asking or any(conversation_of(world, agent) for agent in world.agents.values())
    return moves if talks else []


def by_hand(both: BothSides) -> list[Move]:
    """What may be done about the callbacks of the list, and about alerts."""
    world = both.model.world
    moves: list[Move] = [dismiss_alert] if world.alerts and len(both.told) % 3 == 2 else []
    if [each for each in world.hand_calls.values() if each.state == "accepted"]:
        moves += [cancel, erase] * 2
    if [each for each in world.callbacks.values() if is_listed(each)]:
        moves += [claim_or_release, dismiss] + [call_by_hand] * both.leaning.by_hand
    return moves
