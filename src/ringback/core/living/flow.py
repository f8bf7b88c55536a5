"""The versions of flows, and the queues of their ring steps."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from ringback.core.flow import Flow
from ringback.core.ids import AgentId, FlowId, StepId

QueueId = NewType("QueueId", str)


@dataclass(frozen=True, slots=True)
class FlowDraft:
    """A flow to be; its number tells it from every draft before and after."""

    flow: Flow
    number: int
    based_on: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When and by whom a version was put in force."""

    at: datetime
    by: str
    rolled_back_to: int | None


@dataclass(slots=True)
class PublishedFlow:
    """A flow's versions; calls are taken in by the current one."""

    versions: dict[int, Flow] = field(default_factory=dict)
    publications: dict[int, Publication] = field(default_factory=dict)
    current: int = 0


def name_queue(
    flow_id: FlowId, flow_version: int, step_id: StepId, agent_id: AgentId | None = None
) -> QueueId:
    """Name the one queue of a ring step in one version of a flow.

    Those who were moved to a named agent at that step wait beside it (R47).
    """
    beside = "" if agent_id is None else f">{agent_id}"
    return QueueId(f"{flow_id}@{flow_version}/{step_id}{beside}")
