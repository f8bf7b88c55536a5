"""What if: a past day replayed with other settings, beside what it was."""

import re
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from fastapi import APIRouter
from pydantic import BaseModel, Field, model_validator

from ringback.access.permissions import Permission
from ringback.api.configuration import CallbackSettings, Configuration, Reference
from ringback.api.dependencies import ServicesAtOnce
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.exact import Instant, Quantity, Whole
from ringback.api.flow_steps import Ringing
from ringback.api.permitting import needs
from ringback.api.services import Services
from ringback.api.views import View
from ringback.core.ids import LineId
from ringback.simulation.past.changes import Changes
from ringback.simulation.past.comparison import Question
from ringback.simulation.scenario import CallerConduct
from ringback.simulation.what_if import Study, StudyState, WhatIfDesk

DAYS_MAX = 31
_UNIT = re.compile(r"_(seconds|minutes|hours)$")
_E = EdgeCode
router = APIRouter(prefix="/what-if", tags=["what-if"])


class WhatIf(Configuration):
    """Which days, and what is to be different; what is not given stays as it was."""

    begins: Instant = Field(examples=["2026-03-02T00:00:00+01:00"])
    until: Instant = Field(examples=["2026-03-03T00:00:00+01:00"])
    lines: list[Reference] = Field(
        default=[], max_length=1_000, description="Only these lines; empty means all."
    )
    callbacks: CallbackSettings = Field(
        default=CallbackSettings(),
        description="Only the settings that are given change.",
        examples=[{"retries": 2, "when_busy": "fail"}],
    )
    ring_steps: Ringing = Field(
        default=Ringing(),
        description="For every ring step of these lines; only what is given changes.",
        examples=[{"rule": "longest-idle"}],
    )
    more_agents: Whole = Field(
        default=0, ge=-1_000, le=1_000, description="In each team; below zero: fewer."
    )
    time_zone: str = Field(
        default="UTC", max_length=60, description="Whose hours of the day results are told by."
    )
    press_share: Quantity = Field(
        default=0.5, ge=0, le=1, description="Where callbacks were off: how many press `*`."
    )
    seed: Whole = 1

    @model_validator(mode="after")
    def _is_a_period(self) -> "WhatIf":
        if not timedelta(0) < self.until - self.begins <= timedelta(days=DAYS_MAX):
            raise ValueError(f"until lies after begins, by {DAYS_MAX} days at most")
        if self.time_zone not in available_timezones():
            raise ValueError("there is no such time zone")
        return self

    def question(self) -> Question:
        changes = Changes(
            lines=tuple(map(LineId, self.lines)),
            callbacks=given_fields(self.callbacks),
            ring_steps=given_fields(self.ring_steps),
            more_agents=self.more_agents,
        )
        conduct = CallerConduct(press_share=self.press_share)
        return Question(changes, conduct, self.seed, ZoneInfo(self.time_zone))


class StudyView(View):
    id: str
    state: StudyState
    progress: float = Field(description="Between 0 and 1.")
    problem: str | None = None
    code: str | None = Field(default=None, description="Why it was refused, as a stable code.")
    details: dict[str, Any] = Field(default={}, description="What belongs to the code.")
    asked: dict[str, Any] = Field(default={}, description="The question, as it was sent.")
    result: dict[str, Any] | None = Field(
        default=None,
        description="`as_it_was`, `same_settings` and `other_settings`, once the state is done.",
    )


@router.post(
    "",
    name="ask_what_if",
    status_code=202,
    responses=refuses(_E.WHAT_IF_UNAVAILABLE, _E.WHAT_IF_RUNNING),
)
@needs(Permission.WHAT_IF)
async def ask_what_if(asked: WhatIf, services: ServicesAtOnce) -> StudyView:
    """Begin to replay some past days; ask for the study until it is done."""
    told = asked.model_dump(mode="json", exclude_unset=True)
    desk = desk_of(services)
    return study_view(desk.ask(asked.begins, asked.until, asked.question(), told))


@router.get(
    "/{study_id}",
    name="get_what_if",
    responses=refuses(_E.WHAT_IF_UNAVAILABLE, _E.UNKNOWN_STUDY),
)
@needs(Permission.WHAT_IF)
async def get_what_if(study_id: str, services: ServicesAtOnce) -> StudyView:
    return study_view(_study(services, study_id))


@router.delete(
    "/{study_id}",
    name="stop_what_if",
    responses=refuses(_E.WHAT_IF_UNAVAILABLE, _E.UNKNOWN_STUDY),
)
@needs(Permission.WHAT_IF)
async def stop_what_if(study_id: str, services: ServicesAtOnce) -> StudyView:
    """Stop a study that is still running; one that is done keeps its result."""
    study = _study(services, study_id)
    desk_of(services).stop(study)
    return study_view(study)


def desk_of(services: Services) -> WhatIfDesk:
    if services.what_if is None:
        raise EdgeRefused(_E.WHAT_IF_UNAVAILABLE)
    return services.what_if


def _study(services: Services, study_id: str) -> Study:
    study = desk_of(services).study(study_id)
    if study is None:
        raise EdgeRefused(_E.UNKNOWN_STUDY, study_id=study_id)
    return study


def study_view(study: Study) -> StudyView:
    return StudyView(
        id=study.id,
        state=study.state,
        progress=round(study.progress, 3),
        problem=study.problem,
        code=study.code,
        details=dict(study.details),
        asked=dict(study.asked),
        result=study.result,
    )


def given_fields(settings: BaseModel) -> dict[str, Any]:
    """Name the core's fields that were given, with their values."""
    found = {}
    for name in sorted(settings.model_fields_set):
        value, unit = getattr(settings, name), _UNIT.search(name)
        if unit is None:
            found[name] = value
        else:
            found[name.removesuffix(unit[0])] = timedelta(**{unit[1]: value})
    return found
