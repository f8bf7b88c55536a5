"""What a decoder that a hostile file has taken over might try, once it is confined."""

import json
import os
import signal
import socket
import sys

from ringback.speech.confinement import Bounds, confine


def computes() -> None:
    while True:
        pass


def sleeps() -> None:
    while True:
        signal.pause()


def eats_memory() -> None:
    eaten = bytearray()
    while True:
        eaten += bytes(16 * 1024 * 1024)


def writes_much() -> None:
    while True:
        os.write(1, bytes(10_000))


def opens_a_file() -> None:
    os.open("/tmp/opened-by-a-decoder", os.O_WRONLY | os.O_CREAT)


def connects() -> None:
    socket.socket()


def starts_a_program() -> None:
    os.execv("/bin/true", ["true"])


def says_what_it_has() -> None:
    names = [name for name in range(1_000) if _is_open(name)]
    os.write(1, " ".join(map(str, [*names, *sorted(os.environ)])).encode())


def answers_nonsense() -> None:
    os.write(1, b'{"narrow_bytes": 4000000000}\n' + bytes(10))


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    given = json.loads(sys.argv[2])
    confine(Bounds(**given.get("bounds", given)))
    globals()[sys.argv[1]]()
