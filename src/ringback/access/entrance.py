"""The one door of an installation: it finds the company in which somebody signs in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ringback.core.ids import AccountId

from .access import Access
from .directory import in_lower_case
from .doorkeeper import Attempt, SignedIn
from .refusals import AccessCode, AccessRefused


@dataclass(frozen=True, slots=True)
class Entrance:
    """An address of e-mail may be known to several companies; none of them learns of another."""

    accesses: Mapping[AccountId, Access]

    async def sign_in(self, attempt: Attempt, company: str | None = None) -> SignedIn:
        """Open a session in the company named, or in the only one that the password fits.

        Raises `AccessRefused`; that a company has to be chosen is told only to who has proven to
        belong to each of those there are to choose from.
        """
        known = self._known(attempt, company)
        if len(known) > 1:
            known = await _fitting(known, attempt)
        if len(known) > 1:
            told = [{"id": each.directory.account_id, "name": each.rules.company} for each in known]
            raise AccessRefused(AccessCode.COMPANY_REQUIRED, companies=told)
        if not known:
            stranger = next(iter(self.accesses.values()))
            return await stranger.doorkeeper.sign_in(attempt._replace(email=""))
        signed_in = await known[0].doorkeeper.sign_in(attempt)
        for other in self.accesses.values():
            if other is not known[0]:
                await other.doorkeeper.end_replaced(attempt)
        return signed_in

    def _known(self, attempt: Attempt, company: str | None) -> Sequence[Access]:
        """Give who knows the address, or else one to refuse it as if it did; none if none fits."""
        named = [
            access for account_id, access in self.accesses.items() if company in (None, account_id)
        ]
        email = in_lower_case(attempt.email)
        known = [access for access in named if access.directory.with_email(email) is not None]
        return known or named[:1]


async def _fitting(known: Sequence[Access], attempt: Attempt) -> Sequence[Access]:
    """Give those whose password was typed; raises `AccessRefused` if it is nobody's."""
    fitting, held_back = [], None
    for access in known:
        try:
            if await access.doorkeeper.fits(attempt):
                fitting.append(access)
        except AccessRefused as refused:
            held_back = refused
    if fitting:
        return fitting
    refusal = held_back or AccessRefused(AccessCode.SIGN_IN_REFUSED)
    for access in known:
        await access.doorkeeper.note_refused(attempt, refusal)
    raise refusal
