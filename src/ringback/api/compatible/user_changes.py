"""Adds users, each with the agent who they are on the phone, and changes them."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any

from fastapi import Body
from pydantic import TypeAdapter, ValidationError

from ringback.access.registrar import Draft
from ringback.api.free_ids import free_id
from ringback.api.people_views import Email, Name
from ringback.core.ids import AgentId
from ringback.core.inputs import ConfigureAgent, SetAgentStatus
from ringback.core.settings import WRAP_UP_MAX, AgentProfile, AgentStatus
from ringback.people import Rights, Role

from .errors import unprocessable, wrong
from .inquiry import Inquiry
from .people import Person

Given = Annotated[dict[str, Any], Body()]
STATUSES = {
    "available": AgentStatus.ONLINE,
    "custom": AgentStatus.ONLINE,
    "unavailable": AgentStatus.DO_NOT_DISTURB,
}
_email, _name = TypeAdapter[str](Email), TypeAdapter[str](Name)


async def add_person(inquiry: Inquiry, given: Given) -> Person:
    """Add an agent who signs in; an owner or admin gives them a password. Raises `Refused`."""
    email = _checked(_email, given.get("email"), "email")
    name = _checked(_name, _name_in(given), "first_name and last_name")
    if inquiry.services.access.directory.with_email(email.casefold()) is not None:
        raise unprocessable("A user has this email already.")
    agent_id = AgentId(free_id(email.partition("@")[0], inquiry.world.agents, otherwise="agent"))
    language = _language(given) or "en"
    profile = AgentProfile(agent_id, name, language=language, wrap_up=_wrap_up(given) or NONE)
    await inquiry.services.engine.request(ConfigureAgent(profile), inquiry.who.actor)
    rights = Rights(role=Role.AGENT, agent_id=agent_id)
    draft = Draft(email, name, language, rights)
    await inquiry.services.access.registrar.add(draft, inquiry.who)
    return inquiry.people.of_agent(agent_id)


async def change_person(inquiry: Inquiry, person: Person, given: Given) -> Person:
    """Change what is given; anything else stays. Raises `Refused`."""
    name = person.name
    if "first_name" in given or "last_name" in given or "name" in given:
        first, _, last = name.partition(" ")
        whole = {"first_name": first, "last_name": last, **given}
        name = _checked(_name, _name_in(whole), "first_name and last_name")
    if person.user is not None:
        email = _checked(_email, given.get("email", person.email), "email")
        language = _language(given) or person.user.language
        draft = Draft(email, name, language, person.user.rights)
        await inquiry.services.access.registrar.change(person.user.id, draft, inquiry.who)
    if person.agent is None:
        return Person(person.key, None, inquiry.services.access.directory.users[person.user_id])
    await _change_agent(inquiry, person.agent.profile, name, given)
    return inquiry.people.of_agent(person.agent.id)


async def _change_agent(inquiry: Inquiry, profile: AgentProfile, name: str, given: Given) -> None:
    wrap_up = _wrap_up(given)
    changed = replace(
        profile,
        name=name,
        language=_language(given) or profile.language,
        wrap_up=profile.wrap_up if wrap_up is None else wrap_up,
    )
    if changed != profile:
        await inquiry.services.engine.request(ConfigureAgent(changed), inquiry.who.actor)
    setting = given.get("availability_status")
    if setting is not None:
        if setting not in STATUSES:
            raise wrong("availability_status must be available, custom or unavailable.")
        request = SetAgentStatus(profile.id, STATUSES[setting])
        await inquiry.services.engine.request(request, inquiry.who.actor)


NONE = timedelta(0)


def _name_in(given: Given) -> str:
    parts = (given.get("first_name"), given.get("last_name"))
    return " ".join(str(part) for part in parts if part) or str(given.get("name") or "")


def _language(given: Given) -> str | None:
    language = given.get("language")
    return None if language is None else ("fr" if str(language).startswith("fr") else "en")


def _wrap_up(given: Given) -> timedelta | None:
    seconds = given.get("wrap_up_time")
    if seconds is None:
        return None
    longest = int(WRAP_UP_MAX.total_seconds())
    if not isinstance(seconds, int) or not 0 <= seconds <= longest:
        raise wrong(f"wrap_up_time must be 0 to {longest} seconds.")
    return timedelta(seconds=seconds)


def _checked(kind: TypeAdapter[str], value: object, named: str) -> str:
    try:
        return kind.validate_python(value)
    except ValidationError as error:
        raise wrong(f"{named} cannot be used: {error.errors()[0]['msg']}.") from error
