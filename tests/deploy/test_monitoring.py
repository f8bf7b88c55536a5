"""The alert rules and the dashboard ask for figures that the server gives, by labels it sets."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from ringback.api.figures_kept import FiguresKept
from ringback.api.figures_of_process import FiguresOfProcess
from ringback.durations import Durations
from ringback.ports import JournalHealth, JournalState
from tests.api.conftest import office
from tests.api.office import Office

__all__ = ["office"]

DEPLOY = Path(__file__).parents[2] / "deploy"
ALERTS = DEPLOY / "prometheus" / "alerts.yml"
DASHBOARD = DEPLOY / "grafana" / "ringback.json"
OF_PROMETHEUS = {"up"}
LABELS = {"kind", "reason", "mode", "instance", "le", "job"}
NAME = re.compile(r"[a-zA-Z_]\w*(?!\w|\s*\()")


def expressions() -> Iterator[str]:
    for group in yaml.safe_load(ALERTS.read_text())["groups"]:
        for rule in group["rules"]:
            yield rule["expr"]
    for panel in json.loads(DASHBOARD.read_text())["panels"]:
        for target in panel["targets"]:
            yield target["expr"]


def names_in(expression: str) -> set[str]:
    """Name the series that an expression reads: what is left of it without labels and numbers."""
    bare = re.sub(r"\{[^}]*\}|\[[^]]*\]|\bby \([^)]*\)|\d+e\d+", " ", expression)
    return {name for name in NAME.findall(bare) if name not in OF_PROMETHEUS}


@pytest.fixture
def series(office: Office) -> set[str]:
    """Name every series that a server with PostgreSQL gives."""
    leased = JournalHealth(JournalState.READY, "The database answers.", 1)
    services = replace(office.services, journal_health=lambda: leased)
    text = FiguresKept(services, FiguresOfProcess(services, Durations())).text().decode()
    families = list(text_string_to_metric_families(text))
    named = {sample.name for family in families for sample in family.samples}
    return named | {f"{family.name}_total" for family in families if family.type == "counter"}


async def test_rules_and_dashboard_ask_for_figures_there_are(series: set[str]) -> None:
    """A figure that is renamed would silence an alert without a word."""
    asked = {name for expression in expressions() for name in names_in(expression)}

    assert asked - series == set()
    assert len(asked) >= 12


async def test_every_figure_of_trouble_has_a_rule() -> None:
    """What tells that something is wrong is watched."""
    watched = {
        name
        for group in yaml.safe_load(ALERTS.read_text())["groups"]
        for rule in group["rules"]
        for name in names_in(rule["expr"])
    }

    assert {"phone_system_ready", "journal_ready", "webhook_disabled", "clock_seconds"} <= watched
    assert {"journal_append_seconds_bucket", "event_loop_lag_seconds_bucket"} <= watched


def test_expressions_use_labels_that_are_set() -> None:
    """A label that nobody sets would match nothing."""
    used = {
        label
        for expression in expressions()
        for part in re.findall(r"\{([^}]*)\}", expression)
        + re.findall(r"by \(([^)]*)\)", expression)
        for label in re.findall(r"\b([a-z_]+)\b(?=\s*(?:[=,]|$))", re.sub(r'"[^"]*"', "", part))
    }

    assert used <= LABELS
    assert "kind" in used
