"""Finds calls, live and past, by the numbers under which programs know them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ringback.api.services import Services
from ringback.contacts import ContactFilter, DatedContact
from ringback.core.events import CallTagged, Fact, MenuLeft
from ringback.core.ids import AgentId, CustomerId, TagId
from ringback.history import CallFilter
from ringback.records.archive import CallOfThePast
from ringback.records.callbacks import CallbackRecord
from ringback.records.calls import CallDirection, CallRecord

from .paging import ITEMS_MAX, Paging


@dataclass(frozen=True, slots=True)
class Details:
    """What is wanted of calls beside what their records hold."""

    contact: bool = False
    short_urls: bool = False
    timeline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCall:
    """A call with all that is to be shown of it."""

    past: CallOfThePast
    asked_in: int | None
    """The number of the call in which the callback was asked for, of an outbound call (R40)."""
    taggings: Mapping[TagId, tuple[datetime, AgentId | None]] = field(default_factory=dict)
    choices: Sequence[Fact] = ()
    contact: DatedContact | None = None
    short_urls: bool = False

    @property
    def record(self) -> CallRecord:
        return self.past.call


@dataclass(frozen=True, slots=True)
class CallFinder:
    """Reads calls of one company."""

    services: Services

    async def numbered(self, number: int) -> CallOfThePast | None:
        if not 0 < number <= self.services.engine.committed_sequence:
            return None
        return await self.services.archive.numbered_call(number)

    async def page(self, which: CallFilter, paging: Paging) -> tuple[Sequence[CallOfThePast], int]:
        """Give a page of all calls, those that go on included, and how many there are."""
        archive = self.services.archive
        live = await self._going_on(which, paging)
        ended = await archive.count_calls(which, limit=ITEMS_MAX)
        total = min(ITEMS_MAX, ended + len(live))
        wanted = min(paging.per_page, ITEMS_MAX - paging.offset)
        if wanted <= 0 or paging.offset >= total:
            return (), total
        # No more calls stand before a page among the live ones than there are.
        first = max(0, paging.offset - len(live))
        limit = paging.offset + wanted - first
        found = await archive.calls(which, descending=paging.descending, offset=first, limit=limit)
        return self._merged(found.items, live, paging, first=first, wanted=wanted), total

    async def detailed(self, past: CallOfThePast, wanted: Details) -> FoundCall:
        archive, call = self.services.archive, past.call
        facts: Sequence[Fact] = ()
        if past.own_tags or wanted.timeline:
            facts = await archive.facts_of_call(call.id)
        return FoundCall(
            past=past,
            asked_in=await self._asked_in(past),
            taggings=_taggings(facts),
            choices=[fact for fact in facts if isinstance(fact.event, MenuLeft)]
            if wanted.timeline
            else (),
            contact=await self.contact(call.customer_id) if wanted.contact else None,
            short_urls=wanted.short_urls,
        )

    async def _going_on(self, which: CallFilter, paging: Paging) -> Sequence[CallOfThePast]:
        calls = [
            CallOfThePast(call, self._callback(call))
            for call in self.services.archive.book.going_on()
            if self._fits(call, which)
        ]
        wanted = {tag for tag in (which.tag, *which.also_tagged) if tag is not None}
        if wanted:
            annotated = await self.services.archive.annotated(calls)
            calls = [each for each in annotated if wanted <= {*each.call.tags, *each.own_tags}]
        return sorted(calls, key=_place, reverse=paging.descending)

    def _fits(self, call: CallRecord, which: CallFilter) -> bool:
        number = None
        if call.customer_id is not None:
            number = self.services.number_book.customer(call.customer_id).number
        return (
            call.line_id not in which.hidden_line_ids
            and which.direction in (None, call.direction.value)
            and which.agent_id in (None, call.agent_id)
            and which.number in (None, number)
            and (which.began_from is None or call.began_at >= which.began_from)
            and (which.began_before is None or call.began_at < which.began_before)
        )

    def _merged(
        self,
        ended: Sequence[CallOfThePast],
        live: Sequence[CallOfThePast],
        paging: Paging,
        *,
        first: int,
        wanted: int,
    ) -> Sequence[CallOfThePast]:
        """Put live calls where they belong among the ended ones, which begin at `first`."""
        there = {each.call.id for each in ended}
        both = [*ended, *(each for each in live if each.call.id not in there)]
        both.sort(key=_place, reverse=paging.descending)
        start = paging.offset - first
        return both[start : start + wanted]

    def _callback(self, call: CallRecord) -> CallbackRecord | None:
        found = call.callback_id
        return None if found is None else self.services.archive.book.callback(found)

    async def _asked_in(self, past: CallOfThePast) -> int | None:
        if past.call.direction is not CallDirection.OUTBOUND or past.call.callback_id is None:
            return None
        callback = past.callback or await self.services.archive.callback(past.call.callback_id)
        original = None if callback is None else callback.original_call_id
        if original is None:
            return None
        inbound = await self.services.archive.call(original)
        return None if inbound is None else inbound.call.sequence

    async def contact(self, customer_id: CustomerId | None) -> DatedContact | None:
        if customer_id is None:
            return None
        which = ContactFilter(id=customer_id)
        found = await self.services.archive.dated_contacts(
            which, descending=False, offset=0, limit=1
        )
        return found[0] if found else None


def _place(past: CallOfThePast) -> tuple[datetime, str]:
    return past.call.began_at, past.call.id


def _taggings(facts: Sequence[Fact]) -> Mapping[TagId, tuple[datetime, AgentId | None]]:
    """Tell when, and by whom, each tag was put on last."""
    return {
        fact.event.tag_id: (fact.at, fact.event.agent_id)
        for fact in facts
        if isinstance(fact.event, CallTagged)
    }
