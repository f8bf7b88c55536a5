"""One shape for all that is refused."""

import pytest
from tests.api.office import Office

from ringback.api.errors import MEANINGS, EdgeCode, error_answer
from ringback.api.events import NAMES
from ringback.core.events import Event
from ringback.core.refusals import RefusalCode


@pytest.mark.parametrize("code", [*RefusalCode, *EdgeCode])
def test_every_code_has_a_status_and_a_sentence(code: RefusalCode | EdgeCode) -> None:
    """Codes are stable, in kebab case, and explained."""
    meaning = MEANINGS[code]

    assert 400 <= meaning.status < 600
    assert meaning.sentence.endswith((".", "…"))
    assert code.value == code.value.lower().replace("_", "-")


def test_codes_of_the_core_and_of_the_edge_differ() -> None:
    """One code, one meaning."""
    assert not {code.value for code in RefusalCode} & {code.value for code in EdgeCode}


async def test_docs_of_a_refusal_lead_to_its_meaning(office: Office) -> None:
    """The address in `docs` answers on this server."""
    status, error = await office.refused("GET", "/agents/nobody")
    explained = (await office.http.get(error["docs"])).json()

    assert (status, error["code"]) == (404, "unknown-agent")
    assert error["details"] == {"agent_id": "nobody"}
    assert explained["message"] == error["message"]
    assert explained["status"] == status
    assert {each["code"] for each in await office.get("/errors")} == {
        code.value for code in MEANINGS
    }


async def test_unknown_code_is_not_found(office: Office) -> None:
    """Also the list of errors has errors."""
    assert (await office.refused("GET", "/errors/nothing"))[1]["code"] == "not-found"


async def test_every_code_is_explained_where_its_docs_lead(office: Office) -> None:
    """Those of the core, of the edge and of signing in."""
    for code in MEANINGS:
        explained = await office.get(error_answer(code).error.docs.removeprefix("/api/v1"))

        assert explained["code"] == code.value


@pytest.mark.parametrize(
    ("method", "path", "known"),
    [
        ("DELETE", "/agents", "GET"),
        ("DELETE", "/callbacks", "GET, POST"),
        ("TRACE", "/calls/c1/tags/t1", "DELETE, PUT"),
        ("GET", "/account/callbacks/halt", "POST"),
    ],
)
async def test_wrong_method_is_told(office: Office, method: str, path: str, known: str) -> None:
    """In the one shape, with all the methods that the address knows."""
    answer = await office.http.request(method, f"/api/v1{path}")

    assert answer.json()["error"]["code"] == "method-not-allowed"
    assert answer.headers["allow"] == known


@pytest.mark.parametrize("body", [None, [], {"status": "asleep"}, {"status": 5}, {}])
async def test_what_is_not_understood_names_its_fields(office: Office, body: object) -> None:
    """Nothing of the input is repeated, only where and what."""
    status, error = await office.refused("PUT", "/agents/lea/status", body)

    assert (status, error["code"]) == (422, "validation-failed")
    assert error["details"]["fields"]


OPEN_OPERATIONS = {"get_setup", "set_up", "sign_in"}


async def test_description_names_the_codes_of_every_operation(office: Office) -> None:
    """Each operation has an id, a summary of its refusals, and examples by code."""
    described = office.app.openapi()
    for path, methods in described["paths"].items():
        for operation in methods.values():
            codes = [
                code
                for status, response in operation["responses"].items()
                if int(status) >= 400
                for code in response["content"]["application/json"]["examples"]
            ]
            assert operation["operationId"].isidentifier()
            assert path == "/health" or codes
            if path.startswith("/api/") and operation["operationId"] not in OPEN_OPERATIONS:
                assert {"invalid-token"} <= set(codes), path
                assert operation["security"], path


def test_every_event_has_a_public_name_of_its_own() -> None:
    """The live feed can tell all that happens."""
    assert set(NAMES) == set(Event.__args__)
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"\xff"])
async def test_unreadable_body_is_refused_where_one_is_wanted(office: Office, body: bytes) -> None:
    """Whoever sends nonsense is told so; it is no fault of ours."""
    as_json = {"content-type": "application/json"}

    read = await office.http.request(
        "GET", "/api/v1/agents/lea/offers", content=body, headers=as_json
    )
    changed = await office.http.put("/api/v1/agents/lea/status", content=body, headers=as_json)

    assert read.status_code == 200
    assert changed.status_code == 422
    assert changed.json()["error"]["code"] == "validation-failed"
