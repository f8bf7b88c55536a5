"""Signing in and out, the first owner, and the browsers in which one is signed in."""

from ipaddress import ip_address

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import Field

from ringback.access.doorkeeper import Attempt, SignedIn
from ringback.access.permissions import Permission
from ringback.access.principal import Principal, PrincipalKind
from ringback.access.refusals import AccessCode, AccessRefused
from ringback.access.registrar import Draft
from ringback.api.companies import companies_of
from ringback.api.cookies import cookies_of, give_cookies, take_session_cookie
from ringback.api.dependencies import ServicesAtOnce
from ringback.api.errors import EdgeCode, refuses, refuses_only
from ringback.api.gate import WHO, address_of, browser_of
from ringback.api.people_views import (
    Code,
    CompanyView,
    Email,
    Given,
    Language,
    Name,
    OpenSessionView,
    OwnUserView,
    Password,
    SessionView,
)
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.services import Services
from ringback.api.views import View
from ringback.people import Rights, Role, SessionId, UserId

_A = AccessCode
SIGN_IN_REFUSALS = (
    _A.SIGN_IN_REFUSED,
    _A.COMPANY_REQUIRED,
    _A.SECOND_FACTOR_REQUIRED,
    _A.CODE_WRONG,
    _A.SECOND_FACTOR_UNREADABLE,
    _A.TOO_MANY_ATTEMPTS,
    EdgeCode.FOREIGN_ORIGIN,
    EdgeCode.VALIDATION_FAILED,
)
router = APIRouter(tags=["session"])


class DemoSignIn(View):
    email: str
    password: str


class SetupView(View):
    needed: bool = Field(description="Whether the first owner is still to be made.")
    demo: DemoSignIn | None = Field(description="Who a visitor of the demo may be.")


class FirstOwner(Given):
    email: Email
    name: Name
    language: Language = "en"
    password: Password


class SignInRequest(Given):
    email: str = Field(max_length=254, examples=["marie@example.org"])
    password: Password
    code: Code | None = None
    company: str | None = Field(
        default=None,
        max_length=100,
        description="Which one, for who has the same password in several companies.",
    )


class NewPassword(Given):
    password: Password
    new_password: Password


class NewLanguage(Given):
    language: Language


@router.get("/setup", name="get_setup", responses=refuses_only(EdgeCode.VALIDATION_FAILED))
@needs(Permission.OPEN)
async def get_setup(request: Request, services: ServicesAtOnce) -> SetupView:
    """Say whether the first owner is still to be made, and who one may be in a demo."""
    demo = services.access.demo
    return SetupView(
        needed=_setup_needed(request, services),
        demo=None if demo is None else DemoSignIn(email=demo.email, password=demo.password),
    )


@router.post(
    "/setup",
    name="set_up",
    responses=refuses_only(
        _A.SETUP_DONE,
        _A.SETUP_FROM_ELSEWHERE,
        _A.PASSWORD_TOO_WEAK,
        _A.EMAIL_TAKEN,
        EdgeCode.FOREIGN_ORIGIN,
        EdgeCode.VALIDATION_FAILED,
    ),
)
@needs(Permission.OPEN)
async def set_up(
    wanted: FirstOwner, request: Request, response: Response, services: ServicesAtOnce
) -> SessionView:
    """Make the first owner and sign them in; on the server's own machine, or with its token."""
    access = services.access
    who = request.scope.get(WHO)
    if not isinstance(who, Principal) and not _is_here(address_of(request.scope)):
        raise AccessRefused(_A.SETUP_FROM_ELSEWHERE)
    if not _setup_needed(request, services):
        raise AccessRefused(_A.SETUP_DONE)
    draft = Draft(wanted.email, wanted.name, wanted.language, Rights(role=Role.OWNER))
    password = wanted.password.get_secret_value()
    by = Principal(
        account_id=access.directory.account_id,
        kind=PrincipalKind.OPERATOR,
        id="setup",
        name="setup",
        rights=draft.rights,
        permissions=frozenset(),
        address=address_of(request.scope),
    )
    user = await access.registrar.set_up(draft, password, by)
    attempt = _attempt(request, user.email, password, None)
    signed_in = await access.doorkeeper.open_session(user, attempt)
    return _welcome(request, response, services, signed_in)


@router.post("/session", name="sign_in", responses=refuses_only(*SIGN_IN_REFUSALS))
@needs(Permission.OPEN)
async def sign_in(given: SignInRequest, request: Request, response: Response) -> SessionView:
    """Sign in; the browser is given a cookie, in the place of the one it had."""
    attempt = _attempt(request, given.email, given.password.get_secret_value(), given.code)
    companies = companies_of(request)
    signed_in = await companies.entrance.sign_in(attempt, given.company)
    services = companies.of(signed_in.principal).services
    return _welcome(request, response, services, signed_in)


@router.get("/session", name="get_session", responses=refuses())
@needs(Permission.OWN_SESSION)
async def get_session(who: GivenPrincipal, services: ServicesAtOnce) -> SessionView:
    """Say who is signed in here, and what that allows."""
    return _session_view(services, who)


@router.delete("/session", name="sign_out", responses=refuses())
@needs(Permission.OWN_SESSION)
async def sign_out(who: GivenPrincipal, request: Request, services: ServicesAtOnce) -> JSONResponse:
    """End this browser's session."""
    access = services.access
    session = access.directory.sessions.get(who.session_id or SessionId(""))
    if session is not None:
        await access.doorkeeper.end_session(who, session)
    response = JSONResponse(None)
    take_session_cookie(response, request.scope)
    return response


@router.put(
    "/session/password",
    name="change_password",
    responses=refuses(_A.PASSWORD_WRONG, _A.PASSWORD_TOO_WEAK, _A.TOO_MANY_ATTEMPTS),
)
@needs(Permission.OWN_SESSION)
async def change_password(
    given: NewPassword, who: GivenPrincipal, services: ServicesAtOnce
) -> SessionView:
    """Change one's own password; every other session of one's own ends."""
    own_account = services.access.own_account
    refuse_unless_user(who)
    await own_account.change_password(
        who, given.password.get_secret_value(), given.new_password.get_secret_value()
    )
    return _session_view(services, _again(services, who))


@router.put("/session/language", name="change_language", responses=refuses())
@needs(Permission.OWN_SESSION)
async def change_language(
    given: NewLanguage, who: GivenPrincipal, services: ServicesAtOnce
) -> SessionView:
    refuse_unless_user(who)
    await services.access.own_account.change_language(who, given.language)
    return _session_view(services, who)


@router.get("/sessions", name="list_sessions", responses=refuses(_A.UNKNOWN_USER))
@needs(Permission.OWN_SESSION)
async def list_sessions(
    who: GivenPrincipal, services: ServicesAtOnce, user_id: str | None = None
) -> list[OpenSessionView]:
    """List the browsers in which one is signed in, or in which a user is whom one manages."""
    access = services.access
    if user_id is not None and user_id != who.id:
        if Permission.USERS_MANAGE not in who.permissions:
            raise AccessRefused(_A.NOT_PERMITTED, permission=Permission.USERS_MANAGE.value)
        wanted = UserId(user_id)
    else:
        refuse_unless_user(who)
        wanted = UserId(who.id)
    sessions = access.doorkeeper.live_sessions(access.registrar.found(wanted))
    return [OpenSessionView.of(each, who.session_id) for each in sessions]


@router.delete("/sessions/{session_id}", name="end_session", responses=refuses(_A.UNKNOWN_SESSION))
@needs(Permission.OWN_SESSION)
async def end_session(session_id: str, who: GivenPrincipal, services: ServicesAtOnce) -> None:
    """End a session of one's own, or of a user whom one manages."""
    access = services.access
    session = access.directory.sessions.get(SessionId(session_id))
    is_own = session is not None and session.user_id == who.id
    if session is None or not (is_own or Permission.USERS_MANAGE in who.permissions):
        raise AccessRefused(_A.UNKNOWN_SESSION, session_id=session_id)
    await access.doorkeeper.end_session(who, session)


def refuse_unless_user(who: Principal) -> None:
    """Raise `AccessRefused` for programs and for the operator, who have no account of their own."""
    if who.kind is not PrincipalKind.USER:
        raise AccessRefused(_A.NOT_PERMITTED, permission=Permission.OWN_SESSION.value)


def _attempt(request: Request, email: str, password: str, code: str | None) -> Attempt:
    cookies = cookies_of(request.scope)
    return Attempt(
        email=email,
        password=password,
        code=code,
        address=address_of(request.scope),
        browser=browser_of(request.scope),
        device_mark=cookies.device,
        token=cookies.session,
    )


def _welcome(
    request: Request, response: Response, services: Services, signed_in: SignedIn
) -> SessionView:
    give_cookies(
        response,
        request.scope,
        session=signed_in.token,
        session_lasts=services.access.rules.session_whole,
        device=signed_in.device_mark,
    )
    return _session_view(services, signed_in.principal)


def _again(services: Services, who: Principal) -> Principal:
    """Look anew at what somebody may do after a change."""
    return services.access.doorkeeper.anew(who)


def _session_view(services: Services, who: Principal) -> SessionView:
    access = services.access
    user = access.directory.users.get(UserId(who.id))
    return SessionView(
        user=OwnUserView.model_validate(
            {
                "id": who.id,
                "name": who.name,
                "email": None if user is None else user.email,
                "role": who.rights.role,
                "language": "en" if user is None else user.language,
                "agent_id": who.rights.agent_id,
            }
        ),
        company=CompanyView(id=access.directory.account_id, name=access.rules.company),
        permissions=[each for each in Permission if each in who.permissions],
        to_do=list(who.to_do),
        demo=services.demo,
    )


def _setup_needed(request: Request, services: Services) -> bool:
    """The first owner of all is made by whoever is here; that of a further company by the operator.

    Whoever is not known learns no more than whether there is an owner at all.
    """
    if isinstance(request.scope.get(WHO), Principal):
        return services.access.registrar.setup_needed
    return all(each.services.access.registrar.setup_needed for each in companies_of(request))


def _is_here(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
