"""The commands around users, beside a running server and without one."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

from ringback.people import MAIN_ACCOUNT, PeopleChanges, SecondFactor
from ringback.storage.sqlite import SqliteJournal
from tests.served import ringback, serving

PORT = {"RINGBACK_HTTP__PORT": "0"}
OWNER = ("zoe@example.org", "--name", "Zoé", "--role", "owner")


def test_another_installations_server_does_not_stand_in_the_way(tmp_path: Path) -> None:
    """It has the port of ours, which does not run; what it is asked for it refuses."""
    data = tmp_path / "data"
    with serving("--demo", data=tmp_path / "another") as other:
        port = other.address.rpartition(":")[2]
        added = ringback("user", "add", *OWNER, data=data, RINGBACK_HTTP__PORT=port)
        listed = ringback("user", "list", data=data, RINGBACK_HTTP__PORT=port)

    assert added.returncode == 0, added.stderr
    assert "zoe@example.org" in listed.stdout, listed.stderr


def test_users_are_looked_after_without_a_server(tmp_path: Path) -> None:
    """The first owner on a machine without a browser, and who has forgotten everything."""
    data = tmp_path / "data"
    nothing = ringback("user", "list", data=data)
    added = ringback("user", "add", *OWNER, data=data)
    again = ringback("user", "add", *OWNER, data=data)
    reset = ringback("user", "reset-password", "ZOE@example.org", "--second-factor", data=data)
    last = ringback("user", "deactivate", "zoe@example.org", data=data)
    nobody = ringback("user", "activate", "eve@example.org", data=data)
    listed = ringback("user", "list", "--json", data=data)

    assert (nothing.returncode, "no journal" in nothing.stderr) == (4, True)
    assert added.returncode == 0, added.stderr
    assert len(added.stdout.splitlines()[1]) == 23
    assert (again.returncode, "(email-taken)" in again.stderr) == (6, True)
    assert reset.stdout.splitlines()[1] != added.stdout.splitlines()[1]
    assert (last.returncode, "(last-owner)" in last.stderr) == (6, True)
    assert nobody.returncode == 1
    [user] = json.loads(listed.stdout)
    assert (user["email"], user["role"], user["active"]) == ("zoe@example.org", "owner", True)


def test_users_are_looked_after_through_the_server(tmp_path: Path) -> None:
    """The demo's people are there; an agent is one of the server's agents."""
    data = tmp_path / "data"
    with serving("--demo", data=data):
        listed = ringback("user", "list", "--demo", data=data, **PORT)
        reset = ringback("user", "reset-password", "ines@demo.example", "--demo", data=data, **PORT)
        wrong = ringback(
            *("user", "add", "x@demo.example", "--name", "X", "--agent", "nobody", "--demo"),
            data=data,
            **PORT,
        )
        out = ringback("user", "deactivate", "tom@demo.example", "--demo", data=data, **PORT)
        after = ringback("user", "list", "--demo", "--json", data=data, **PORT)

    emails = [line.split()[0] for line in listed.stdout.splitlines()[1:]]
    assert sorted(emails) == [
        "ines@demo.example",
        "owner@demo.example",
        "supervisor@demo.example",
        "tom@demo.example",
    ]
    assert reset.returncode == 0, reset.stderr
    assert (wrong.returncode, "(unknown-agent)" in wrong.stderr) == (6, True)
    assert out.returncode == 0, out.stderr
    shown = {user["email"]: user for user in json.loads(after.stdout)}
    assert shown["ines@demo.example"]["password_to_be_changed"]
    assert not shown["tom@demo.example"]["active"]


def test_second_factor_without_its_key_is_told_and_reset(tmp_path: Path) -> None:
    """As after a database was restored without the data directory: said, and helped."""
    data = tmp_path / "data"
    ringback("user", "add", *OWNER, data=data)
    asyncio.run(_give_second_factor(data))
    ringback("user", "list", data=data)
    key = data / "secrets" / "second-factors"

    with_key = _doctor(data)
    key.rename(tmp_path / "key")
    without_key = _doctor(data)
    reset = ringback("user", "reset-password", "zoe@example.org", "--second-factor", data=data)
    afterwards = _doctor(data)

    assert "second-factors" in with_key
    assert "zoe@example.org" in without_key["second-factors-unreadable"]
    assert reset.returncode == 0, reset.stderr
    assert not [code for code in afterwards if code.startswith("second-factors")]


def test_key_of_the_settings_takes_the_place_of_the_files(tmp_path: Path) -> None:
    """For servers that share a database: one start later the file's own is not needed."""
    data = tmp_path / "data"
    named = {"RINGBACK_STORAGE__SECRETS_KEY": "a-key-that-all-of-our-servers-know"}
    ringback("user", "add", *OWNER, data=data)
    asyncio.run(_give_second_factor(data))
    ringback("user", "list", data=data)

    before = _doctor(data, **named)
    ringback("user", "list", data=data, **named)
    (data / "secrets" / "second-factors").unlink()
    after = _doctor(data, **named)
    without = _doctor(data)
    short = ringback("user", "list", data=data, RINGBACK_STORAGE__SECRETS_KEY="too short")

    assert "second-factors" in before
    assert "second-factors" in after
    assert "second-factors-unreadable" in without
    assert not (data / "secrets" / "second-factors").exists()
    assert (short.returncode, "at least 32 characters" in short.stderr) == (2, True)
    assert "too short" not in short.stderr


async def _give_second_factor(data: Path) -> None:
    """Leave one as an earlier release did."""
    journal = SqliteJournal.open(data / "ringback.db")
    [owner] = await journal.people.users(MAIN_ACCOUNT)
    factor = SecondFactor("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", confirmed=True)
    await journal.people.keep(
        MAIN_ACCOUNT, PeopleChanges(users=[replace(owner, second_factor=factor)])
    )
    await journal.close()


def _doctor(data: Path, **settings: str) -> dict[str, str]:
    told = json.loads(ringback("doctor", "--json", data=data, **PORT, **settings).stdout)
    return {finding["code"]: finding["sentence"] for finding in told}
