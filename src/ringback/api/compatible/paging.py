"""Lists a page at a time, by the page's number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import Depends, Request

from .errors import wrong

PER_PAGE: Final = 20
PER_PAGE_MAX: Final = 50
ITEMS_MAX: Final = 10_000
"""Of calls and contacts no more than so many can be paged through."""
LAST_SECOND: Final = 253_402_300_798
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Which part of a list is asked for, and in what order."""

    address: str
    given: Sequence[tuple[str, str]]
    page: int
    per_page: int
    descending: bool
    since: datetime | None
    until: datetime | None
    """Before this instant."""

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.per_page

    def of(self, name: str, shown: Sequence[Json], *, total: int) -> Json:
        """Put a page and what is said about it into one answer."""
        last = max(1, -(-total // self.per_page))
        meta: Json = {
            "count": len(shown),
            "total": total,
            "current_page": self.page,
            "per_page": self.per_page,
            "next_page_link": self._link(self.page + 1) if self.page < last else None,
            "previous_page_link": self._link(self.page - 1) if 1 < self.page <= last + 1 else None,
        }
        return {"meta": meta, name: list(shown)}

    def cut(self, name: str, all_shown: Sequence[Json]) -> Json:
        """Answer with the page of a list that is there as a whole, the oldest first."""
        ordered = list(reversed(all_shown)) if self.descending else all_shown
        part = ordered[self.offset : self.offset + self.per_page]
        return self.of(name, part, total=len(all_shown))

    def within(self, at: datetime) -> bool:
        """Tell whether an instant is in the period that is asked for."""
        return (self.since is None or at >= self.since) and (self.until is None or at < self.until)

    def _link(self, page: int) -> str:
        kept = [(name, text) for name, text in self.given if name not in ("page", "per_page")]
        query = urlencode([*kept, ("page", page), ("per_page", self.per_page)])
        return f"{self.address}?{query}"


async def _paging(request: Request) -> Paging:
    asked = request.query_params
    until = _instant(asked, "to")
    return Paging(
        address=f"{root_of(request)}{request.url.path}",
        given=asked.multi_items(),
        page=max(1, _whole(asked, "page", 1)),
        per_page=min(PER_PAGE_MAX, max(1, _whole(asked, "per_page", PER_PAGE))),
        descending=asked.get("order", "").lower() == "desc",
        since=_instant(asked, "from"),
        until=None if until is None else until + timedelta(seconds=1),
    )


GivenPaging = Annotated[Paging, Depends(_paging)]


def root_of(request: Request) -> str:
    """Give the address under which a program reached this server."""
    return str(request.base_url).rstrip("/")


def flag(request: Request, name: str) -> bool:
    """Read a switch, in whatever case it is written."""
    return request.query_params.get(name, "").strip().lower() in ("true", "1")


def _whole(asked: Mapping[str, str], name: str, otherwise: int) -> int:
    text = asked.get(name, "").strip()
    if not text:
        return otherwise
    if not (text.isascii() and text.isdecimal() and len(text) < len(str(LAST_SECOND)) + 1):
        raise wrong(f"{name} must be a whole number.")
    return int(text)


def _instant(asked: Mapping[str, str], name: str) -> datetime | None:
    if not asked.get(name, "").strip():
        return None
    seconds = _whole(asked, name, 0)
    if seconds > LAST_SECOND:
        raise wrong(f"{name} must be a UNIX time in seconds.")
    return datetime.fromtimestamp(seconds, UTC)
