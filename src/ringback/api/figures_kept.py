"""Figures for Prometheus, of this process alone: counted as facts are committed, or when asked."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from ringback.core.events import (
    CallbackClosed,
    CallbackRequested,
    CallBegan,
    Fact,
    OfferAccepted,
)
from ringback.core.ids import CallbackId
from ringback.core.states import Callback
from ringback.telling import WebhookState

from .figures_of_process import FiguresOfProcess
from .services import Services

WAIT_SECONDS = (1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class FiguresKept:
    """A registry of its own, so that no library adds to it. `follow` the engine."""

    def __init__(self, services: Services, process: FiguresOfProcess | None) -> None:
        """Figures of the `process` are told with those of the one company it runs, or of none."""
        self._services = services
        self._registry = CollectorRegistry()
        self._calls = Counter("call_began", "Calls taken in.", registry=self._registry)
        self._requested = Counter(
            "callback_requested", "Callbacks asked for.", ["mode"], registry=self._registry
        )
        self._outcomes = Counter(
            "callback_outcome",
            "Callbacks that ended.",
            ["kind", "reason"],
            registry=self._registry,
        )
        self._waits = Histogram(
            "callback_wait_seconds",
            "From the request until an agent accepted.",
            buckets=WAIT_SECONDS,
            registry=self._registry,
        )
        self._registry.register(self)
        if process is not None:
            process.register(self._registry)
        self._requested_at: dict[CallbackId, datetime] = {}

    def follow(self, facts: Sequence[Fact]) -> None:
        """Count what was committed."""
        for fact in facts:
            match fact.event:
                case CallBegan():
                    self._calls.inc()
                case CallbackRequested(callback_id=callback_id, mode=mode):
                    self._requested.labels(mode.value).inc()
                    self._requested_at[callback_id] = fact.at
                case OfferAccepted(item_id=item_id):
                    since = self._requested_at.pop(CallbackId(item_id), None)
                    if since is not None:
                        self._waits.observe((fact.at - since).total_seconds())
                case CallbackClosed(callback_id=callback_id, outcome=outcome):
                    reason = "" if outcome.reason is None else outcome.reason.value
                    self._outcomes.labels(outcome.kind.value, reason).inc()
                    self._requested_at.pop(callback_id, None)
                case _:
                    pass

    def text(self) -> bytes:
        """Write all figures as Prometheus reads them."""
        return generate_latest(self._registry)

    @property
    def registry(self) -> CollectorRegistry:
        return self._registry

    def collect(self) -> Iterator[Metric]:
        """Give what is to be known at this instant; called by the registry."""
        services, world = self._services, self._services.engine.world
        depth = GaugeMetricFamily("queue_depth", "What waits in queues.", labels=["kind"])
        items = [item for queue in world.queues.values() for _, _, item in queue.items]
        callbacks = sum(isinstance(world.item(item), Callback) for item in items)
        depth.add_metric(["callback"], callbacks)
        depth.add_metric(["call"], len(items) - callbacks)
        yield depth
        now = services.clock.now()
        failing = [webhook for webhook in services.webhooks.all() if webhook.state in _DISABLED]
        for name, meaning, value in (
            ("callback_open", "Callbacks that have not ended.", len(world.callbacks)),
            ("call_live", "Calls that are alive.", len(world.calls) + len(world.outbound_calls)),
            ("journal_sequence", "The last committed fact.", services.engine.committed_sequence),
            ("engine_inputs_waiting", "Inputs not decided yet.", services.engine.backlog),
            ("webhook_disabled", "Webhooks disabled because nothing got through.", len(failing)),
            ("clock_seconds", "The server's clock.", now.timestamp()),
        ):
            yield GaugeMetricFamily(name, meaning, value=float(value))


_DISABLED = (WebhookState.FAILING, WebhookState.GONE)
