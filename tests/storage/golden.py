"""The golden file: stored examples of every event, which every later release must read (S21).

`python -m tests.storage.golden` adds the examples that it lacks: of new events, and of old ones
that may hold something new. It never changes a line: a stored form that has been released stays
readable for ever.
"""

from pathlib import Path

import msgspec
from tests.storage.examples import EVENT_TYPES, examples

from ringback.storage.codec import StoredEvent, encode_event

GOLDEN = Path(__file__).parent / "journal_v1.jsonl"


class GoldenLine(msgspec.Struct, forbid_unknown_fields=True):
    """One stored event, its data as the bytes they are."""

    type: str
    version: int
    data: msgspec.Raw


def golden_events() -> list[StoredEvent]:
    if not GOLDEN.exists():
        return []
    lines = msgspec.json.Decoder(GoldenLine).decode_lines(GOLDEN.read_bytes())
    return [StoredEvent(line.type, line.version, bytes(line.data)) for line in lines]


def main() -> None:
    known = golden_events()
    with GOLDEN.open("ab") as file:
        for event_type in EVENT_TYPES:
            for stored in map(encode_event, examples(event_type)):
                if stored not in known:
                    line = GoldenLine(stored.type, stored.version, msgspec.Raw(stored.data))
                    file.write(msgspec.json.encode(line) + b"\n")


if __name__ == "__main__":
    main()
