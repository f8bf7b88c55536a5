"""Faults of reports follow their seed, and each is proved to have been injected."""

from datetime import UTC, datetime, timedelta

import pytest

from ringback.core.ids import LegId
from ringback.core.inputs import DigitPressed, PhoneSystemListed, PhoneSystemLost
from ringback.ports import TelephonyReport
from ringback.telephony.simulated.faults import FaultShares, FaultyReports
from ringback.telephony.simulated.scheduler import VirtualScheduler

NONE = FaultShares(duplicated=0, late=0, swapped=0, lost=0)
ALL_SHARES = FaultShares(duplicated=0.2, late=0.2, swapped=0.2, lost=0.2)


def passed_on(
    shares: FaultShares, seed: int = 1, count: int = 200
) -> tuple[list[str], dict[str, int]]:
    """Send numbered reports, one every tenth of a second; give what arrived, and the faults."""
    scheduler = VirtualScheduler(datetime(2026, 1, 5, tzinfo=UTC))
    faults = FaultyReports(scheduler, seed=seed, shares=shares)
    received: list[str] = []

    def receive(report: TelephonyReport) -> None:
        assert isinstance(report, DigitPressed)
        received.append(report.digit)

    pass_on = faults.around(receive)
    for serial in range(count):
        pass_on(DigitPressed(LegId("call-1"), str(serial)))
        scheduler.advance(timedelta(milliseconds=100))
    scheduler.advance(timedelta(seconds=10))
    return received, dict(faults.injected)


def test_without_faults_everything_arrives_in_order() -> None:
    """Standing in the way changes nothing by itself."""
    received, injected = passed_on(NONE)

    assert received == [str(serial) for serial in range(200)]
    assert injected == {}


def test_same_seed_gives_the_same_faults() -> None:
    """A seed that failed can be run again."""
    assert passed_on(ALL_SHARES, seed=4) == passed_on(ALL_SHARES, seed=4)
    assert passed_on(ALL_SHARES, seed=4) != passed_on(ALL_SHARES, seed=5)


def test_lost_reports_never_arrive_and_the_others_do() -> None:
    """S23: what is counted as lost is lost."""
    received, injected = passed_on(FaultShares(duplicated=0, late=0, swapped=0, lost=0.3))

    assert injected["lost"] > 20
    assert len(received) == 200 - injected["lost"]


def test_duplicated_reports_arrive_twice() -> None:
    """S23: what is counted as duplicated comes twice."""
    received, injected = passed_on(FaultShares(duplicated=0.3, late=0, swapped=0, lost=0))

    assert injected["duplicated"] > 20
    assert len(received) == 200 + injected["duplicated"]
    assert len(set(received)) == 200


@pytest.mark.parametrize("fault", ["late", "swapped"])
def test_late_and_swapped_reports_arrive_once_in_another_order(fault: str) -> None:
    """S23: delay and disorder lose nothing."""
    received, injected = passed_on(
        FaultShares(
            duplicated=0,
            late=0.3 if fault == "late" else 0,
            swapped=0.3 if fault == "swapped" else 0,
            lost=0,
        )
    )

    assert injected[fault] > 20
    assert sorted(received, key=int) == [str(serial) for serial in range(200)]
    assert received != sorted(received, key=int)


def test_loss_and_listing_of_the_phone_system_are_spared() -> None:
    """What our own side concludes cannot be lost on the way."""
    scheduler = VirtualScheduler(datetime(2026, 1, 5, tzinfo=UTC))
    shares = FaultShares(duplicated=0, late=0, swapped=0, lost=1)
    received: list[TelephonyReport] = []
    pass_on = FaultyReports(scheduler, seed=1, shares=shares).around(received.append)

    for report in (PhoneSystemLost(), DigitPressed(LegId("call-1"), "*"), PhoneSystemListed(())):
        pass_on(report)

    assert received == [PhoneSystemLost(), PhoneSystemListed(())]
