"""Reads SIP off the loopback interface with the kernel's own timestamps.

Run as `python -m bench.measuring.wire PORT FILE` it writes one JSON line for each SIP message from
or to that UDP port, until it is ended. Needs root, as the private Asterisk does.
"""

import ctypes
import json
import signal
import socket
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ETHERNET_IP = 0x0800
TIMESTAMP_NANOSECONDS = 35
ATTACH_FILTER = 26
PACKET_OUTGOING = 4
TIMESPEC = struct.Struct("qq")
BUFFER = 8 * 1024 * 1024
MESSAGE_MAX = 65_535


@dataclass(frozen=True, slots=True)
class SipSeen:
    """One SIP message as it crossed the wire, its instant in nanoseconds."""

    at: int
    source: int
    target: int
    start: str
    call_id: str
    from_user: str

    @property
    def method(self) -> str:
        """Of a request its method, of a response the empty string."""
        return "" if self.start.startswith("SIP/2.0") else self.start.partition(" ")[0]

    @property
    def uri_user(self) -> str:
        return self.start.partition("sip:")[2].partition("@")[0]


def read_capture(file: Path) -> Iterator[SipSeen]:
    """Read back what was captured, in order; a last half line is left out."""
    for line in file.read_text().splitlines():
        if line.endswith("]"):
            yield SipSeen(*json.loads(line))


def main(port: int, file: Path) -> None:
    """Capture until SIGTERM."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with _opened(port) as wire, file.open("w") as out:
        print("capturing", flush=True)
        for at, packet in _packets(wire):
            seen = _message(at, packet)
            if seen is not None:
                out.write(json.dumps(seen) + "\n")
                out.flush()


def _opened(port: int) -> socket.socket:
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(ETHERNET_IP))
    _attach(wire, port)
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
    wire.setsockopt(socket.SOL_SOCKET, TIMESTAMP_NANOSECONDS, 1)
    wire.bind(("lo", ETHERNET_IP))
    return wire


def _attach(wire: socket.socket, port: int) -> None:
    """Let the kernel pass only UDP with this port on either side; the rest is mostly sound."""
    udp, accept, drop = 17, MESSAGE_MAX, 0
    program = [
        (0x30, 0, 0, 9),
        (0x15, 0, 6, udp),
        (0xB1, 0, 0, 0),
        (0x48, 0, 0, 0),
        (0x15, 2, 0, port),
        (0x48, 0, 0, 2),
        (0x15, 0, 1, port),
        (0x06, 0, 0, accept),
        (0x06, 0, 0, drop),
    ]
    code = b"".join(struct.pack("HBBI", *instruction) for instruction in program)
    kept = ctypes.create_string_buffer(code)
    attached = struct.pack("HL", len(program), ctypes.addressof(kept))
    wire.setsockopt(socket.SOL_SOCKET, ATTACH_FILTER, attached)


def _packets(wire: socket.socket) -> Iterator[tuple[int, bytes]]:
    """Give each packet once: loopback shows it both leaving and arriving."""
    while True:
        packet, extras, _, sender = wire.recvmsg(MESSAGE_MAX, 256)
        if sender[2] == PACKET_OUTGOING:
            continue
        for level, kind, content in extras:
            if level == socket.SOL_SOCKET and kind == TIMESTAMP_NANOSECONDS:
                seconds, nanoseconds = TIMESPEC.unpack(content[: TIMESPEC.size])
                yield seconds * 1_000_000_000 + nanoseconds, packet


def _message(at: int, packet: bytes) -> tuple[int, int, int, str, str, str] | None:
    header = (packet[0] & 15) * 4
    source, target = struct.unpack_from("!HH", packet, header)
    start, *rows = packet[header + 8 :].decode("utf-8", "replace").split("\r\n")
    if "SIP/2.0" not in start:
        return None
    call_id = from_user = ""
    for row in rows:
        name, _, value = row.partition(":")
        match name.strip().lower():
            case "call-id" | "i":
                call_id = value.strip()
            case "from" | "f":
                from_user = value.partition("sip:")[2].partition("@")[0]
            case "":
                break
    return at, source, target, start, call_id, from_user


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
