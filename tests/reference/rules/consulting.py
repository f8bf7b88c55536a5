"""Agents consult a colleague before they let a conversation go (R30, ADR 0021)."""

from .consultations import back_to_the_customer, leave_consultation
from .conversing import in_conversation, is_speaking
from .moving import end_call
from .parts import Call, Consultation, Refused, World
from .questions import communication_of, standing
from .situations import Situation, meet
from .transferring import afterwards, back_to, called_customer, refuse, ring_agent
from .walking import walk


def consult(world: World, name: str, colleague: str) -> None:
    """The steps are those of a transfer to the colleague, and the agent stays."""
    talk = in_conversation(world, name)
    if colleague == name:
        refuse(world, "call-already-there")
    if standing(world, world.agents[colleague]) != "available":
        refuse(world, "agent-not-available")
    meet(world, Situation.CONSULTED)
    goes_on_at, end = afterwards(world, talk)
    if isinstance(talk, Call):
        call = talk
    else:
        meet(world, Situation.CONSULTED_ABOUT_A_CALLBACK)
        call = called_customer(world, talk)
        call.completes = talk.completes
        talk.state, talk.agent = "closed" if talk.name in world.callbacks else "over", None
    call.consultation = Consultation(name, colleague)
    call.agent, call.phone_up, call.on_hold, talk.on_hold = None, False, False, False
    call.transferred_by, call.tried_by = name, None
    call.declined, call.former_lines = [], []
    first = ring_agent(colleague, back_to(name))
    call.own_steps = [first, ring_agent(name, goes_on_at), *end]
    walk(world, call, first.name)


def complete(world: World, name: str) -> None:
    leave_consultation(world, consulted_by(world, name), name)


def cancel_consultation(world: World, name: str) -> None:
    """Back to the customer, whom the agent hears at once."""
    call = consulted_by(world, name)
    talked = call.state == "consulting"
    meet(world, Situation.CONSULTING_CANCELLED if talked else Situation.RINGING_CANCELLED)
    back_to_the_customer(world, call, on_hold=False)


def consulted_by(world: World, name: str) -> Call:
    agent = world.agents[name]
    item = communication_of(world, agent)
    codes = ["phones-unreachable"] if world.away else []
    codes += [] if is_speaking(world, agent) else ["not-in-conversation"]
    consults = isinstance(item, Call) and item.consultation and item.consultation.agent == name
    codes += [] if consults else ["no-consultation"]
    if codes or not isinstance(item, Call):
        raise Refused(*codes)
    return item


def found_again(world: World, call: Call, present: list[str]) -> None:
    """R33: after a separation, which of the two agents is gone."""
    consultation = call.consultation
    assert consultation is not None
    asker_gone = consultation.agent not in present
    if call.state == "consulting" and call.agent not in present:
        meet(world, Situation.COLLEAGUE_GONE_MEANWHILE)
        back_to_the_customer(world, call, on_hold=True)
        if asker_gone:
            end_call(world, call)
    elif asker_gone:
        leave_consultation(world, call, consultation.agent)
