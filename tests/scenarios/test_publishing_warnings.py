"""What publishing warns of: it is allowed, but hardly meant (R17, R48)."""

from ringback.core.flow import FlowProblem, MenuChoice, MenuStep, RedirectToLine
from ringback.core.ids import LineId, StepId
from ringback.core.inputs import PublishFlow
from ringback.core.publishing import warnings_of
from tests.scenarios.stage import LINE, VOICEMAIL, Stage, flow_of, ring
from tests.scenarios.test_redirecting import BERLIN, to_number, two_lines


def test_publishing_looks_for_a_circle_along_every_way() -> None:
    """R17: over other lines, past some that lead nowhere or are not there."""
    ways = [RedirectToLine(StepId(name), LineId(name)) for name in ("nice", "tours", "nowhere")]
    choices = tuple(MenuChoice(str(n), way.id) for n, way in enumerate(ways))
    stage = two_lines(MenuStep(StepId("menu"), "en/menu", choices, no_choice=None), *ways)
    stage.give(PublishFlow(flow_of(VOICEMAIL, flow_id="tours")))
    stage.configure_line("tours", flow="tours")
    flow = stage.world.flows[stage.world.lines[LINE].flow_id].versions[1]
    stage.configure_line("nice", flow="tours")
    assert [one.code for one in warnings_of(stage.world, flow)] == ["no-offer"]

    stage.give(PublishFlow(flow_of(RedirectToLine(StepId("back"), LINE), flow_id="nice")))
    stage.configure_line("nice", flow="nice")

    assert FlowProblem("redirect-loop", flow.first, "lyon") in warnings_of(stage.world, flow)


def test_publishing_warns_of_all_that_is_hardly_meant() -> None:
    """R48: of this flow's own lines, beside what else there is to say."""
    steps = (ring(then="redirect"), to_number(destination=BERLIN), VOICEMAIL)
    stage = Stage("x", teams={"support": []}, steps=steps)
    stage.give(PublishFlow(flow_of(VOICEMAIL, flow_id="other")))
    stage.configure_line("other", flow="other")
    flow = stage.world.flows[stage.world.lines[LINE].flow_id].versions[1]

    assert warnings_of(stage.world, flow)[:2] == [
        FlowProblem("empty-team", StepId("ring"), "support"),
        FlowProblem("redirect-refused", StepId("redirect"), LINE),
    ]
    assert [one.detail for one in warnings_of(stage.world, flow)[2:]] == [LINE]
