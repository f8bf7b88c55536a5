"""Replay one life (`… replay LIFE`) or many seeds (`… replay --seeds FIRST COUNT MOVES`)."""

import sys
from collections import Counter

from .lives import live, read, situations_of
from .rules.situations import table


def main(arguments: list[str]) -> int:
    if arguments[0] != "--seeds":
        live(read(arguments[0]))
        return 0
    first, count, moves = map(int, arguments[1:4])
    met: Counter[str] = Counter()
    for seed in range(first, first + count):
        try:
            met += situations_of(seed, moves)
        except AssertionError as different:
            sys.stdout.write(f"{different}\n")
            return 1
    sys.stdout.write(f"{table(met)}\n\n{count} lives of {moves} moves: no difference\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
