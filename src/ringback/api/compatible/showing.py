"""Shows what a company has configured, field by field as the API it is compatible with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, timezone

from ringback.api.state_names import condition_of
from ringback.api.views import Condition
from ringback.contacts import DatedContact
from ringback.core.flow import HoursStep, MenuStep
from ringback.core.ids import AgentId, CustomerId
from ringback.core.outcomes import Tag
from ringback.core.settings import AgentStatus, Line, OwnTag, Team
from ringback.core.world import World
from ringback.numbering import Numbered
from ringback.ports import NumberBook
from ringback.records.tags import TAG_LOOKS
from ringback.runtime.customers import displayable

from .numbering import Numbering
from .paging import Json
from .people import People, Person

NAMELESS = "anonymous"
ALWAYS_OPEN, ALWAYS_CLOSED = "always_opened", "always_closed"
UTC_ZONE, LANGUAGES = "Etc/UTC", {"en": "en-US", "fr": "fr-FR"}
AVAILABILITY = {
    Condition.OFFLINE: "offline",
    Condition.OFF_DUTY: "offline",
    Condition.DO_NOT_DISTURB: "do_not_disturb",
    Condition.IN_CALL: "in_call",
    Condition.WRAP_UP: "after_call_work",
    Condition.CONNECTION_LOST: "offline",
    Condition.RINGING: "available",
    Condition.AVAILABLE: "available",
}
MESSAGES = (
    "welcome",
    "waiting",
    "ringing_tone",
    "unanswered_call",
    "after_hours",
    "ivr",
    "voicemail",
    "closed",
    "callback_later",
)
ARCHIVED = "archived"
"""The company's own tag that says what that API calls an archived call."""
IN_CALL_LEFT_OUT = ("substatus", "wrap_up_time")
IN_COMMENT_LEFT_OUT = (*IN_CALL_LEFT_OUT, "time_zone", "language")


@dataclass(frozen=True, slots=True)
class Showing:
    """Shows things at the moment of asking; what is shown must have been numbered."""

    world: World
    book: NumberBook
    people: People
    numbering: Numbering
    root: str

    # ---- persons -------------------------------------------------------------------------

    def user(self, person: Person) -> Json:
        """Show a person as the second version does."""
        agent, number = person.agent, self.people.number(person)
        hours = None if agent is None else agent.profile.hours
        setting = "available" if hours is None else "custom"
        unavailable = agent is not None and agent.status is AgentStatus.DO_NOT_DISTURB
        language = agent.profile.language if agent is not None else _language(person)
        return {
            "id": number,
            "direct_link": self._link("users", number),
            "name": person.name,
            "email": person.email,
            "available": self.availability(person) == "available",
            "availability_status": "unavailable" if unavailable else setting,
            "substatus": ALWAYS_CLOSED if unavailable else ALWAYS_OPEN,
            "created_at": in_words(self.known_since(person)),
            "time_zone": UTC_ZONE if hours is None else hours.time_zone,
            "language": LANGUAGES.get(language, "en-US"),
            "wrap_up_time": 0 if agent is None else int(agent.profile.wrap_up.total_seconds()),
        }

    def user_of_the_first_version(self, person: Person, lines: Iterable[Line]) -> Json:
        shown = self.user(person)
        own = [self.line_alone(line) for line in self.lines_of(person, lines)]
        return {
            **shown,
            "numbers": own,
            "extension": f"{shown['id']:03}",
            "state": shown["substatus"],
        }

    def lines_of(self, person: Person, lines: Iterable[Line]) -> Sequence[Line]:
        return [line for line in lines if person in self.assigned(line)]

    def user_in_call(self, agent_id: AgentId | None) -> Json | None:
        return self._abridged(agent_id, IN_CALL_LEFT_OUT)

    def user_in_comment(self, agent_id: AgentId | None) -> Json | None:
        return self._abridged(agent_id, IN_COMMENT_LEFT_OUT)

    def availability(self, person: Person) -> str:
        return "offline" if person.agent is None else AVAILABILITY[condition_of(person.agent)]

    def known_since(self, person: Person) -> datetime:
        """Tell when a user was made, or an agent without one was numbered."""
        if person.user is not None:
            return person.user.created_at
        return self.numbering.of(Numbered.PERSON, person.key).given_at

    def assigned(self, line: Line) -> Sequence[Person]:
        """Give the agents to whom a line's requests show: all of them, if it names nobody."""
        agents: Iterable[AgentId] = self.world.agents
        if line.assigned_agents or line.assigned_teams:
            teams = (self.world.teams.get(team_id) for team_id in line.assigned_teams)
            members = (each for team in teams if team is not None for each in team.members)
            agents = dict.fromkeys((*line.assigned_agents, *members))
        people = (self.people.of_agent(each) for each in agents if each in self.world.agents)
        return [person for person in people if person.listed]

    # ---- lines, teams and tags -----------------------------------------------------------

    def line(self, line: Line) -> Json:
        """Show a line with those who are assigned to it."""
        return {**self.line_alone(line), "users": list(map(self.user, self.assigned(line)))}

    def line_alone(self, line: Line) -> Json:
        given = self.numbering.of(Numbered.LINE, line.id)
        digits = self.book.line(line.id).number
        flow = self.world.flows.get(line.flow_id)
        steps = flow.versions[flow.current].steps if flow is not None and flow.current else ()
        timed = any(isinstance(step, HoursStep) for step in steps)
        return {
            "id": given.number,
            "direct_link": self._link("numbers", given.number),
            "name": line.name,
            "digits": written_out(digits) or "",
            "created_at": in_words(given.given_at),
            "country": line.country,
            "time_zone": _zone_of(digits),
            "open": True,
            "availability_status": "custom" if timed else "open",
            "is_ivr": any(isinstance(step, MenuStep) for step in steps),
            "live_recording_activated": False,
            "priority": 1 if line.priority else 0,
            "messages": dict.fromkeys(MESSAGES),
            "flow_editor_enabled": True,
        }

    def team(self, team: Team) -> Json:
        given = self.numbering.of(Numbered.TEAM, team.id)
        members = [each for each in team.members if each in self.world.agents]
        people = [self.people.of_agent(agent_id) for agent_id in members]
        return {
            "id": given.number,
            "direct_link": self._link("teams", given.number),
            "name": team.name,
            "created_at": in_words(given.given_at),
            "users": [{**self.user(each), "default_number_id": None} for each in people],
        }

    def tags(self) -> Sequence[Json]:
        """Show the tags of the system, and those of the company's own that are in use."""
        own = [tag for tag in self.world.tags.values() if self.is_shown(tag)]
        return [*map(self.system_tag, Tag), *map(self.own_tag, own)]

    def is_shown(self, tag: OwnTag) -> bool:
        return not tag.archived and tag.id != ARCHIVED

    def system_tag(self, tag: Tag) -> Json:
        look = TAG_LOOKS[tag]
        return self._tag(tag.value, look.english, look.colour, tag.value)

    def own_tag(self, tag: OwnTag) -> Json:
        return self._tag(tag.id, tag.name, tag.colour, tag.description)

    def _tag(self, named: str, name: str, colour: str, description: str | None) -> Json:
        number = self.numbering.of(Numbered.TAG, named).number
        return {
            "id": number,
            "direct_link": self._link("tags", number),
            "name": name,
            "color": colour,
            "description": description,
        }

    # ---- contacts ------------------------------------------------------------------------

    def contact(self, dated: DatedContact, *, unknown_since: datetime) -> Json | None:
        """Show a contact; None for one who was erased."""
        contact = dated.contact
        number = contact_number(contact.id)
        if number is None or contact.number is None:
            return None
        first, _, last = (displayable(contact.name) or "").partition(" ")
        return self._nobody(number) | {
            "first_name": first or None,
            "last_name": last or None,
            "created_at": in_seconds(dated.first_at or unknown_since),
            "updated_at": in_seconds(dated.last_at or unknown_since),
            "phone_numbers": [{"id": number, "label": "Phone", "value": contact.number}],
        }

    def erased_contact(self, customer_id: CustomerId) -> Json | None:
        """Show what is left of a contact who was erased: the number under which it was known."""
        number = contact_number(customer_id)
        return None if number is None else self._nobody(number)

    def _nobody(self, number: int) -> Json:
        """Show a contact of whom nothing is known."""
        return {
            "id": number,
            "direct_link": self._link("contacts", number),
            "first_name": None,
            "last_name": None,
            "company_name": None,
            "description": None,
            "information": None,
            "is_shared": True,
            "created_at": None,
            "updated_at": None,
            "phone_numbers": [],
            "emails": [],
        }

    # ---- parts ---------------------------------------------------------------------------

    def _abridged(self, agent_id: AgentId | None, left_out: Sequence[str]) -> Json | None:
        if agent_id is None or agent_id not in self.world.agents:
            return None
        shown = self.user(self.people.of_agent(agent_id))
        return {name: value for name, value in shown.items() if name not in left_out}

    def _link(self, kind: str, number: int) -> str:
        return f"{self.root}/v1/{kind}/{number}"


def in_seconds(at: datetime) -> int:
    return int(at.timestamp())


def in_words(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def contact_number(customer_id: CustomerId) -> int | None:
    digits = customer_id.removeprefix("c")
    return int(digits) if digits.isascii() and digits.isdecimal() else None


def written_out(number: str | None) -> str | None:
    """Write a number with spaces, as people read it."""
    if number is None:
        return None
    try:
        parsed = phonenumbers.parse(number, None)
    except NumberParseException:
        return number
    return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL).replace("-", " ")


def country_of(number: str | None) -> str | None:
    try:
        return (
            None
            if number is None
            else phonenumbers.region_code_for_number(phonenumbers.parse(number, None))
        )
    except NumberParseException:
        return None


def _language(person: Person) -> str:
    return "en" if person.user is None else person.user.language


def _zone_of(number: str | None) -> str:
    """Tell the time zone of a number, where it has but one."""
    try:
        parsed = phonenumbers.parse(number or "", None)
    except NumberParseException:
        return UTC_ZONE
    zones = timezone.time_zones_for_number(parsed)
    return zones[0] if len(zones) == 1 and zones[0] != "Etc/Unknown" else UTC_ZONE
