"""Figures of all companies of a process, for its operator: each with the company's id."""

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import Metric

from ringback.core.ids import AccountId

from .figures_of_process import FiguresOfProcess

LABEL = "company"


class FiguresOfAll:
    """Keeps nothing itself: it asks the companies' registries, and the process's own."""

    def __init__(
        self, companies: Mapping[AccountId, CollectorRegistry], process: FiguresOfProcess
    ) -> None:
        self._companies = companies
        self._registry = CollectorRegistry()
        process.register(self._registry)
        self._registry.register(self)

    def text(self) -> bytes:
        """Write all figures as Prometheus reads them."""
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        """Give each figure once, with the samples of every company; called by the registry."""
        gathered: dict[str, Metric] = {}
        for account_id, registry in self._companies.items():
            for metric in registry.collect():
                kept = gathered.setdefault(
                    metric.name, Metric(metric.name, metric.documentation, metric.type)
                )
                for sample in metric.samples:
                    labels = {**sample.labels, LABEL: account_id}
                    kept.add_sample(sample.name, labels, sample.value)
        yield from gathered.values()
