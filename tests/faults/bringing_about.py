"""How each kind of fault is brought about in a life."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from .callers import LINE_NUMBERS
from .mishaps import Mishap

if TYPE_CHECKING:
    from .life import Life

ARMED = (
    Mishap.DIES_BEFORE_APPEND,
    Mishap.DIES_AFTER_APPEND,
    Mishap.DIES_BETWEEN_EFFECTS,
    Mishap.DIES_BEFORE_ANSWERS,
    Mishap.COMMAND_DOUBLED,
    Mishap.APPEND_REFUSED,
    Mishap.COMMIT_UNANSWERED,
)
"""They strike at the next opportunity, by themselves."""
DAY = timedelta(days=1)
CROWD = 25
CROWD_WAITS = timedelta(seconds=4)
RIVALS_END_AFTER = timedelta(seconds=3)


def bring_about(life: "Life", mishap: Mishap) -> None:
    """Let a fault of the plan happen, where it can."""
    life.trace.note("fault", mishap)
    if mishap in ARMED:
        life.mishaps.arm(mishap)
    else:
        DO[mishap](life)


def _die_idle(life: "Life") -> None:
    if life.server is not None:
        life.mishaps.struck[Mishap.DIES_IDLE] += 1
        life.kill()


def _fill_disk(life: "Life") -> None:
    life.mishaps.struck[Mishap.DISK_FULL] += 1
    trouble = life.around.trouble
    trouble.full = True
    _later(life, 3, 20, lambda: setattr(trouble, "full", False))


def _slow_disk(life: "Life") -> None:
    life.mishaps.struck[Mishap.DISK_SLOW] += 1
    trouble = life.around.trouble
    trouble.slow = True
    _later(life, 3, 15, lambda: setattr(trouble, "slow", False))


def _close_page(life: "Life") -> None:
    life.people.agents.close_page()


def _unplug_phone(life: "Life") -> None:
    life.people.agents.unplug_phone()


def _cut_phones_off(life: "Life") -> None:
    server = life.server
    if server is None or not server.is_connected:
        return
    life.mishaps.struck[Mishap.PHONES_CUT_OFF] += 1
    server.phones.disconnect()

    def reconnect() -> None:
        if life.server is server:
            server.phones.reconnect()

    _later(life, 0.2, 15, reconnect)


def _restart_phones(life: "Life") -> None:
    life.mishaps.struck[Mishap.PHONES_RESTARTED] += 1
    if life.server is None:
        life.network.restart()
    else:
        life.server.phones.restart_phone_system()


def _fail_trunk(life: "Life") -> None:
    life.mishaps.struck[Mishap.TRUNK_FAILS] += 1
    life.network.trunk.is_failing = True
    _later(life, 5, 40, lambda: setattr(life.network.trunk, "is_failing", False))


def _overload(life: "Life") -> None:
    """Many strangers call in the same instant, and soon lose patience."""
    line_number = next(iter(LINE_NUMBERS.values()))
    for number in range(CROWD):
        phone = life.network.customer(f"+3370000{number:04}")
        life.watch.follow(phone)
        life.network.call_in(phone, line_number)
        life.scheduler.call_later(CROWD_WAITS, phone.hang_up)


def _write_from_two(life: "Life") -> None:
    if life.server is not None and life.server.is_connected:
        life.mishaps.struck[Mishap.SECOND_WRITER] += 1
        life.start()
        life.scheduler.call_later(RIVALS_END_AFTER, life.end_rivals)


def _set_clock(mishap: Mishap, by: timedelta) -> Callable[["Life"], None]:
    def set_clock(life: "Life") -> None:
        life.mishaps.struck[mishap] += 1
        life.wall_ahead += by
        life.kill()

    return set_clock


def _later(life: "Life", least: float, most: float, then: Callable[[], None]) -> None:
    life.scheduler.call_later(timedelta(seconds=life.chance.uniform(least, most)), then)


DO: dict[Mishap, Callable[["Life"], None]] = {
    Mishap.DIES_IDLE: _die_idle,
    Mishap.DISK_FULL: _fill_disk,
    Mishap.DISK_SLOW: _slow_disk,
    Mishap.PAGE_CLOSED: _close_page,
    Mishap.PHONE_UNPLUGGED: _unplug_phone,
    Mishap.PHONES_CUT_OFF: _cut_phones_off,
    Mishap.PHONES_RESTARTED: _restart_phones,
    Mishap.TRUNK_FAILS: _fail_trunk,
    Mishap.OVERLOAD: _overload,
    Mishap.SECOND_WRITER: _write_from_two,
    Mishap.CLOCK_FORWARD: _set_clock(Mishap.CLOCK_FORWARD, DAY),
    Mishap.CLOCK_BACK: _set_clock(Mishap.CLOCK_BACK, -DAY),
}
