"""Logs tell what failed, and nothing that is nobody's business."""

import asyncio
import json
import subprocess
import sys

import pytest
from structlog.contextvars import get_contextvars

from ringback.bootstrap.logs import mask_numbers
from ringback.bootstrap.served_company import begin
from ringback.core.ids import AccountId

NUMBER = "+33612345678"
CRASH = f"""
import asyncio, logging, sys
import structlog
from ringback.bootstrap.logs import start_logging
from ringback.config.settings import LogStyle

start_logging(LogStyle(sys.argv[1]))
log = structlog.get_logger("tests")

def dial(number, password):
    raise ValueError(f"cannot dial {{number}}" + chr(10) + "2026-01-01T00:00:00Z [info] forged")

try:
    dial("{NUMBER}", "three quiet " + "elephants")
except ValueError as failure:
    log.error("api.bug", exc_info=failure, input={{"number": "{NUMBER}"}})
    logging.getLogger("asyncio").error("lost %s", "{NUMBER}", exc_info=failure)
log.info("call.arrived", name="Eve" + chr(10) + "forged" + chr(27) + "[2J", number="{NUMBER}")
logging.getLogger("library").warning("told: %s", "a" + chr(13) + chr(10) + "forged")
"""


@pytest.fixture(params=["console", "json"])
def lines(request: pytest.FixtureRequest) -> list[str]:
    command = [sys.executable, "-c", CRASH, request.param]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return ran.stderr.splitlines()


def test_crash_with_a_number_tells_where_and_not_whom(lines: list[str]) -> None:
    """Numbers are masked in the traceback of a crash too, and locals are not in it at all."""
    told = "\n".join(lines)

    assert "Traceback" in told
    assert "cannot dial +33***78" in told
    assert "612345" not in told
    assert "three quiet elephants" not in told


def test_nothing_from_outside_begins_a_line_of_the_log(lines: list[str]) -> None:
    """Neither a line end in a caller's name nor one in an exception's message forges an entry."""
    forged = [line for line in lines if line.startswith(("forged", "2026-01-01"))]

    assert forged == []
    assert "\x1b" not in "\n".join(lines)
    if lines[0].startswith("{"):
        levels = [json.loads(line)["level"] for line in lines]
        assert levels == ["error", "error", "info", "warning"]


@pytest.mark.parametrize("written", ["+33 6 12 34 56 78", "06.12.34.56.78", "/x/%2B33612345678"])
def test_number_is_masked_however_it_is_written(written: str) -> None:
    """With gaps, with dots, and in an address."""
    masked = mask_numbers(None, "info", {"event": written})["event"]

    assert masked.endswith("***78")
    assert "12" not in masked


async def test_what_a_company_logs_names_its_account() -> None:
    """Several companies share one process and one log; what belongs to none names none."""
    bound: list[dict[str, object]] = []

    class Logging:
        account_id = AccountId("acme")

        async def run(self) -> None:
            bound.append(dict(get_contextvars()))

    engine, beside = begin(Logging(), Logging())
    await engine
    beside.cancel()
    await asyncio.gather(beside, return_exceptions=True)

    assert bound[0] == {"account": "acme"}
    assert get_contextvars() == {}
