"""Replay one life (`… replay LIFE`) or many seeds (`… replay --seeds FIRST COUNT MOVES`)."""

import sys

from .lives import complaint, goes_wrong, life_of, live, read


def main(arguments: list[str]) -> int:
    if arguments[0] != "--seeds":
        live(read(arguments[0]))
        return 0
    first, count, moves = map(int, arguments[1:4])
    for seed in range(first, first + count):
        life = life_of(seed, moves)
        if goes_wrong(life):
            sys.stdout.write(complaint(seed, life) + "\n")
            return 1
    sys.stdout.write(f"{count} lives of {moves} moves: no difference\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
