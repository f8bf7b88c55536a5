"""Who has callbacks at all: the plan, and the owner's word (R1)."""

from dataclasses import replace

import pytest

from ringback.core.events import CallbackRequested, LineConfigured
from ringback.core.inputs import ConfigureAccount, ConfigureLine
from ringback.core.outcomes import COMPLETED
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AccountSettings, CallbackMode, Plan
from tests.scenarios.stage import LINE, Stage

ESSENTIALS = AccountSettings(plan=Plan.ESSENTIALS)
NOT_ENROLLED = AccountSettings(enrolled=False)
LOCKED = pytest.mark.parametrize(
    ("account", "reason"), [(ESSENTIALS, "plan"), (NOT_ENROLLED, "not-enrolled")]
)


def test_new_account_is_professional_and_has_callbacks() -> None:
    """R1: an installation of one's own starts with everything."""
    stage = Stage("x")
    call = stage.arrive()

    stage.press(call)

    assert stage.world.settings.plan is Plan.PROFESSIONAL
    assert stage.requested(call)


@LOCKED
@pytest.mark.parametrize("mode", [CallbackMode.AUTOMATED, CallbackMode.MANUAL])
def test_star_does_nothing_on_any_line(
    account: AccountSettings, reason: str, mode: CallbackMode
) -> None:
    """R1, R6: the caller keeps the place and hears nothing of it."""
    stage = Stage("x", account=account, mode=mode)
    call = stage.arrive()
    before = stage.world.sequence

    stage.press(call)

    assert stage.world.sequence == before
    assert stage.rung_for("x") == call


@LOCKED
def test_callback_settings_are_locked_and_say_why(account: AccountSettings, reason: str) -> None:
    """R1: refused with the reason, and nothing is saved; the rest of the line is free."""
    stage = Stage("x", account=account)
    line = stage.world.lines[LINE]

    changed = replace(line, name="Paris", callbacks=replace(line.callbacks, retries=3))
    refusal = stage.refuses(ConfigureLine(changed))

    assert refusal.code is RefusalCode.CALLBACKS_LOCKED
    assert refusal.data == {"line_id": LINE, "reason": reason}
    assert stage.world.lines[LINE] == line
    stage.give(ConfigureLine(replace(line, name="Paris")))
    assert stage.world.lines[LINE].name == "Paris"


def test_opting_in_opens_what_was_locked() -> None:
    """R1: from that moment `*` counts, for those who wait already as well."""
    stage = Stage("x", account=NOT_ENROLLED)
    call = stage.arrive()
    stage.press(call)
    assert not stage.events(CallbackRequested)

    stage.give(ConfigureAccount(AccountSettings()))

    stage.press(call)
    assert stage.requested(call)
    settings = replace(stage.world.lines[LINE].callbacks, retries=3)
    stage.give(ConfigureLine(replace(stage.world.lines[LINE], callbacks=settings)))
    assert stage.events(LineConfigured)[-1].line.callbacks.retries == 3


def test_opting_in_does_not_open_a_plan_without_callbacks() -> None:
    """R1: the plan comes first."""
    stage = Stage("x", account=replace(ESSENTIALS, enrolled=False))

    stage.give(ConfigureAccount(ESSENTIALS))

    call = stage.arrive()
    stage.press(call)
    assert not stage.events(CallbackRequested)


@LOCKED
def test_pending_callbacks_go_on_when_it_is_switched_off(
    account: AccountSettings, reason: str
) -> None:
    """R1, R4: what was promised is kept."""
    stage = Stage("x")
    callback = stage.ask(stage.arrive())

    stage.give(ConfigureAccount(account))

    stage.take("x")
    stage.customer_answers(callback)
    assert stage.outcome(callback) == COMPLETED


@LOCKED
def test_new_line_may_be_made_while_callbacks_are_locked(
    account: AccountSettings, reason: str
) -> None:
    """R1: its callback settings wait, like those of the others."""
    stage = Stage("x", account=account)

    stage.configure_line("lyon")

    assert "lyon" in stage.world.lines
