"""The stage of one contract case: performs effects, records reports, knows common beginnings."""

import itertools
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Self, TypeVar

from tests.contracts.cast import (
    CUSTOMER,
    CUSTOMER_NAME,
    CUSTOMER_NUMBER,
    DESK_AGENT,
    LINE,
    LINE_NUMBER,
    SHORT_PROMPT,
)
from tests.contracts.coverage import Coverage
from tests.contracts.phone_world_driver import CustomerManner, Phone, PhoneWorldDriver

from ringback.core.effects import AnswerCall, DialCustomer, Effect, PlayPrompt, RingAgent
from ringback.core.ids import AgentId, CallId, LegId, OfferId, PlaybackId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    CustomerAnswered,
    CustomerRinging,
    LegEnded,
    PhoneSystemListed,
)
from ringback.ports import IncomingCall, TelephonyReport

ReportType = TypeVar("ReportType", bound=TelephonyReport)

PATIENCE_SECONDS = 10.0
A_MOMENT = 0.7
"""Seconds after which what has not happened is taken not to happen."""

_serial = itertools.count(1)


class Stage:
    """A running phone world with nobody on the phone; use it as an asynchronous context."""

    def __init__(self, driver: PhoneWorldDriver, coverage: Coverage) -> None:
        self.driver = driver
        self.reports: list[TelephonyReport] = []
        self._coverage = coverage
        self._taken: set[int] = set()

    async def __aenter__(self) -> Self:
        await self.driver.start(self._receive)
        await self.wait_for(PhoneSystemListed)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.driver.stop()

    # ---- effects and reports

    def perform(self, *effects: Effect) -> None:
        for effect in effects:
            self._coverage.note_effect(effect)
        self.driver.telephony.perform(effects)

    async def wait_for(
        self,
        report_type: type[ReportType],
        *,
        seconds: float = PATIENCE_SECONDS,
        **fields: object,
    ) -> ReportType:
        """Give the first such report, past ones included, which no earlier wait has returned."""
        found: list[int] = []

        def is_here() -> bool:
            found[:] = [
                place
                for place, report in enumerate(self.reports)
                if place not in self._taken and _fits(report, report_type, fields)
            ]
            return bool(found)

        if not await self.driver.run_until(is_here, seconds):
            raise AssertionError(
                f"no {report_type.__name__} with {fields} within {seconds} s: {self.reports}"
            )
        self._taken.add(found[0])
        report = self.reports[found[0]]
        assert isinstance(report, report_type)
        return report

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something can be observed; `what` says it in words."""
        if not await self.driver.run_until(condition, PATIENCE_SECONDS):
            raise AssertionError(f"never seen: {what}; reports: {self.reports}")

    async def until_in_call(self, phone: Phone) -> None:
        await self.until(lambda: self.driver.is_in_call(phone), f"{phone} in a call")

    async def until_hung_up(self, phone: Phone) -> None:
        await self.until(lambda: not self.driver.is_in_call(phone), f"the end of {phone}'s call")

    def reported(self, *report_types: type[object], **fields: object) -> list[Any]:
        """List the reports of these types whose fields are as given."""
        return [report for report in self.reports if _fits(report, report_types, fields)]

    def _receive(self, report: TelephonyReport) -> None:
        self.reports.append(report)
        self._coverage.note_report(report)

    # ---- identifiers

    def new_offer(self) -> OfferId:
        return OfferId(f"offer-{next(_serial)}")

    def new_playback(self) -> PlaybackId:
        return PlaybackId(f"playback-{next(_serial)}")

    def new_agent_leg(self) -> LegId:
        return LegId(f"agent-offer-{next(_serial)}")

    def new_customer_leg(self) -> LegId:
        return LegId(f"customer-call-{next(_serial)}")

    def new_call(self) -> CallId:
        return CallId(f"call-{next(_serial)}")

    # ---- common beginnings

    async def caller_arrives(
        self, number: str | None = CUSTOMER_NUMBER, name: str | None = CUSTOMER_NAME
    ) -> tuple[Phone, IncomingCall]:
        phone = await self.driver.customer_calls(
            line_number=LINE_NUMBER, caller_number=number, caller_name=name
        )
        return phone, await self.wait_for(IncomingCall)

    async def caller_is_up(self, number: str = CUSTOMER_NUMBER) -> tuple[Phone, CallId]:
        phone, arrival = await self.caller_arrives(number)
        self.perform(AnswerCall(arrival.call_id))
        await self.until_in_call(phone)
        return phone, arrival.call_id

    async def caller_has_gone(self) -> CallId:
        phone, call_id = await self.caller_is_up()
        await self.driver.customer_hangs_up(phone)
        await self.wait_for(LegEnded, leg_id=leg_of(call_id))
        return call_id

    async def agent_is_rung(self, agent_id: AgentId = DESK_AGENT) -> LegId:
        leg_id = self.new_agent_leg()
        self.perform(self.ring_agent(leg_id, agent_id))
        phone = self.driver.agent_phone(agent_id)
        await self.until(lambda: self.driver.is_ringing(phone), f"the phone of {agent_id} ringing")
        return leg_id

    async def agent_is_up(self, agent_id: AgentId = DESK_AGENT) -> LegId:
        leg_id = await self.agent_is_rung(agent_id)
        await self.driver.agent_answers(agent_id)
        await self.wait_for(AgentPhoneAnswered, leg_id=leg_id)
        return leg_id

    async def customer_is_rung(self, agent_leg_id: LegId) -> tuple[Phone, LegId]:
        phone = await self.driver.customer_manner(CUSTOMER_NUMBER, CustomerManner.RINGS)
        leg_id = self.new_customer_leg()
        self.perform(self.dial(leg_id, agent_leg_id))
        await self.wait_for(CustomerRinging, leg_id=leg_id)
        return phone, leg_id

    async def customer_is_up(self, agent_leg_id: LegId) -> tuple[Phone, LegId]:
        phone, leg_id = await self.customer_is_rung(agent_leg_id)
        await self.driver.customer_answers(phone)
        await self.wait_for(CustomerAnswered, leg_id=leg_id)
        return phone, leg_id

    def ring_agent(self, leg_id: LegId, agent_id: AgentId = DESK_AGENT) -> RingAgent:
        return RingAgent(
            leg_id=leg_id,
            agent_id=agent_id,
            offer_id=self.new_offer(),
            customer_id=CUSTOMER,
            line_id=LINE,
            callback=True,
        )

    def dial(self, leg_id: LegId, agent_leg_id: LegId, ring_for: float = 20) -> DialCustomer:
        return DialCustomer(
            leg_id=leg_id,
            agent_leg_id=agent_leg_id,
            customer_id=CUSTOMER,
            line_id=LINE,
            ring_for=timedelta(seconds=ring_for),
        )

    def play(self, call_id: CallId, prompt: str = SHORT_PROMPT) -> PlayPrompt:
        return self.play_on(leg_of(call_id), prompt)

    def play_on(self, leg_id: LegId, prompt: str = SHORT_PROMPT) -> PlayPrompt:
        return PlayPrompt(leg_id, playback_id=self.new_playback(), prompt=prompt)


def leg_of(call_id: CallId) -> LegId:
    """Name the leg of an inbound call, which bears the call's id."""
    return LegId(call_id)


def _fits(
    report: TelephonyReport,
    report_types: type[object] | tuple[type[object], ...],
    fields: Mapping[str, object],
) -> bool:
    return isinstance(report, report_types) and all(
        getattr(report, name) == value for name, value in fields.items()
    )
