"""The phone world of real calls: Asterisk, driven over ARI."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from ringback.core.effects import DialCustomer, Effect, PlayPrompt
from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentPhoneAnswered,
    CustomerAnswered,
    CustomerRinging,
    LegEnded,
    PhoneSystemLost,
    PromptFinished,
)
from ringback.ports import (
    IncomingCall,
    NumberBook,
    PhoneSystemHealth,
    PhoneSystemState,
    TelephonyReport,
)

from . import requests
from .client import AriClient, AriDisconnected, AriError, AriResponse
from .connection_states import (
    ApplicationReplaced,
    Connected,
    Connecting,
    ConnectionState,
    Unreachable,
    WrongPassword,
)
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
from .listing import DialInDoubt, Inquiry, Listing, list_everything, subscribe_to_phones
from .performing import Performer
from .provisioning import DeskPhone
from .readiness import make_ready
from .requests import AriRequest
from .routing import TelephonySettings
from .translate import never_answered, never_placed, report_of

DIALS_REMEMBERED_MAX: Final = 10_000
LISTING_AGAIN_SECONDS: Final = 1.0


def _no_dials_in_doubt() -> Sequence[DialInDoubt]:
    return ()


class AsteriskTelephony:
    """The port's `Telephony` over one Asterisk.

    It keeps no truth of its own: what it remembers of living legs is listed anew after each
    connection. `dials_in_doubt` names, whenever it is asked, the customer legs which the server
    means to have dialled; of those it says after a listing which were provably never sent (R33).
    """

    def __init__(
        self,
        settings: TelephonySettings,
        book: NumberBook,
        *,
        jitter: Callable[[], float],
        dials_in_doubt: Callable[[], Sequence[DialInDoubt]] = _no_dials_in_doubt,
    ) -> None:
        self._settings = settings
        self._identities = Identities(settings.prefix)
        self._phones = {AgentId(phone.agent_id): phone for phone in settings.phones}
        self._agents = _agents_by_username(settings.phones)
        self._legs = Legs(self._identities)
        self._performer = Performer(settings, self._identities, book, self._legs, self._phones)
        self._client = AriClient(settings.ari, self._on_event, self._on_state, jitter=jitter)
        self._dials_in_doubt = dials_in_doubt
        self._receive: Callable[[TelephonyReport], None] = _nobody_listens
        self._tasks: asyncio.TaskGroup | None = None
        self._listing: asyncio.Task[None] | None = None
        self._is_ready = False
        self._is_lost = False
        self._has_listed = False
        self._early: list[AriEvent] = []
        self._connected_agents: dict[AgentId, bool] = {}
        self._dropped_dials: OrderedDict[DialInDoubt, None] = OrderedDict()
        self._connection: ConnectionState = Connecting()
        self._complaints: tuple[str, ...] = ()

    async def run(self, receive: Callable[[TelephonyReport], None]) -> None:
        """Serve until cancelled; once another server has taken over, only wait for that."""
        self._receive = receive
        try:
            async with asyncio.TaskGroup() as tasks:
                self._tasks = tasks
                await self._client.run()
                await asyncio.Event().wait()
        finally:
            self._is_ready = False
            self._tasks = None

    def perform(self, effects: Sequence[Effect]) -> None:
        """Send what the effects ask for, in order, without awaiting any answer."""
        for effect in effects:
            if not self._is_ready:
                self._drop(effect)
                continue
            if isinstance(effect, PlayPrompt) and self._may_be_playing(effect):
                self._ask_then_play(effect)
                continue
            for deed in self._performer.deeds(effect):
                if isinstance(deed, AriRequest):
                    self._send(deed)
                else:
                    asyncio.get_running_loop().call_soon(self._report, deed)

    def health(self) -> PhoneSystemHealth:
        match self._connection:
            case Connected() if self._is_ready:
                words = ("Connected to Asterisk.", *self._complaints)
                return PhoneSystemHealth(PhoneSystemState.READY, " ".join(words))
            case Connected():
                words = ("Asterisk is being asked for its calls.", *self._complaints)
                return PhoneSystemHealth(PhoneSystemState.CONNECTING, " ".join(words))
            case Connecting():
                state = PhoneSystemState.CONNECTING
            case Unreachable():
                state = PhoneSystemState.UNREACHABLE
            case WrongPassword():
                state = PhoneSystemState.WRONG_PASSWORD
            case ApplicationReplaced():
                state = PhoneSystemState.REPLACED
        return PhoneSystemHealth(state, self._connection.sentence)

    # ---- the connection

    def _on_state(self, state: ConnectionState) -> None:
        self._connection = state
        match state:
            case Connecting():
                pass
            case Connected():
                assert self._tasks is not None
                self._early.clear()
                self._listing = self._tasks.create_task(self._list())
            case Unreachable() | WrongPassword() | ApplicationReplaced():
                self._lose()

    def _lose(self) -> None:
        self._is_ready = False
        if self._listing is not None:
            self._listing.cancel()
            self._listing = None
        if not self._is_lost:
            self._is_lost = True
            self._receive(PhoneSystemLost())

    async def _list(self) -> None:
        """Bring Asterisk up to date, list what it has, and begin to act."""
        while True:
            try:
                self._complaints = await make_ready(self._client, self._settings)
                desk_phones = [phone for phone in self._phones.values() if not phone.webrtc]
                await subscribe_to_phones(self._client, self._settings.ari.app, desk_phones)
                listing = await list_everything(self._client, self._inquiry())
            except AriDisconnected:
                return
            except AriError as failure:
                self._complaints = (f"Asterisk does not list its calls: {failure}",)
                await asyncio.sleep(LISTING_AGAIN_SECONDS)
            else:
                self._begin(listing)
                return

    def _inquiry(self) -> Inquiry:
        return Inquiry(
            app=self._settings.ari.app,
            identities=self._identities,
            phones=self._phones,
            playbacks=[playback for leg in self._legs for playback in leg.playbacks],
            dials_in_doubt=[*self._dropped_dials, *self._dials_in_doubt()],
        )

    def _begin(self, listing: Listing) -> None:
        self._adopt(listing)
        for bridge_id in listing.empty_bridges:
            self._send(requests.destroy_bridge(bridge_id))
        self._is_ready, self._is_lost, self._has_listed = True, False, True
        self._dropped_dials.clear()
        for arrival in listing.arrivals:
            self._receive(arrival)
        self._receive(listing.report)
        early, self._early = self._early, []
        for event in early:
            self._handle(event)

    def _adopt(self, listing: Listing) -> None:
        """Make the remembered legs those that were listed."""
        self._legs.keep_only(set(listing.channels))
        for leg_id, channel in listing.channels.items():
            is_known = self._legs.get(leg_id) is not None
            leg = self._legs.begin(leg_id)
            leg.was_found = leg.was_found or not is_known
            leg.progress = max(leg.progress, progress_of(channel.state))
            leg.ring_seconds_max = None
            leg.bridge = listing.bridge_of_channel.get(channel.id)
            leg.playbacks = [one for one in leg.playbacks if one not in listing.playbacks_over]
        lost = set(listing.report.lost_agents)
        self._connected_agents = {agent_id: agent_id not in lost for agent_id in self._phones}

    # ---- from Asterisk

    def _on_event(self, event: AriEvent) -> None:
        if self._is_ready:
            self._handle(event)
        else:
            self._early.append(event)

    def _handle(self, event: AriEvent) -> None:
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
            case ChannelLeftBridge(bridge=bridge) if not bridge.channels:
                if self._identities.is_our_bridge(bridge.id):
                    self._send(requests.destroy_bridge(bridge.id))
            case _ if report is not None and self._is_news(report):
                self._receive(report)
        self._legs.note(event)

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
            leg.progress = reached
            self._receive(report)

    def _dial(self, channel_id: str) -> None:
        """Dial a channel of ours that has entered the application, once."""
        leg = self._legs.of_channel(channel_id)
        if leg is not None and leg.ring_seconds_max is not None:
            ring_seconds_max, leg.ring_seconds_max = leg.ring_seconds_max, None
            self._send(
                requests.dial(
                    channel_id,
                    ring_seconds_max=ring_seconds_max,
                    if_refused=never_placed(leg.id),
                )
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
        if leg.is_hung_up and not isinstance(report, LegEnded):
            report = never_answered(leg.id)
        if not leg.is_silenced:
            self._receive(report)

    def _end_ringing_tone(self, customer: Leg) -> None:
        """Let an agent hear no ringing of a customer's phone that is not called any more."""
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
        leg = self._legs.get(LegId(report.call_id))
        is_awaited = leg is not None and not leg.is_ending and playback.id not in leg.stopped
        if leg is not None:
            leg.stopped.discard(playback.id)
        if is_awaited:
            self._receive(report)

    # ---- to Asterisk

    def _send(self, request: AriRequest) -> asyncio.Future[AriResponse]:
        answer = self._client.send(request.method, request.uri, request.query, request.body)
        if request.if_gone or request.if_refused or request.bridge_to_tidy:
            answer.add_done_callback(partial(self._on_answer, request))
        return answer

    def _on_answer(self, request: AriRequest, answer: asyncio.Future[AriResponse]) -> None:
        if answer.cancelled() or not self._is_ready:
            return
        failure = answer.exception()
        if isinstance(failure, AriDisconnected):
            return
        response = None if failure is not None else answer.result()
        if response is not None and (response.ok or _exists_already(response)):
            return
        if request.bridge_to_tidy is not None:
            self._tidy(request.bridge_to_tidy)
        is_gone = response is not None and _is_gone(response)
        report = request.if_gone if is_gone and request.if_gone else request.if_refused
        if report is not None:
            self._report_failed(report)

    def _report_failed(self, report: TelephonyReport) -> None:
        match report:
            case PromptFinished(call_id=call_id, playback_id=playback_id):
                leg = self._legs.get(LegId(call_id))
                playback = self._identities.prompt(playback_id)
                if leg is not None and playback in leg.playbacks:
                    leg.playbacks.remove(playback)
            case _:
                leg_id = getattr(report, "leg_id", None)
                if leg_id is not None:
                    self._legs.end(leg_id)
        self._report(report)

    def _report(self, report: TelephonyReport) -> None:
        if self._is_ready:
            self._receive(report)

    def _tidy(self, bridge_id: str) -> None:
        """Destroy a bridge if a refused joining has left nobody in it."""
        for leg in self._legs:
            if leg.bridge == bridge_id:
                leg.bridge = None
        question = self._send(requests.ask_about_bridge(bridge_id))
        question.add_done_callback(partial(self._destroy_if_empty, bridge_id))

    def _destroy_if_empty(self, bridge_id: str, answer: asyncio.Future[AriResponse]) -> None:
        if answer.cancelled() or answer.exception() is not None or not answer.result().ok:
            return
        if not answer.result().json()["channels"]:
            self._send(requests.destroy_bridge(bridge_id))

    def _may_be_playing(self, effect: PlayPrompt) -> bool:
        leg = self._legs.get(LegId(effect.call_id))
        playback = self._identities.prompt(effect.playback_id)
        return leg is not None and leg.was_found and playback not in leg.playbacks

    def _ask_then_play(self, effect: PlayPrompt) -> None:
        """Play a prompt unless it plays since before we came."""
        playback = self._identities.prompt(effect.playback_id)
        question = self._send(requests.ask_about_playback(playback))
        question.add_done_callback(partial(self._play_unless_playing, effect))

    def _play_unless_playing(self, effect: PlayPrompt, answer: asyncio.Future[AriResponse]) -> None:
        if answer.cancelled() or answer.exception() is not None or not self._is_ready:
            return
        leg = self._legs.get(LegId(effect.call_id))
        if answer.result().ok and leg is not None:
            leg.playbacks.append(self._identities.prompt(effect.playback_id))
            return
        for deed in self._performer.deeds(effect):
            if isinstance(deed, AriRequest):
                self._send(deed)

    def _drop(self, effect: Effect) -> None:
        """Forget an effect, but remember a dial that was thereby not sent."""
        if isinstance(effect, DialCustomer):
            self._dropped_dials[DialInDoubt(effect.leg_id, effect.agent_leg_id)] = None
            if len(self._dropped_dials) > DIALS_REMEMBERED_MAX:
                self._dropped_dials.popitem(last=False)


def _agents_by_username(phones: Sequence[DeskPhone]) -> dict[str, AgentId]:
    return {phone.endpoint: AgentId(phone.agent_id) for phone in phones if not phone.webrtc}


def _nobody_listens(report: TelephonyReport) -> None:
    raise AssertionError(f"a report before run: {report}")


def _exists_already(response: AriResponse) -> bool:
    return response.status == 409 and "already exists" in (response.body or "")


def _is_gone(response: AriResponse) -> bool:
    return response.status == 404 or (
        response.status in (400, 422) and "not found" in (response.body or "").lower()
    )
