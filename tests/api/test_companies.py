"""Two companies in one server, alike down to their ids: neither learns anything of the other."""

import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from tests.api.office import MARIE, TOKEN, Office, open_offices
from tests.api.signed_in import PASSWORD, browser, code_of, enrol, sign_in
from tests.api.socket import open_socket
from tests.api.test_walk import walk

from ringback.access.principal import operator
from ringback.api.app import described_app
from ringback.api.gate import COMPANY_HEADER
from ringback.people import LogFilter, Rights, Role
from ringback.storage.sqlite import SqliteJournal

OWNER = Rights(role=Role.OWNER)
ELSEWHERE = "walker@elsewhere.example"
SECRET = "zebulon"
"""In everything that the first company has and the other has not."""
CALLER = "+33199002177"
UNKNOWN = "0a1b2c3d4e5f6071"
TRACES = (SECRET, CALLER, CALLER.removeprefix("+33"), "0199002177", "01 99 00 21 77")


class Two(NamedTuple):
    ours: Office
    theirs: Office


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Two]:
    async with open_offices(tmp_path, ["acme"]) as [ours, theirs]:
        yield Two(ours, theirs)


async def busy(office: Office) -> Mapping[str, str]:
    """Let a company have a bit of everything, and give what of it has an id."""
    await office.online("lea")
    await office.talk(number=CALLER)
    call_id = str(office.world.agents["lea"].call_id)
    note = await office.post(f"/calls/{call_id}/notes", {"text": SECRET, "agent_id": "lea"})
    callback_id = await office.ask_for_callback(MARIE)
    [contact] = [each["id"] for each in (await office.get("/contacts"))["contacts"][:1]]
    await office.put(f"/contacts/{contact}", {"name": SECRET})
    tag = {"name": SECRET, "colour": "#7A5AF8", "description": None, "archived": False}
    await office.put("/tags/vip", tag)
    hook = {"name": SECRET, "url": f"http://127.0.0.1:9/{SECRET}", "events": ["call.ended"]}
    webhook = await office.post("/webhooks", hook)
    user = await enrol(office, f"{SECRET}@ours.example", OWNER)
    access = office.services.access
    made = await access.keyring.make(SECRET, OWNER, operator(""))
    async with browser(office) as http:
        signed_in = await sign_in(http, user.email)
        assert signed_in.status_code == httpx.codes.OK
    [session] = access.directory.sessions_of(user.id)
    return {
        "call_id": call_id,
        "callback_id": callback_id,
        "contact_id": contact,
        "note_id": note["id"],
        "tag_id": "vip",
        "webhook_id": webhook["webhook"]["id"],
        "user_id": user.id,
        "key_id": made.key.id,
        "session_id": session.id,
        "number": MARIE,
    }


@asynccontextmanager
async def owner_elsewhere(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    await enrol(office, ELSEWHERE, OWNER)
    async with browser(office) as http:
        answer = await sign_in(http, ELSEWHERE)
        assert answer.json()["company"]["id"] == "acme"
        yield http


def filled(path: str, ids: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: ids.get(found[1], UNKNOWN), path)


async def everything_of(office: Office) -> Sequence[object]:
    """Give all that a change of anything would change."""
    directory = office.services.access.directory
    log = await directory.log(LogFilter(), before=None, limit=1)
    return [
        office.world.sequence,
        dict(directory.users),
        {each.id for each in directory.sessions.values()},
        {each.id: each.revoked_at for each in directory.keys.values()},
        log[0].number if log else 0,
        office.services.webhooks.all(),
    ]


async def test_walk_of_another_companys_owner_finds_nothing(two: Two) -> None:
    """S24: every route there is, with every id that is the first company's."""
    ids = await busy(two.ours)
    await two.ours.settle()
    before = await everything_of(two.ours)
    met, told = [], []

    async with owner_elsewhere(two.theirs) as http:
        for method, path, name, _ in walk():
            if name in ("sign_out", "sign_in"):
                continue
            body = {"agent_id": "lea"} if method in ("POST", "PUT", "PATCH") else None
            answer = await http.request(method, filled(path, ids), json=body)
            text = answer.text.replace(filled(path, ids), "")
            met.append(name)
            told += [(name, trace) for trace in TRACES if trace in text]
    await two.ours.settle()

    assert len(met) > 100
    assert told == []
    assert await everything_of(two.ours) == before


@pytest.mark.parametrize(
    "what",
    ["call", "callback", "contact", "note", "webhook", "user", "key", "session"],
)
async def test_what_another_company_has_is_answered_as_what_nobody_has(two: Two, what: str) -> None:
    """S24: the same status, the same words, whether the id is somebody's or nobody's."""
    ids, kind = await busy(two.ours), f"{what}_id"
    async with owner_elsewhere(two.theirs) as http:
        differing = []
        for method, path, name, _ in walk():
            if "{" + kind + "}" not in path:
                continue
            answers = []
            for id_ in (ids[kind], UNKNOWN):
                body = {"agent_id": "lea"} if method in ("POST", "PUT", "PATCH") else None
                answer = await http.request(method, filled(path, {kind: id_}), json=body)
                answers.append((answer.status_code, answer.text.replace(id_, "…")))
            if answers[0] != answers[1]:
                differing.append((name, answers))

        assert differing == []


async def test_lists_and_totals_count_only_ones_own(two: Two) -> None:
    """S24: what went on elsewhere is in no figure."""
    await busy(two.ours)
    async with owner_elsewhere(two.theirs) as http:
        health = (await http.get("/api/v1/health")).json()
        calls = (await http.get("/api/v1/calls")).json()
        users = (await http.get("/api/v1/users")).json()
        metrics = (await http.get("/metrics")).text

    assert (health["callbacks_open"], health["calls_live"]) == (0, 0)
    assert calls["calls"] == []
    assert [user["email"] for user in users] == [ELSEWHERE]
    assert "company=" not in metrics
    assert "\ncall_began_total 0.0\n" in metrics
    assert "process_" not in metrics


async def test_operator_is_told_the_figures_of_all_companies_apart(two: Two) -> None:
    """Each with its company; those of one where it is named, and of the process once."""
    await busy(two.ours)

    together = await two.ours.http.get("/metrics")
    of_one = await two.theirs.http.get("/metrics")

    families = {each.name: each for each in text_string_to_metric_families(together.text)}
    began = {s.labels["company"]: s.value for s in families["call_began"].samples}
    assert began == {"main": 2.0, "acme": 0.0} | began
    assert began["main"] > began["acme"] == 0.0
    assert "process_resident_memory_bytes" in families
    assert "\ncall_began_total 0.0\n" in of_one.text


async def test_page_of_another_company_hears_nothing_but_its_own(two: Two) -> None:
    """S24 over the live feed: in the snapshot, in changes, and with whatever is said."""
    await busy(two.ours)
    async with owner_elsewhere(two.theirs) as http:
        cookie = {"cookie": f"ringback-session={http.cookies['ringback-session']}"}
    async with open_socket(two.theirs.app, headers=cookie) as socket:
        socket.say({"type": "hello"})
        snapshot = await socket.hear()
        await two.ours.ask_for_callback("+33199002145")
        two.ours.feed.flush()
        socket.say({"type": "here"})
        socket.say({"type": "ask-time", "sent": 1})
        heard = [await socket.hear(), await socket.hear()]
    async with open_socket(two.theirs.app, headers=cookie) as socket:
        socket.say({"type": "hello", "company": "main"})
        refused = await socket.hear()
        closed = await socket.hear()

    assert snapshot["type"] == "snapshot"
    assert not [trace for trace in TRACES if trace in json.dumps([snapshot, heard])]
    assert {each["type"] for each in heard} <= {"heartbeat", "time"}
    assert (refused["code"], closed["code"]) == ("unknown-company", 4404)


async def test_only_the_operator_names_a_company(two: Two) -> None:
    """Who is of a company may name it; any other answers as one that is not there."""
    async with owner_elsewhere(two.theirs) as http:
        own = await http.get("/api/v1/account/settings", headers={COMPANY_HEADER: "acme"})
        others = [
            await http.get("/api/v1/account/settings", headers={COMPANY_HEADER: name})
            for name in ("main", "nowhere")
        ]
    named = await two.ours.http.get("/api/v1/session", headers={COMPANY_HEADER: "acme"})
    unknown = await two.ours.http.get("/api/v1/session", headers={COMPANY_HEADER: "nowhere"})

    assert own.status_code == httpx.codes.OK
    assert [(each.status_code, code_of(each)) for each in others] == [(404, "unknown-company")] * 2
    assert named.json()["company"]["id"] == "acme"
    assert code_of(unknown) == "unknown-company"


async def test_key_of_one_company_is_a_key_of_no_other(two: Two) -> None:
    """S24: a program finds its own company by what it bears."""
    made = await two.theirs.services.access.keyring.make("Board", OWNER, operator(""))
    async with browser(two.ours) as http:
        http.headers["authorization"] = f"Bearer {made.token}"
        session = await http.get("/api/v1/agents")
        elsewhere = await http.get("/api/v1/agents", headers={COMPANY_HEADER: "main"})
        keys = await two.ours.get("/api-keys")

    assert session.status_code == httpx.codes.OK
    assert code_of(elsewhere) == "unknown-company"
    assert keys == []


async def test_same_address_signs_in_where_its_password_fits(two: Two) -> None:
    """An address may be a user's of both companies, each with a password of its own."""
    await enrol(two.ours, "marie@example.org", OWNER)
    theirs = await enrol(two.theirs, "marie@example.org", OWNER)
    by = operator("", two.theirs.account.engine.account_id)
    one_time = (await two.theirs.services.access.registrar.reset_password(theirs.id, by)).password

    async with browser(two.ours) as http:
        first = await sign_in(http, "marie@example.org")
        second = await sign_in(http, "marie@example.org", password=one_time)
        again = await http.get("/api/v1/session")
        wrong = await sign_in(http, "marie@example.org", password="neither of both")

    assert first.json()["company"]["id"] == "main"
    assert second.json()["company"]["id"] == again.json()["company"]["id"] == "acme"
    assert code_of(wrong) == "sign-in-refused"
    assert not two.ours.services.access.directory.sessions


async def test_who_has_one_password_in_both_chooses(two: Two) -> None:
    """Only who has proven to belong to both learns that there are two."""
    for office in two:
        await enrol(office, "marie@example.org", OWNER)
    async with browser(two.ours) as http:
        wrong = await sign_in(http, "marie@example.org", password="none of theirs")
        asked = await sign_in(http, "marie@example.org")
        chosen = await sign_in(http, "marie@example.org", company="acme")
        nowhere = await sign_in(http, "marie@example.org", company="nowhere")

    assert code_of(wrong) == code_of(nowhere) == "sign-in-refused"
    assert code_of(asked) == "company-required"
    assert [each["id"] for each in asked.json()["error"]["details"]["companies"]] == [
        "main",
        "acme",
    ]
    assert chosen.json()["company"]["id"] == "acme"


async def test_first_owner_of_a_further_company_is_made_by_the_operator_alone(two: Two) -> None:
    """A stranger on this machine is not asked to set up what others have."""
    owner = {"email": "o@acme.example", "name": "Olga", "password": PASSWORD}
    async with browser(two.ours, address="127.0.0.1") as http:
        before = await http.get("/api/v1/setup")
        made = await http.post(
            "/api/v1/setup",
            json=owner,
            headers={"authorization": f"Bearer {TOKEN}", COMPANY_HEADER: "acme"},
        )
    async with browser(two.ours, address="127.0.0.1") as http:
        after = await http.get("/api/v1/setup")
        refused = await http.post("/api/v1/setup", json=owner)

    assert before.json()["needed"] is True
    assert made.json()["company"]["id"] == "acme"
    assert after.json()["needed"] is False
    assert code_of(refused) == "setup-done"


async def test_idempotency_key_is_known_in_its_company_alone(two: Two) -> None:
    """S24: the operator's same request to another company is done there as well."""
    wanted = {"name": "Board", "role": "agent", "agent_id": "lea"}
    sent = {"idempotency-key": "once"}

    first = await two.ours.http.post("/api/v1/api-keys", json=wanted, headers=sent)
    other = await two.theirs.http.post("/api/v1/api-keys", json=wanted, headers=sent)

    assert first.status_code == other.status_code == httpx.codes.OK, first.text
    assert other.headers.get("idempotency-replayed") is None


async def test_log_of_a_company_tells_what_was_done_there(two: Two) -> None:
    """S24: also what the operator did."""
    settings: Any = await two.theirs.get("/account/settings")
    await two.theirs.put("/account/settings", settings)

    ours, theirs = [
        await office.services.access.directory.log(LogFilter(), before=None, limit=9)
        for office in two
    ]

    assert [entry.action for entry in theirs] == ["set-account-settings"]
    assert ours == []


async def test_customer_is_erased_from_the_shared_file_and_from_one_company_alone(
    tmp_path: Path,
) -> None:
    """S24, R49: whom another company knows as well stays there; each notes its own erasures."""
    journal = SqliteJournal.open(tmp_path / "ringback.db")
    async with open_offices(tmp_path, ["acme"], journal=journal) as [ours, theirs]:
        for office in (ours, theirs):
            await office.online()
            await office.ask_for_callback(MARIE)
        await theirs.ask_for_callback(CALLER)
        for number in (CALLER, MARIE):
            await theirs.post(f"/booth/phones/{number}/hang-up")
        await theirs.pass_time(timedelta(seconds=1))
        assert CALLER.encode() in _store(tmp_path)

        for number in (CALLER, MARIE):
            known = theirs.account.customers.with_number(number)
            assert known is not None
            await theirs.post(f"/contacts/{known.id}/erase")

        assert CALLER.encode() not in _store(tmp_path)
        [contact] = (await ours.get("/contacts"))["contacts"]
        assert contact["number"] == MARIE
        assert (await theirs.get("/contacts"))["contacts"] == []
    assert _noted(tmp_path) == ["companies/acme/erased-customers.json"]
    await journal.close()


def test_company_that_is_not_there_is_described_for_each_operation() -> None:
    """The operator may name one wherever they ask."""
    for path, methods in described_app().openapi()["paths"].items():
        if path.startswith("/api/"):
            for operation in methods.values():
                content = operation["responses"]["404"]["content"]["application/json"]
                assert "unknown-company" in content["examples"], operation["operationId"]


def _store(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("ringback.db*"))


def _noted(folder: Path) -> list[str]:
    return [str(file.relative_to(folder)) for file in folder.rglob("erased-customers.json")]
