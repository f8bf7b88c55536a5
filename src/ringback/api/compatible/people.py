"""Persons as this API knows them: agents, and users who take no calls, in one list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ringback.access.directory import Directory
from ringback.core.ids import AgentId
from ringback.core.states import Agent
from ringback.core.world import World
from ringback.numbering import Numbered
from ringback.people import User, UserId

from .numbering import Numbering

OF_AGENT, OF_USER = "agent:", "user:"


@dataclass(frozen=True, slots=True)
class Person:
    """An agent with who they are when they sign in, or a user alone."""

    key: str
    agent: Agent | None
    user: User | None

    @property
    def name(self) -> str:
        return self.agent.profile.name if self.agent is not None else self._user.name

    @property
    def email(self) -> str:
        """Give an address of e-mail; an agent who never signs in has one that leads nowhere."""
        return (
            f"{self.key.removeprefix(OF_AGENT)}@agent.invalid"
            if self.user is None
            else (self.user.email)
        )

    @property
    def user_id(self) -> UserId:
        return self._user.id

    @property
    def listed(self) -> bool:
        return self.user is None or self.user.active

    @property
    def _user(self) -> User:
        assert self.user is not None
        return self.user


@dataclass(frozen=True, slots=True)
class People:
    """Everybody there is in one company."""

    world: World
    directory: Directory
    numbering: Numbering

    def keys(self) -> Iterator[str]:
        """Name everybody, so that they can be numbered."""
        for agent_id in self.world.agents:
            yield f"{OF_AGENT}{agent_id}"
        for user in self.directory.users.values():
            if user.rights.agent_id not in self.world.agents:
                yield f"{OF_USER}{user.id}"

    def all(self) -> Sequence[Person]:
        """Give everybody who is not shut out, the one numbered first first."""
        found = [person for person in map(self._of, self.keys()) if person.listed]
        return sorted(found, key=lambda person: self.number(person))

    def of_agent(self, agent_id: AgentId) -> Person:
        return self._of(f"{OF_AGENT}{agent_id}")

    def number(self, person: Person) -> int:
        return self.numbering.of(Numbered.PERSON, person.key).number

    def find(self, named: str) -> Person | None:
        """Find who has a number, or an address of e-mail."""
        if "@" in named:
            wanted = named.strip().casefold()
            return next((each for each in self.all() if each.email.casefold() == wanted), None)
        key = self.numbering.named(Numbered.PERSON, int(named)) if _is_number(named) else None
        person = None if key is None else self._known(key)
        return person if person is not None and person.listed else None

    def _known(self, key: str) -> Person | None:
        """Find by what was numbered: a user may have become an agent since."""
        if key.startswith(OF_AGENT):
            return self._of(key)
        user = self.directory.users.get(UserId(key.removeprefix(OF_USER)))
        if user is None:
            return None
        agent_id = user.rights.agent_id
        return self.of_agent(agent_id) if agent_id in self.world.agents else self._of(key)

    def _of(self, key: str) -> Person:
        if key.startswith(OF_AGENT):
            agent_id = AgentId(key.removeprefix(OF_AGENT))
            agent = self.world.agents[agent_id]
            return Person(key, agent, self.directory.with_agent(agent_id))
        return Person(key, None, self.directory.users[UserId(key.removeprefix(OF_USER))])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19
