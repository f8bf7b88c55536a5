"""One's own second factor: an authenticator app, and recovery codes for when it is lost."""

from fastapi import APIRouter
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.access.refusals import AccessCode
from ringback.api.dependencies import ServicesAtOnce
from ringback.api.errors import refuses
from ringback.api.people_views import Code, Given, Password
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.views import View
from ringback.people import UserId

from .session import refuse_unless_user

_A = AccessCode
router = APIRouter(prefix="/two-factor", tags=["session"])


class PasswordAgain(Given):
    password: Password


class FirstCode(Given):
    code: Code


class SecondFactorView(View):
    on: bool
    recovery_codes_left: int
    required: bool = Field(description="Whether the company requires it of one's role.")


class NewSecondFactorView(View):
    """What goes into an authenticator app."""

    secret: str
    address: str = Field(description="The same as a QR code holds.", examples=["otpauth://totp/…"])


class RecoveryCodes(View):
    """Each works once in the place of a code; shown this once."""

    recovery_codes: list[str]


@router.get("", name="get_second_factor", responses=refuses())
@needs(Permission.OWN_SESSION)
async def get_second_factor(who: GivenPrincipal, services: ServicesAtOnce) -> SecondFactorView:
    refuse_unless_user(who)
    factor = services.access.directory.users[UserId(who.id)].second_factor
    on = factor is not None and factor.confirmed
    return SecondFactorView(
        on=on,
        recovery_codes_left=0 if factor is None else len(factor.recovery_hashes),
        required=services.access.rules.requires_second_factor(who.rights.role),
    )


@router.post(
    "",
    name="begin_second_factor",
    responses=refuses(_A.PASSWORD_WRONG, _A.TOO_MANY_ATTEMPTS, _A.SECOND_FACTOR_ON),
)
@needs(Permission.OWN_SESSION)
async def begin_second_factor(
    given: PasswordAgain, who: GivenPrincipal, services: ServicesAtOnce
) -> NewSecondFactorView:
    """Make a secret for an authenticator app; nothing counts before its first code."""
    refuse_unless_user(who)
    password = given.password.get_secret_value()
    begun = await services.access.own_account.begin_second_factor(who, password)
    return NewSecondFactorView(secret=begun.secret, address=begun.address)


@router.post(
    "/confirm",
    name="confirm_second_factor",
    responses=refuses(
        _A.CODE_WRONG, _A.SECOND_FACTOR_UNREADABLE, _A.SECOND_FACTOR_ON, _A.SECOND_FACTOR_OFF
    ),
)
@needs(Permission.OWN_SESSION)
async def confirm_second_factor(
    given: FirstCode, who: GivenPrincipal, services: ServicesAtOnce
) -> RecoveryCodes:
    """Turn the second factor on with a first code; every other session of one's own ends."""
    refuse_unless_user(who)
    codes = await services.access.own_account.confirm_second_factor(who, given.code)
    return RecoveryCodes(recovery_codes=list(codes))


@router.post(
    "/recovery-codes",
    name="renew_recovery_codes",
    responses=refuses(_A.PASSWORD_WRONG, _A.TOO_MANY_ATTEMPTS, _A.SECOND_FACTOR_OFF),
)
@needs(Permission.OWN_SESSION)
async def renew_recovery_codes(
    given: PasswordAgain, who: GivenPrincipal, services: ServicesAtOnce
) -> RecoveryCodes:
    """Give new recovery codes in the place of those that are left."""
    refuse_unless_user(who)
    password = given.password.get_secret_value()
    codes = await services.access.own_account.renew_recovery_codes(who, password)
    return RecoveryCodes(recovery_codes=list(codes))


@router.post(
    "/remove",
    name="remove_second_factor",
    responses=refuses(_A.PASSWORD_WRONG, _A.TOO_MANY_ATTEMPTS, _A.SECOND_FACTOR_OFF),
)
@needs(Permission.OWN_SESSION)
async def remove_second_factor(
    given: PasswordAgain, who: GivenPrincipal, services: ServicesAtOnce
) -> None:
    """Turn the second factor off."""
    refuse_unless_user(who)
    await services.access.own_account.remove_second_factor(who, given.password.get_secret_value())
