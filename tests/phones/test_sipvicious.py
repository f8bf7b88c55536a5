"""The scanner that most strangers use finds a telephone system, nobody in it, and no way in."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import PHONE_PASSWORD, SALES, Company, username

pytestmark = [pytest.mark.phones, pytest.mark.slow]

RUN_SECONDS_MAX = 60.0
METHODS = ("REGISTER", "OPTIONS", "INVITE")
DESK = username("lea")
UNKNOWN = ("100", "101", "admin", "nobody-here", "+33999999999")


async def _run(tool: str, folder: Path, *arguments: str) -> str:
    """Give all that a tool of sipvicious says."""
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"sipvicious.{tool}",
        *arguments,
        cwd=folder,
        env=os.environ | {"HOME": str(folder)},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        said, _ = await asyncio.wait_for(program.communicate(), RUN_SECONDS_MAX)
    finally:
        if program.returncode is None:
            program.kill()
            await program.wait()
    return said.decode()


async def test_sipvicious_finds_nobody_and_no_way_in(
    company_asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    """It finds a name without a version, and nobody behind it; only the password lets it in."""
    names = tmp_path / "names.txt"
    names.write_text("\n".join((SALES, DESK, *UNKNOWN)))
    passwords = tmp_path / "passwords.txt"
    passwords.write_text("\n".join((DESK, "password", "1234", SALES)))
    known = tmp_path / "known.txt"
    known.write_text(f"password\n{PHONE_PASSWORD}")
    at = ("-p", str(company_asterisk.sip_port), "127.0.0.1")
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        found = await _run("svmap", tmp_path, *at)
        scans = {
            (method, force): await _run(
                "svwar", tmp_path, "-m", method, "-d", str(names), *force, *at
            )
            for method in METHODS
            for force in ((), ("--force",))
        }
        guessed = await _run("svcrack", tmp_path, "-u", DESK, "-d", str(passwords), *at)
        cracked = await _run("svcrack", tmp_path, "-u", DESK, "-d", str(known), *at)

        assert re.search(r"\| Ringback +\|", found), found
        for asked, said in scans.items():
            assert "found nothing" in said, (asked, said)
        assert "found nothing" in guessed
        assert PHONE_PASSWORD in cracked, "it does not even find what it has been told"
        assert await centre.server.live_calls() == []
