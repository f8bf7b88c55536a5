"""The API does what its OpenAPI document says, whatever is sent to a server of the test's own.

`TEST_CONTRACT_EXAMPLES` is how many requests are made up for each operation.
"""

import copy
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case, SerializationContext
from schemathesis.config import CoveragePhaseConfig
from schemathesis.specs.openapi import checks
from tests.browser.served import Served, serve_demo

from ringback.api.app import described_app

pytestmark = pytest.mark.slow


def without_security(document: dict[str, Any]) -> dict[str, Any]:
    copied = copy.deepcopy(document)
    for methods in copied["paths"].values():
        for operation in methods.values():
            operation.pop("security", None)
    return copied


EXAMPLES = int(os.environ.get("TEST_CONTRACT_EXAMPLES", "6"))
DOCUMENT = described_app().openapi()
GUARDED = schemathesis.openapi.from_dict(DOCUMENT)
SIGNED_IN = schemathesis.openapi.from_dict(without_security(DOCUMENT))
"""Somebody signed in bears their cookie already: no other sign of theirs is made up."""
SIGNED_IN.config.phases.coverage = CoveragePhaseConfig(unexpected_methods={"trace", "get"})
GUARDED.config.phases.coverage.enabled = False
SECONDS_MAX = 30
NOT_JUDGED = [
    checks.positive_data_acceptance,  # what the words allow, the state of things may refuse
    checks.ignored_auth,  # tests/api/test_walk.py asks everybody everything
    checks.allow_header_conformance,  # an address may be that of two operations
    checks.use_after_free,
    checks.ensure_resource_availability,
]
few = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)


@schemathesis.serializer("audio/*")
def bare_sound(_: SerializationContext, sound: Any) -> bytes:
    return sound if isinstance(sound, bytes) else str(sound).encode()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("served")
    with serve_demo(folder) as running:
        yield running


class Owner:
    """A browser in which the owner is signed in, and signs in again when signed out."""

    def __init__(self, origin: str) -> None:
        self._http = httpx.Client(base_url=f"{origin}/api/v1")

    def cookie(self) -> dict[str, str]:
        if self._http.get("/session").is_error:
            demo = self._http.get("/setup").json()["demo"]
            self._http.post("/session", json=demo).raise_for_status()
        return dict(self._http.cookies)

    def leave(self) -> None:
        self._http.close()


@pytest.fixture(scope="module")
def owner(served: Served) -> Iterator[Owner]:
    somebody = Owner(served.origin)
    yield somebody
    somebody.leave()


@SIGNED_IN.parametrize()
@few
def test_owner_is_answered_as_described(case: Case[Any], served: Served, owner: Owner) -> None:
    """No fault of ours, and no status, body or header that is not described."""
    answer = case.call(base_url=served.origin, cookies=owner.cookie(), timeout=SECONDS_MAX)

    case.validate_response(answer, excluded_checks=NOT_JUDGED)
    assert answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR


@GUARDED.parametrize()
@settings(few, max_examples=3)
def test_nobody_is_answered_as_described(case: Case[Any], served: Served) -> None:
    """Who is not signed in is asked to, and told nothing else."""
    answer = case.call(base_url=served.origin, timeout=SECONDS_MAX)

    case.validate_response(answer, excluded_checks=NOT_JUDGED)
    if case.operation.definition.raw.get("security") != []:
        assert answer.status_code == httpx.codes.UNAUTHORIZED
