"""Opens who may enter, and makes the people of the demo."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from ringback.access.access import Access, SignInData, open_access
from ringback.access.doorkeeper import AccessRules
from ringback.access.principal import operator
from ringback.access.registrar import Draft
from ringback.access.sealing import Seal
from ringback.config.settings import Settings
from ringback.core.ids import AgentId
from ringback.core.settings import AgentProfile
from ringback.people import PeopleStore, Rights, Role
from ringback.ports import Clock

from .account import Account
from .kept_secrets import is_kept, kept_secret

DEMO_PASSWORD = "press-star-to-keep-your-place"  # noqa: S105 - told to everybody
SEALING_KEY = "second-factors"
DEMO_OWNER = "owner@demo.example"
DEMO_SUPERVISOR = "supervisor@demo.example"


async def open_people(
    settings: Settings, store: PeopleStore, account: Account, *, demo: bool
) -> Access:
    """Read who may enter; a demo is given people. Raises `JournalFailed`, and `CannotStart`."""
    access = await open_kept_people(settings, store, account.clock)
    if not demo:
        return access
    if not access.directory.users:
        by = operator("")
        agents = account.engine.world.agents
        for draft in demo_people(agents[one].profile for one in visitors(settings)):
            await access.registrar.enrol(draft, DEMO_PASSWORD, by)
    return replace(access, demo=SignInData(DEMO_OWNER, DEMO_PASSWORD))


async def open_kept_people(settings: Settings, store: PeopleStore, clock: Clock) -> Access:
    """Read who may enter, as it is kept. Raises `JournalFailed`, and `CannotStart`."""
    return await open_access(
        settings.account_id,
        store,
        clock,
        rules=AccessRules(
            company=settings.access.company,
            session_idle=timedelta(hours=settings.access.session_idle_hours),
            session_whole=timedelta(days=settings.access.session_days_max),
            second_factor_required=settings.access.second_factor_required,
        ),
        device_secret=kept_secret(settings.data, "devices").encode(),
        seal=seal_of(settings, make=True),
    )


def seal_of(settings: Settings, *, make: bool) -> Seal:
    """Give what seals secrets in the store: the settings' keys before the data directory's.

    The latter is made only if there is no other. Raises `CannotStart`.
    """
    named = settings.storage.secrets_key
    keys = [] if named is None else named.get_secret_value().split()
    if is_kept(settings.data, SEALING_KEY) or (make and not keys):
        keys.append(kept_secret(settings.data, SEALING_KEY))
    return Seal(keys)


def visitors(settings: Settings) -> Sequence[AgentId]:
    """Name the agents whom visitors of the demo may be: those of its first team."""
    return settings.teams[0].team().members


def demo_people(agents: Iterable[AgentProfile]) -> Sequence[Draft]:
    """Make the owner the first agent, so that a visitor sees everything and takes calls as well."""
    first, *others = agents
    return [
        Draft(DEMO_OWNER, first.name, "en", Rights(role=Role.OWNER, agent_id=first.id)),
        Draft(DEMO_SUPERVISOR, "Samuel Supervisor", "en", Rights(role=Role.SUPERVISOR)),
        *(
            Draft(
                f"{agent.id}@demo.example",
                agent.name,
                agent.language,
                Rights(role=Role.AGENT, agent_id=agent.id),
            )
            for agent in others
        ),
    ]
