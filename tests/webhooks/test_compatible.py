"""What is told of an event some time after it: by the same courier, and as surely."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import msgspec
from tests.webhooks.receiver import Receiver
from tests.webhooks.stage import NOON, Stage, opened, pack

from ringback.core.events import Fact
from ringback.storage.memory import MemoryJournal
from ringback.telling import Webhook, WebhookFormat
from ringback.webhooks.courier import Later, Parcel
from ringback.webhooks.standing import Standing

Pack = Callable[[Fact, Standing], Awaitable[Parcel | None]]
IN_AN_HOUR = NOON + timedelta(hours=1)


def telling(*, at_once: bool = True, later: bool = True) -> Pack:
    """Tell each fact at once, and once more in an hour."""

    async def told(fact: Fact, _: Standing) -> Parcel:
        now = await pack(fact)

        async def rest() -> Parcel:
            return replace(now, body=msgspec.json.encode({"rest_of": fact.sequence}))

        return replace(
            now,
            body=now.body if at_once else b"",
            later=Later(IN_AN_HOUR, rest) if later else None,
        )

    return told


async def add(stage: Stage, receiver: Receiver) -> Webhook:
    made = await stage.desk.add(
        name="Theirs", url=receiver.url, events=(), told_as=WebhookFormat.COMPATIBLE
    )
    return made.webhook


async def test_rest_of_an_event_holds_nothing_up_and_survives_a_kill(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """The next event of the same agent arrives before it; another server tells it at its time."""
    async with opened(journal) as stage:
        stage.desk.speak(telling())
        await add(stage, receiver)
        await stage.happen("lea", "lea")
        first = [each.message["sequence"] for each in await receiver.until(2)]

    async with opened(journal) as stage:
        stage.now[0] = IN_AN_HOUR
        stage.desk.speak(telling(at_once=False))
        rest = [each.message for each in (await receiver.until(4))[2:]]

    assert first == [1, 2]
    assert sorted(each["rest_of"] for each in rest) == [1, 2]


async def test_nothing_is_told_before_anybody_knows_how(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """What happens meanwhile is told then; it is not lost."""
    async with opened(journal) as stage:
        webhook = await add(stage, receiver)
        await stage.happen("lea")
        before = list(receiver.taken)
        stage.desk.speak(telling(later=False))
        await receiver.until(1)
        await stage.until_quiet(webhook.id)

    assert before == []
    assert receiver.taken[0].message["sequence"] == 1


async def test_fact_of_which_nothing_comes_is_passed_over(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """The cursor goes on, as past what is not asked for."""

    async def nothing(fact: Fact, _: Standing) -> Parcel | None:
        return None if fact.sequence < 3 else await pack(fact)

    async with opened(journal) as stage:
        stage.desk.speak(nothing)
        webhook = await add(stage, receiver)
        await stage.happen("lea", "tom", "lea")
        [told] = await receiver.until(1)
        await stage.until_quiet(webhook.id)

    assert told.message["sequence"] == 3
