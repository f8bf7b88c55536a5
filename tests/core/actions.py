"""What callers, agents and customers do; an action that is not possible does nothing."""

from ringback.core import inputs as i
from ringback.core.ids import AgentId, CallbackId, CallId, LegId, OfferId
from ringback.core.settings import AgentStatus
from ringback.core.states import (
    AwaitingAgent,
    Callback,
    Confirming,
    InMenu,
    Offer,
    Queued,
    Standing,
    agent_leg,
)

from . import company
from .driver import Driver
from .numbers import Numbers
from .phone_model import LegKind

AGENTS_PHONES = (LegKind.DESK, LegKind.BROWSER, LegKind.OUTSIDE)

# ---- callers -------------------------------------------------------------------------------


def caller_arrives(driver: Driver, pick: Numbers) -> None:
    line_id = pick.one_of(list(driver.world.lines))
    customer_id, destination = company.CUSTOMERS[pick(len(company.CUSTOMERS))]
    if line_id is not None and driver.world.phones_reachable:
        call_id = driver.new_call_id()
        driver.phones.arrive(call_id)
        driver.report(i.CallArrived(call_id, line_id, customer_id, destination))


def customer_calls_in(driver: Driver, pick: Numbers) -> None:
    """Call the line of one's callback again, while it is pending or listed."""
    awaited = [*driver.world.callbacks.values(), *driver.world.follow_ups.values()]
    callback = pick.one_of(awaited)
    if callback is not None and driver.world.phones_reachable:
        call_id = driver.new_call_id()
        driver.phones.arrive(call_id)
        customer_id, destination = callback.customer_id, callback.destination
        driver.report(i.CallArrived(call_id, callback.line_id, customer_id, destination))


def caller_presses_a_key(driver: Driver, pick: Numbers) -> None:
    call_id = pick.one_of(driver.phones.callers())
    if call_id is not None:
        driver.report(i.DigitPressed(LegId(call_id), "1" if pick(8) == 7 else "*"))


def callers_in_menus(driver: Driver) -> list[CallId]:
    calls = driver.world.calls
    asked = [call_id for call_id in driver.phones.callers() if call_id in calls]
    return [call_id for call_id in asked if isinstance(calls[call_id].state, InMenu)]


def caller_chooses(driver: Driver, pick: Numbers) -> None:
    """Press a key of the menu, mostly one that leads somewhere."""
    call_id = pick.one_of(callers_in_menus(driver))
    if call_id is not None:
        driver.report(i.DigitPressed(LegId(call_id), ("1", "2", "1", "*", "9")[pick(5)]))


def caller_asks_and_leaves(driver: Driver, pick: Numbers) -> None:
    """Press `*`, hear the confirmation out or not, and be gone."""
    call_id = pick.one_of(driver.phones.callers())
    if call_id is None:
        return
    driver.report(i.DigitPressed(LegId(call_id), "*"))
    if isinstance(getattr(driver.world.calls.get(call_id), "state", None), Confirming):
        playback_id = driver.phones.playing.pop(LegId(call_id), None)
        if playback_id is not None and not pick(2):
            driver.report(i.PromptFinished(LegId(call_id), playback_id))
        driver.phones.end(LegId(call_id))
        driver.deliver_all()


def prompt_finishes(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(list(driver.phones.playing))
    if leg_id is not None:
        driver.report(i.PromptFinished(leg_id, driver.phones.playing.pop(leg_id)))


def voicemail_is_recorded(driver: Driver, pick: Numbers) -> None:
    call_id = pick.one_of(list(driver.phones.recording))
    if call_id is not None:
        del driver.phones.recording[call_id]
        driver.report(i.VoicemailRecorded(call_id, 12.0))


def caller_hangs_up(driver: Driver, pick: Numbers) -> None:
    call_id = pick.one_of(driver.phones.callers())
    if call_id is not None:
        driver.phones.end(LegId(call_id))
        driver.deliver_all()


# ---- agents --------------------------------------------------------------------------------


def agent_changes_status(driver: Driver, pick: Numbers) -> None:
    agent_id = pick.one_of(driver.agent_ids)
    online, away, offline = AgentStatus.ONLINE, AgentStatus.DO_NOT_DISTURB, AgentStatus.OFFLINE
    if agent_id is not None:
        driver.give(i.SetAgentStatus(agent_id, (online, away, online, offline)[pick(4)], "lunch"))


def agent_is_lost(driver: Driver, pick: Numbers) -> None:
    agent_id = pick.one_of(driver.agent_ids)
    if agent_id is not None:
        driver.phones.unregistered[agent_id] = None
        driver.report(i.AgentConnectionLost(agent_id))


def agent_is_back(driver: Driver, pick: Numbers) -> None:
    lost = [a.id for a in driver.world.agents.values() if a.missing_since is not None]
    agent_id = pick.one_of(lost or driver.agent_ids)
    if agent_id is not None:
        driver.phones.unregistered.pop(agent_id, None)
        driver.report(i.AgentConnected(agent_id))


def _card(driver: Driver, pick: Numbers) -> tuple[OfferId, AgentId] | None:
    """Choose a card that shows; now and then one that is over, or a colleague's."""
    kind = pick(8)
    offers = list(driver.world.offers.values())
    if kind == 7:
        past = [each.id for each in driver.world.past_offers.values()][-20:]
        offer_id, agent_id = pick.one_of(past), pick.one_of(driver.agent_ids)
        return None if offer_id is None or agent_id is None else (offer_id, agent_id)
    offer = pick.one_of(offers)
    if offer is None:
        return None
    agent_id = driver.agent_ids[pick(len(driver.agent_ids))] if kind == 6 else offer.agent_id
    return offer.id, agent_id


def agent_accepts(driver: Driver, pick: Numbers) -> None:
    card = _card(driver, pick)
    if card is not None:
        driver.give(i.AcceptOffer(*card), f"agent:{card[1]}")


def agent_takes(driver: Driver, pick: Numbers) -> None:
    """Accept, and be connected."""
    take(driver, pick.one_of(list(driver.world.offers.values())))


def agent_calls_back(driver: Driver, pick: Numbers) -> None:
    """Press *Call back*; mostly the phone connects and the customer is dialled."""
    offers = driver.world.offers.values()
    offer = pick.one_of([o for o in offers if o.item_id in driver.world.callbacks])
    if offer is not None and pick(3) == 2:
        driver.give(i.AcceptOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")
    else:
        take(driver, offer)


def take(driver: Driver, offer: Offer | None) -> None:
    if offer is None:
        return
    driver.give(i.AcceptOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")
    _answer(driver, agent_leg(offer.id))


def _answer(driver: Driver, leg_id: LegId) -> None:
    """Pick up, and press 1 where that is needed."""
    if leg_id in driver.phones.legs and leg_id not in driver.phones.up:
        driver.report(driver.phones.answer(leg_id))
    if driver.phones.legs.get(leg_id) is LegKind.OUTSIDE:
        driver.report(i.DigitPressed(leg_id, "1"))


def outside_phones_up(driver: Driver) -> list[LegId]:
    kinds = driver.phones.legs
    return [leg_id for leg_id in driver.phones.up if kinds[leg_id] is LegKind.OUTSIDE]


def outside_phone_presses(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(outside_phones_up(driver))
    if leg_id is not None:
        driver.report(i.DigitPressed(leg_id, ("1", "2", "1", "9")[pick(4)]))


def agent_declines(driver: Driver, pick: Numbers) -> None:
    card = _card(driver, pick)
    if card is not None:
        driver.give(i.DeclineOffer(*card), f"agent:{card[1]}")


def agent_phone_answers(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(*AGENTS_PHONES))
    if leg_id is not None:
        driver.report(driver.phones.answer(leg_id))


def agent_phone_declines(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(LegKind.DESK, LegKind.OUTSIDE))
    if leg_id is not None:
        driver.report(driver.phones.fail(leg_id, i.AgentPhoneDeclined(leg_id)))


def agent_phone_fails(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(*AGENTS_PHONES))
    if leg_id is not None:
        cause = list(i.AgentFailureCause)[pick(len(i.AgentFailureCause))]
        driver.report(driver.phones.fail(leg_id, i.AgentPhoneFailed(leg_id, cause)))


def agent_hangs_up(driver: Driver, pick: Numbers) -> None:
    agent_id = pick.one_of([a.id for a in driver.world.agents.values() if a.call_id is not None])
    agent_id = agent_id or pick.one_of(driver.agent_ids)
    if agent_id is not None:
        driver.give(i.HangUpAgent(agent_id), f"agent:{agent_id}")
        driver.deliver_all()


def agent_mutes_or_holds(driver: Driver, pick: Numbers) -> None:
    """Press any of the four buttons, be it possible or not."""
    agent_id = pick.one_of([a.id for a in driver.world.agents.values() if a.call_id is not None])
    agent_id = agent_id or pick.one_of(driver.agent_ids)
    if agent_id is not None:
        kind = (i.MuteAgent, i.UnmuteAgent, i.PutOnHold, i.TakeOffHold)[pick(4)]
        driver.give(kind(agent_id), f"agent:{agent_id}")


def agent_transfers(driver: Driver, pick: Numbers) -> None:
    """Let whoever is in a call transfer it, mostly to a colleague."""
    agent_id = pick.one_of([a.id for a in driver.world.agents.values() if a.call_id is not None])
    agent_id = agent_id or pick.one_of(driver.agent_ids)
    colleague_id = pick.one_of(driver.agent_ids)
    line_id, team_id = pick.one_of(list(driver.world.lines)), company.TEAMS[pick(2)]
    if agent_id is None or colleague_id is None or line_id is None:
        return
    to_team, to_line = i.TransferToTeam(agent_id, team_id), i.TransferToLine(agent_id, line_id)
    to_agent = i.TransferToAgent(agent_id, colleague_id)
    to_number = i.TransferToNumber(agent_id, *company.CUSTOMERS[pick(len(company.CUSTOMERS))])
    wanted = (to_agent, to_agent, to_team, to_line, to_number)[pick(5)]
    driver.give(wanted, f"agent:{agent_id}")
    driver.deliver_all()


def agent_consults(driver: Driver, pick: Numbers) -> None:
    """Begin a consultation, complete it or cancel it; now and then what is not possible."""
    consulting = [c.consultation for c in driver.world.calls.values() if c.consultation]
    agent_id = pick.one_of([each.talking.agent_id for each in consulting])
    if agent_id is None or pick(6) == 5:
        in_calls = [a.id for a in driver.world.agents.values() if a.call_id is not None]
        agent_id = pick.one_of(in_calls or driver.agent_ids)
    free = [a.id for a in driver.world.agents.values() if a.standing is Standing.AVAILABLE]
    colleague_id = pick.one_of(free if free and pick(4) else driver.agent_ids)
    if agent_id is None or colleague_id is None:
        return
    consult = i.ConsultAgent(agent_id, colleague_id)
    end = i.CompleteTransfer(agent_id), i.CancelConsultation(agent_id)
    driver.give((consult, *end)[pick(3)], f"agent:{agent_id}")
    offer = driver.world.agents[colleague_id].offer
    if offer is not None and pick(2):
        take(driver, offer)
    driver.deliver_all()


def outcome_is_corrected(driver: Driver, pick: Numbers) -> None:
    agents = [a for a in driver.world.agents.values() if a.correctable is not None]
    agent = pick.one_of(agents or list(driver.world.agents.values()))
    if agent is not None:
        correction = list(i.OutcomeCorrection)[pick(2)]
        callback_id = agent.correctable or CallbackId("cb1")
        driver.give(i.CorrectOutcome(callback_id, agent.id, correction), f"agent:{agent.id}")


# ---- calls by hand ---------------------------------------------------------------------------


def listed(driver: Driver) -> list[Callback]:
    """All that stands in the list of those to call by hand."""
    waiting = [c for c in driver.world.callbacks.values() if isinstance(c.state, AwaitingAgent)]
    return [*waiting, *driver.world.follow_ups.values()]


def _chosen(driver: Driver, pick: Numbers) -> tuple[CallbackId, AgentId] | None:
    """Choose from the list, and mostly the agent who has claimed it; now and then anything."""
    callback = pick.one_of(listed(driver))
    if callback is None or pick(8) == 7:
        callback = pick.one_of(list(driver.world.callbacks.values()))
    free = [a.id for a in driver.world.agents.values() if a.standing is Standing.AVAILABLE]
    agent_id = pick.one_of(free if free and pick(4) else driver.agent_ids)
    if callback is None or agent_id is None:
        return None
    return callback.id, (pick(2) and callback.claimed_by) or agent_id


def agent_claims(driver: Driver, pick: Numbers) -> None:
    chosen = _chosen(driver, pick)
    if chosen is not None:
        driver.give(i.ClaimCallback(*chosen), f"agent:{chosen[1]}")


def agent_releases(driver: Driver, pick: Numbers) -> None:
    chosen = _chosen(driver, pick)
    if chosen is not None:
        driver.give(i.ReleaseCallback(*chosen), f"agent:{chosen[1]}")


def agent_dismisses(driver: Driver, pick: Numbers) -> None:
    chosen = _chosen(driver, pick)
    if chosen is not None:
        driver.give(i.DismissCallback(*chosen), f"agent:{chosen[1]}")


def agent_calls_by_hand(driver: Driver, pick: Numbers) -> None:
    """Call one of the list; mostly the phone connects and the customer is dialled."""
    chosen = _chosen(driver, pick)
    if chosen is None:
        return
    driver.give(i.CallByHand(*chosen), f"agent:{chosen[1]}")
    offer = driver.world.agents[chosen[1]].offer
    if offer is not None and offer.item_id == chosen[0] and pick(3) < 2:
        _answer(driver, agent_leg(offer.id))


# ---- supervisors -----------------------------------------------------------------------------


def supervisor_moves(driver: Driver, pick: Numbers) -> None:
    """Move a callback, mostly one that waits, to the front, to a step or to an agent."""
    callbacks = list(driver.world.callbacks.values())
    queued = [each for each in callbacks if isinstance(each.state, Queued)]
    callback = pick.one_of(queued if queued and pick(8) else callbacks)
    agent_id = pick.one_of(driver.agent_ids)
    if callback is None or agent_id is None:
        return
    step = pick.one_of(list(callback.flow.steps))
    assert step is not None
    moves = (
        i.MoveToFront(callback.id),
        i.MoveToStep(callback.id, step.id),
        i.MoveToAgent(callback.id, agent_id),
    )
    driver.give(moves[pick(3)], "operator")


# ---- the called customer ---------------------------------------------------------------------


def customer_rings(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(LegKind.CUSTOMER))
    if leg_id is not None:
        driver.report(i.CustomerRinging(leg_id))


def customer_answers(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(LegKind.CUSTOMER))
    if leg_id is not None:
        driver.report(driver.phones.answer(leg_id))


def customer_is_not_reached(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(LegKind.CUSTOMER))
    if leg_id is not None:
        cause = list(i.FailureCause)[pick(len(i.FailureCause))]
        driver.report(driver.phones.fail(leg_id, i.CustomerFailed(leg_id, cause)))
        driver.deliver_all()
