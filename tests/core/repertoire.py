"""The table of all that can happen, shared by the state machine and the seeded runs."""

from collections.abc import Callable
from dataclasses import dataclass

from ringback.core.states import AwaitingAgent, ConnectingAgent, Queued

from . import actions, conversations, mishaps
from .driver import Driver
from .numbers import Numbers
from .phone_model import LegKind


@dataclass(frozen=True)
class Action:
    """Something that can happen, and how likely it is."""

    do: Callable[[Driver, Numbers], None]
    possible: Callable[[Driver], bool]
    weight: int

    def __repr__(self) -> str:
        return self.do.__name__


# ---- when an action can come to anything -------------------------------------------------------


def _always(driver: Driver) -> bool:
    return True


def _heard(driver: Driver) -> bool:
    return driver.world.phones_reachable


def _callers(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.phones.callers())


def _choosing(driver: Driver) -> bool:
    return _heard(driver) and bool(actions.callers_in_menus(driver))


def _playing(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.phones.playing)


def _recording(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.phones.recording)


def _missing(driver: Driver) -> bool:
    return _heard(driver) and any(a.missing_since for a in driver.world.agents.values())


def _cards(driver: Driver) -> bool:
    return bool(driver.world.offers)


def _callback_cards(driver: Driver) -> bool:
    return any(offer.item_id in driver.world.callbacks for offer in driver.world.offers.values())


def _agents_ringing(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.phones.ringing(*actions.AGENTS_PHONES))


def _outside_up(driver: Driver) -> bool:
    return _heard(driver) and bool(actions.outside_phones_up(driver))


def _in_calls(driver: Driver) -> bool:
    return any(agent.call_id for agent in driver.world.agents.values())


def _talking(driver: Driver) -> bool:
    return _heard(driver) and bool(conversations.agents_talking(driver))


def _consulting(driver: Driver) -> bool:
    return _heard(driver) and any(call.consultation for call in driver.world.calls.values())


def _wrapping_up(driver: Driver) -> bool:
    return any(agent.wrap_up_until for agent in driver.world.agents.values())


def _customers_ringing(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.phones.ringing(LegKind.CUSTOMER))


def _legs(driver: Driver) -> bool:
    return bool(driver.phones.legs)


def _undelivered(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.phones.undelivered)


def _delivered(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.delivered)


def _connecting(driver: Driver) -> bool:
    callbacks = driver.world.callbacks.values()
    return any(isinstance(callback.state, ConnectingAgent) for callback in callbacks)


def _alerts(driver: Driver) -> bool:
    return bool(driver.world.alerts)


def _callbacks(driver: Driver) -> bool:
    return bool(driver.world.callbacks)


def _queued(driver: Driver) -> bool:
    return any(isinstance(each.state, Queued) for each in driver.world.callbacks.values())


def _awaited(driver: Driver) -> bool:
    return _heard(driver) and bool(driver.world.callbacks or driver.world.follow_ups)


def _listed(driver: Driver) -> bool:
    return bool(actions.listed(driver))


def _requested_by_hand(driver: Driver) -> bool:
    callbacks = driver.world.callbacks.values()
    return any(isinstance(callback.state, AwaitingAgent) for callback in callbacks)


ACTIONS: tuple[Action, ...] = (
    Action(actions.caller_arrives, _heard, 10),
    Action(actions.customer_calls_in, _awaited, 4),
    Action(actions.caller_presses_a_key, _callers, 4),
    Action(actions.caller_chooses, _choosing, 8),
    Action(actions.caller_asks_and_leaves, _callers, 12),
    Action(actions.prompt_finishes, _playing, 8),
    Action(actions.voicemail_is_recorded, _recording, 2),
    Action(actions.caller_hangs_up, _callers, 2),
    Action(actions.agent_changes_status, _always, 5),
    Action(actions.agent_is_lost, _heard, 2),
    Action(actions.agent_is_back, _missing, 4),
    Action(actions.agent_accepts, _cards, 7),
    Action(actions.agent_takes, _cards, 8),
    Action(actions.agent_calls_back, _callback_cards, 16),
    Action(actions.agent_declines, _cards, 4),
    Action(actions.agent_phone_answers, _agents_ringing, 6),
    Action(actions.outside_phone_presses, _outside_up, 6),
    Action(actions.agent_phone_declines, _agents_ringing, 2),
    Action(actions.agent_phone_fails, _agents_ringing, 2),
    Action(actions.agent_hangs_up, _in_calls, 5),
    Action(actions.agent_mutes_or_holds, _in_calls, 4),
    Action(actions.agent_transfers, _in_calls, 5),
    Action(conversations.agent_transfers_outside, _talking, 4),
    Action(actions.agent_consults, _in_calls, 4),
    Action(conversations.agent_asks_a_colleague, _talking, 10),
    Action(conversations.consultation_goes_on, _consulting, 14),
    Action(actions.outcome_is_corrected, _wrapping_up, 12),
    Action(actions.supervisor_moves, _queued, 3),
    Action(actions.agent_claims, _listed, 3),
    Action(actions.agent_claims, _listed, 4),
    Action(actions.agent_releases, _listed, 1),
    Action(actions.agent_calls_by_hand, _listed, 6),
    Action(actions.agent_calls_by_hand, _requested_by_hand, 16),
    Action(actions.agent_dismisses, _listed, 1),
    Action(actions.customer_rings, _customers_ringing, 6),
    Action(actions.customer_answers, _customers_ringing, 10),
    Action(actions.customer_is_not_reached, _customers_ringing, 8),
    Action(mishaps.leg_ends, _legs, 2),
    Action(mishaps.reports_arrive, _undelivered, 6),
    Action(mishaps.report_arrives_out_of_order, _undelivered, 2),
    Action(mishaps.report_is_repeated, _delivered, 3),
    Action(mishaps.report_is_lost, _legs, 1),
    Action(mishaps.phone_system_is_lost, _heard, 1),
    Action(mishaps.phone_system_is_back, _always, 3),
    Action(mishaps.server_restarts, _heard, 1),
    Action(mishaps.server_will_die, _heard, 1),
    Action(mishaps.deadline_comes, _always, 7),
    Action(mishaps.time_passes, _always, 2),
    Action(mishaps.moments_pass, _always, 4),
    Action(mishaps.callback_is_cancelled, _callbacks, 2),
    Action(mishaps.callback_is_cancelled, _connecting, 10),
    Action(mishaps.customer_is_erased, _listed, 1),
    Action(mishaps.account_is_changed, _always, 1),
    Action(mishaps.alert_is_dismissed, _alerts, 1),
    Action(mishaps.line_is_changed, _always, 1),
    Action(mishaps.flow_is_published, _always, 1),
    Action(mishaps.flow_is_edited, _always, 1),
    Action(mishaps.team_is_changed, _always, 1),
    Action(mishaps.agent_is_changed, _always, 1),
    Action(mishaps.hours_are_changed, _always, 1),
)


def possible(driver: Driver) -> list[Action]:
    """List what can happen, each as often as its weight says."""
    return [action for action in ACTIONS if action.possible(driver) for _ in range(action.weight)]
