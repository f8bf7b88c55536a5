"""How consultations end: completed, abandoned, cancelled or in vain (R30, ADR 0021)."""

from .parting import free, part
from .parts import Call, World
from .questions import ringing_for
from .situations import Situation, meet


def colleague_answers(world: World, call: Call) -> None:
    """The two agents hear each other; nothing is said before."""
    meet(world, Situation.COLLEAGUE_ANSWERED)
    call.state, call.place, call.phone_up = "consulting", None, False


def leave_consultation(world: World, call: Call, name: str) -> None:
    """One of the two hangs up; whoever asked leaves the customer to the other."""
    consultation = call.consultation
    assert consultation is not None
    if consultation.agent != name:
        meet(world, Situation.COLLEAGUE_HUNG_UP)
        back_to_the_customer(world, call, on_hold=True)
        return
    let_asker_go(world, call)
    if call.state == "consulting":
        meet(world, Situation.CONSULTATION_COMPLETED)
        call.state = "talking"
    else:
        meet(world, Situation.CONSULTATION_ABANDONED)


def let_asker_go(world: World, call: Call) -> None:
    """R30: who has talked to the customer has a wrap-up, and may correct the outcome there."""
    assert call.consultation is not None
    before = (call.agent, call.state, call.phone_up)
    call.agent, call.state = call.consultation.agent, "talking"
    free(world, call)
    call.agent, call.state, call.phone_up = before
    call.consultation = None


def step_over(world: World, call: Call) -> None:
    """The colleague has declined, or is not to be had: the customer stays, on hold."""
    assert call.consultation is not None
    declined = call.consultation.colleague in call.declined
    meet(world, Situation.COLLEAGUE_DECLINED if declined else Situation.COLLEAGUE_NOT_REACHED)
    back_to_the_customer(world, call, on_hold=True)


def back_to_the_customer(world: World, call: Call, *, on_hold: bool) -> None:
    consultation = call.consultation
    assert consultation is not None
    for offer in ringing_for(world, call):
        offer.fate = "withdrawn"
    let_colleague_go(world, call)
    call.state, call.agent, call.place = "talking", consultation.agent, None
    call.consultation, call.on_hold = None, on_hold


def let_colleague_go(world: World, call: Call) -> None:
    """No wrap-up: they have not talked to the customer."""
    if call.agent is None:
        return
    colleague = world.agents[call.agent]
    part(call, colleague)
    colleague.silent = 0
    if call.state == "consulting":
        colleague.idle_since = world.now
    call.agent = None


def all_let_go(world: World, call: Call) -> None:
    """R30: the customer has hung up, which ends it for all three."""
    meet(world, Situation.CUSTOMER_LEAVES_CONSULTATION)
    let_colleague_go(world, call)
    let_asker_go(world, call)
