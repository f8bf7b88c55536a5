"""Users, in both versions: agents, and those who sign in and take no calls."""

from collections.abc import Callable

from fastapi import APIRouter, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.errors import disabled, not_found
from ringback.api.compatible.inquiry import GivenInquiry, Inquiry
from ringback.api.compatible.paging import GivenPaging, Json
from ringback.api.compatible.people import Person
from ringback.api.compatible.user_changes import Given, add_person, change_person
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.core.inputs import SetAgentStatus
from ringback.core.settings import AgentStatus

router = APIRouter(prefix="/users", route_class=LoggedRoute)
second = APIRouter(prefix="/users", route_class=LoggedRoute)
Show = Callable[[Inquiry, Person], Json]


@router.get("", name="compatible_list_users")
@needs(Permission.SETTINGS_SEE)
async def list_users(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    return await _listed(inquiry, paging, _first_version)


@router.get("/availabilities", name="compatible_list_availabilities")
@needs(Permission.SETTINGS_SEE)
async def list_availabilities(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    await inquiry.ready()
    show, people = inquiry.show, inquiry.people
    shown = [
        {"id": people.number(each), "availability": show.availability(each)}
        for each in people.all()
    ]
    return paging.cut("users", shown)


@router.get("/{number}", name="compatible_get_user")
@needs(Permission.SETTINGS_SEE)
async def get_user(number: str, inquiry: GivenInquiry) -> Json:
    return await _one(inquiry, inquiry.person(number), _first_version)


@router.post("", name="compatible_create_user", status_code=201)
@needs(Permission.USERS_MANAGE)
async def create_user(given: Given, inquiry: GivenInquiry) -> Json:
    return await _one(inquiry, await add_person(inquiry, given), _first_version)


@router.put("/{number}", name="compatible_change_user")
@needs(Permission.USERS_MANAGE)
async def change_user(number: str, given: Given, inquiry: GivenInquiry) -> Json:
    person = await change_person(inquiry, inquiry.person(number), given)
    return await _one(inquiry, person, _first_version)


@router.delete("/{number}", name="compatible_delete_user", status_code=204)
@needs(Permission.USERS_MANAGE)
async def delete_user(number: str, inquiry: GivenInquiry) -> Response:
    """Shut a user out; an agent who never signs in can only be taken out of teams."""
    person = inquiry.person(number)
    if person.user is None:
        raise disabled("Deleting agents who do not sign in")
    await inquiry.services.access.registrar.set_active(person.user.id, False, inquiry.who)
    if person.agent is not None:
        offline = SetAgentStatus(person.agent.id, AgentStatus.OFFLINE)
        await inquiry.services.engine.request(offline, inquiry.who.actor)
    return Response(status_code=204)


@router.get("/{number}/availability", name="compatible_get_availability")
@needs(Permission.SETTINGS_SEE)
async def get_availability(number: str, inquiry: GivenInquiry) -> Json:
    await inquiry.ready()
    return {"availability": inquiry.show.availability(inquiry.person(number))}


@router.post("/{number}/calls", name="compatible_start_call")
@router.post("/{number}/dial", name="compatible_dial")
@router.post("/{number}/dialer_campaign", name="compatible_start_campaign")
@router.delete("/{number}/dialer_campaign", name="compatible_stop_campaign")
@router.post("/{number}/dialer_campaign/phone_numbers", name="compatible_add_to_campaign")
@router.delete(
    "/{number}/dialer_campaign/phone_numbers/{entry}", name="compatible_remove_from_campaign"
)
@needs(Permission.SETTINGS_SEE)
async def not_there(number: str, inquiry: GivenInquiry) -> Response:
    """Refuse: the one kind of outbound call here is a callback."""
    inquiry.person(number)
    raise disabled("Dialling for users")


@router.get("/{number}/dialer_campaign", name="compatible_get_campaign")
@router.get("/{number}/dialer_campaign/phone_numbers", name="compatible_list_campaign")
@needs(Permission.SETTINGS_SEE)
async def no_campaign(number: str, inquiry: GivenInquiry) -> Response:
    inquiry.person(number)
    raise not_found("dialer campaign")


@second.get("", name="compatible_list_users_v2")
@needs(Permission.SETTINGS_SEE)
async def list_users_v2(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    return await _listed(inquiry, paging, _second_version)


@second.get("/{number}", name="compatible_get_user_v2")
@needs(Permission.SETTINGS_SEE)
async def get_user_v2(number: str, inquiry: GivenInquiry) -> Json:
    return await _one(inquiry, inquiry.person(number), _second_version)


@second.post("", name="compatible_create_user_v2", status_code=201)
@needs(Permission.USERS_MANAGE)
async def create_user_v2(given: Given, inquiry: GivenInquiry) -> Json:
    return await _one(inquiry, await add_person(inquiry, given), _second_version)


@second.put("/{number}", name="compatible_change_user_v2")
@needs(Permission.USERS_MANAGE)
async def change_user_v2(number: str, given: Given, inquiry: GivenInquiry) -> Json:
    person = await change_person(inquiry, inquiry.person(number), given)
    return await _one(inquiry, person, _second_version)


@second.get("/{number}/numbers", name="compatible_list_numbers_of_user")
@needs(Permission.SETTINGS_SEE)
async def list_numbers_of_user(number: str, inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    await inquiry.ready()
    own = inquiry.show.lines_of(inquiry.person(number), inquiry.lines)
    return paging.cut("numbers", list(map(inquiry.show.line, own)))


async def _listed(inquiry: Inquiry, paging: GivenPaging, shown: Show) -> Json:
    """List those who came to be known in the period asked for."""
    await inquiry.ready()
    show = inquiry.show
    people = [each for each in inquiry.people.all() if paging.within(show.known_since(each))]
    return paging.cut("users", [shown(inquiry, each) for each in people])


async def _one(inquiry: Inquiry, person: Person, shown: Show) -> Json:
    await inquiry.ready()
    return {"user": shown(inquiry, person)}


def _first_version(inquiry: Inquiry, person: Person) -> Json:
    return inquiry.show.user_of_the_first_version(person, inquiry.lines)


def _second_version(inquiry: Inquiry, person: Person) -> Json:
    return inquiry.show.user(person)
