"""The document on webhooks names what there is, and its example checks real signatures."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.webhooks.receiver import Receiver
from tests.webhooks.stage import opened

from ringback.storage.memory import MemoryJournal
from ringback.telling import WebhookState
from ringback.webhooks import sending
from ringback.webhooks.event_types import EVENT_TYPES, TEST_TYPE

TEXT = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text()
TYPES = re.search(r"^## Types\n(.*?)^## ", TEXT, re.MULTILINE | re.DOTALL)


def documented_verify() -> Any:
    [example] = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)
    return names["verify"]


async def test_documented_example_checks_what_is_sent(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """Also with both secrets after a rotation; not a changed body, an old one, or a stranger's."""
    verify = documented_verify()
    async with opened(journal) as stage:
        stage.now[0] = datetime.now(UTC)
        made = await stage.desk.add(name="Test", url=receiver.url, events=())
        await stage.happen("lea")
        await receiver.until(1)
        rotated = await stage.desk.rotate(made.webhook.id)
        await stage.happen("tom")
        [first, second] = await receiver.until(2)
    old = dict(first.headers) | {"webhook-timestamp": "1700000000"}

    assert verify(made.secret, first.headers, first.body)
    assert verify(made.secret, second.headers, second.body)
    assert verify(rotated.secret, second.headers, second.body)
    assert not verify(rotated.secret, first.headers, first.body)
    assert not verify(made.secret, first.headers, first.body + b" ")
    assert not verify(made.secret, second.headers, first.body)
    assert not verify(made.secret, old, first.body)


def test_document_names_every_type() -> None:
    """And no other."""
    assert TYPES is not None
    named = [name for name in re.findall(r"`([^`]+)`", TYPES[1]) if "." in name]

    assert named == [*EVENT_TYPES.values(), TEST_TYPE]


def test_document_names_every_state_and_problem() -> None:
    """Nothing in the log has to be guessed."""
    problems = {
        sending.STATUS,
        sending.REDIRECTED,
        sending.TIMED_OUT,
        sending.CONNECTION_FAILED,
        sending.ANSWER_BROKEN,
        sending.TARGET_REFUSED,
    }
    rows = re.findall(r"^\| `([a-z-]+)` \|", TEXT, re.MULTILINE)

    assert {state.value for state in WebhookState} | problems <= set(rows)
