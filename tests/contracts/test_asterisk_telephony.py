"""A real Asterisk keeps the telephony contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.contracts.asterisk_driver import PHONES, AsteriskDriver
from tests.contracts.cast import SHORT_PROMPT, prompt_path
from tests.contracts.coverage import Coverage
from tests.contracts.stage import Stage
from tests.contracts.telephony_contract import CASES, Case, case_name, check_coverage, run_case
from tests.phones.asterisk_server import RunningAsterisk, start_asterisk
from tests.phones.ports import take_block
from tests.phones.program import require_programs

from ringback.speech.catalogue import waiting_music_file
from ringback.telephony.asterisk.private_asterisk import AsteriskUnavailable
from ringback.telephony.asterisk.provisioning import Trunk

pytestmark = [pytest.mark.phones, pytest.mark.slow]


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage()


@pytest.fixture(scope="module")
def asterisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAsterisk]:
    require_programs("baresip", "sipp")
    with take_block(200) as ports, take_block() as carrier_ports:
        try:
            running = start_asterisk(
                tmp_path_factory.mktemp("asterisk"),
                sip_port=ports[0],
                http_port=ports[1],
                rtp_ports=(ports[10], ports.last),
                prompts_directory=prompt_path(SHORT_PROMPT).parents[1],
                music_directory=waiting_music_file().parent,
                trunks=[Trunk("carrier", host="127.0.0.2", port=carrier_ports[0])],
                desk_phones=PHONES,
            )
        except AsteriskUnavailable as unavailable:
            pytest.skip(str(unavailable))
        yield running
        running.stop()


@pytest.mark.parametrize("case", CASES, ids=case_name)
async def test_contract(
    case: Case, coverage: Coverage, asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    async with Stage(AsteriskDriver(asterisk, tmp_path), coverage) as stage:
        await run_case(case, stage, coverage)


def test_contract_exercises_all_that_the_port_declares(coverage: Coverage) -> None:
    check_coverage(coverage, AsteriskDriver.cannot_produce)
