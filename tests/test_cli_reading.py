"""The commands that read: a journal made beforehand, and what is printed of it."""

import asyncio
import json
from pathlib import Path
from typing import Any

from ringback.core.inputs import VoicemailRecorded
from ringback.people import MAIN_ACCOUNT
from ringback.ports import Customer
from ringback.storage.sqlite import SqliteJournal
from tests.scenarios.stage import VOICEMAIL, Stage, ring
from tests.served import ringback


def journal_of(stage: Stage, data: Path) -> None:
    """Write down all that happened on a stage."""
    data.mkdir()

    async def write() -> None:
        journal = SqliteJournal.open(data / "ringback.db")
        customers = [
            Customer(call.customer_id, "+33199002112", f"Customer {call.customer_id}")
            for call in stage.world.calls.values()
            if call.customer_id is not None
        ]
        await journal.append(MAIN_ACCOUNT, 0, stage.facts, customers)
        await journal.close()

    asyncio.run(write())


def printed(data: Path, *arguments: str) -> Any:
    ran = ringback(*arguments, "--json", data=data)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_why_is_told_in_sentences_with_their_rules(tmp_path: Path) -> None:
    """R46: the reasons, the agents, and who is ahead."""
    stage = Stage("x", steps=[ring(ring_for=3600), VOICEMAIL])
    stage.occupy("x")
    stage.arrive(customer="anna")
    callback = stage.ask(stage.arrive())
    journal_of(stage, tmp_path / "data")

    rows = printed(tmp_path / "data", "callbacks", callback, "--why")

    told = [(row["rule"], row["why"]) for row in rows]
    assert told[:3] == [
        ("R28", "Somebody ahead would take the next agent."),
        ("R19", "No agent of the target is available to it."),
        ("R19", "x: in communication."),
    ]
    assert told[-1][1].startswith("Ahead: live call of Customer anna, for ")


def test_why_of_a_callback_that_waits_nowhere_is_one_sentence(tmp_path: Path) -> None:
    """R46: it has been accepted, has ended, or was never there."""
    journal_of(Stage("x"), tmp_path / "data")

    ran = ringback("callbacks", "cb0", "--why", data=tmp_path / "data")

    assert ran.returncode == 1
    assert ran.stderr == "The callback cb0 waits in no queue.\n"


def test_fairness_tells_who_was_served_before_and_who_overtook(tmp_path: Path) -> None:
    """R47: one who had come earlier, and one who passed while the callback settled."""
    stage = Stage("x", "y", steps=[ring(ring_for=3600), VOICEMAIL])
    stage.occupy("x", "y")
    stage.arrive(customer="anna")
    caller = stage.arrive(customer="ben")
    stage.press(caller)
    callback = stage.requested(caller)
    stage.arrive(customer="cleo")
    for name in ("x", "y"):
        stage.hang_up(name)
        stage.take(name)
    stage.caller_hangs_up(caller)
    stage.wait(5)
    stage.hang_up("x")
    stage.take("x")
    stage.customer_answers(callback)
    journal_of(stage, tmp_path / "data")

    rows = printed(tmp_path / "data", "callbacks", callback, "--fairness")

    assert [(row["id"], row["overtook"], row["rule"]) for row in rows] == [
        ("call-3", None, None),
        ("call-5", "settling", "R7"),
    ]


def test_fairness_of_a_callback_that_still_waits_is_one_sentence(tmp_path: Path) -> None:
    """R47: the account is written at the end."""
    stage = Stage("x")
    callback = stage.ask(stage.arrive())
    journal_of(stage, tmp_path / "data")

    ran = ringback("callbacks", callback, "--fairness", data=tmp_path / "data")

    assert ran.returncode == 1
    assert ran.stderr == f"The callback {callback} has not ended, or is unknown.\n"


def test_voicemails_are_listed_with_the_files_they_are_kept_in(tmp_path: Path) -> None:
    """The newest first; one that is not kept has no file."""
    stage = Stage("x", steps=[VOICEMAIL])
    callers = []
    for customer in ("anna", "ben"):
        call_id = stage.arrive(customer=customer)
        stage.prompt_ends(call_id)
        stage.give(VoicemailRecorded(call_id, 12.4))
        callers.append(call_id)
    data = tmp_path / "data"
    journal_of(stage, data)
    file = data / "voicemails" / f"{callers[0]}.wav"
    file.parent.mkdir()
    file.write_bytes(b"words")

    rows = printed(data, "voicemails")

    assert [(row["call"], row["seconds"], row["file"]) for row in rows] == [
        (callers[1], 12, None),
        (callers[0], 12, str(file)),
    ]
    assert "Customer anna" in rows[1]["customer"]
    assert rows[1]["line"]
