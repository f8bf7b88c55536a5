"""Turn effects into requests of ARI, in the light of what the living legs are doing."""

import math
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from ringback.core.effects import (
    AnswerCall,
    ConnectAgent,
    DialAgent,
    DialCustomer,
    DialOutside,
    Effect,
    HangUp,
    Join,
    MuteLeg,
    PlayPrompt,
    RecordVoicemail,
    RejectCall,
    RingAgent,
    StartMusic,
    StopMusic,
    StopPrompt,
    StopRinging,
    TurnAway,
    UnmuteLeg,
)
from ringback.core.ids import AgentId, CallId, LegId, LineId
from ringback.core.inputs import (
    CustomerFailed,
    FailureCause,
    LegEnded,
    PromptFinished,
    VoicemailRecorded,
)
from ringback.ports import NumberBook, TelephonyReport

from . import requests
from .browser_phones import AsteriskBrowserPhones
from .identities import Identities
from .legs import Leg, Legs, Progress
from .patterns import UnsafeValue
from .provisioning import DeskPhone
from .requests import AriRequest
from .routing import (
    TelephonySettings,
    display_variables,
    endpoint_of,
    shown_to_agent,
    shown_to_customer,
)
from .translate import never_dialled, never_placed

CONNECT_SECONDS_MAX: Final = 30

Deeds = Iterator[AriRequest | TelephonyReport]
"""Requests to send and, where there is nothing to send, what to report at once."""


class Performer:
    """Gives the requests of each effect and notes on the legs what they will do to them."""

    def __init__(
        self,
        settings: TelephonySettings,
        identities: Identities,
        book: NumberBook,
        legs: Legs,
        phones: Mapping[AgentId, DeskPhone],
        browser_phones: AsteriskBrowserPhones,
    ) -> None:
        self._settings = settings
        self._identities = identities
        self._book = book
        self._legs = legs
        self._phones = phones
        self._browser_phones = browser_phones

    def deeds(self, effect: Effect) -> Deeds:
        """Give what performing an effect means. An effect that is repeated gives nothing."""
        match effect:
            case AnswerCall(call_id=call_id):
                return self._answer(call_id)
            case PlayPrompt():
                return self._play(effect)
            case StopPrompt():
                return self._stop_prompt(effect)
            case StartMusic(leg_id=leg_id, music=music):
                return self._start_music(leg_id, music)
            case StopMusic(leg_id=leg_id):
                return self._stop_music(leg_id)
            case RingAgent() | ConnectAgent():
                return self._call_agent(effect)
            case DialAgent():
                return self._dial_agent(effect)
            case StopRinging(leg_id=leg_id):
                return self._stop_ringing(leg_id)
            case TurnAway(leg_id=leg_id, prompt=prompt):
                return self._turn_away(leg_id, prompt)
            case DialCustomer():
                return self._dial(effect)
            case DialOutside():
                return self._dial_outside(effect)
            case Join():
                return self._join(effect)
            case MuteLeg(leg_id=leg_id):
                return self._mute(leg_id, is_muted=True)
            case UnmuteLeg(leg_id=leg_id):
                return self._mute(leg_id, is_muted=False)
            case HangUp(leg_id=leg_id):
                return self._hang_up(leg_id)
            case RejectCall(call_id=call_id):
                return self._reject(call_id)
            case RecordVoicemail(call_id=call_id, record_for_max=limit):
                return self._record(call_id, limit)

    def _answer(self, call_id: CallId) -> Deeds:
        leg = self._legs.get(LegId(call_id))
        if leg is None:
            yield requests.answer(self._channel(call_id), if_gone=_gone(call_id))
            return
        if leg.progress is not Progress.UP:
            leg.progress = Progress.UP
            yield requests.answer(leg.channel_id, if_gone=_gone(call_id))
        if leg.was_held:
            leg.was_held = False
            yield requests.stop_music(leg.channel_id)

    def _play(self, effect: PlayPrompt) -> Deeds:
        leg = self._legs.get(effect.leg_id)
        playback = self._identities.prompt(effect.playback_id)
        if leg is not None:
            if playback in leg.playbacks:
                return
            leg.playbacks.append(playback)
            yield from self._take_out(leg)
        yield requests.play(
            self._channel(effect.leg_id),
            playback,
            str(self._book.prompt(effect.prompt)),
            if_gone=LegEnded(effect.leg_id),
            if_refused=PromptFinished(effect.leg_id, effect.playback_id),
        )
        if leg is not None and leg.music is not None:
            yield self._music(leg, leg.music)
        if leg is not None and leg.hears_ringing:
            yield requests.start_ringing_tone(leg.channel_id)

    def _stop_prompt(self, effect: StopPrompt) -> Deeds:
        playback = self._identities.prompt(effect.playback_id)
        leg = self._legs.get(effect.leg_id)
        if leg is not None:
            leg.stopped.add(playback)
        yield requests.stop_playback(playback)

    def _start_music(self, leg_id: LegId, music: str) -> Deeds:
        leg = self._legs.get(leg_id)
        if leg is None:
            music_class = self._settings.music_class(music)
            gone = LegEnded(leg_id)
            yield requests.start_music(self._channel(leg_id), music_class, if_gone=gone)
            return
        yield from self._take_out(leg)
        if leg.music != music:
            leg.music = music
            leg.was_held = False
            yield self._music(leg, music)

    def _take_out(self, leg: Leg) -> Deeds:
        """Take a leg out of the conversation it is in, if it is in one."""
        if leg.bridge is not None:
            bridge_id, leg.bridge = leg.bridge, None
            yield requests.remove_from_bridge(bridge_id, leg.channel_id)

    def _stop_music(self, leg_id: LegId) -> Deeds:
        leg = self._legs.get(leg_id)
        if leg is not None:
            leg.music = None
            leg.was_held = False
        yield requests.stop_music(self._channel(leg_id))

    def _call_agent(self, effect: RingAgent | ConnectAgent) -> Deeds:
        endpoint = self._endpoint_of(effect)
        failure = never_placed(effect.leg_id)
        if endpoint is None:
            yield failure
            return
        if self._legs.get(effect.leg_id) is not None:
            return
        leg = self._legs.begin(effect.leg_id)
        leg.endpoint = f"PJSIP/{endpoint}"
        customer = None
        if effect.customer_id is not None:
            customer = self._book.customer(effect.customer_id)
        connects = isinstance(effect, ConnectAgent)
        rings_max = self._settings.agent_rings_seconds_max
        leg.ring_seconds_max = min(CONNECT_SECONDS_MAX, rings_max) if connects else rings_max
        yield requests.create_channel(
            leg.channel_id,
            leg.endpoint,
            app=self._settings.ari.app,
            variables=display_variables(shown_to_agent(customer, self._book.line(effect.line_id))),
            answers_by_itself=connects,
            if_refused=failure,
        )

    def _endpoint_of(self, effect: RingAgent | ConnectAgent) -> str | None:
        """Name the agent's phone; one in a page exists only while it is connected."""
        if isinstance(effect, ConnectAgent):
            connected = self._browser_phones.endpoint_of(effect.agent_id)
            if connected is not None:
                return connected
        phone = self._phones.get(effect.agent_id)
        return None if phone is None else phone.endpoint

    def _dial_agent(self, effect: DialAgent) -> Deeds:
        """Dial an agent's outside number like a customer's: it shows the line's number."""
        if self._legs.get(effect.leg_id) is not None:
            return
        failure = never_dialled(effect.leg_id)
        route = self._settings.route(effect.line_id)
        number = self._book.outside_number(effect.agent_id)
        if route is None or number is None:
            yield failure
            return
        try:
            endpoint = endpoint_of(route, number)
        except UnsafeValue:
            yield failure
            return
        leg = self._legs.begin(effect.leg_id)
        leg.is_outside = True
        leg.ring_seconds_max = self._settings.agent_rings_seconds_max
        line = self._book.line(effect.line_id)
        yield requests.create_channel(
            leg.channel_id,
            endpoint,
            app=self._settings.ari.app,
            variables=display_variables(shown_to_customer(line)),
            if_refused=failure,
        )

    def _stop_ringing(self, leg_id: LegId) -> Deeds:
        leg = self._legs.get(leg_id)
        if leg is not None and leg.progress is not Progress.UP:
            leg.is_silenced = True
            yield from self._hang_up(leg_id)

    def _turn_away(self, leg_id: LegId, prompt: str) -> Deeds:
        leg = self._legs.get(leg_id)
        if leg is None or leg.progress is not Progress.UP:
            yield from self._hang_up(leg_id)
            return
        farewell = self._identities.farewell(leg_id)
        if farewell not in leg.playbacks:
            leg.playbacks.append(farewell)
            yield requests.play(
                leg.channel_id,
                farewell,
                str(self._book.prompt(prompt)),
                if_gone=None,
                if_refused=None,
            )

    def _dial(self, effect: DialCustomer) -> Deeds:
        if self._legs.get(effect.leg_id) is not None:
            return
        number = self._book.customer(effect.customer_id).number
        endpoint = self._endpoint(effect.line_id, number or "")
        if isinstance(endpoint, FailureCause):
            yield CustomerFailed(effect.leg_id, endpoint)
            return
        agent_channel_id = self._channel(effect.agent_leg_id)
        yield requests.mark_dialled(agent_channel_id, effect.leg_id)
        yield self._create(effect, endpoint)
        self._legs.begin(effect.leg_id).agent_leg_id = effect.agent_leg_id
        agent_leg = self._legs.get(effect.agent_leg_id)
        if agent_leg is not None:
            agent_leg.hears_ringing = True
            yield requests.start_ringing_tone(agent_channel_id)

    def _dial_outside(self, effect: DialOutside) -> Deeds:
        if self._legs.get(effect.leg_id) is not None:
            return
        number = effect.number
        if effect.customer_id is not None:
            number = self._book.customer(effect.customer_id).number or ""
        endpoint = self._endpoint(effect.line_id, number)
        if isinstance(endpoint, FailureCause):
            yield CustomerFailed(effect.leg_id, endpoint)
        else:
            yield self._create(effect, endpoint)

    def _endpoint(self, line_id: LineId, number: str) -> str | FailureCause:
        """Give what Asterisk dials for a number from a line, or why it cannot be dialled."""
        route = self._settings.route(line_id)
        if route is None:
            return FailureCause.TRUNK
        try:
            return endpoint_of(route, number)
        except UnsafeValue:
            return FailureCause.INVALID_NUMBER

    def _create(self, effect: DialCustomer | DialOutside, endpoint: str) -> AriRequest:
        """Begin a leg through the trunk; it is dialled once it has entered our application."""
        leg = self._legs.begin(effect.leg_id)
        leg.ring_seconds_max = math.ceil(effect.ring_for.total_seconds())
        shown = shown_to_customer(self._book.line(effect.line_id))
        return requests.create_channel(
            leg.channel_id,
            endpoint,
            app=self._settings.ari.app,
            variables=display_variables(shown),
            if_refused=never_placed(effect.leg_id),
        )

    def _join(self, effect: Join) -> Deeds:
        bridge_id = self._identities.bridge(effect.call_id)
        leg_ids = (effect.agent_leg_id, effect.customer_leg_id)
        legs = [self._legs.get(leg_id) for leg_id in leg_ids]
        if all(leg is not None and leg.bridge == bridge_id for leg in legs):
            return
        yield requests.make_bridge(bridge_id)
        for leg_id, leg in zip(leg_ids, legs, strict=True):
            if leg is not None and leg.bridge == bridge_id:
                continue
            if leg is not None:
                yield from self._quieten(leg)
                leg.bridge = bridge_id
            channel_id = self._channel(leg_id)
            yield requests.add_to_bridge(bridge_id, channel_id, if_gone=LegEnded(leg_id))

    def _mute(self, leg_id: LegId, *, is_muted: bool) -> Deeds:
        """Mute the phone's own voice; Asterisk forgets it with the channel and not before."""
        yield requests.mute(self._channel(leg_id), is_muted=is_muted, if_gone=LegEnded(leg_id))

    def _hang_up(self, leg_id: LegId) -> Deeds:
        """Hang up what is alive: of a leg that has ended nothing is known any more."""
        leg = self._legs.get(leg_id)
        if leg is not None:
            leg.is_hung_up = True
            yield requests.hang_up(leg.channel_id, leg.endpoint)

    def _reject(self, call_id: CallId) -> Deeds:
        yield requests.reject(self._channel(call_id))

    def _record(self, call_id: CallId, limit: timedelta) -> Deeds:
        leg = self._legs.get(LegId(call_id))
        if leg is not None:
            if leg.is_recording:
                return
            leg.is_recording = True
            if leg.music is not None or leg.was_held:
                leg.music = None
                leg.was_held = False
                yield requests.stop_music(leg.channel_id)
        yield requests.record(
            self._channel(call_id),
            self._identities.voicemail(call_id),
            seconds_max=max(1, math.ceil(limit.total_seconds())),
            silence_seconds_max=self._settings.voicemail_silence_seconds_max,
            if_gone=_gone(call_id),
            if_refused=VoicemailRecorded(call_id, 0.0),
        )

    def _quieten(self, leg: Leg) -> Deeds:
        """End all that plays on a leg: Asterisk cannot join it before."""
        for playback in leg.playbacks:
            leg.stopped.add(playback)
            yield requests.stop_playback(playback)
        if leg.is_recording:
            yield requests.stop_recording(self._identities.voicemail(CallId(leg.id)))
        if leg.music is not None or leg.was_held or leg.was_found:
            leg.music = None
            leg.was_held = False
            yield requests.stop_music(leg.channel_id)
        if leg.hears_ringing or leg.was_found:
            leg.hears_ringing = False
            yield requests.stop_ringing_tone(leg.channel_id)

    def _music(self, leg: Leg, music: str) -> AriRequest:
        return requests.start_music(
            leg.channel_id, self._settings.music_class(music), if_gone=LegEnded(leg.id)
        )

    def _channel(self, leg_id: LegId | CallId) -> str:
        return self._identities.channel(leg_id)


def _gone(call_id: CallId) -> LegEnded:
    return LegEnded(LegId(call_id))
