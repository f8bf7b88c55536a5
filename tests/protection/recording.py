"""Records an example of each operation: what is sent to the demo's office, and what it answers.

uv run python -m tests.protection.recording
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from tests.api.office import MARIE, Office, open_office

from ringback.api.app import described_app
from ringback.api.description import EXAMPLES, JSON_TYPE

ORDER = ("get", "put", "post", "patch", "delete")
LAST = ("erase_contact", "delete_", "remove_", "discard_", "revoke_", "stop_", "end_session")
SKIPPED = {"sign_in", "sign_out", "set_up", "upload_message", "keep_call_list"}
"""Those that need a browser, or a file."""
TEXT_MAX = 600
BODY_MAX = 20_000
BODIES: Mapping[str, object] = {
    "create_callback": {"line_id": "london", "number": "+442079460103", "name": "Ann Smith"},
    "set_agent_status": {"status": "online"},
    "set_team": {"name": "Support", "members": ["lea", "tom", "ines"]},
    "preview_message": {"language": "en", "text": "We are closed until Monday. Goodbye."},
    "move_callback": {"to": "front"},
    "create_webhook": {
        "name": "Our CRM",
        "url": "http://127.0.0.1:9/ringback",
        "events": ["callback.requested", "callback.ended"],
    },
    "set_tag": {"name": "VIP", "colour": "#29C8FF", "archived": False},
    "change_language": {"language": "fr"},
    "booth_press": {"digit": "*"},
    "booth_dial": {"line_id": "paris"},
}


class Recorder:
    """Sends each operation once, with what the story so far has made."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._document = described_app().openapi()
        self._known: dict[str, str] = {}
        self.examples: dict[str, dict[str, Any]] = {}
        self.refused: dict[str, str] = {}

    async def record(self) -> None:
        await self._tell_the_story()
        for name, method, path, operation in self._operations():
            if name not in SKIPPED:
                await self._send(name, method, path, operation)
        self._borrow()

    async def _tell_the_story(self) -> None:
        office = self._office
        await office.online()
        callback_id = await office.ask_for_callback()
        contact = (await office.get("/contacts"))["contacts"][0]
        webhook = await office.post("/webhooks", BODIES["create_webhook"])
        user = await office.post(
            "/users",
            {"email": "marie@example.org", "name": "Marie", "role": "supervisor", "language": "en"},
        )
        self._known = {
            "callback_id": callback_id,
            "call_id": (await office.get("/calls/live"))[0]["id"],
            "contact_id": contact["id"],
            "webhook_id": webhook["webhook"]["id"],
            "user_id": user["user"]["id"],
            "agent_id": "lea",
            "line_id": "paris",
            "flow_id": "paris",
            "team_id": "support",
            "tag_id": "vip",
            "number": MARIE,
            "country": "FR",
            "year": "2026",
            "version": "1",
            "code": "offer-taken",
            "reference": "en/welcome",
            "since": "2026-03-02T00:00:00Z",
            "until": "2026-03-03T00:00:00Z",
            "by": "hour",
            "seen_draft": "1",
        }

    def _operations(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        found = [
            (operation["operationId"], method, path, operation)
            for path, methods in self._document["paths"].items()
            for method, operation in methods.items()
        ]
        yield from sorted(found, key=lambda each: (each[0].startswith(LAST), ORDER.index(each[1])))

    async def _send(self, name: str, method: str, path: str, operation: dict[str, Any]) -> None:
        """Send it; keep what was sent, and the answer when it was granted."""
        given = {
            each["name"]: self._known[each["name"]]
            for each in operation.get("parameters", ())
            if each["name"] in self._known and (each["in"] == "path" or each.get("required"))
        }
        in_query = {
            each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"
        }
        address = path
        for key, value in given.items():
            address = address.replace(f"{{{key}}}", quote(value, safe="/"))
        body = await self._body(name, address, operation)
        answer = await self._office.http.request(
            method,
            address,
            json=body,
            params={key: value for key, value in given.items() if key in in_query},
        )
        example: dict[str, Any] = {}
        if given:
            example["parameters"] = given
        if body is not None:
            example["request"] = {"type": JSON_TYPE, "body": body}
        if answer.is_success:
            example["answer"] = _kept(answer)
        else:
            self.refused[name] = answer.json()["error"]["code"]
        self.examples[name] = example

    def _borrow(self) -> None:
        """Give who was refused, for the state of things, an answer of the same shape."""
        lent = {
            json.dumps(_answered(operation)[1]): self.examples[name]["answer"]["body"]
            for name, _, _, operation in self._operations()
            if "body" in self.examples.get(name, {}).get("answer", {})
        }
        schemas = self._document["components"]["schemas"]
        for name, _, _, operation in self._operations():
            status, schema = _answered(operation)
            example = self.examples.setdefault(name, {})
            wanted = operation.get("requestBody", {}).get("content", {}).get(JSON_TYPE)
            if wanted is not None and "request" not in example:
                body = shown_by_fields(wanted["schema"], schemas)
                example["request"] = {"type": JSON_TYPE, "body": body}
            if "answer" not in example:
                example["answer"] = {"status": status}
                if schema is not None:
                    body = lent.get(json.dumps(schema)) or shown_by_fields(schema, schemas)
                    example["answer"] |= {"type": JSON_TYPE, "body": body}

    async def _body(self, name: str, address: str, operation: dict[str, Any]) -> object:
        """Give what to send: as it is written above, as it is now, or as the fields show it."""
        content = operation.get("requestBody", {}).get("content", {}).get(JSON_TYPE)
        if content is None or name in BODIES:
            return BODIES.get(name)
        now = await self._office.http.get(address)
        if operation["operationId"].startswith("set_") and now.is_success:
            shown = now.json()
            return shown.get("settings", shown)
        return shown_by_fields(content["schema"], self._document["components"]["schemas"])


def _answered(operation: Mapping[str, Any]) -> tuple[int, Any]:
    status = next(each for each in operation["responses"] if each.startswith("2"))
    content = operation["responses"][status].get("content", {})
    return int(status), content.get(JSON_TYPE, {}).get("schema")


def shown_by_fields(schema: Mapping[str, Any], known: Mapping[str, Any]) -> Any:
    """Put the examples and defaults of fields together."""
    if "$ref" in schema:
        return shown_by_fields(known[schema["$ref"].rpartition("/")[2]], known)
    for key in ("examples", "enum"):
        if key in schema:
            return schema[key][0]
    if "default" in schema or "const" in schema:
        return schema.get("const", schema.get("default"))
    if schema.get("type") == "object":
        required = schema.get("required", ())
        fields = schema.get("properties", {})
        return {
            name: shown_by_fields(field, known)
            for name, field in fields.items()
            if name in required or "examples" in field
        }
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return shown_by_fields(schema[several][0], known)
    return {"string": "text", "integer": 1, "number": 1, "boolean": True, "array": []}.get(
        str(schema.get("type"))
    )


def _kept(answer: Any) -> dict[str, Any]:
    kind = answer.headers.get("content-type", "").partition(";")[0]
    kept: dict[str, Any] = {"status": answer.status_code}
    if kind == JSON_TYPE:
        told = answer.json()
        if len(answer.text) > BODY_MAX and isinstance(told, dict):
            told = {key: value for key, value in told.items() if isinstance(value, str)}
        kept |= {"type": kind, "body": _shortened(told)}
    elif kind.startswith("text/"):
        kept |= {"type": kind, "body": answer.text[:TEXT_MAX]}
    return kept


def _shortened(told: Any) -> Any:
    """Keep of each list its first entry: an example shows what there is, not how much."""
    if isinstance(told, list):
        return [_shortened(each) for each in told[:1]]
    if isinstance(told, dict):
        return {key: _shortened(value) for key, value in told.items()}
    return told


async def recorded() -> Recorder:
    with TemporaryDirectory() as folder:
        async with open_office(Path(folder)) as office:
            recorder = Recorder(office)
            await recorder.record()
            return recorder


if __name__ == "__main__":
    made = asyncio.run(recorded()).examples
    EXAMPLES.write_text(json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
