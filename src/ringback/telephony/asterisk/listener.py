"""Hear what Asterisk tells: keep the legs up to date, report what is news, tidy what is left."""

from collections.abc import Callable, Mapping

from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentPhoneAnswered,
    CustomerAnswered,
    CustomerRinging,
    LegEnded,
    PromptFinished,
)
from ringback.ports import IncomingCall, TelephonyReport

from . import requests
from .events import (
    AriEvent,
    ChannelDestroyed,
    ChannelLeftBridge,
    Dial,
    PlaybackFinished,
    StasisEnd,
    StasisStart,
)
from .identities import Identities
from .legs import Leg, Legs, Progress, progress_of
from .listing import Listing, was_held
from .provisioning import DeskPhone
from .requests import AriRequest
from .translate import (
    never_answered,
    never_dialled,
    never_placed,
    outside_end_report,
    report_of,
)


class Listener:
    """Takes events in their order and gives reports; each is given once.

    `send` sends a request of the house-keeping kind: nobody's effect, but needed so that nothing
    outlives its call (S20).
    """

    def __init__(
        self,
        identities: Identities,
        legs: Legs,
        phones: Mapping[AgentId, DeskPhone],
        *,
        report: Callable[[TelephonyReport], None],
        send: Callable[[AriRequest], object],
    ) -> None:
        self._identities = identities
        self._legs = legs
        self._phones = phones
        self._agents = {phone.endpoint: agent_id for agent_id, phone in phones.items()}
        self._connected_agents: dict[AgentId, bool] = {}
        self._receive = report
        self._send = send

    def adopt(self, listing: Listing) -> None:
        """Make the remembered legs those that were listed."""
        self._legs.keep_only(set(listing.channels))
        for leg_id, channel in listing.channels.items():
            is_known = self._legs.get(leg_id) is not None
            leg = self._legs.begin(leg_id)
            leg.was_found = leg.was_found or not is_known
            leg.progress = max(leg.progress, progress_of(channel.state))
            leg.ring_seconds_max = None
            leg.was_held = leg.was_held or (not is_known and was_held(channel))
            leg.bridge = listing.bridge_of_channel.get(channel.id)
            leg.playbacks = list(listing.playing.get(leg_id, ()))
        lost = set(listing.report.lost_agents)
        self._connected_agents = {agent_id: agent_id not in lost for agent_id in self._phones}

    def forget(self, leg_id: LegId) -> None:
        """Forget a leg of which a refused request told that it does not exist."""
        leg = self._legs.end(leg_id)
        if leg is not None:
            self._end_ringing_tone(leg)

    def hear(self, event: AriEvent) -> None:
        report = report_of(event, self._identities, self._agents)
        match event:
            case ChannelDestroyed():
                self._end(event, report)
                return
            case Dial():
                self._progress(event, report)
                return
            case StasisStart(channel=channel) if not self._identities.is_inbound(channel.id):
                self._dial(channel.id)
                return
            case StasisEnd(channel=channel) if self._identities.is_inbound(channel.id):
                self._let_go(channel.id)
                return
            case PlaybackFinished():
                self._end_playback(event, report)
            case ChannelLeftBridge(bridge=bridge, channel=channel) if not bridge.channels:
                if self._identities.is_our_bridge(bridge.id):
                    self._destroy_unless_needed(bridge.id, channel.id)
            case _ if report is not None and self._is_news(report):
                self._receive(report)
        self._legs.note(event)

    def _destroy_unless_needed(self, bridge_id: str, left_by: str) -> None:
        """Destroy an empty bridge, unless somebody is on the way into it already."""
        if not any(leg.bridge == bridge_id and leg.channel_id != left_by for leg in self._legs):
            self._send(requests.destroy_bridge(bridge_id))

    def _is_news(self, report: TelephonyReport) -> bool:
        """Tell whether a report says more than is known; note it if so."""
        match report:
            case IncomingCall(call_id=call_id):
                leg_id = LegId(call_id)
                is_new = self._legs.get(leg_id) is None
                self._legs.begin(leg_id, Progress.RINGING)
                return is_new
            case AgentConnected(agent_id=agent_id):
                return self._notes_connection(agent_id, is_connected=True)
            case AgentConnectionLost(agent_id=agent_id):
                return self._notes_connection(agent_id, is_connected=False)
            case _:
                return True

    def _notes_connection(self, agent_id: AgentId, *, is_connected: bool) -> bool:
        was_connected = self._connected_agents.get(agent_id)
        self._connected_agents[agent_id] = is_connected
        return was_connected is not is_connected

    def _progress(self, event: Dial, report: TelephonyReport | None) -> None:
        leg = self._legs.of_channel(event.peer.id)
        if leg is None or report is None:
            return
        reached = Progress.RINGING if isinstance(report, CustomerRinging) else Progress.UP
        assert isinstance(report, CustomerRinging | CustomerAnswered | AgentPhoneAnswered)
        if leg.progress < reached:
            if reached is Progress.UP:
                self._end_ringing_tone(leg)
            leg.progress = reached
            self._receive(report)

    def _dial(self, channel_id: str) -> None:
        """Dial a channel of ours that has entered the application, once.

        One of which nothing is known came too late to be listed, and nobody waits for it (S20).
        """
        leg = self._legs.of_channel(channel_id)
        if leg is None:
            self._send(requests.hang_up(channel_id))
        elif leg.ring_seconds_max is not None:
            ring_seconds_max, leg.ring_seconds_max = leg.ring_seconds_max, None
            refused = never_dialled(leg.id) if leg.is_outside else never_placed(leg.id)
            self._send(
                requests.dial(channel_id, ring_seconds_max=ring_seconds_max, if_refused=refused)
            )

    def _let_go(self, channel_id: str) -> None:
        """Notice the end of an inbound leg: its destruction is not told to an application it left.

        A caller who left without hanging up is held by the dialplan, which hands them back.
        """
        leg = self._legs.of_channel(channel_id)
        if leg is None:
            return
        if leg.is_ending:
            self._legs.end(leg.id)
            self._receive(LegEnded(leg.id))
        else:
            self._send(requests.ask_about_channel(channel_id, if_gone=LegEnded(leg.id)))

    def _end(self, event: ChannelDestroyed, report: TelephonyReport | None) -> None:
        leg = self._legs.of_channel(event.channel.id)
        if leg is None or report is None:
            return
        self._legs.end(leg.id)
        self._end_ringing_tone(leg)
        if leg.is_outside and not isinstance(report, LegEnded):
            report = outside_end_report(leg.id, event)
        if leg.is_hung_up and not isinstance(report, LegEnded):
            report = never_answered(leg.id)
        if not leg.is_silenced:
            self._receive(report)

    def _end_ringing_tone(self, customer: Leg) -> None:
        """Let an agent hear no ringing of a customer's phone that does not ring any more."""
        if customer.agent_leg_id is None or customer.progress is Progress.UP:
            return
        agent = self._legs.get(customer.agent_leg_id)
        if agent is not None and agent.hears_ringing:
            agent.hears_ringing = False
            self._send(requests.stop_ringing_tone(agent.channel_id))

    def _end_playback(self, event: PlaybackFinished, report: TelephonyReport | None) -> None:
        playback = event.playback
        farewell_to = self._identities.farewell_of(playback.id)
        if farewell_to is not None:
            self._send(requests.hang_up(self._identities.channel(farewell_to)))
            return
        if report is None:
            return
        assert isinstance(report, PromptFinished)
        leg = self._legs.get(report.leg_id)
        is_awaited = leg is not None and not leg.is_ending and playback.id not in leg.stopped
        if leg is not None:
            leg.stopped.discard(playback.id)
        if is_awaited:
            self._receive(report)
