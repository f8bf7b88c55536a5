"""What a life leans to, so that what seldom happens in an even life happens often in some."""

from dataclasses import dataclass, replace

FAILURES = ("busy", "no-answer", "rejected", "invalid-number") + ("trunk",) * 6 + ("never-sent",)


@dataclass(frozen=True)
class Leaning:
    """How often, in moves, what the name says happens beside an even life's once."""

    name: str
    staying: bool = False
    """Whether agents mostly stay online, and are several."""
    customers: int = 7
    asks: int = 4
    takes: int = 4
    arrivals: int = 3
    separations: int = 1
    hurries: bool = False
    """Whether time passes more often between two moves."""
    connects: int = 5
    by_hand: int = 2
    policy: bool = False
    """Whether countries close while callbacks to them wait."""
    modes: tuple[str, ...] = ("automated",) * 10 + ("manual", "off")
    ageing: bool = False
    """Whether time likes to pass until a callback is nearly too old."""
    shifts: bool = False
    """Whether working hours begin and end in the midst of a life."""
    calling_in: tuple[str, ...] = ("keep",) * 4 + ("give-place", "cancel")
    outside: bool = False
    """Whether agents' calls mostly ring outside."""
    told: bool = False
    """Whether callers mostly hear messages, or the wait, while they wait."""
    said: int = 8
    """Among how many lines one lets something be said before the conversation."""
    transfers: int = 1
    """How often conversations are transferred."""
    consults: int = 1
    """How often colleagues are asked before."""
    elsewhere: int = 1
    """How often callbacks are asked for without a call."""
    erasures: int = 1
    """How often customers are erased."""
    supervised: int = 1
    """How often callbacks are moved."""
    closing: bool = False
    """Whether the hour closes the way in the midst of a life."""
    reports: int = 12
    failures: tuple[str, ...] = FAILURES
    answers: int = 3
    """In how many of seven the dialled customer answers."""
    retries: tuple[int, ...] = (0, 0, 1, 1, 2)
    line_hour_max: tuple[int, ...] = (200, 200, 200, 3, 1)
    age_max: tuple[float, ...] = (86_400,) * 6 + (200,)
    countries: tuple[tuple[str, ...], ...] = ((),) + (("FR", "DE"),) * 4 + (("DE",),)


BUSY = Leaning("calling", staying=True, customers=11, asks=8, takes=12)

BAD_TRUNK = replace(
    BUSY, name="bad trunk", takes=24, reports=30, failures=("trunk", "never-sent"), answers=0
)
TRANSFERS = replace(BUSY, name="transfers", transfers=6, answers=6, takes=8, separations=0)
QUIET = replace(BUSY, takes=1, separations=0, supervised=0, by_hand=1)
POLICY = replace(
    QUIET, name="policy", takes=0, connects=3, policy=True, line_hour_max=(200, 200, 1)
)

LEANINGS = (
    Leaning("even"),
    Leaning("asking twice", customers=1, asks=6, arrivals=6, takes=0),
    BUSY,
    BAD_TRUNK,
    replace(BUSY, name="separations", takes=8, separations=6),
    replace(BUSY, name="by hand", by_hand=6, connects=1, modes=("manual", "manual", "automated")),
    POLICY,
    replace(POLICY, by_hand=6, modes=("manual", "automated")),
    replace(QUIET, name="ageing", connects=1, age_max=(60, 90), ageing=True),
    replace(BUSY, name="shifts", shifts=True, hurries=True, takes=3),
    replace(
        BUSY,
        name="calling in",
        customers=2,
        arrivals=8,
        takes=2,
        asks=10,
        calling_in=("give-place", "give-place", "cancel"),
        age_max=(86_400, 90),
        ageing=True,
    ),
    replace(BUSY, name="told", told=True, hurries=True, asks=1),
    replace(BUSY, name="introduced", said=2, answers=6, takes=6),
    TRANSFERS,
    replace(TRANSFERS, hurries=True, arrivals=1, takes=12),
    replace(TRANSFERS, name="consults", consults=10, transfers=1, connects=8),
    replace(TRANSFERS, name="consults apart", consults=10, transfers=0, connects=8, separations=6),
    replace(BUSY, name="outside", outside=True, takes=2),
    replace(BUSY, name="asked elsewhere", elsewhere=10, arrivals=1, customers=4),
    replace(BUSY, name="erased", erasures=8, elsewhere=3, by_hand=5, answers=5),
    replace(BUSY, name="supervised", takes=1, supervised=8),
    replace(
        BUSY,
        name="tried",
        customers=2,
        arrivals=6,
        failures=("busy", "no-answer"),
        answers=1,
        by_hand=3,
    ),
    replace(QUIET, name="closing", closing=True, hurries=True, retries=(2,)),
)
