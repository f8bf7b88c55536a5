"""The simulated company: per call type a flow, a team and its lines, and the agents' teams."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ringback.core.flow import AudioStep, Flow, HangUpStep, RingStep, Step, TeamTarget
from ringback.core.ids import AccountId, AgentId, FlowId, LineId, StepId, TeamId
from ringback.core.inputs import (
    ConfigureAccount,
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    Input,
    OpenAccount,
    PublishFlow,
)
from ringback.core.settings import AccountSettings, AgentProfile, Line, PhoneKind, Team

from .callers import PRIORITY_SUFFIX, line_id
from .scenario import COUNTRY, LinePlan

GREETING, QUEUE, END = StepId("greeting"), StepId("queue"), StepId("end")
GREETING_PROMPT = "en/greeting"
CALLBACKS_MAX = 1_000_000


def found_company(
    call_types: Iterable[str], agents: Iterable[str], plan: LinePlan, *, greeting: bool
) -> Iterator[Input]:
    """Yield the inputs that set the company up; teams are empty until the first day."""
    yield OpenAccount(AccountId("simulated"), CALLBACKS_MAX)
    yield ConfigureAccount(AccountSettings(ring_outs_in_row_max=0))
    for agent in agents:
        yield ConfigureAgent(profile(AgentId(agent), 0))
    for call_type in call_types:
        yield team_of(call_type, ())
        yield PublishFlow(_flow(call_type, plan, greeting=greeting))
        for priority in (False, True):
            yield ConfigureLine(_line(call_type, plan, priority=priority))


def profile(agent_id: AgentId, wrap_up: int) -> AgentProfile:
    """Describe an agent with a desk phone, whose next wrap-up lasts so many seconds."""
    return AgentProfile(agent_id, agent_id, PhoneKind.DESK, timedelta(seconds=wrap_up))


def team_of(call_type: str, members: Iterable[str]) -> ConfigureTeam:
    """Set who serves a call type."""
    agents = tuple(AgentId(member) for member in members)
    return ConfigureTeam(Team(TeamId(call_type), call_type, agents))


def call_type_of(line: LineId) -> str:
    """Name the call type whose line, with or without priority, this is."""
    return line.removesuffix(PRIORITY_SUFFIX)


def _flow(call_type: str, plan: LinePlan, *, greeting: bool) -> Flow:
    queue = RingStep(
        QUEUE,
        TeamTarget(TeamId(call_type)),
        END,
        ring_for=plan.ring_for,
        rule=plan.rule,
        ring_each_for=plan.ring_each_for,
        ring_even_if_busy=plan.ring_even_if_busy,
    )
    steps: tuple[Step, ...] = (queue, HangUpStep(END))
    if greeting:
        steps = (AudioStep(GREETING, GREETING_PROMPT, QUEUE), *steps)
    return Flow(FlowId(call_type), call_type, steps[0].id, steps)


def _line(call_type: str, plan: LinePlan, *, priority: bool) -> Line:
    own_id = line_id(call_type, priority=priority)
    return Line(
        own_id,
        own_id,
        COUNTRY,
        "en",
        FlowId(call_type),
        priority=priority,
        callbacks=plan.callbacks,
        dialling=plan.dialling,
    )
