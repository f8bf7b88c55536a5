"""Webhooks against a real receiver: in order, each event surely, and nothing for ever."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import msgspec
from aiohttp import web
from tests.webhooks.receiver import (
    Receiver,
    answering,
    endless,
    redirecting,
    served,
    thanks,
)
from tests.webhooks.stage import ACME, IMPATIENT, opened, pack, until

from ringback.core.events import Fact
from ringback.storage.memory import MemoryJournal
from ringback.webhooks.courier import Parcel


async def test_every_event_arrives_signed_with_its_id(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """What happens from the setting up on, and only the types asked for."""
    async with opened(journal) as stage:
        await stage.happen("before")
        await stage.add(receiver, "agent.status-set")
        deaf = await stage.add(Receiver(receiver.port), "call.began")
        await stage.happen("lea", "tom")
        taken = await receiver.until(2)
        log = await stage.log(deaf.id)

    assert [each.message["sequence"] for each in taken] == [2, 3]
    assert [each.headers["webhook-id"] for each in taken] == ["evt_2", "evt_3"]
    assert all(each.headers["webhook-signature"].startswith("v1,") for each in taken)
    assert not log


async def test_event_that_fails_holds_up_its_own_customer_alone(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """Those of one customer arrive in order, whatever has to be tried again."""
    failures = [503, 503, 503]

    async def refuse_the_first(request: web.Request) -> web.StreamResponse:
        first = b'"sequence":1,' in await request.read()
        status = failures.pop() if first and failures else 200
        return web.Response(status=status)

    receiver.manner = refuse_the_first
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea", "lea", "tom", "lea")
        await receiver.until(7)
        log = await stage.logged(webhook.id, "delivered", 4)

    told = [each.message["sequence"] for each in receiver.taken]
    assert [number for number in told if number != 3] == [1, 1, 1, 1, 2, 4]
    assert told.index(3) < told.index(2)
    assert {each.sequence: each.tries for each in log} == {1: 4, 2: 1, 3: 1, 4: 1}


async def test_slow_receiver_is_given_up_in_time_and_tried_again(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """A try has an end, and says that it was the time."""
    answered = asyncio.Event()

    async def too_slow_at_first(_: web.Request) -> web.StreamResponse:
        if len(receiver.taken) == 1:
            await answered.wait()
        return web.Response()

    receiver.manner = too_slow_at_first
    async with opened(journal, seconds_max=0.2) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea")
        [waiting] = await stage.logged(webhook.id, "retrying")
        [done] = await stage.logged(webhook.id, "delivered")
        answered.set()

    assert (waiting.problem, waiting.status, waiting.tries) == ("timed-out", None, 1)
    assert (done.problem, done.status, done.tries) == (None, 200, 2)


async def test_each_try_says_what_holds_at_that_moment(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """A link in it has not run out; of what has been erased meanwhile nothing is sent any more."""
    bodies = [b'"first"', b'"second"', b"", b"too late"]

    async def pack_anew(fact: Fact) -> Parcel:
        return replace(await pack(fact), body=bodies.pop(0), anew=lambda: pack_anew(fact))

    receiver.manner = answering(503)
    async with opened(journal, packing=pack_anew) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea")
        [over] = await stage.logged(webhook.id, "given-up")
        await stage.until_quiet(webhook.id)

    assert [each.message for each in receiver.taken] == ["first", "second"]
    assert (over.tries, over.status, over.next_at) == (2, 503, None)


async def test_redirect_is_not_followed(journal: MemoryJournal, receiver: Receiver) -> None:
    """Wherever it would lead to; it counts as a failure."""
    receiver.manner = redirecting
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        tried = await stage.desk.test(webhook.id)

    assert (tried.status, tried.problem) == (307, "redirected")
    assert [each.path for each in receiver.taken] == ["/hook"]


async def test_huge_answer_is_not_read(journal: MemoryJournal, receiver: Receiver) -> None:
    """The status is all that counts; the connection is closed on the rest."""
    receiver.manner = endless
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea")
        [done] = await stage.logged(webhook.id, "delivered")

    assert (done.status, done.tries) == (200, 1)


async def test_receiver_that_was_away_hears_of_everything(journal: MemoryJournal) -> None:
    """While nothing at all arrives nothing is given up, however often it is tried."""
    receiver = Receiver()
    async with opened(journal, patience=replace(IMPATIENT, tries_max=2)) as stage:
        async with served(receiver):
            webhook = await stage.add(receiver)
        await stage.happen("lea", "tom", "lea")
        [waiting, _] = await stage.logged(webhook.id, "retrying", 2)
        await until(lambda: stage.desk.get(webhook.id).failures >= 8)
        async with served(receiver):
            await receiver.until(3)
            await stage.until_quiet(webhook.id)

    assert waiting.problem == "connection-failed"
    assert sorted(each.message["sequence"] for each in receiver.taken) == [1, 2, 3]
    assert stage.desk.get(webhook.id).failures == 0


async def test_event_that_alone_is_never_taken_is_given_up(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """After so many tries, since others arrived meanwhile; what comes behind it goes on."""

    async def refuse_the_first(request: web.Request) -> web.StreamResponse:
        return web.Response(status=500 if b'"sequence":1,' in await request.read() else 200)

    receiver.manner = refuse_the_first
    async with opened(journal, patience=replace(IMPATIENT, tries_max=3)) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea", "tom", "lea")
        [given_up] = await stage.logged(webhook.id, "given-up")
        await stage.until_quiet(webhook.id)

    assert (given_up.sequence, given_up.status, given_up.problem) == (1, 500, "status")
    assert given_up.tries >= 3
    assert [each.message["sequence"] for each in receiver.taken][-1] == 3


async def test_webhook_that_takes_nothing_for_too_long_is_disabled(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """Ten failures and a day without success; made active again it goes on where it was."""
    receiver.manner = answering(500)
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea")
        await receiver.until(12)
        assert stage.desk.get(webhook.id).state == "active"

        stage.now[0] += timedelta(hours=25)
        disabled = await stage.until_state(webhook.id, "failing")
        await stage.happen("tom")
        tries = len(receiver.taken)
        receiver.manner = thanks
        await stage.desk.change(webhook.id, name="Test", url=webhook.url, events=(), active=True)
        taken = await receiver.until(tries + 2)
        await stage.until_quiet(webhook.id)

    assert disabled.failures >= 10
    assert {each.message["sequence"] for each in taken[tries:]} == {1, 2}
    assert stage.desk.get(webhook.id).failing_since is None


async def test_receiver_that_says_it_is_gone_is_believed(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """410 disables the webhook at once."""
    receiver.manner = answering(410)
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea")
        gone = await stage.until_state(webhook.id, "gone")

    assert gone.failures == 1
    assert [kept.state for kept in await journal.webhooks.webhooks(ACME)] == ["gone"]


async def test_nothing_is_lost_when_the_server_dies(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """At least once: what had not arrived is carried by the next server, in order (S21)."""
    stuck = asyncio.Event()

    async def stop_at_the_second(request: web.Request) -> web.StreamResponse:
        if b'"sequence":2,' in await request.read():
            await stuck.wait()
        return web.Response()

    receiver.manner = stop_at_the_second
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea", "lea", "tom", "lea")
        await stage.logged(webhook.id, "delivered", 2)
    stuck.set()
    receiver.manner = thanks
    before = len(receiver.taken)
    async with opened(journal) as stage:
        await stage.happen("ines")
        await receiver.until(before + 3)
        await stage.until_quiet(webhook.id)

    assert {each.message["sequence"] for each in receiver.taken[:before]} == {1, 2, 3}
    told = [each.message["sequence"] for each in receiver.taken[before:]]
    assert sorted(told) == [2, 4, 5]
    assert told.index(2) < told.index(4)


async def test_one_delivery_and_a_period_are_told_again(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """With the same ids, in order, and beside what happens meanwhile."""
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea", "tom", "lea", "tom", "lea")
        await stage.until_quiet(webhook.id)
        [first, *_] = sorted(await stage.log(webhook.id), key=lambda each: each.sequence)
        await stage.desk.replay(webhook.id, first.sequence)
        await stage.until_quiet(webhook.id)
        since = stage.now[0] + timedelta(seconds=2)
        await stage.desk.replay_period(webhook.id, since, since + timedelta(seconds=2))
        await stage.until_quiet(webhook.id)
        log = await stage.log(webhook.id)

    told = [each.headers["webhook-id"] for each in receiver.taken[5:]]
    assert told[0] == "evt_1"
    assert sorted(told[1:]) == ["evt_2", "evt_3"]
    assert len(log) == 8


async def test_only_what_was_given_up_is_told_again(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """Each once: what has arrived since is none of it, and a restart goes on with the rest."""
    refused = {2, 4}

    async def picky(request: web.Request) -> web.StreamResponse:
        message = msgspec.json.decode(await request.read())
        return web.Response(status=500 if message["sequence"] in refused else 200)

    receiver.manner = picky
    async with opened(journal, patience=replace(IMPATIENT, tries_max=2)) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea", "tom", "ines", "max", "lea")
        await stage.logged(webhook.id, "given-up", 2)
        await stage.until_quiet(webhook.id)
        refused.clear()
        await stage.desk.replay(webhook.id, 2)
        await stage.until_quiet(webhook.id)
        receiver.manner = answering(500)
        again = await stage.desk.replay_failed(webhook.id)
        await stage.logged(webhook.id, "retrying")
    receiver.manner = thanks
    receiver.taken.clear()
    async with opened(journal) as stage:
        await receiver.until(1)
        await stage.until_quiet(webhook.id)
        nothing = await stage.desk.replay_failed(webhook.id)

    assert again.events == 1
    assert [each.message["sequence"] for each in receiver.taken] == [4]
    assert (nothing.run, nothing.events) == (None, 0)


async def test_replay_goes_on_after_a_restart(journal: MemoryJournal, receiver: Receiver) -> None:
    """It has a cursor of its own."""
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea", "tom")
        await stage.until_quiet(webhook.id)
        receiver.manner = answering(500)
        await stage.desk.replay_period(
            webhook.id, stage.now[0], stage.now[0] + timedelta(minutes=1)
        )
        await stage.logged(webhook.id, "retrying", 2)
    receiver.manner = thanks
    receiver.taken.clear()
    async with opened(journal) as stage:
        await receiver.until(2)
        await stage.until_quiet(webhook.id)

    assert sorted(each.message["sequence"] for each in receiver.taken) == [1, 2]
    assert [run.id for run in await journal.webhooks.runs(ACME)] == ["live"]


async def test_paused_webhook_hears_later_of_what_happened(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """Also of more than is kept in memory."""
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        paused = await stage.desk.change(
            webhook.id, name="Test", url=webhook.url, events=(), active=False
        )
        for _ in range(50):
            await stage.happen(*["lea"] * 100)
        await stage.desk.change(webhook.id, name="Test", url=webhook.url, events=(), active=True)
        await receiver.until(300)

    told = [each.message["sequence"] for each in receiver.taken]
    assert paused.state == "paused"
    assert told == list(range(1, len(told) + 1))


async def test_log_is_forgotten_in_time(journal: MemoryJournal, receiver: Receiver) -> None:
    """At the next start, at the latest; the webhook stays."""
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea")
        await stage.logged(webhook.id, "delivered")
    async with opened(journal, log_kept_for=timedelta(0)) as stage:
        stage.now[0] += timedelta(seconds=1)
        await stage.happen("tom")
        await receiver.until(2)
        [left] = await stage.logged(webhook.id, "delivered")

    assert left.sequence == 2


async def test_removed_webhook_hears_nothing_more(
    journal: MemoryJournal, receiver: Receiver
) -> None:
    """Not even what was on its way."""
    receiver.manner = answering(500)
    async with opened(journal) as stage:
        webhook = await stage.add(receiver)
        await stage.happen("lea")
        await stage.logged(webhook.id, "retrying")
        await stage.desk.remove(webhook.id)
        tries = len(receiver.taken)
        other = await stage.add(receiver)
        await stage.happen("tom")
        await stage.logged(other.id, "retrying")

    assert {each.message["sequence"] for each in receiver.taken[tries:]} == {2}
    assert list(await journal.webhooks.deliveries(ACME, webhook.id, limit=9)) == []
