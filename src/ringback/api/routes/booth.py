"""The phone booth: a customer's phone in the browser, with the simulated phone network only."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from pydantic import BaseModel, Field
from starlette.requests import Request

from ringback.access.permissions import Permission
from ringback.api.booth import NAMES, Booth, shown
from ringback.api.booth_views import BoothPhoneView
from ringback.api.companies import company_of
from ringback.api.dependencies import GivenPresenter, GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.exact import Flag
from ringback.api.permitting import needs
from ringback.api.services import Services
from ringback.api.views import LineReference, View
from ringback.core.ids import LineId
from ringback.core.refusals import Refusal, RefusalCode

_E = EdgeCode
NumberInPath = Annotated[str, Path(pattern=r"^\+[1-9][0-9]{5,14}$", examples=["+33199002112"])]


class BoothView(View):
    """The phones one can pick up, and the numbers one can dial."""

    phones: list[BoothPhoneView]
    lines: list[LineReference]


class Dialling(BaseModel):
    line_id: str = Field(max_length=100, examples=["paris"])
    withheld: Flag = Field(default=False, description="Hide the caller's number.")


class KeyPress(BaseModel):
    digit: str = Field(pattern=r"^[0-9*#]$", examples=["*"])


def _given_booth(request: Request) -> Booth:
    booth = company_of(request).booth
    if booth is None:
        raise EdgeRefused(_E.NO_PHONE_BOOTH)
    return booth


GivenBooth = Annotated[Booth, Depends(_given_booth)]
router = APIRouter(prefix="/booth", tags=["booth"])


@router.get("", name="get_booth", responses=refuses(_E.NO_PHONE_BOOTH))
@needs(Permission.BOOTH_USE)
async def get_booth(booth: GivenBooth, services: GivenServices, show: GivenPresenter) -> BoothView:
    """Show the customers' phones and the numbers they can dial."""
    return BoothView(
        phones=[shown(phone.state()) for phone in booth.phones()],
        lines=[show.line(line_id) for line_id in services.engine.world.lines],
    )


@router.post(
    "/phones/{number}/dial",
    name="booth_dial",
    responses=refuses(_E.NO_PHONE_BOOTH, _E.BOOTH_REFUSED, RefusalCode.UNKNOWN_LINE),
)
@needs(Permission.BOOTH_USE)
async def booth_dial(
    number: NumberInPath, wanted: Dialling, booth: GivenBooth, services: GivenServices
) -> BoothPhoneView:
    """Call one of our numbers from a customer's phone."""
    phone = booth.phone(number)
    if not phone.is_idle:
        raise EdgeRefused(_E.BOOTH_REFUSED)
    line_number = _line_number(services, wanted.line_id)
    phone.dial(line_number, name=NAMES.get(number), withheld=wanted.withheld)
    return shown(phone.state())


@router.post(
    "/phones/{number}/press",
    name="booth_press",
    responses=refuses(_E.NO_PHONE_BOOTH, _E.BOOTH_REFUSED),
)
@needs(Permission.BOOTH_USE)
async def booth_press(number: NumberInPath, key: KeyPress, booth: GivenBooth) -> BoothPhoneView:
    """Press a key."""
    phone = booth.phone(number)
    phone.press(key.digit)
    return shown(phone.state())


@router.post(
    "/phones/{number}/answer",
    name="booth_answer",
    responses=refuses(_E.NO_PHONE_BOOTH, _E.BOOTH_REFUSED),
)
@needs(Permission.BOOTH_USE)
async def booth_answer(number: NumberInPath, booth: GivenBooth) -> BoothPhoneView:
    """Answer an incoming call."""
    phone = booth.phone(number)
    phone.answer()
    return shown(phone.state())


@router.post(
    "/phones/{number}/reject",
    name="booth_reject",
    responses=refuses(_E.NO_PHONE_BOOTH, _E.BOOTH_REFUSED),
)
@needs(Permission.BOOTH_USE)
async def booth_reject(number: NumberInPath, booth: GivenBooth) -> BoothPhoneView:
    """Reject an incoming call."""
    phone = booth.phone(number)
    phone.reject()
    return shown(phone.state())


@router.post(
    "/phones/{number}/hang-up",
    name="booth_hang_up",
    responses=refuses(_E.NO_PHONE_BOOTH, _E.BOOTH_REFUSED),
)
@needs(Permission.BOOTH_USE)
async def booth_hang_up(number: NumberInPath, booth: GivenBooth) -> BoothPhoneView:
    """Hang up."""
    phone = booth.phone(number)
    phone.hang_up()
    return shown(phone.state())


def _line_number(services: Services, line_id: str) -> str:
    number = services.number_book.line(LineId(line_id)).number
    if line_id not in services.engine.world.lines or number is None:
        raise Refusal(RefusalCode.UNKNOWN_LINE, line_id=line_id)
    return number
