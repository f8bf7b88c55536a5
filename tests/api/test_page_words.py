"""The plain page's two dictionaries: whole, alike, and with a word for all the server can say."""

import inspect
import re
from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType

import pytest

from ringback.api import views
from ringback.api.events import NAMES
from ringback.api.routes.page import FOLDER
from ringback.core import flow_check, offering, publishing
from ringback.core.events import GiveUpCause, HoldCause, WithdrawalCause
from ringback.core.inputs import FailureCause, OutcomeCorrection
from ringback.core.outcomes import OutcomeKind, OutcomeReason
from ringback.core.settings import AgentStatus
from ringback.core.why import AgentBar, Obstacle
from ringback.ports import PhoneSystemState
from ringback.records.fairness import Overtaking
from ringback.telephony.simulated.phones import PhoneState

ENTRY = re.compile(r'^  "?([\w-]+)"?: "(.*)",$', re.MULTILINE)
CODE = re.compile(r'(?:FlowProblem|_out_of)\("([\w-]+)"')
UNSAID = frozenset(
    {
        "announcement-ended",
        "busy-wait-paused",
        "call-ended",
        "call-restored",
        "end-reached",
        "farewell-said",
        "message-passed-over",
        "outbound-call-restored",
        "prompt-ended",
        "recording-started",
        "whisper-ended",
    }
)
"""Events of a callback that the timeline leaves out or says in two ways."""
ELSEWHERE = re.compile(
    "account|alert-dismissed|customer-named|customer-erased|line-|message-(?!passed)|flow-|tag-|team-"
    "|agent-(?!phone-up)|wrap-up|late-"
    "|orphan|phone-sys"
)


def _dictionary(name: str) -> dict[str, str]:
    source = (FOLDER / "words.js").read_text()
    body = source.partition(f"const {name} = {{")[2].partition("\n};")[0]
    return dict(ENTRY.findall(body))


def _needed() -> Iterator[str]:
    kinds: tuple[tuple[str, type[StrEnum]], ...] = (
        ("condition", views.Condition),
        ("status", AgentStatus),
        ("waiting", views.WaitingState),
        ("state", views.CallbackState),
        ("stage", views.ConversationStage),
        ("kind", views.ItemKind),
        ("card", views.ItemKind),
        ("talk", views.ItemKind),
        ("outcome", OutcomeKind),
        ("reason", OutcomeReason),
        ("cause", FailureCause),
        ("hold", HoldCause),
        ("giveup", GiveUpCause),
        ("correct", OutcomeCorrection),
        ("phones", PhoneSystemState),
        ("end", WithdrawalCause),
        ("why", Obstacle),
        ("bar", AgentBar),
        ("fair", Overtaking),
        ("call", views.CallStage),
    )
    for prefix, kind in kinds:
        yield from (f"{prefix}_{each.value}" for each in kind)
    yield from (f"booth_{each.value.replace('-', '_')}" for each in PhoneState)
    for name in NAMES.values():
        if name not in UNSAID and not ELSEWHERE.match(name):
            yield f"event_{name}"


def _codes(module: ModuleType, function: str | None = None) -> set[str]:
    source = inspect.getsource(module if function is None else getattr(module, function))
    return set(CODE.findall(source))


@pytest.mark.parametrize("language", ["english", "french"])
def test_each_problem_and_warning_of_a_flow_has_its_words(language: str) -> None:
    """What keeps a flow from being published is told in the reader's language."""
    warnings = (
        _codes(publishing, "warnings_of") | _codes(offering) | _codes(publishing, "_refused_dials")
    )
    problems = _codes(flow_check) | _codes(publishing) - warnings
    needed = {f"problem_{code}" for code in problems} | {f"warning_{code}" for code in warnings}

    assert len(needed) > 20
    assert not needed - _dictionary(language).keys()


@pytest.mark.parametrize("language", ["english", "french"])
def test_there_is_a_word_for_all_the_server_can_say(language: str) -> None:
    """A new reason, state or event needs its words in both languages."""
    assert not set(_needed()) - _dictionary(language).keys()


def test_both_languages_say_the_same_things() -> None:
    """The same keys with the same places to fill in."""
    english, french = _dictionary("english"), _dictionary("french")

    assert english.keys() == french.keys()
    for key, text in english.items():
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", french[key])), key


def test_french_leaves_the_space_before_its_signs() -> None:
    """The page turns it into one that does not break."""
    for key, text in _dictionary("french").items():
        assert not re.search(r"[^\s:][:;!?](?:\s|$)", text), (key, text)
