"""Shows calls, field by field as the API it is compatible with."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import quote

from ringback.api.services import Services
from ringback.core.events import MenuLeft
from ringback.core.ids import AgentId
from ringback.core.outcomes import Tag
from ringback.history import Note
from ringback.records.callbacks import CallbackRecord
from ringback.records.calls import CallDirection, CallRecord

from .calls import FoundCall
from .links import LASTING, SHORT_LASTING
from .paging import Json
from .showing import (
    ARCHIVED,
    NAMELESS,
    Showing,
    country_of,
    in_seconds,
    in_words,
    written_out,
)

SID_LENGTH = 32


@dataclass(frozen=True, slots=True)
class CallShowing:
    """Shows calls at the moment of asking."""

    of: Showing
    services: Services
    unknown_since: datetime

    def call(self, found: FoundCall) -> Json:
        """Show a call as lists and single answers do."""
        record = found.record
        shown = self._call(found)
        shown["sid"] = sid_of(record)
        shown["conference_participants"] = []
        return shown

    def told(self, found: FoundCall) -> Json:
        """Show a call as webhooks are told of it."""
        shown = self._call(found)
        shown["call_uuid"] = sid_of(found.record)
        shown["participants"] = []
        shown["hangup_cause"] = "normal_clearing" if found.record.ended_at is not None else None
        shown["external_transferred_to"] = None
        shown["external_caller_number"] = None
        return shown

    def _call(self, found: FoundCall) -> Json:
        record, of = found.record, self.of
        number = None
        if record.customer_id is not None:
            number = of.book.customer(record.customer_id).number
        missed = record.missed_reason_without_request
        line = of.world.lines.get(record.line_id)
        has_voicemail = self._has_voicemail(record)
        return {
            "id": record.sequence,
            "direct_link": f"{of.root}/v1/calls/{record.sequence}",
            "direction": record.direction.value,
            "status": _status(record),
            "missed_call_reason": None if missed is None else missed.value,
            "started_at": in_seconds(record.began_at),
            "answered_at": _seconds(record.connected_at),
            "ended_at": _seconds(record.ended_at),
            "duration": _duration(record),
            "voicemail": self._link(record, LASTING) if has_voicemail else None,
            "voicemail_short_url": self._link(record, SHORT_LASTING)
            if has_voicemail and found.short_urls
            else None,
            "recording": None,
            "recording_short_url": None,
            "asset": f"{of.root}/calls/{quote(record.id, safe='')}" if has_voicemail else None,
            "raw_digits": written_out(number) or NAMELESS,
            "country_code_a2": country_of(number),
            "pricing_type": None,
            "user": of.user_in_call(record.agent_id),
            "contact": self._contact(found),
            "archived": ARCHIVED in found.past.own_tags,
            "assigned_to": of.user_in_call(record.assigned_to),
            "transferred_by": of.user_in_call(record.transferred_by),
            "transferred_to": of.user_in_call(self._transferred_to(record)),
            "teams": self._teams(found),
            "cost": None,
            "number": None if line is None else of.line_alone(line),
            "comments": [self._comment(note) for note in found.past.notes],
            "tags": [*self._system_tags(found), *self._own_tags(found)],
            "ivr_options_selected": self._choices(found),
            "ai_voice_agents": [],
            "automatic_callback_call_id": found.asked_in,
        }

    def _contact(self, found: FoundCall) -> Json | None:
        if found.contact is None:
            return None
        return self.of.contact(found.contact, unknown_since=self.unknown_since)

    def _teams(self, found: FoundCall) -> list[Json]:
        """Show the teams that were rung for an inbound call, or for its callback."""
        record, world = found.record, self.of.world
        if record.direction is CallDirection.OUTBOUND:
            return []
        callback = found.past.callback
        tried = [*record.tried_team_ids, *(callback.tried_team_ids if callback else ())]
        teams = (world.teams.get(team_id) for team_id in dict.fromkeys(tried))
        return [self.of.team(team) for team in teams if team is not None]

    def _transferred_to(self, record: CallRecord) -> AgentId | None:
        """Name the colleague, or the first of the team."""
        if record.transferred_to is not None or record.transferred_to_team is None:
            return record.transferred_to
        team = self.of.world.teams.get(record.transferred_to_team)
        return None if team is None else next(iter(team.members), None)

    def _comment(self, note: Note) -> Json:
        return {
            "id": note_number(note),
            "content": note.text,
            "posted_at": in_seconds(note.written_at),
            "posted_by": self.of.user_in_comment(note.agent_id),
        }

    def _system_tags(self, found: FoundCall) -> list[Json]:
        callback = found.past.callback
        return [
            _tagged(
                self.of.system_tag(tag),
                _tagged_at(tag, found.record, callback),
                self.of.user_in_comment(found.record.assigned_to if tag is Tag.FOLLOW_UP else None),
            )
            for tag in found.record.tags
        ]

    def _own_tags(self, found: FoundCall) -> list[Json]:
        own = (self.of.world.tags.get(tag_id) for tag_id in found.past.own_tags)
        shown: list[Json] = []
        for tag in own:
            if tag is not None and self.of.is_shown(tag):
                at, agent_id = found.taggings.get(tag.id, (found.record.began_at, None))
                by = self.of.user_in_comment(agent_id)
                shown.append(_tagged(self.of.own_tag(tag), at, by))
        return shown

    def _choices(self, found: FoundCall) -> list[Json]:
        """Show the keys that a caller pressed in menus."""
        shown: list[Json] = []
        for fact in found.choices:
            if isinstance(fact.event, MenuLeft) and fact.event.digit is not None:
                at = in_words(fact.at)
                shown.append(
                    {
                        "id": str(fact.sequence),
                        "title": fact.event.step_id,
                        "key": fact.event.digit,
                        "branch": fact.event.next_step_id,
                        "created_at": at,
                        "transition_started_at": at,
                        "transition_ended_at": at,
                    }
                )
        return shown

    def _has_voicemail(self, record: CallRecord) -> bool:
        """Tell whether the message is there that the caller left."""
        was_left = record.voicemail_seconds is not None
        return was_left and self.services.voicemails.kept(record.id) is not None

    def _link(self, record: CallRecord, lasting: timedelta) -> str:
        return self.services.links.address(self.of.root, record.sequence, lasting)


def sid_of(record: CallRecord) -> str:
    """Make the longer name of a call, which never changes."""
    return "CA" + sha256(record.id.encode()).hexdigest()[:SID_LENGTH]


def note_number(note: Note) -> int:
    return int(note.id.removeprefix("note"))


def _tagged(tag: Json, at: datetime, by: Json | None) -> Json:
    return {
        "id": tag["id"],
        "name": tag["name"],
        "created_at": in_seconds(at),
        "tagged_by": by,
        "direct_link": tag["direct_link"],
        "color": tag["color"],
        "description": tag["description"],
    }


def _tagged_at(tag: Tag, record: CallRecord, callback: CallbackRecord | None) -> datetime:
    """Tell when a tag of the system came to be on a call, as its callback tells."""
    at = None
    match tag:
        case Tag.CALLBACK_REQUEST:
            at = None if callback is None else callback.requested_at
        case Tag.CALLED_BACK:
            at = None if callback is None else callback.reached_at
        case Tag.FOLLOW_UP:
            at = None if callback is None else callback.corrected_at
    return at or record.ended_at or record.began_at


def _status(record: CallRecord) -> str:
    if record.ended_at is not None:
        return "done"
    return "initial" if record.connected_at is None else "answered"


def _duration(record: CallRecord) -> int:
    if record.ended_at is None:
        return 0
    return in_seconds(record.ended_at) - in_seconds(record.began_at)


def _seconds(at: datetime | None) -> int | None:
    return None if at is None else in_seconds(at)
