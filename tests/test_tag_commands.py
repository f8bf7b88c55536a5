"""`ringback tag` and `ringback contact` beside a running server (R30, R35)."""

import json
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from tests.served import Served, ringback, serving

NOTHING, CANNOT_START, REFUSED = 1, 4, 6


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def served(data: Path) -> Iterator[Served]:
    with serving("--demo", data=data) as server:
        yield server


def run(*arguments: str, data: Path) -> CompletedProcess[str]:
    return ringback(*arguments, "--demo", data=data, RINGBACK_HTTP__PORT="0")


def listed(*arguments: str, data: Path) -> Any:
    return json.loads(run(*arguments, "--json", data=data).stdout)


def test_tag_is_made_renamed_and_archived(served: Served, data: Path) -> None:
    """R30: what is not named stays as it is."""
    before = listed("tag", "list", data=data)
    made = run("tag", "set", "vip", "--name", "VIP", "--description", "At once.", data=data)
    renamed = run("tag", "set", "vip", "--name", "Very important", data=data)
    archived = run("tag", "archive", "vip", data=data)

    assert made.stdout == "vip is VIP, #7A5AF8.\n", made.stderr
    assert renamed.stdout == "vip is Very important, #7A5AF8.\n"
    assert archived.stdout == "vip is Very important, #7A5AF8, archived.\n"
    assert listed("tag", "list", data=data) == before
    *_, tag = listed("tag", "list", "--archived", data=data)
    assert (tag["description"], tag["archived"]) == ("At once.", True)
    assert run("tag", "unarchive", "vip", data=data).returncode == 0
    assert len(listed("tag", "list", data=data)) == len(before) + 1


def test_tag_that_cannot_be_is_refused_with_the_reason(served: Served, data: Path) -> None:
    """R30: those of the system, and those that are not there."""
    system = run("tag", "set", "queue_callback", "--name", "Mine", data=data)
    unknown = run("tag", "archive", "vpi", data=data)

    assert system.returncode == REFUSED
    assert "(system-tag)" in system.stderr
    assert unknown.returncode == CANNOT_START
    assert unknown.stderr == "There is no tag of your own with the id vpi.\n"


def test_contact_is_named_and_told_with_all_that_went_on(served: Served, data: Path) -> None:
    """R35: found by a part of the number or of the name, with what people put on the calls."""
    number = "+33199002112"
    phone = f"/booth/phones/{number}"
    served.ask("POST", f"{phone}/dial", {"line_id": "paris"})
    [live] = served.ask("GET", "/calls/live")
    note = {"text": "Asks\nfor \u001b[31mTuesday."}
    served.ask("POST", f"/calls/{live['id']}/notes", note)

    nobody = run("contact", "+33600000000", data=data)
    named = run("contact", "9002112", "--name", "Zoé Martin", data=data)
    told = listed("contact", "zoé", data=data)

    assert nobody.returncode == NOTHING
    assert nobody.stderr == "There is no contact with +33600000000.\n"
    assert named.stdout == f"{number} is Zoé Martin.\n", named.stderr
    assert [(row["id"], row["kind"], row["what"]) for row in told] == [
        (live["id"], "inbound call", "going on")
    ]
    assert told[0]["notes"] == ["Asks for  [31mTuesday."]
