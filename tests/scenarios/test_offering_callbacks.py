"""Telling callers of `*`: a line that allows callbacks and never says so is warned of (R3)."""

from collections.abc import Sequence

import pytest

from ringback.core.flow import Step
from ringback.core.inputs import MarkMessage, PublishFlow
from ringback.core.offering import line_warnings, offers_callbacks
from ringback.core.publishing import warnings_of
from ringback.core.settings import CallbackMode, CallbackSettings
from tests.scenarios.stage import LINE, VOICEMAIL, Stage, audio, flow_of, ring

SILENT: Sequence[Step] = (audio("welcome", "ring"), ring(), VOICEMAIL)
WAITING: Sequence[Step] = (ring(messages=("fr/offer",)), VOICEMAIL)
IN_AUDIO: Sequence[Step] = (audio("offer", "ring"), ring(), VOICEMAIL)


def warned(stage: Stage) -> list[tuple[str, str]]:
    flow = stage.world.flows[stage.world.lines[LINE].flow_id]
    found = warnings_of(stage.world, flow.versions[flow.current])
    return [(one.code, one.detail) for one in found]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [(SILENT, [("no-offer", LINE)]), (WAITING, []), (IN_AUDIO, [])],
)
def test_flow_without_an_offer_warns_and_is_published(
    steps: Sequence[Step], expected: list[tuple[str, str]]
) -> None:
    """R3: an audio step or a waiting message must tell callers; it is no reason to refuse."""
    stage = Stage("x", steps=[ring("before", then="voicemail"), VOICEMAIL])

    stage.give(PublishFlow(flow_of(*steps)))

    assert warned(stage) == expected
    assert [one.code for one in line_warnings(stage.world, stage.world.lines[LINE])] == [
        code for code, _ in expected
    ]


def test_line_without_callbacks_needs_no_offer() -> None:
    """R3: switching them on is what warns."""
    stage = Stage("x", steps=SILENT, mode=CallbackMode.OFF)
    assert warned(stage) == []

    stage.settings = CallbackSettings(mode=CallbackMode.MANUAL)
    stage.configure_line()

    assert [one.code for one in line_warnings(stage.world, stage.world.lines[LINE])] == ["no-offer"]
    assert warned(stage) == [("no-offer", LINE)]


def test_message_of_ones_own_offers_once_it_is_marked() -> None:
    """R3: marks are kept, and the ready offer may be marked as none."""
    stage = Stage("x", steps=SILENT)

    stage.give(MarkMessage("en/welcome", offers_callbacks=True))

    assert warned(stage) == []
    stage.give(MarkMessage("en/welcome", offers_callbacks=True))
    stage.give(MarkMessage("en/offer", offers_callbacks=False))
    assert stage.replayed().offer_marks == {"en/welcome": True, "en/offer": False}
    assert not offers_callbacks(stage.world, "en/offer")


def test_message_at_the_end_of_a_flow_offers_nothing() -> None:
    """R5: `*` means nothing at a voicemail, so an offer there is none."""
    stage = Stage("x", steps=[ring(), VOICEMAIL])

    stage.give(MarkMessage(VOICEMAIL.prompt, offers_callbacks=True))

    assert warned(stage) == [("no-offer", LINE)]
