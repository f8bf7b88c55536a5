"""Writes what compatible webhooks are told: one message for each event that comes of a fact."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final, NamedTuple

from ringback.api.services import Services
from ringback.api.webhook_messages import message_id
from ringback.core import events as happened
from ringback.core.events import Fact
from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId, LineId, TeamId
from ringback.core.settings import AgentStatus
from ringback.webhooks.courier import Later, Parcel
from ringback.webhooks.standing import Standing

from .calls import CallFinder, Details
from .calls_shown import CallShowing
from .inquiry import number_all, showing_of, unknown_since
from .paging import Json
from .showing import ARCHIVED, in_seconds

ENDED: Final = "call.ended"
LEFT: Final = "call.voicemail_left"
CREATED: Final = frozenset({"user.created", "user.created.v2"})
TAGGED: Final = "call.tagged"
DELETED: Final = "contact.deleted"
WITH_THE_PAIR: Final = frozenset(
    {"call.created", "call.answered", "call.hungup", ENDED, "call.assigned", "call.archived"}
)
"""The events that name the call in which a callback was asked for."""
BEFORE_AN_ANSWER: Final = frozenset(
    {"call.created", "call.ringing_on_agent", "call.agent_declined"}
)
BEFORE_THE_END: Final = frozenset({"call.answered", "call.hold", "call.unhold"})
SOON: Final = timedelta(seconds=5)
"""How long a message left may take to be fetched, and a new agent to be given an address."""
AS_BEFORE_THE_END: Json = {"status": "answered", "ended_at": None, "duration": 0}
AS_BEFORE_AN_ANSWER: Json = {
    **AS_BEFORE_THE_END,
    "status": "initial",
    "answered_at": None,
    "missed_call_reason": None,
}


class About(NamedTuple):
    """One event: what it is called, and the call, agent, customer, line or team it is about."""

    event: str
    call_id: CallId | None = None
    agent_id: AgentId | None = None
    customer_id: CustomerId | None = None
    line_id: LineId | None = None
    team_id: TeamId | None = None


@dataclass(frozen=True, slots=True)
class CompatibleWriter:
    """Writes the messages of one company; nothing in them is ahead of the disk."""

    services: Services

    async def pack(self, fact: Fact, to: Standing) -> Parcel | None:
        """Write what a webhook is told of a fact; None for nothing."""
        asked = to.webhook.events
        events = [each for each in await self._events(fact) if not asked or each.event in asked]
        later = [each for each in events if self._is_for_later(each)]
        at_once = [each for each in events if each not in later]
        parcel = await self._parcel(fact, at_once, fact.at, to)
        if not later:
            return parcel if parcel.body else None
        is_ended = later[0].event == ENDED
        due = fact.at + (to.ended_after if is_ended else SOON)
        rest = partial(self._parcel, fact, later, due if is_ended else fact.at, to)
        return replace(parcel, later=Later(due, rest))

    def _is_for_later(self, about: About) -> bool:
        """Tell what waits: the end, and what lacks its message or address of e-mail yet."""
        if about.event == LEFT and about.call_id is not None:
            return self.services.voicemails.kept(about.call_id) is None
        if about.event in CREATED and about.agent_id is not None:
            return self.services.access.directory.with_agent(about.agent_id) is None
        return about.event == ENDED

    async def _parcel(
        self, fact: Fact, events: Sequence[About], at: datetime, to: Standing
    ) -> Parcel:
        """Write events; written anew for each try, since links in them run out."""
        written = [await self._message(each, at, to) for each in events]
        bodies = [json.dumps(each).encode() for each in written if each is not None]
        subject, lane = await self._address(fact)
        return Parcel(
            sequence=fact.sequence,
            message_id=message_id(fact),
            event_type=events[0].event if events else ENDED,
            subject=subject,
            lane=lane,
            body=bodies[0] if bodies else b"",
            more=tuple(bodies[1:]),
            anew=partial(self._parcel, fact, events, at, to),
        )

    async def _message(self, about: About, at: datetime, to: Standing) -> Json | None:
        data = await self._data(about, to)
        if data is None:
            return None
        return {
            "resource": about.event.partition(".")[0],
            "event": about.event,
            "timestamp": in_seconds(at),
            "token": to.token,
            "data": data,
        }

    async def _data(self, about: About, to: Standing) -> Json | None:
        if about.call_id is not None:
            return await self._call(about, about.call_id, to)
        await number_all(self.services)
        show = showing_of(self.services, to.root)
        if about.agent_id is not None and about.agent_id in show.world.agents:
            person = show.people.of_agent(about.agent_id)
            if about.event.endswith(".v2"):
                return show.user(person)
            return show.user_of_the_first_version(person, show.world.lines.values())
        if about.line_id is not None and about.line_id in show.world.lines:
            return show.line(show.world.lines[about.line_id])
        if about.team_id is not None and about.team_id in show.world.teams:
            return show.team(show.world.teams[about.team_id])
        if about.event == DELETED and about.customer_id is not None:
            return show.erased_contact(about.customer_id)
        if about.customer_id is not None:
            return await self._contact(about.customer_id, to)
        return None

    async def _call(self, about: About, call_id: CallId, to: Standing) -> Json | None:
        past = await self.services.archive.call(call_id)
        if past is None:
            return None
        details = Details(contact=True, timeline=True)
        found = await CallFinder(self.services).detailed(past, details)
        await number_all(self.services)
        show = showing_of(self.services, to.root)
        calls = CallShowing(show, self.services, unknown_since(self.services))
        data = calls.told(found)
        if about.event in BEFORE_AN_ANSWER:
            data |= AS_BEFORE_AN_ANSWER
        elif about.event in BEFORE_THE_END:
            data |= AS_BEFORE_THE_END
        if about.event not in WITH_THE_PAIR:
            del data["automatic_callback_call_id"]
        if about.agent_id is not None:
            data["user"] = show.user_in_call(about.agent_id)
        return data

    async def _contact(self, customer_id: CustomerId, to: Standing) -> Json | None:
        """Show a contact with its instants in words, as messages alone have them."""
        dated = await CallFinder(self.services).contact(customer_id)
        if dated is None:
            return None
        since = unknown_since(self.services)
        shown = showing_of(self.services, to.root).contact(dated, unknown_since=since)
        if shown is not None:
            for name, at in (("created_at", dated.first_at), ("updated_at", dated.last_at)):
                shown[name] = (at or since).strftime("%Y-%m-%dT%H:%M:%SZ")
        return shown

    async def _address(self, fact: Fact) -> tuple[str, str]:
        """Tell what a fact is about, and whose affair it is: what is of one arrives in order."""
        event = fact.event
        call_id = getattr(event, "call_id", None) or getattr(event, "item_id", None)
        past = None if call_id is None else await self.services.archive.call(CallId(call_id))
        if past is not None:
            return past.call.id, f"customer {past.call.customer_id or past.call.id}"
        customer_id = getattr(event, "customer_id", None)
        if customer_id is not None:
            return str(customer_id), f"customer {customer_id}"
        subject = str(call_id or getattr(event, "agent_id", None) or _configured(event))
        return subject, subject

    # ---- what comes of a fact ------------------------------------------------------------

    async def _events(self, fact: Fact) -> Sequence[About]:
        match fact.event:
            case happened.OffersMade(item_id=item_id, offers=offers):
                call_id = await self._live(item_id)
                rung = [each.agent_id for each in offers] if call_id is not None else []
                return [About("call.ringing_on_agent", call_id, each) for each in rung]
            case happened.OfferDeclined(item_id=item_id, agent_id=agent_id):
                call_id = await self._live(item_id)
                return [About("call.agent_declined", call_id, agent_id)] if call_id else []
            case happened.CallConnected(call_id=call_id):
                past = await self.services.archive.call(call_id)
                is_first = past is not None and past.call.connected_at == fact.at
                return [About("call.answered", call_id)] if is_first else []
            case happened.CustomerReached(call_id=call_id, callback_id=callback_id):
                tagged = await self._inbound(callback_id)
                return [About("call.answered", call_id), *(About(TAGGED, each) for each in tagged)]
            case happened.OutcomeCorrected(callback_id=callback_id):
                return await self._corrected(callback_id)
            case _:
                return list(_plain_events(fact))

    async def _live(self, item_id: str) -> CallId | None:
        """Name the live call that an item is; a callback has no call while it rings agents."""
        past = await self.services.archive.call(CallId(item_id))
        return None if past is None else past.call.id

    async def _inbound(self, callback_id: CallbackId) -> Sequence[CallId]:
        callback = await self.services.archive.callback(callback_id)
        return [] if callback is None else callback.inbound_call_ids

    async def _corrected(self, callback_id: CallbackId) -> Sequence[About]:
        callback = await self.services.archive.callback(callback_id)
        if callback is None or not callback.outbound_call_ids:
            return []
        outbound = callback.outbound_call_ids[-1]
        untagged = [About("call.untagged", each) for each in callback.inbound_call_ids]
        return [*untagged, About(TAGGED, outbound), About("call.assigned", outbound)]


def _configured(event: object) -> str:
    """Name what was set up: an agent as in all their events, a line or a team."""
    match event:
        case happened.AgentConfigured(profile=profile):
            return profile.id
        case happened.LineConfigured(line=line):
            return f"line {line.id}"
        case happened.TeamConfigured(team=team):
            return f"team {team.id}"
        case _:
            return type(event).__name__


def _plain_events(fact: Fact) -> Iterator[About]:
    """Name what follows from a fact by itself."""
    match fact.event:
        case happened.CallBegan(call_id=call_id) | happened.DialIntended(call_id=call_id):
            yield About("call.created", call_id)
        case (
            happened.CallTransferred(call_id=call_id)
            | happened.ConsultationCompleted(call_id=call_id)
        ):
            yield About("call.transferred", call_id)
        case happened.RedirectAnswered(call_id=call_id):
            yield About("call.external_transferred", call_id)
        case happened.CustomerPutOnHold(call_id=call_id):
            yield About("call.hold", call_id)
        case happened.CustomerTakenOffHold(call_id=call_id):
            yield About("call.unhold", call_id)
        case happened.MenuLeft(call_id=call_id, digit=str()):
            yield About("call.ivr_option_selected", call_id)
        case happened.VoicemailLeft(call_id=call_id):
            yield About(LEFT, call_id)
        case happened.CallEnded(call_id=call_id):
            yield About("call.hungup", call_id)
            yield About(ENDED, call_id)
        case happened.CallbackRequested(call_id=str(call_id)):
            yield About(TAGGED, call_id)
        case happened.RequestJoined(call_id=str(call_id)):
            yield About(TAGGED, call_id)
        case happened.DialFailed(call_id=call_id):
            yield About(TAGGED, call_id)
            yield About("call.assigned", call_id)
        case happened.CallTagged(call_id=call_id, tag_id=tag_id):
            yield About("call.archived" if tag_id == ARCHIVED else TAGGED, call_id)
        case happened.CallUntagged(call_id=call_id, tag_id=tag_id) if tag_id != ARCHIVED:
            yield About("call.untagged", call_id)
        case happened.NoteWritten(call_id=call_id):
            yield About("call.commented", call_id)
        case happened.CustomerNamed(customer_id=customer_id, is_new=is_new):
            event = "contact.created" if is_new else "contact.updated"
            yield About(event, customer_id=customer_id)
        case happened.CustomerErased(customer_id=customer_id):
            yield About(DELETED, customer_id=customer_id)
        case happened.LineConfigured(line=line, is_new=True):
            yield About("number.created", line_id=line.id)
        case happened.TeamConfigured(team=team, is_new=True):
            yield About("team.created", team_id=team.id)
        case _:
            for what, agent_id in _of_users(fact):
                yield About(f"user.{what}", agent_id=agent_id)
                yield About(f"user.{what}.v2", agent_id=agent_id)


def _of_users(fact: Fact) -> Iterator[tuple[str, AgentId]]:
    match fact.event:
        case happened.AgentConfigured(profile=profile, is_new=True):
            yield "created", profile.id
        case happened.AgentStatusSet(agent_id=agent_id, status=status, reason_alone=False):
            yield "opened" if status is AgentStatus.ONLINE else "closed", agent_id
        case happened.AgentCameOnDuty(agent_id=agent_id):
            yield "opened", agent_id
        case happened.AgentWentOffDuty(agent_id=agent_id):
            yield "closed", agent_id
        case happened.AgentCameBack(agent_id=agent_id):
            yield "connected", agent_id
        case happened.AgentWentMissing(agent_id=agent_id):
            yield "disconnected", agent_id
        case happened.AgentFreed(agent_id=agent_id, wrap_up_until=until) if until is not None:
            yield "wut_start", agent_id
        case happened.WrapUpEnded(agent_id=agent_id):
            yield "wut_end", agent_id
        case _:
            return
