"""Erlang's formulas for waiting lines, with and without impatience."""

from dataclasses import dataclass

STATES = 2_000


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a formula says of callers; the wait is that of all who join, in seconds."""

    waiting_share: float
    abandoned_share: float
    mean_wait: float


def erlang(servers: int, *, per_second: float, service: float, patience: float) -> Prediction:
    """Solve M/M/c+M by its birth-death chain; infinite patience gives Erlang C."""
    weights = [1.0]
    for state in range(1, STATES):
        leaving = min(state, servers) / service + max(0, state - servers) / patience
        weights.append(weights[-1] * per_second / leaving)
    total = sum(weights)
    chances = [weight / total for weight in weights]
    queue = sum(
        (state - servers) * chance for state, chance in enumerate(chances[servers:], servers)
    )
    return Prediction(
        waiting_share=sum(chances[servers:]),
        abandoned_share=queue / patience / per_second,
        mean_wait=queue / per_second,
    )
