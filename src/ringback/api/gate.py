"""Finds out who asks: the operator's token, a program's key, or a browser's session."""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers
from starlette.types import Scope

from ringback.access.access import Access
from ringback.access.principal import Principal, PrincipalKind, operator
from ringback.access.tokens import KEY_PREFIX
from ringback.core.ids import AccountId

from .cookies import cookies_of
from .errors import EdgeCode, EdgeRefused

WHO: Final = "ringback.who"
"""Under this name the guard leaves in a request's scope who asks; None is nobody."""
COMPANY_HEADER: Final = "ringback-company"
"""In which the operator names a company; everybody else has only the one they are of."""
BROWSER_LENGTH_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Gate:
    """Knows everybody by what they bear. What is in a header outranks a cookie."""

    accesses: Mapping[AccountId, Access]
    token: str

    def who(self, scope: Scope) -> Principal | None:
        headers, address = Headers(scope=scope), address_of(scope)
        given = headers.get("authorization")
        if given is not None:
            scheme, _, token = given.partition(" ")
            return self.bearer(token.strip(), address) if scheme.lower() == "bearer" else None
        session = cookies_of(scope).session
        if not session:
            return None
        return self._known(lambda each: each.doorkeeper.bearer_of_session(session, address))

    def bearer(self, token: str, address: str) -> Principal | None:
        """Tell who bears a token: a program, or the operator."""
        if token.startswith(KEY_PREFIX):
            return self._known(lambda each: each.doorkeeper.bearer_of_key(token, address))
        fits = bool(self.token) and hmac.compare_digest(token.encode(), self.token.encode())
        return operator(address) if fits else None

    def in_company(self, who: Principal, named: str | None) -> Principal:
        """Let the operator into the company they name; everybody else may name their own.

        Raises `EdgeRefused`, the same for a company of others as for one that is not there.
        """
        if named is None or named == who.account_id:
            return who
        if who.kind is PrincipalKind.OPERATOR and named in self.accesses:
            return operator(who.address, AccountId(named))
        raise EdgeRefused(EdgeCode.UNKNOWN_COMPANY, company=named)

    def still(self, who: Principal) -> bool:
        """Tell whether somebody let in before would be let in again with the same rights."""
        return self.accesses[who.account_id].doorkeeper.still(who)

    def _known(self, ask: Callable[[Access], Principal | None]) -> Principal | None:
        """Ask every company: what somebody bears was made at random, so one of them knows it."""
        known = map(ask, self.accesses.values())
        return next((who for who in known if who is not None), None)


def address_of(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def browser_of(scope: Scope) -> str:
    told = Headers(scope=scope).get("user-agent", "")
    return "".join(character for character in told if character.isprintable())[:BROWSER_LENGTH_MAX]
