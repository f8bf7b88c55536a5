"""What callers, agents and customers do; an action that is not possible does nothing."""

from ringback.core import inputs as i
from ringback.core.ids import AgentId, CallbackId, LegId, OfferId
from ringback.core.settings import AgentStatus
from ringback.core.states import Confirming, Offer, agent_leg

from . import company
from .driver import Driver
from .numbers import Numbers
from .phone_model import LegKind

# ---- callers -------------------------------------------------------------------------------


def caller_arrives(driver: Driver, pick: Numbers) -> None:
    line_id = pick.one_of(list(driver.world.lines))
    customer_id, destination = company.CUSTOMERS[pick(len(company.CUSTOMERS))]
    if line_id is not None and driver.world.phones_reachable:
        call_id = driver.new_call_id()
        driver.phones.arrive(call_id)
        driver.report(i.CallArrived(call_id, line_id, customer_id, destination))


def caller_presses_a_key(driver: Driver, pick: Numbers) -> None:
    call_id = pick.one_of(driver.phones.callers())
    if call_id is not None:
        driver.report(i.DigitPressed(call_id, "1" if pick(8) == 7 else "*"))


def caller_asks_and_leaves(driver: Driver, pick: Numbers) -> None:
    """Press `*`, hear the confirmation out or not, and be gone."""
    call_id = pick.one_of(driver.phones.callers())
    if call_id is None:
        return
    driver.report(i.DigitPressed(call_id, "*"))
    if isinstance(getattr(driver.world.calls.get(call_id), "state", None), Confirming):
        playback_id = driver.phones.playing.pop(call_id, None)
        if playback_id is not None and not pick(2):
            driver.report(i.PromptFinished(call_id, playback_id))
        driver.phones.end(LegId(call_id))
        driver.deliver_all()


def prompt_finishes(driver: Driver, pick: Numbers) -> None:
    call_id = pick.one_of(list(driver.phones.playing))
    if call_id is not None:
        driver.report(i.PromptFinished(call_id, driver.phones.playing.pop(call_id)))


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
        driver.give(i.SetAgentStatus(agent_id, (online, away, online, offline)[pick(4)]))


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
        past = [a.past_offer.id for a in driver.world.agents.values() if a.past_offer is not None]
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
    _take(driver, pick.one_of(list(driver.world.offers.values())))


def agent_calls_back(driver: Driver, pick: Numbers) -> None:
    """Press *Call back*; mostly the phone connects and the customer is dialled."""
    offers = driver.world.offers.values()
    offer = pick.one_of([o for o in offers if o.item_id in driver.world.callbacks])
    if offer is not None and pick(3) == 2:
        driver.give(i.AcceptOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")
    else:
        _take(driver, offer)


def _take(driver: Driver, offer: Offer | None) -> None:
    if offer is None:
        return
    driver.give(i.AcceptOffer(offer.id, offer.agent_id), f"agent:{offer.agent_id}")
    leg_id = agent_leg(offer.id)
    if leg_id in driver.phones.legs and leg_id not in driver.phones.up:
        driver.report(driver.phones.answer(leg_id))


def agent_declines(driver: Driver, pick: Numbers) -> None:
    card = _card(driver, pick)
    if card is not None:
        driver.give(i.DeclineOffer(*card), f"agent:{card[1]}")


def agent_phone_answers(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(LegKind.DESK, LegKind.BROWSER))
    if leg_id is not None:
        driver.report(driver.phones.answer(leg_id))


def agent_phone_declines(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(LegKind.DESK))
    if leg_id is not None:
        driver.report(driver.phones.fail(leg_id, i.AgentPhoneDeclined(leg_id)))


def agent_phone_fails(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(driver.phones.ringing(LegKind.DESK, LegKind.BROWSER))
    if leg_id is not None:
        cause = list(i.AgentFailureCause)[pick(len(i.AgentFailureCause))]
        driver.report(driver.phones.fail(leg_id, i.AgentPhoneFailed(leg_id, cause)))


def agent_hangs_up(driver: Driver, pick: Numbers) -> None:
    agent_id = pick.one_of([a.id for a in driver.world.agents.values() if a.call_id is not None])
    agent_id = agent_id or pick.one_of(driver.agent_ids)
    if agent_id is not None:
        driver.give(i.HangUpAgent(agent_id), f"agent:{agent_id}")
        driver.deliver_all()


def outcome_is_corrected(driver: Driver, pick: Numbers) -> None:
    agents = [a for a in driver.world.agents.values() if a.correctable is not None]
    agent = pick.one_of(agents or list(driver.world.agents.values()))
    if agent is not None:
        correction = list(i.OutcomeCorrection)[pick(2)]
        callback_id = agent.correctable or CallbackId("cb1")
        driver.give(i.CorrectOutcome(callback_id, agent.id, correction), f"agent:{agent.id}")


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
