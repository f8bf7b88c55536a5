"""Looks at what is kept of the people who sign in: whether their second factors can be read."""

from collections.abc import Iterator, Sequence
from typing import Final

from ringback.access.second_factors import SecondFactors
from ringback.bootstrap.failures import CannotStart
from ringback.bootstrap.people import seal_of
from ringback.bootstrap.store import open_reader
from ringback.config.settings import Settings
from ringback.people import User
from ringback.ports import JournalFailed

from .findings import Area, Finding, failure, ok, whose

NAMED_MAX: Final = 20


async def look_at_people(settings: Settings) -> Sequence[Finding]:
    """Look at the second factors of each company, if there is a journal that can be read."""
    try:
        journal = await open_reader(settings)
    except (CannotStart, JournalFailed):
        return []
    try:
        return [
            finding
            for company in settings.every_company
            for finding in _of(company, await journal.people.users(company.account_id))
        ]
    except JournalFailed:
        return []
    finally:
        await journal.close()


def _of(company: Settings, users: Sequence[User]) -> Iterator[Finding]:
    if not any(user.second_factor for user in users):
        return
    second_factors = SecondFactors(company.account_id, seal_of(company, make=False))
    unreadable = second_factors.unreadable(users)
    if not unreadable:
        yield ok(Area.STORAGE, "second-factors", f"{whose(company)}Second factors can be read.")
        return
    named = ", ".join(user.email for user in unreadable[:NAMED_MAX])
    yield failure(
        Area.STORAGE,
        "second-factors-unreadable",
        f"{whose(company)}The key of these second factors is not here: {named}.",
        "Bring back secrets/second-factors or storage.secrets_key, or reset each:"
        " `ringback user reset-password EMAIL --second-factor`.",
    )
