"""The company, and whether the credentials are known."""

from fastapi import APIRouter

from ringback.access.permissions import Permission
from ringback.api.compatible.inquiry import GivenInquiry
from ringback.api.compatible.paging import Json
from ringback.api.permitting import needs

router = APIRouter()


@router.get("/ping", name="compatible_ping")
@needs(Permission.BOARD_SEE)
async def ping() -> Json:
    return {"ping": "pong"}


@router.get("/company", name="compatible_get_company")
@needs(Permission.BOARD_SEE)
async def get_company(inquiry: GivenInquiry) -> Json:
    await inquiry.ready()
    return {
        "company": {
            "name": inquiry.services.access.rules.company,
            "users_count": len(inquiry.people.all()),
            "numbers_count": len(inquiry.world.lines),
        }
    }
