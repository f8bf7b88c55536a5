"""The phone world of real calls: Asterisk, driven over ARI."""

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

import msgspec

from ringback.core.effects import DialCustomer, Effect
from ringback.core.ids import AgentId, CallId, LegId, PlaybackId
from ringback.core.inputs import (
    AgentPhoneFailed,
    CustomerFailed,
    LegEnded,
    PhoneSystemLost,
    PromptFinished,
    VoicemailRecorded,
)
from ringback.ports import NumberBook, PhoneSystemHealth, TelephonyReport, VoicemailNotReached

from . import requests
from .browser_phones import AsteriskBrowserPhones
from .client import AriDisconnected, AriError, AriResponse
from .connection import AriConnection, Member
from .connection_states import (
    ApplicationReplaced,
    Connected,
    Connecting,
    ConnectionState,
    Unreachable,
    WrongPassword,
)
from .events import AriEvent
from .identities import Identities, began_at
from .lanes import Lanes
from .legs import Legs
from .listener import Listener
from .listing import DialInDoubt, Inquiry, Listing, list_everything, subscribe_to_phones
from .patterns import UnsafeValue
from .performing import Performer
from .readiness import make_ready
from .requests import AriRequest
from .routing import TelephonySettings
from .sharing import Share
from .stored_recordings import StoredRecordings, seconds_of
from .telling import Teller

DIALS_REMEMBERED_MAX: Final = 10_000
LISTING_AGAIN_SECONDS: Final = 1.0
EARLY_EVENTS_MAX: Final = 100_000


def _no_dials_in_doubt() -> Sequence[DialInDoubt]:
    return ()


def _no_messages_begun() -> Mapping[LegId, Sequence[PlaybackId]]:
    return {}


def _no_voicemails_awaited() -> Sequence[CallId]:
    return ()


class AsteriskTelephony:
    """The port's `Telephony` over one Asterisk.

    It keeps no truth of its own: what it remembers of living legs is listed anew after each
    connection. `dials_in_doubt` names, whenever it is asked, the customer legs which the server
    means to have dialled; of those it says after a listing which were provably never sent (R33).
    `messages_begun` names the messages that a server before this one may have left playing on the
    callers' legs: they are neither begun twice nor left playing when a caller is joined.
    `voicemails_awaited` names the calls whose recording nobody has told the end of.

    Requests are spread over several connections; when one of them breaks with answers owed,
    everything is listed anew. Several companies may share a `connection`: each `takes` the calls to
    its own numbers, and acts on nothing that is another's (S24).
    """

    def __init__(
        self,
        settings: TelephonySettings,
        book: NumberBook,
        *,
        jitter: Callable[[], float],
        dials_in_doubt: Callable[[], Sequence[DialInDoubt]] = _no_dials_in_doubt,
        messages_begun: Callable[[], Mapping[LegId, Sequence[PlaybackId]]] = _no_messages_begun,
        voicemails_awaited: Callable[[], Sequence[CallId]] = _no_voicemails_awaited,
        connection: AriConnection | None = None,
        takes: Callable[[str], bool] | None = None,
    ) -> None:
        self._settings = settings
        self._identities = Identities(settings.prefix)
        self._phones = {AgentId(phone.agent_id): phone for phone in settings.phones}
        self._legs = Legs(self._identities)
        self._connection = connection or AriConnection(settings.ari, jitter=jitter)
        self._client, self._refusing = self._connection.client, self._connection.refusing
        self.browser_phones = AsteriskBrowserPhones(self._client, settings.prefix)
        self._performer = Performer(
            settings, self._identities, book, self._legs, self._phones, self.browser_phones
        )
        self._listener = Listener(
            self._identities, self._legs, self._phones, report=self._report, send=self._send
        )
        self._lanes = Lanes(self._client, self._connection.beside)
        self._share = None if takes is None else Share(self._identities, takes)
        self._recordings = StoredRecordings(settings.ari)
        self._dials_in_doubt = dials_in_doubt
        self._messages_begun = messages_begun
        self._voicemails_awaited = voicemails_awaited
        self._receive: Callable[[TelephonyReport], None] = _nobody_listens
        self._tasks: asyncio.TaskGroup | None = None
        self._listing: asyncio.Task[None] | None = None
        self._is_ready = False
        self._is_lost = False
        self._early: list[AriEvent] = []
        self._dropped_dials: OrderedDict[DialInDoubt, None] = OrderedDict()
        self._teller = Teller()

    async def run(self, receive: Callable[[TelephonyReport], None]) -> None:
        """Serve until cancelled, or until another server has taken over: `health` says so."""
        self._receive = receive
        try:
            async with asyncio.TaskGroup() as tasks:
                self._tasks = tasks
                await self._connection.run(Member(self._on_event, self._on_state))
        finally:
            self._is_ready = False
            self._tasks = None

    def perform(self, effects: Sequence[Effect]) -> None:
        """Send what the effects ask for, in order, without awaiting any answer."""
        for effect in effects:
            if not self._is_ready:
                self._drop(effect)
                continue
            deeds = tuple(self._performer.deeds(effect))
            for deed in deeds:
                if not isinstance(deed, AriRequest):
                    asyncio.get_running_loop().call_soon(self._report, deed)
            self._send(*(deed for deed in deeds if isinstance(deed, AriRequest)))

    def health(self) -> PhoneSystemHealth:
        return replace(
            self._teller.health(is_ready=self._is_ready),
            connections=self._client.counts.connections,
            answer_times=self._client.answer_times,
        )

    def lateness(self) -> timedelta:
        return self._lanes.lateness()

    async def take_voicemail(self, call_id: CallId) -> bytes | None:
        try:
            name = self._identities.voicemail(call_id)
        except UnsafeValue:
            return None
        return await self._recordings.take(name)

    async def stored_voicemails(self) -> Mapping[CallId, datetime | None]:
        calls = map(self._identities.voicemail_of, await self._recordings.names())
        return {call_id: began_at(call_id) for call_id in calls if call_id is not None}

    async def forget_voicemail(self, call_id: CallId) -> None:
        with contextlib.suppress(UnsafeValue):
            await self._recordings.forget(self._identities.voicemail(call_id))

    # ---- the connection

    def _on_state(self, state: ConnectionState) -> None:
        self._teller.tell(state)
        match state:
            case Connecting():
                pass
            case Connected():
                self._begin_listing()
            case Unreachable() | WrongPassword() | ApplicationReplaced():
                self._lose()

    def _begin_listing(self) -> None:
        assert self._tasks is not None
        self._end_listing()
        self._early.clear()
        self._listing = self._tasks.create_task(self._list())

    def _end_listing(self) -> None:
        if self._listing is not None:
            self._listing.cancel()
            self._listing = None

    def _lose(self) -> None:
        self._is_ready = False
        self._lanes.forget()
        self._end_listing()
        if not self._is_lost:
            self._is_lost = True
            self._receive(PhoneSystemLost())

    def _list_again(self) -> None:
        """Ask Asterisk what it has: what became of a request is not known."""
        if self._client.is_connected:
            self._lose()
            self._begin_listing()

    async def _list(self) -> None:
        """Bring Asterisk up to date, list what it has, and begin to act."""
        while True:
            try:
                await self._lanes.settle()
                self._teller.tell_complaints(await make_ready(self._client, self._settings))
                desk_phones = tuple(self._phones.values())
                await subscribe_to_phones(self._client, self._settings.ari.app, desk_phones)
                listing = await list_everything(self._client, self._inquiry())
                recorded = await self._recorded_meanwhile(listing)
            except AriDisconnected:
                return
            except (AriError, msgspec.MsgspecError) as failure:
                self._teller.tell_trouble(failure)
                await asyncio.sleep(LISTING_AGAIN_SECONDS)
            else:
                self._begin(listing, recorded)
                return

    def _inquiry(self) -> Inquiry:
        begun_before_us = {
            leg_id: tuple(map(self._identities.prompt, playback_ids))
            for leg_id, playback_ids in self._messages_begun().items()
        }
        return Inquiry(
            app=self._settings.ari.app,
            share=self._share,
            identities=self._identities,
            phones=self._phones,
            begun=begun_before_us | {leg.id: tuple(leg.playbacks) for leg in self._legs},
            dials_in_doubt=[*self._dropped_dials, *self._dials_in_doubt()],
        )

    async def _recorded_meanwhile(self, listing: Listing) -> Sequence[VoicemailRecorded]:
        """Find the recordings of callers who went while nobody heard of it."""
        recording = [CallId(leg.id) for leg in self._legs if leg.is_recording]
        reports = []
        for call_id in dict.fromkeys([*recording, *self._voicemails_awaited()]):
            if LegId(call_id) in listing.channels:
                continue
            try:
                recorded = await self.take_voicemail(call_id)
            except VoicemailNotReached as failure:
                self._teller.tell_not_taken(call_id, failure)
            else:
                seconds = 0.0 if recorded is None else seconds_of(recorded)
                reports.append(VoicemailRecorded(call_id, seconds))
        return [report for report in reports if report.seconds > 0]

    def _begin(self, listing: Listing, recorded: Sequence[VoicemailRecorded]) -> None:
        self._listener.adopt(listing)
        for bridge_id in listing.empty_bridges:
            self._send(requests.destroy_bridge(bridge_id))
        self._is_ready, self._is_lost = True, False
        self._dropped_dials.clear()
        self._connection.begin_beside()
        for arrival in listing.arrivals:
            self._receive(arrival)
        for report in recorded:
            self._receive(report)
        self._receive(listing.report)
        early, self._early = self._early, []
        for event in early:
            self._hear(event)

    # ---- from Asterisk

    def _on_event(self, event: AriEvent) -> None:
        if self._is_ready:
            self._hear(event)
        elif len(self._early) < EARLY_EVENTS_MAX:
            self._early.append(event)
        else:
            self._begin_listing()

    def _hear(self, event: AriEvent) -> None:
        if self._share is None or self._share.concerns(event, self._legs):
            self._listener.hear(event)

    # ---- to Asterisk

    def _send(self, *requests: AriRequest) -> None:
        """Send requests that belong together."""
        if any(request.out_of_turn for request in requests) and self._refusing.is_connected:
            for request in requests:
                self._refusing.send(request.method, request.uri, request.query, request.body)
        elif requests:
            self._lanes.send(requests, self._on_answer)

    def _on_answer(self, request: AriRequest, answer: asyncio.Future[AriResponse]) -> None:
        if answer.cancelled() or not self._is_ready:
            return
        failure = answer.exception()
        if isinstance(failure, AriDisconnected):
            self._list_again()
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
            case PromptFinished(leg_id=leg_id, playback_id=playback_id):
                leg = self._legs.get(leg_id)
                playback = self._identities.prompt(playback_id)
                if leg is not None and playback in leg.playbacks:
                    leg.playbacks.remove(playback)
            case AgentPhoneFailed(leg_id=leg_id) | CustomerFailed(leg_id=leg_id):
                self._send(requests.hang_up(self._identities.channel(leg_id)))
                self._listener.forget(leg_id)
            case LegEnded(leg_id=leg_id):
                self._listener.forget(leg_id)
            case _:
                pass
        self._report(report)

    def _report(self, report: TelephonyReport) -> None:
        if self._is_ready:
            self._receive(report)

    def _tidy(self, bridge_id: str) -> None:
        """Destroy a bridge if a refused joining has left nobody in it."""
        for leg in self._legs:
            if leg.bridge == bridge_id:
                leg.bridge = None
        question = requests.ask_about_bridge(bridge_id)
        self._lanes.send([question], partial(self._destroy_if_empty, bridge_id))

    def _destroy_if_empty(
        self, bridge_id: str, _: AriRequest, answer: asyncio.Future[AriResponse]
    ) -> None:
        if answer.cancelled() or answer.exception() is not None or not answer.result().ok:
            return
        if not answer.result().json()["channels"]:
            self._send(requests.destroy_bridge(bridge_id))

    def _drop(self, effect: Effect) -> None:
        """Forget an effect, but remember a dial that was thereby not sent."""
        if isinstance(effect, DialCustomer):
            self._dropped_dials[DialInDoubt(effect.leg_id, effect.agent_leg_id)] = None
            if len(self._dropped_dials) > DIALS_REMEMBERED_MAX:
                self._dropped_dials.popitem(last=False)


def _nobody_listens(report: TelephonyReport) -> None:
    raise AssertionError(f"a report before run: {report}")


def _exists_already(response: AriResponse) -> bool:
    return response.status == 409 and "already exists" in (response.body or "")


def _is_gone(response: AriResponse) -> bool:
    return response.status == 404 or (
        response.status in (400, 422) and "not found" in (response.body or "").lower()
    )
