"""What a route is given: who asks, what they see, and what shows it to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

from ringback.access.principal import Principal
from ringback.api.dependencies import GivenServices, GivenSight
from ringback.api.permitting import GivenPrincipal
from ringback.api.services import Services
from ringback.api.sight import Sight
from ringback.core.ids import CallId, LineId, TagId, TeamId
from ringback.core.outcomes import Tag
from ringback.core.settings import Line, Team
from ringback.core.world import World
from ringback.numbering import Numbered
from ringback.records.archive import CallOfThePast

from .calls import CallFinder, Details
from .calls_shown import CallShowing
from .errors import not_found
from .paging import Json, flag, root_of
from .people import People, Person
from .showing import Showing

NUMBER_DIGITS_MAX = 18
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One request. Whoever shows something awaits `ready`, and then nothing else before."""

    services: Services
    sight: Sight
    who: Principal
    request: Request

    @property
    def world(self) -> World:
        return self.services.engine.world

    @property
    def people(self) -> People:
        return People(self.world, self.services.access.directory, self.services.numbering)

    @property
    def show(self) -> Showing:
        return showing_of(self.services, root_of(self.request))

    @property
    def calls(self) -> CallFinder:
        return CallFinder(self.services)

    @property
    def details(self) -> Details:
        """Tell what is asked for beside the records themselves."""
        return Details(
            contact=flag(self.request, "fetch_contact"),
            short_urls=flag(self.request, "fetch_short_urls"),
            timeline=flag(self.request, "fetch_call_timeline"),
        )

    async def ready(self) -> None:
        """Wait until what there is can be shown: it is on disk, and bears its number."""
        await number_all(self.services)

    # ---- what a number stands for --------------------------------------------------------

    async def shown_call(self, found: CallOfThePast) -> Json:
        [shown] = await self.shown_calls([found])
        return shown

    async def shown_calls(self, found: Sequence[CallOfThePast]) -> list[Json]:
        detailed = [await self.calls.detailed(each, self.details) for each in found]
        await self.ready()
        showing = CallShowing(self.show, self.services, self.known_since)
        return list(map(showing.call, detailed))

    async def call(self, named: str) -> CallOfThePast:
        """Find a call that who asks may see. Raises `Refused`."""
        number = number_in(named)
        found = None if number is None else await self.calls.numbered(number)
        if found is None or not self._sees(found):
            raise not_found("call")
        return found

    async def call_again(self, call_id: CallId) -> CallOfThePast:
        return required(await self.services.archive.call(call_id), "call")

    def person(self, named: str) -> Person:
        return required(self.people.find(named), "user")

    def line(self, named: str) -> Line:
        line_id = self._named(Numbered.LINE, named)
        line = None if line_id is None else self.world.lines.get(LineId(line_id))
        if line is not None and line.id in self.sight.hidden:
            line = None
        return required(line, "number")

    def team(self, named: str) -> Team:
        team_id = self._named(Numbered.TEAM, named)
        return required(None if team_id is None else self.world.teams.get(TeamId(team_id)), "team")

    def tag_id(self, named: str) -> TagId:
        """Name the tag with a number, one of the system's as well."""
        tag_id = self._named(Numbered.TAG, named)
        own = None if tag_id is None else self.world.tags.get(TagId(tag_id))
        is_shown = tag_id in set(Tag) or (own is not None and self.show.is_shown(own))
        return TagId(required(tag_id if is_shown else None, "tag"))

    @property
    def lines(self) -> Sequence[Line]:
        return [line for line in self.world.lines.values() if line.id not in self.sight.hidden]

    @property
    def known_since(self) -> datetime:
        """Give an instant for what has none of its own: when the company was first numbered."""
        return unknown_since(self.services)

    def _sees(self, found: CallOfThePast) -> bool:
        call = found.call
        return call.line_id not in self.sight.hidden or self.sight.is_own(call.agent_id)

    def _named(self, kind: Numbered, named: str) -> str | None:
        number = number_in(named)
        return None if number is None else self.services.numbering.named(kind, number)


def showing_of(services: Services, root: str) -> Showing:
    world, numbering = services.engine.world, services.numbering
    people = People(world, services.access.directory, numbering)
    return Showing(world, services.number_book, people, numbering, root)


def unknown_since(services: Services) -> datetime:
    return services.numbering.began or _BEGINNING


async def number_all(services: Services) -> None:
    """Give a number to all that is configured and has none."""
    numbering, engine = services.numbering, services.engine
    people = People(engine.world, services.access.directory, numbering)

    def wanted() -> dict[Numbered, list[str]]:
        return {
            Numbered.PERSON: list(people.keys()),
            Numbered.LINE: list(engine.world.lines),
            Numbered.TEAM: list(engine.world.teams),
            Numbered.TAG: [*(tag.value for tag in Tag), *engine.world.tags],
        }

    await engine.committed()
    while numbering.lacks(wanted()):
        await numbering.give(wanted())
        await engine.committed()


def number_in(text: Any) -> int | None:
    """Read a number out of an address or a body; None for what is none."""
    written = str(text) if isinstance(text, int | str) and not isinstance(text, bool) else ""
    plain = written.isascii() and written.isdecimal() and len(written) <= NUMBER_DIGITS_MAX
    return int(written) if plain else None


def required(found: Found | None, what: str) -> Found:
    """Give what was found. Raises `Refused` where there is nothing."""
    if found is None:
        raise not_found(what)
    return found


async def _inquiry(
    request: Request, services: GivenServices, sight: GivenSight, who: GivenPrincipal
) -> Inquiry:
    await number_all(services)
    return Inquiry(services, sight, who, request)


GivenInquiry = Annotated[Inquiry, Depends(_inquiry)]
