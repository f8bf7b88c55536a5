"""Figures of the process and of what it stands on: store, phone system, event loop, memory."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)

from ringback.durations import BOUNDS, Durations
from ringback.ports import JournalState, PhoneSystemState

from .services import Services
from .standing import journal_standing


class FiguresOfProcess:
    """Gives what is known when it is asked for; keeps nothing itself."""

    def __init__(self, services: Services, loop_lag: Durations) -> None:
        self._services = services
        self._loop_lag = loop_lag

    def register(self, registry: CollectorRegistry) -> None:
        ProcessCollector(registry=registry)
        registry.register(self)

    def collect(self) -> Iterator[Metric]:
        """Give all of them; called by the registry."""
        phones, journal = self._services.phone_health(), journal_standing(self._services)
        appends = self._services.engine.append_times
        yield _histogram("journal_append_seconds", "Until a commit was on disk.", appends)
        yield _histogram("event_loop_lag_seconds", "How late the event loop is.", self._loop_lag)
        answers = phones.answer_times or Durations()
        yield _histogram("ari_rtt_seconds", "Until Asterisk answered a request.", answers)
        yield CounterMetricFamily(
            "ari_reconnects",
            "Connections to Asterisk after the first.",
            value=max(0, phones.connections - 1),
        )
        ready = phones.state is PhoneSystemState.READY
        yield GaugeMetricFamily("phone_system_ready", "1 while calls can be taken.", value=ready)
        stored = journal.state is JournalState.READY
        yield GaugeMetricFamily("journal_ready", "1 while what happens is stored.", value=stored)
        if journal.epoch is not None:
            meaning = "Which right to write to the database this is."
            yield GaugeMetricFamily("lease_epoch", meaning, value=journal.epoch)


def _histogram(name: str, meaning: str, durations: Durations) -> HistogramMetricFamily:
    counted = zip(map(str, BOUNDS), durations.at_most(), strict=True)
    buckets = [*((bound, float(count)) for bound, count in counted), ("+Inf", durations.count)]
    return HistogramMetricFamily(name, meaning, buckets=buckets, sum_value=durations.seconds)
