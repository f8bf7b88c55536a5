"""Write a request as the frame that carries it over the WebSocket."""

from collections.abc import Mapping

import msgspec


def request_frame(
    request_id: str,
    method: str,
    uri: str,
    query: Mapping[str, str] | None,
    body: object | None,
) -> bytes:
    frame: dict[str, object] = {
        "type": "RESTRequest",
        "transaction_id": request_id,
        "request_id": request_id,
        "method": method,
        "uri": uri,
    }
    if query:
        frame["query_strings"] = [{"name": name, "value": value} for name, value in query.items()]
    if body is not None:
        frame["content_type"] = "application/json"
        frame["message_body"] = msgspec.json.encode(body).decode()
    return msgspec.json.encode(frame)
