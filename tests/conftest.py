"""Rules for the whole test run: what may share the machine, and that CI skips nothing."""

import os
from collections.abc import Generator
from zlib import crc32

import pytest
from _pytest.nodeid import NodeId

WORKERS_OF_MARKER = {
    "phones": ["phones"],
    "serial": ["phones"],
    "browser": ["browser-1", "browser-2"],
}
SECOND_TRIES = {"phones": 2, "browser": 2}
"""Telephones and browsers live in real time: one starved by its neighbours gets a further try.

Each try is told in the summary as `rerun`. Nothing that runs in virtual time has one.
"""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Send a test that loads the machine to a worker of its kind, always the same for a file."""
    for marker, workers in WORKERS_OF_MARKER.items():
        if item.get_closest_marker(marker):
            worker = workers[crc32(item.location[0].encode()) % len(workers)]
            item.add_marker(pytest.mark.xdist_group(worker))
            break
    for marker, tries in SECOND_TRIES.items():
        if item.get_closest_marker(marker):
            item.add_marker(pytest.mark.flaky(reruns=tries))
            break


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Name each group at the end of the test's id, which is where the scheduler reads it.

    pytest-xdist 3.8 means to do this itself, but writes to a field that pytest 9.2 has left
    (pytest-xdist issue 1386).
    """
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        group = item.get_closest_marker("xdist_group")
        if group and not item.nodeid.endswith(f"@{group.args[0]}"):
            item._id = NodeId.parse(f"{item.nodeid}@{group.args[0]}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count a skipped test as a failed one in CI, where nothing may be missing."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and _in_ci():
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Count a module skipped as a whole as a failure in CI too."""
    report = yield
    if report.skipped and _in_ci():
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {_reason(report.longrepr)}"
    return report


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def _reason(longrepr: object) -> str:
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
