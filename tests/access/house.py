"""A house with a door: access to one account on a clock of its own, kept in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher

from ringback.access.access import Access, open_access
from ringback.access.authenticator import code_at, step_of
from ringback.access.doorkeeper import AccessRules, Attempt, SignedIn
from ringback.access.principal import Principal, operator
from ringback.access.registrar import Draft
from ringback.access.sealing import Seal
from ringback.core.ids import AccountId, AgentId
from ringback.people import PeopleStore, Rights, Role, User
from ringback.storage.memory import people_in_memory

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "three quiet elephants"
OTHER_PASSWORD = "seven loud mosquitoes"
OPERATOR = operator("127.0.0.1")
ACME, OTHER = AccountId("acme"), AccountId("other")


class SetClock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def passes(self, duration: timedelta) -> None:
        self.at += duration


@dataclass(slots=True)
class House:
    access: Access
    clock: SetClock
    store: PeopleStore

    async def owner(self, email: str = "zoe@example.org") -> User:
        return await self.access.registrar.enrol(
            Draft(email, "Zoé", "fr", Rights(role=Role.OWNER)), PASSWORD, OPERATOR
        )

    async def agent(self, name: str = "lea") -> User:
        rights = Rights(role=Role.AGENT, agent_id=AgentId(name))
        draft = Draft(f"{name}@example.org", name.capitalize(), "fr", rights)
        return await self.access.registrar.enrol(draft, PASSWORD, OPERATOR)

    async def sign_in(
        self,
        email: str = "zoe@example.org",
        password: str = PASSWORD,
        *,
        code: str | None = None,
        address: str = "192.0.2.1",
        device_mark: str | None = None,
        token: str | None = None,
    ) -> SignedIn:
        attempt = Attempt(email, password, code, address, "Firefox", device_mark, token)
        return await self.access.doorkeeper.sign_in(attempt)

    def bearer(self, signed_in: SignedIn) -> Principal | None:
        return self.access.doorkeeper.bearer_of_session(signed_in.token, "192.0.2.1")

    def code(self, secret: str) -> str:
        return code_at(secret, step_of(self.clock.now()))

    async def with_second_factor(self, signed_in: SignedIn) -> tuple[str, tuple[str, ...]]:
        """Turn the second factor on; give its secret and recovery codes."""
        own = self.access.own_account
        secret = (await own.begin_second_factor(signed_in.principal, PASSWORD)).secret
        codes = await own.confirm_second_factor(signed_in.principal, self.code(secret))
        self.clock.passes(timedelta(seconds=30))
        return secret, codes


async def open_house(
    *,
    account_id: AccountId = ACME,
    store: PeopleStore | None = None,
    clock: SetClock | None = None,
    second_factor_required: bool = False,
    keys: Sequence[str] = ("of these tests",),
) -> House:
    store, clock = store or people_in_memory(), clock or SetClock()
    access = await open_access(
        account_id,
        store,
        clock,
        rules=AccessRules(second_factor_required=second_factor_required),
        device_secret=b"of these tests",
        seal=Seal(keys),
        hasher=CHEAP,
    )
    return House(access, clock, store)
