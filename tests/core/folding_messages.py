"""Folds what callers, customers and agents hear into the second bookkeeping."""

from collections.abc import Callable
from typing import Any

from ringback.core import events as e
from ringback.core.states import agent_leg

from .ledger import Ledger


def _estimated(ledger: Ledger, fact: e.Fact, event: e.WaitEstimated) -> None:
    if event.playback_id is not None:
        _plays(ledger, fact, event)


def _plays(ledger: Ledger, fact: e.Fact, event: Any) -> None:
    ledger.calls[event.call_id].playing = event.playback_id
    ledger.playbacks.add(event.playback_id)


def _confirms(ledger: Ledger, fact: e.Fact, event: e.ConfirmationStarted) -> None:
    _plays(ledger, fact, event)
    ledger.calls[event.call_id].outside_leg_id = None


def _asks(ledger: Ledger, fact: e.Fact, event: e.MenuStarted) -> None:
    _plays(ledger, fact, event)
    ledger.calls[event.call_id].in_menu = True


def _chosen(ledger: Ledger, fact: e.Fact, event: e.MenuLeft) -> None:
    ledger.calls[event.call_id].in_menu = False
    ledger.calls[event.call_id].playing = None


def _silent(ledger: Ledger, fact: e.Fact, event: e.PromptEnded | e.FarewellSaid) -> None:
    ledger.calls[event.call_id].playing = None


def _whispered(ledger: Ledger, fact: e.Fact, event: e.WhisperStarted) -> None:
    ledger.said[event.agent_leg_id] = event.playback_id
    ledger.playbacks.add(event.playback_id)


def _announced(ledger: Ledger, fact: e.Fact, event: e.AnnouncementStarted) -> None:
    ledger.said[event.leg_id] = event.playback_id
    ledger.playbacks.add(event.playback_id)
    if event.call_id in ledger.calls:
        _plays(ledger, fact, event)


def _asked(ledger: Ledger, fact: e.Fact, event: e.OutsidePhoneAsked) -> None:
    ledger.said[agent_leg(event.offer_id)] = event.playback_id
    ledger.playbacks.add(event.playback_id)


def _said(ledger: Ledger, fact: e.Fact, event: e.WhisperEnded | e.AnnouncementEnded) -> None:
    said = [leg for leg, playback in ledger.said.items() if playback == event.playback_id]
    ledger.fall_silent(*said)
    if isinstance(event, e.AnnouncementEnded) and event.call_id in ledger.calls:
        ledger.calls[event.call_id].playing = None


MESSAGES: dict[type[Any], Callable[[Ledger, e.Fact, Any], None]] = {
    e.OutsidePhoneAsked: _asked,
    e.AudioStarted: _plays,
    e.MenuStarted: _asks,
    e.MenuLeft: _chosen,
    e.NoticeStarted: _plays,
    e.WaitEstimated: _estimated,
    e.EndReached: _plays,
    e.ConfirmationStarted: _confirms,
    e.PromptEnded: _silent,
    e.FarewellSaid: _silent,
    e.WhisperStarted: _whispered,
    e.WhisperEnded: _said,
    e.AnnouncementStarted: _announced,
    e.AnnouncementEnded: _said,
}
