"""Read and rewrite a SIP message as text, header by header, leaving the rest as it came."""

import re
from dataclasses import dataclass, replace

_SHORT_NAMES = {"v": "via", "f": "from", "t": "to", "i": "call-id", "m": "contact"}


@dataclass(frozen=True, slots=True)
class SipText:
    """One message: its first line, its headers in order, its body."""

    start: str
    headers: tuple[tuple[str, str], ...]
    body: str

    @property
    def is_response(self) -> bool:
        return self.start.startswith("SIP/2.0 ")

    @property
    def method(self) -> str:
        """Of a request its own, of a response that of the request which it answers."""
        return (self.first("CSeq") or "").rpartition(" ")[2]

    @property
    def call_id(self) -> str:
        return self.first("Call-ID") or ""

    @property
    def uri(self) -> str:
        return self.start.split(" ")[1]

    @property
    def uri_user(self) -> str:
        return _user_part(self.uri)

    def user_of(self, header: str) -> str:
        value = self.first(header) or ""
        return _user_part(value[value.rfind("<sip:") + 1 :])

    def first(self, name: str) -> str | None:
        return next((value for key, value in self.headers if _same(key, name)), None)

    def without_first(self, name: str) -> "SipText":
        """Drop the first value of a header, which may share its row with others."""
        index = next((i for i, (key, _) in enumerate(self.headers) if _same(key, name)), None)
        if index is None:
            return self
        key, value = self.headers[index]
        rest = value.partition(",")[2].strip() if name.lower() in {"via", "route"} else ""
        kept = ((key, rest),) if rest else ()
        return replace(self, headers=self.headers[:index] + kept + self.headers[index + 1 :])

    def with_header(self, name: str, value: str) -> "SipText":
        return replace(self, headers=((name, value), *self.headers))

    def aimed_at(self, target: tuple[str, int]) -> "SipText":
        method, uri, version = self.start.split(" ")
        host = f"{target[0]}:{target[1]}"
        user = f"{_user_part(uri)}@" if "@" in uri else ""
        return replace(self, start=f"{method} sip:{user}{host} {version}")

    def received_from(self, source: tuple[str, int]) -> "SipText":
        """Note on the topmost Via where the request came from, as RFC 3581 asks."""
        via, comma, others = (self.first("Via") or "").partition(",")
        bare = re.sub(r";(rport|received)(=[^;]*)?(?=;|$)", "", via)
        noted = f"{bare};received={source[0]};rport={source[1]}{comma}{others}"
        kept = list(self.headers)
        index = next(i for i, (key, _) in enumerate(kept) if _same(key, "Via"))
        kept[index] = ("Via", noted)
        return replace(self, headers=tuple(kept))

    def response(self, status: str, *, tag: str) -> "SipText":
        copied = [row for row in self.headers if _long(row[0]) in _COPIED]
        tagged = [
            (key, f"{value};tag={tag}" if _same(key, "To") and ";tag=" not in value else value)
            for key, value in copied
        ]
        return SipText(f"SIP/2.0 {status}", (*tagged, ("Content-Length", "0")), "")

    def encode(self) -> bytes:
        rows = [self.start, *(f"{key}: {value}" for key, value in self.headers)]
        return ("\r\n".join(rows) + "\r\n\r\n" + self.body).encode("utf-8", "surrogateescape")


_COPIED = {"via", "from", "to", "call-id", "cseq", "record-route"}


def parse_sip(data: bytes) -> SipText | None:
    """Parse one datagram; None for keep-alives and whatever has no Call-ID or Via."""
    head, _, body = data.decode("utf-8", "surrogateescape").partition("\r\n\r\n")
    start, *rows = re.sub(r"\r\n[ \t]+", " ", head).split("\r\n")
    headers = tuple(
        (key.strip(), value.strip()) for key, _, value in (row.partition(":") for row in rows)
    )
    message = SipText(start, headers, body)
    if message.first("Via") is None or not message.call_id or start.count(" ") < 2:
        return None
    return message


def _user_part(uri: str) -> str:
    found = re.search(r"sips?:([^@;>]*)@", uri)
    return found[1] if found else ""


def _long(name: str) -> str:
    lowered = name.lower()
    return _SHORT_NAMES.get(lowered, lowered)


def _same(one: str, other: str) -> bool:
    return _long(one) == _long(other)
