"""A life of an account as bytes: made from a seed, lived on both sides, cut down, told."""

import random
from collections import Counter
from collections.abc import Sequence

from .both_sides import BothSides
from .chance import Chance
from .choosing import found, make_one

FOUNDING_BYTES = 200
MOVE_BYTES = 12
REPLAY = "uv run python -m tests.reference.replay"

WRONG = (AssertionError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""How a life goes wrong: the sides differ, or one of them fails."""

Life = list[bytes]
"""How the company is founded, then one piece for every move."""


def life_of(seed: int, moves: int) -> Life:
    chance = random.Random(seed)
    return [chance.randbytes(FOUNDING_BYTES)] + [chance.randbytes(MOVE_BYTES) for _ in range(moves)]


def live(life: Life) -> BothSides:
    """Live a life on both sides; raises what went wrong first, with all that was told."""
    both = BothSides()
    try:
        found(both, Chance(life[0]))
        for move in life[1:]:
            make_one(both, Chance(move))
    except WRONG as wrong:
        wrong.add_note("\n".join(both.told))
        raise
    return both


def situations_of(seed: int, moves: int) -> Counter[str]:
    """Count what a life came into; a difference is told with its shortest form and its replay."""
    life = life_of(seed, moves)
    try:
        return Counter(live(life).model.world.met)
    except WRONG:
        raise AssertionError(complaint(seed, life)) from None


def shortest(life: Life) -> Life:
    """Leave out moves, many at a time and then one by one, while it still goes wrong."""
    size = max(1, (len(life) - 1) // 2)
    while size:
        start = 1
        while start < len(life):
            fewer = life[:start] + life[start + size :]
            if goes_wrong(fewer):
                life = fewer
            else:
                start += size
        size //= 2
    return life


def goes_wrong(life: Life) -> str | None:
    """Tell what kind of thing goes wrong in a life, if anything does."""
    try:
        live(life)
    except WRONG as wrong:
        return type(wrong).__name__
    return None


def written(life: Life) -> str:
    return "-".join(piece.hex().rstrip("0") for piece in life)


def read(text: str) -> Life:
    return [bytes.fromhex(piece + "0" * (len(piece) % 2)) for piece in text.split("-")]


def replay_of(life: Life) -> str:
    return f"replay: {REPLAY} {written(life)}"


def complaint(seed: int, life: Life) -> str:
    """What to say about a life that goes wrong: the shortest form of it, and how to replay it."""
    short = shortest(life)
    try:
        live(short)
    except WRONG as wrong:
        notes: Sequence[str] = getattr(wrong, "__notes__", [])
        told = "\n".join([*notes, "", f"{type(wrong).__name__}: {wrong}"])
        return f"seed {seed}:\n{told}\n\n{replay_of(short)}"
    raise AssertionError("a life that went wrong did not do so again")
