"""National holidays as proposals for dates steps: an edit of a draft takes them over one by one."""

import asyncio
from datetime import date
from functools import cache
from typing import Annotated

import holidays
from fastapi import APIRouter, Path
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.permitting import needs
from ringback.api.views import View

YEAR_MIN, YEAR_MAX = 2000, 2100
ENGLISH = "en_US"

router = APIRouter(tags=["flows"])


class HolidayView(View):
    """A day that may be a special date; nothing changes before somebody adds it to a draft."""

    day: date = Field(examples=["2026-07-14"])
    name: str = Field(description="As it is called there.", examples=["Fête nationale"])
    english_name: str = Field(examples=["National Day"])


@router.get(
    "/holidays/{country}/{year}",
    name="propose_holidays",
    responses=refuses(EdgeCode.UNKNOWN_COUNTRY),
)
@needs(Permission.SETTINGS_SEE)
async def propose_holidays(
    country: Annotated[str, Path(max_length=2, examples=["FR"])],
    year: Annotated[int, Path(ge=YEAR_MIN, le=YEAR_MAX)],
    _: GivenServices,
) -> list[HolidayView]:
    """Propose the national holidays of a country and year; they are never applied by themselves."""
    if country not in holidays.list_supported_countries(include_aliases=False):
        raise EdgeRefused(EdgeCode.UNKNOWN_COUNTRY, country=country)
    return list(await asyncio.to_thread(_proposals, country, year))


@cache
def _proposals(country: str, year: int) -> tuple[HolidayView, ...]:
    known = holidays.country_holidays(country)
    local = holidays.country_holidays(country, years=year, language=known.default_language)
    english = local
    if ENGLISH in known.supported_languages:
        english = holidays.country_holidays(country, years=year, language=ENGLISH)
    return tuple(
        HolidayView(day=day, name=local[day], english_name=english.get(day, local[day]))
        for day in sorted(local)
    )
