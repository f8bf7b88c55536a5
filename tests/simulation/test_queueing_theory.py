"""The replay agrees with Erlang's formulas, and with another simulator where there are none."""

from collections.abc import Callable, Sequence
from math import inf, sqrt
from random import Random
from statistics import mean, stdev

import ciw
import pytest

from ringback.simulation.tally import Tally, Wait

from .erlang import erlang
from .made_lists import BEGINS, poisson_calls, replay

SERVERS, SERVICE, PER_SECOND = 6, 180.0, 1 / 36
CALLS, WARM_UP = 3_000, 20_000.0
RUNS = 10
T_999 = 4.781
"""Student's t for 10 runs, at 99.9 %."""

pytestmark = [pytest.mark.slow, pytest.mark.simulation]


def band(values: Sequence[float]) -> tuple[float, float]:
    """The confidence band of the mean of independent runs."""
    half = T_999 * stdev(values) / sqrt(len(values))
    return mean(values) - half, mean(values) + half


def settled(waits: Sequence[Wait]) -> list[Wait]:
    """Leave out who came while the lines were still filling."""
    return [wait for wait in waits if (wait.since - BEGINS).total_seconds() > WARM_UP]


def measured(tally: Tally) -> tuple[float, float]:
    """The share of those who hung up, and the mean wait of everybody."""
    served, lost = settled(tally.served), settled(tally.abandoned)
    everybody = [wait.seconds for wait in (*served, *lost)]
    return len(lost) / len(everybody), mean(everybody)


def replayed(patience: float) -> list[Tally]:
    return [_replayed(Random(seed), patience) for seed in range(RUNS)]


def _replayed(chance: Random, patience: float) -> Tally:
    calls = poisson_calls(
        CALLS,
        chance,
        per_second=PER_SECOND,
        service=lambda: chance.expovariate(1 / SERVICE),
        patience=lambda: inf if patience == inf else chance.expovariate(1 / patience),
    )
    return replay(calls, agents=SERVERS)


def test_patient_callers_wait_as_erlang_c_says() -> None:
    """M/M/c: the mean wait lies within the band of ten runs (seeds 0 to 9)."""
    truth = erlang(SERVERS, per_second=PER_SECOND, service=SERVICE, patience=inf)

    low, high = band([measured(tally)[1] for tally in replayed(inf)])

    assert low <= truth.mean_wait <= high


def test_impatient_callers_hang_up_as_erlang_a_says() -> None:
    """M/M/c+M: wait and share of hang-ups lie within the bands of ten runs (seeds 0 to 9)."""
    truth = erlang(SERVERS, per_second=PER_SECOND, service=SERVICE, patience=240.0)
    found = [measured(tally) for tally in replayed(240.0)]

    low_share, high_share = band([share for share, _ in found])
    low_wait, high_wait = band([wait for _, wait in found])

    assert low_share <= truth.abandoned_share <= high_share
    assert low_wait <= truth.mean_wait <= high_wait


def test_erlang_formula_gives_published_values() -> None:
    """Erlang C for 100 calls in 30 minutes of 3 minutes each and 14 agents: 80/20 is met."""
    found = erlang(14, per_second=100 / 1800, service=180.0, patience=inf)

    assert found.waiting_share == pytest.approx(0.1741, abs=5e-4)
    assert found.mean_wait == pytest.approx(7.835, abs=5e-3)


PRIORITY_SHARE = 0.3
Draw = Callable[[], float]


def test_priority_and_impatience_agree_with_ciw() -> None:
    """Lognormal service, uniform patience, two classes: our mean is in Ciw's band, both classes."""
    ours = [_priority_replay(Random(seed)) for seed in range(RUNS)]
    theirs = [_priority_ciw(seed) for seed in range(RUNS)]

    for kind in ("high wait", "low wait", "high lost", "low lost"):
        own, peer = [run[kind] for run in ours], [run[kind] for run in theirs]
        apart = T_999 * sqrt((stdev(own) ** 2 + stdev(peer) ** 2) / RUNS)
        assert abs(mean(own) - mean(peer)) <= apart, kind


def _priority_replay(chance: Random) -> dict[str, float]:
    calls = poisson_calls(
        CALLS,
        chance,
        per_second=PER_SECOND,
        service=lambda: chance.lognormvariate(4.9, 0.75),
        patience=lambda: chance.uniform(0, 600),
        priority_share=PRIORITY_SHARE,
    )
    tally = replay(calls, agents=SERVERS)
    found = {}
    for kind, line in (("high", "main-priority"), ("low", "main")):
        served = [wait.seconds for wait in settled(tally.served) if wait.line_id == line]
        lost = [wait.seconds for wait in settled(tally.abandoned) if wait.line_id == line]
        found[f"{kind} wait"] = mean(served)
        found[f"{kind} lost"] = len(lost) / (len(lost) + len(served))
    return found


def _priority_ciw(seed: int) -> dict[str, float]:
    ciw.seed(seed)
    shares = {"high": PRIORITY_SHARE, "low": 1 - PRIORITY_SHARE}
    network = ciw.create_network(
        arrival_distributions={
            name: [ciw.dists.Exponential(PER_SECOND * share)] for name, share in shares.items()
        },
        service_distributions={name: [ciw.dists.Lognormal(4.9, 0.75)] for name in shares},
        reneging_time_distributions={name: [ciw.dists.Uniform(0, 600)] for name in shares},
        priority_classes={"high": 0, "low": 1},
        number_of_servers=[SERVERS],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(CALLS / PER_SECOND)
    records = [r for r in simulation.get_all_records() if r.arrival_date > WARM_UP]
    found = {}
    for name in shares:
        own = [record for record in records if record.customer_class == name]
        served = [record for record in own if record.record_type == "service"]
        lost = [record for record in own if record.record_type == "renege"]
        found[f"{name} wait"] = mean(record.waiting_time for record in served)
        found[f"{name} lost"] = len(lost) / (len(lost) + len(served))
    return found
