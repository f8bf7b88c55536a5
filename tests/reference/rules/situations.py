"""The situations of the rules that lives must come into, counted by the model as it meets them."""

from enum import Enum

from .parts import World


class Situation(Enum):
    """What a rule speaks of; lives in which it never happens would show nothing about it."""

    LATE_STAR = "R5   * within 2 s after a message, asked from an end"
    STAR_IN_A_MENU = "R5   * in a menu, a key it does not know"
    STAR_AFTER_A_MENU = "R5   * within 2 s after a message, a menu having begun"
    STAR_WHERE_OFF = "R6   * where callbacks are off"
    CANNOT_CALL_BACK = "R9   a request by a number that we cannot call"
    LISTED_UNGRANTED = "R9   a call ends unanswered after it"
    JOINED = "R10  a request joins the one that waits there"
    JOINED_AND_WENT_AHEAD = "R10  … and brings an earlier place"
    JOINED_BY_HAND = "R10  a manual request joins a pending one"
    KEPT_THE_PLACE = "R12  a request keeps the caller's place"
    WALKED_ON = "R13  a request in an audio step walks on"
    SENT_TO_BACK = "R14  a callback goes on to another ring step"
    RETRIED = "R15  a retry joins at the back"
    PASSED_A_SILENT_MENU = "R17  a callback takes a menu's branch without a choice"
    MENU_CHOSEN = "R17  a caller chooses in a menu"
    MENU_ASKED_AGAIN = "R17  a menu asks again"
    MENU_NO_CHOICE = "R17  a caller makes no choice and goes on"
    MENU_DEAD_END = "R17  a caller makes no choice and is hung up on"
    HOURS_JUDGED_OPEN = "R17  an hours step passed when open"
    HOURS_JUDGED_CLOSED = "R17  an hours step passed when closed"
    DATES_JUDGED_SPECIAL = "R17  a dates step passed on a special day"
    DATES_JUDGED_ORDINARY = "R17  a dates step passed on an ordinary day"
    NO_RING_STEP = "R18  no ring step ahead"
    CLOSED_AT_ONCE = "R18  only the hour closes the way, at the request"
    CLOSED_ON_A_RETRY = "R18  only the hour closes the way, on a retry"
    LEFT_WHILE_RUNG = "R19  an agent leaves while being rung"
    LOST_TOO_LONG = "R19  a lost connection is given up after 60 s"
    SILENT_TOO_OFTEN = "R19  an agent lets several in a row ring out"
    CALLER_STAY_OVER = "R20  a live caller's stay is over"
    CALLER_LEFT_EARLY = "R20  nobody is left for a live caller"
    RUNG_LONG_ENOUGH = "R21  nobody is rung for longer: ring_for or 60 s"
    ALL_DECLINED = "R22  a step all of whose agents have declined"
    FAILED_NO_ANSWER = "R23  an attempt fails: no_answer"
    FAILED_DECLINED = "R23  an attempt fails: declined"
    FAILED_NO_AGENT = "R23  an attempt fails: no_available_agent"
    WAITED_TOO_LONG = "R24  the clock at the front runs out"
    NOBODY_TO_WAIT_FOR = "R24  at the front, nobody is waited for"
    FAILED_AT_ONCE = "R24  at the front everyone is busy, and it fails at once"
    ABSENT_WAITED_FOR = "R25  absent agents are waited for"
    HELD_BY_A_CALL = "R28b a card is withdrawn as its customer calls"
    REFUSED_BEFORE_THE_CARD = "R28b a number is refused before a card"
    LIMITED_BEFORE_THE_CARD = "R28b a rate limit holds a callback"
    DESK_PHONE_ACCEPTS = "R29  a desk phone is picked up"
    WINNER_NOT_CONNECTED = "R29  the winner's phone does not connect"
    CORRECTED = "R31  an outcome is corrected in wrap-up"
    NOT_REACHED = "R32  a customer is not reached"
    TRUNK_FAULT_AFTER_RINGING = "R32  a trunk fails after the customer's phone rang"
    FAULT = "R34  a fault of ours"
    THIRD_FAULT = "R34  the third fault of ours"
    ASKED_BY_HAND = "R35  a manual request"
    CLAIMED = "R38  a listed callback is claimed"
    RELEASED = "R38  … and released"
    CLAIMED_BY_ANOTHER = "R38  a wish for one that another has claimed"
    BEING_CALLED = "R38  a wish for one that is being called"
    CALLED_PENDING = "R38  a manual request is called by hand"
    HAND_CALL_ABANDONED = "R38  a call by hand comes to nothing before the customer can answer"
    HAND_CALL_REFUSED = "R38  … because the number is refused by then"
    REACHED_PENDING = "R38  a manual request's customer is reached"
    NOT_REACHED_PENDING = "R38  … or not reached"
    CALLED_LISTED = "R39  one that failed or was not reached is called by hand"
    REACHED_LISTED = "R39  … and its customer reached"
    NOT_REACHED_LISTED = "R39  … or not reached"
    DISMISSED = "R39  one that failed or was not reached is dismissed"
    DISMISSED_PENDING = "R39  a manual request is dismissed"
    CALLED_IN = "R39  one that failed or was not reached calls in and is answered"
    REFUSED_AT_THE_DIAL = "R48  a number is refused at the moment of dialling"
    LIMITED_AT_THE_DIAL = "R48  a rate limit at the moment of dialling"
    CANCELLED_QUEUED = "R49  cancelled while it waits"
    CANCELLED_RINGING = "R49  cancelled while its card rings"
    CANCELLED_ACCEPTED = "R49  cancelled after an accept"
    CANCELLED_PENDING = "R49  a manual request is cancelled"
    CANCELLED_CONNECTING = "R49  … while an agent's phone is connected for it"
    EXPIRED_QUEUED = "R49  expired while it waits"
    EXPIRED_RINGING = "R49  expired while its card rings"
    EXPIRED_ACCEPTED = "R49  expired after an accept"


def meet(world: World, situation: Situation) -> None:
    world.met[situation.value] = world.met.get(situation.value, 0) + 1


def table(met: dict[str, int]) -> str:
    """All situations with how often each was met."""
    return "\n".join(f"{met.get(each.value, 0):>8}  {each.value}" for each in Situation)


def never_met(met: dict[str, int]) -> list[str]:
    return [each.value for each in Situation if not met.get(each.value)]
