"""The simulated network follows its seed, carries what its trunk carries, and leaves no orphans."""

from collections import Counter
from datetime import timedelta
from random import Random

from tests.simulated.small_company import AGENTS, LINE, LINE_NUMBER, START, SmallCompany

from ringback.core.effects import AnswerCall, DialCustomer, HangUp, Join, RingAgent
from ringback.core.ids import CallId, CustomerId, LegId, OfferId
from ringback.core.inputs import (
    AgentConnectionLost,
    AgentFailureCause,
    AgentPhoneFailed,
    CustomerAnswered,
    CustomerFailed,
    FailureCause,
    LegEnded,
    PhoneSystemListed,
)
from ringback.ports import IncomingCall, TelephonyReport
from ringback.telephony.simulated.manners import Answers, Habits, Rejects
from ringback.telephony.simulated.network import Trunk
from ringback.telephony.simulated.phones import PhoneState
from ringback.telephony.simulated.telephony import SimulatedTelephony

A_WHILE = timedelta(seconds=10)


def worked_through(seed: int) -> SmallCompany:
    company = SmallCompany(seed, is_served=True)
    company.telephony.start(company.receive)
    company.work_through(calls=60)
    return company


def opened(seed: int = 1, trunk: Trunk | None = None) -> SmallCompany:
    company = SmallCompany(seed, trunk, is_served=False)
    company.telephony.start(company.receive)
    company.scheduler.advance(A_WHILE)
    return company


def reports_of(company: SmallCompany, report_type: type[TelephonyReport]) -> list[TelephonyReport]:
    return [report for _, report in company.trace if isinstance(report, report_type)]


def agent_up(company: SmallCompany) -> LegId:
    leg_id = LegId("agent-1")
    ring = RingAgent(leg_id, AGENTS[0], OfferId("1"), None, LINE, callback=True)
    company.telephony.perform([ring])
    company.scheduler.advance(A_WHILE)
    return leg_id


def dial(number: str, serial: int) -> DialCustomer:
    leg_id, agent_leg_id = LegId(f"customer-{serial}"), LegId("agent-1")
    return DialCustomer(leg_id, agent_leg_id, CustomerId(number), LINE, timedelta(seconds=30))


def test_same_seed_gives_the_same_reports_at_the_same_instants() -> None:
    """A day of calls is repeated to the last report by its seed."""
    one, again, other = worked_through(7), worked_through(7), worked_through(8)

    assert one.trace == again.trace
    assert one.trace != other.trace
    assert len(one.trace) > 300


def test_when_all_have_gone_home_no_leg_is_left_and_every_phone_is_idle() -> None:
    """S20."""
    company = worked_through(seed=3)

    assert company.network.system.legs == {}
    assert all(phone.state is PhoneState.IDLE for phone in company.network.agents.values())
    assert reports_of(company, CustomerAnswered)
    assert reports_of(company, CustomerFailed)


def test_trunk_without_a_free_channel_refuses_callers_and_fails_dials() -> None:
    """R32: no channel is our fault, in both directions."""
    company = opened(seed=1, trunk=Trunk(channels=1))
    agent_up(company)

    first, second = company.network.customer("+331"), company.network.customer("+332")
    company.network.call_in(first, LINE_NUMBER)
    company.network.call_in(second, LINE_NUMBER)
    refused = [phone for phone in (first, second) if phone.state is PhoneState.REFUSED]
    company.telephony.perform([dial("+333", 1)])
    company.scheduler.advance(A_WHILE)

    assert refused == [second]
    assert len(reports_of(company, IncomingCall)) == 1
    failed = CustomerFailed(LegId("customer-1"), FailureCause.TRUNK)
    assert reports_of(company, CustomerFailed) == [failed]
    assert second.state is PhoneState.IDLE


def test_trunk_fails_for_about_the_share_it_is_given() -> None:
    """Chance spoils as many dials as it was told to."""
    company = opened(seed=5, trunk=Trunk(failure_share=0.25))
    for serial in range(400):
        company.telephony.perform([dial(f"+33{serial}", serial)])
    company.scheduler.advance(timedelta(minutes=2))

    failed = [report for _, report in company.trace if isinstance(report, CustomerFailed)]
    by_trunk = sum(report.cause is FailureCause.TRUNK for report in failed)
    assert 60 < by_trunk < 140


def test_dial_without_a_number_fails_as_invalid() -> None:
    """S16: nothing is dialled where there is no number."""
    company = opened()

    company.telephony.perform([dial("", 1)])
    company.scheduler.advance(A_WHILE)

    failed = CustomerFailed(LegId("customer-1"), FailureCause.INVALID_NUMBER)
    assert reports_of(company, CustomerFailed) == [failed]


def test_customer_on_another_call_is_busy_and_stays_on_it() -> None:
    """A callback does not disturb the call its customer is on."""
    company = opened()
    phone = company.network.customer("+331")
    company.network.call_in(phone, LINE_NUMBER)
    company.scheduler.advance(A_WHILE)

    company.telephony.perform([dial("+331", 1)])
    company.scheduler.advance(A_WHILE)

    failed = CustomerFailed(LegId("customer-1"), FailureCause.BUSY)
    assert reports_of(company, CustomerFailed) == [failed]
    assert phone.state is PhoneState.CALLING


def test_customer_with_a_manner_answers_talks_and_hangs_up() -> None:
    """A scripted customer needs no hand."""
    company = opened()
    company.network.customer("+331").manner = Answers(timedelta(seconds=4), timedelta(seconds=20))
    agent_leg = agent_up(company)

    company.telephony.perform([dial("+331", 1)])
    company.scheduler.advance(A_WHILE)
    company.telephony.perform([Join(CallId("1"), agent_leg, LegId("customer-1"))])
    company.scheduler.advance(timedelta(seconds=30))

    assert reports_of(company, LegEnded)[0] == LegEnded(LegId("customer-1"))


def test_joining_again_with_another_moves_the_agent_over() -> None:
    """A leg is in one conversation at most."""
    company = opened()
    agent_leg = agent_up(company)
    phones = [company.network.customer(number) for number in ("+331", "+332")]
    for phone in phones:
        company.network.call_in(phone, LINE_NUMBER)
    calls = [CallId(leg_id) for leg_id in company.network.system.legs if leg_id != agent_leg]

    for call_id in calls:
        joining = Join(call_id, agent_leg, LegId(call_id))
        company.telephony.perform([AnswerCall(call_id), joining])
    company.scheduler.advance(A_WHILE)

    legs = company.network.system.legs
    assert legs[LegId(calls[0])].partner is None
    assert legs[LegId(calls[1])].partner is legs[agent_leg]


def test_unplugged_phone_loses_its_call_a_little_later() -> None:
    """L3: an agent whose phone vanished is freed."""
    company = opened()
    leg_id = agent_up(company)

    company.network.unplug(AGENTS[0])
    company.scheduler.advance(A_WHILE)

    assert reports_of(company, AgentConnectionLost) == [AgentConnectionLost(AGENTS[0])]
    assert LegEnded(leg_id) in reports_of(company, LegEnded)


def test_unplugged_phone_stops_ringing_as_unreachable() -> None:
    """L3: a phone that vanished while ringing is not waited for."""
    company = opened()
    company.network.agents[AGENTS[0]].manner = Rejects(timedelta(minutes=1))

    leg_id = agent_up(company)
    company.network.unplug(AGENTS[0])
    company.scheduler.advance(A_WHILE)

    failed = AgentPhoneFailed(leg_id, AgentFailureCause.UNREACHABLE)
    assert reports_of(company, AgentPhoneFailed) == [failed]


def test_another_server_on_the_same_network_finds_the_legs_of_the_first() -> None:
    """R33: after a restart of ours, calls and proofs are found again."""
    company = opened()
    company.network.call_in(company.network.customer("+331"), LINE_NUMBER)
    leg_id = agent_up(company)
    company.telephony.stop()

    company.telephony = SimulatedTelephony(company.network)
    company.trace.clear()
    company.telephony.start(company.receive)
    company.telephony.perform([dial("+332", 1), HangUp(leg_id)])
    company.scheduler.advance(A_WHILE)

    arrivals, listed = reports_of(company, IncomingCall), reports_of(company, PhoneSystemListed)
    assert len(arrivals) == len(listed) == 1
    assert isinstance(listed[0], PhoneSystemListed)
    assert {leg.leg_id for leg in listed[0].legs} == {LegId("call-1"), leg_id}
    assert listed[0].never_sent == (LegId("customer-1"),)


def test_habits_are_drawn_in_about_their_shares() -> None:
    """Every manner occurs, about as often as it should."""
    chance = Random(11)
    drawn = Counter(type(Habits().draw(chance)).__name__ for _ in range(2000))

    assert 1250 < drawn["Answers"] < 1550
    assert drawn.keys() == {"Answers", "IsBusy", "Rejects", "Fails", "ByHand"}


def test_clock_of_the_network_is_the_schedulers() -> None:
    """The network knows no other time."""
    company = opened()

    assert company.network.now() == START + A_WHILE
