"""Settings from file and environment: what is wrong is named in plain sentences."""

import json
import os
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from ringback.config.loading import (
    DEMO_COMPANY,
    SettingsWrong,
    check_settings,
    demo_settings,
    load_settings,
    shown,
)
from ringback.config.settings import PhoneWorld
from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours
from ringback.core.flow import (
    AudioStep,
    DatesStep,
    HoursStep,
    MenuChoice,
    MenuStep,
    RingStep,
    TeamTarget,
    VoicemailStep,
)
from ringback.core.ids import StepId, TeamId
from ringback.core.settings import CallbackMode

AGENT: dict[str, Any] = {"id": "tom", "name": "Tom"}
TEAM: dict[str, Any] = {"id": "support", "name": "Support", "members": ["tom"]}
RING: dict[str, Any] = {"kind": "ring", "id": "ring", "team": "support", "next": "end"}
END: dict[str, Any] = {"kind": "hang-up", "id": "end"}
MENU: dict[str, Any] = {
    "kind": "menu",
    "id": "menu",
    "prompt": "en/menu",
    "choices": [{"digit": "1", "next": "ring"}],
    "no_choice": "end",
}
ASTRAY = {"digit": "1", "next": "x"}
WEEK = {"days": ["monday", "friday"], "opens": "09:00", "closes": "24:00"}
BACKWARDS = {"days": ["monday"], "opens": "18:00", "closes": "09:00"}
HOURS: dict[str, Any] = {
    "kind": "hours",
    "id": "hours",
    "time_zone": "Europe/Paris",
    "periods": [WEEK],
    "open": "ring",
    "closed": "end",
}
HOLIDAY = {"name": "Bastille Day", "first": "2026-07-14"}
UNDONE = {"name": "New Year", "first": "2026-12-31", "last": "2026-01-01"}
DATES: dict[str, Any] = {
    "kind": "dates",
    "id": "dates",
    "time_zone": "Europe/Paris",
    "dates": [HOLIDAY],
    "special": "end",
    "ordinary": "ring",
}
FLOW: dict[str, Any] = {"id": "main", "name": "Main", "first": "ring", "steps": [RING, END]}
LINE: dict[str, Any] = {
    "id": "paris",
    "number": "+33199001000",
    "name": "Paris",
    "country": "FR",
    "flow": "main",
}
COMPANY: dict[str, Any] = {"agents": [AGENT], "teams": [TEAM], "flows": [FLOW], "lines": [LINE]}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in tuple(os.environ):
        if name.startswith("RINGBACK_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def problems(values: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(SettingsWrong) as wrong:
        check_settings(values)
    return wrong.value.problems


def test_nothing_at_all_is_a_good_configuration() -> None:
    """Without file and environment Ringback starts on simulated phones, on loopback."""
    settings = load_settings()

    assert settings.phones is PhoneWorld.SIMULATED
    assert settings.http.host == "127.0.0.1"
    assert settings.lines == ()


def test_environment_outranks_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One value of a section may come from each."""
    file = tmp_path / "some.toml"
    file.write_text('data_directory = "/srv/a"\n[http]\nport = 1111\nhost = "::1"\n')
    monkeypatch.setenv("RINGBACK_CONFIG", str(file))
    monkeypatch.setenv("RINGBACK_HTTP__PORT", "2222")

    settings = load_settings()

    assert (settings.http.host, settings.http.port) == ("::1", 2222)
    assert settings.journal_path == Path("/srv/a/ringback.db")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"phones": "asterix"}, "phones is 'asterix': it should be 'simulated' or 'asterisk'."),
        (
            {"http": {"port": 99999}},
            "http.port is 99999: it should be less than or equal to 65535.",
        ),
        (
            {"http": {"prot": 1}},
            "http.prot is not a setting; known here are: host, port, public_address, token.",
        ),
        ({"http": 5}, "http is 5: "),
        ({"lines": [{**LINE, "name": ""}]}, "lines[0].name is ''"),
        (
            {"flows": [{**FLOW, "steps": [{**RING, "ring_for_seconds": 2}, END]}]},
            "flows[0].steps[0].ring_for_seconds is 2: it should be greater than or equal to 5.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**END, "promt": "x"}]}]},
            "flows[0].steps[0].promt is not a setting; known here are: id, kind, prompt.",
        ),
        (
            {"lines": [{**LINE, "callbacks": {"retries": 6}}]},
            "lines[0].callbacks.retries is 6: it should be less than or equal to 5.",
        ),
    ],
)
def test_wrong_value_is_named_with_its_path_and_what_is_allowed(
    values: dict[str, Any], sentence: str
) -> None:
    """R2: out of range is refused with a message naming the bounds."""
    [problem] = [one for one in problems(COMPANY | values) if one.startswith(sentence)]

    assert problem.endswith(".")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"teams": [{**TEAM, "members": ["tim"]}]},
            "teams[0].members names the agent 'tim', which does not exist; there are: tom.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**RING, "next": "nowhere"}, END]}]},
            "flows[0].steps[0].next names the step 'nowhere', "
            "which does not exist; there are: end, ring.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**RING, "agent": "tom"}, END]}]},
            "flows[0].steps[0] must name either a team or an agent.",
        ),
        (
            {"lines": [{**LINE, "number": "0199001000"}]},
            "lines[0].number is '0199001000'; it must be a number such as '+33199001000'.",
        ),
        (
            {"flows": [{**FLOW, "first": "hours", "steps": [{**HOURS, "closed": "x"}, RING, END]}]},
            "flows[0].steps[0].closed names the step 'x', "
            "which does not exist; there are: end, hours, ring.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**HOURS, "time_zone": "Mars"}, RING, END]}]},
            "flows[0].steps[0].time_zone is 'Mars'; it must be a zone such as 'Europe/Paris'.",
        ),
        (
            {"agents": [{**AGENT, "hours": {"time_zone": "Mars", "periods": []}}]},
            "agents[0].hours.time_zone is 'Mars'; it must be a zone such as 'Europe/Paris'.",
        ),
        (
            {"agents": [{**AGENT, "hours": {"time_zone": "UTC", "periods": [BACKWARDS]}}]},
            "agents[0].hours.periods[0] closes before it opens.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**HOURS, "periods": [BACKWARDS]}, RING, END]}]},
            "flows[0].steps[0].periods[0] closes before it opens.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**DATES, "special": "x"}, RING, END]}]},
            "flows[0].steps[0].special names the step 'x', "
            "which does not exist; there are: dates, end, ring.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**DATES, "dates": [UNDONE]}, RING, END]}]},
            "flows[0].steps[0].dates[0] ends before it begins.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**MENU, "no_choice": "x"}, RING, END]}]},
            "flows[0].steps[0].no_choice names the step 'x', "
            "which does not exist; there are: end, menu, ring.",
        ),
        (
            {"flows": [{**FLOW, "steps": [{**MENU, "choices": [ASTRAY]}, RING, END]}]},
            "flows[0].steps[0].choices[0].next names the step 'x', "
            "which does not exist; there are: end, menu, ring.",
        ),
        ({"lines": [LINE, {**LINE, "id": "other"}]}, "lines has '+33199001000' twice."),
        ({"agents": [AGENT, AGENT]}, "agents has 'tom' twice."),
        (
            {"lines": [{**LINE, "flow": "other"}]},
            "lines[0].flow names the flow 'other', which does not exist; there are: main.",
        ),
        (
            {"lines": [{**LINE, "trunk": "carrier"}]},
            "lines[0].trunk names the trunk 'carrier', but there is none.",
        ),
        (
            {"agents": [{**AGENT, "phone": "outside"}]},
            "agents[0].outside_number is missing: 'tom' has the phone 'outside'.",
        ),
        (
            {"agents": [{**AGENT, "outside_number": "112"}]},
            "agents[0].outside_number cannot be called: it is an emergency number.",
        ),
        (
            {"agents": [{**AGENT, "outside_number": "+442079460000"}]},
            "agents[0].outside_number cannot be called: it is in a country where no line may call.",
        ),
        (
            {"agents": [{**AGENT, "outside_number": "06 12 34 56 78"}]},
            "agents[0].outside_number must be written with its country, such as '+33612345678'.",
        ),
    ],
)
def test_name_that_leads_nowhere_is_a_problem(values: dict[str, Any], sentence: str) -> None:
    """The entries of a company fit together before anything is applied."""
    assert sentence in problems(COMPANY | values)


def test_all_problems_are_told_at_once() -> None:
    """Nobody has to start three times to find three mistakes."""
    assert len(problems({"phones": "x", "nonsense": 1, "http": {"port": -1}})) == 3


def test_unknown_variable_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing error in the environment is not passed over."""
    monkeypatch.setenv("RINGBACK_HTTPS__PORT", "1")

    [problem] = problems({})

    assert problem.startswith("RINGBACK_HTTPS__PORT in the environment is not a setting")


def test_secret_is_shown_neither_in_the_settings_nor_in_a_problem() -> None:
    """Passwords and tokens are masked everywhere."""
    settings = check_settings(
        {
            "http": {"token": "very-secret"},
            "trunks": [{"name": "a", "host": "h", "password": "very-secret"}],
        }
    )

    told = problems({"http": {"token": 12345}, "asterisk": {"password": ["very-secret"]}})

    assert "very-secret" not in str(shown(settings))
    assert shown(settings)["http"]["token"] == "********"
    assert "12345" not in str(told)
    assert "very-secret" not in str(told)
    for name in ("database", "secrets_key"):
        assert "very-secret" not in str(problems({"storage": {name: "very-secret"}}))
    assert "12345" not in str(problems({"asterisk": {"turn_secret": 12345}}))


def test_file_that_is_missing_or_broken_is_one_sentence(tmp_path: Path) -> None:
    """The file is named, with what is wrong."""
    broken = tmp_path / "broken.toml"
    broken.write_text("lines = [")
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe")

    for file in (tmp_path / "none.toml", broken, binary):
        with pytest.raises(SettingsWrong) as wrong:
            load_settings(file)
        [problem] = wrong.value.problems
        assert problem.startswith(str(file))


def test_entries_become_what_the_core_knows() -> None:
    """Defaults of language and prompts follow the line."""
    settings = check_settings(COMPANY | {"lines": [{**LINE, "language": "fr"}]})

    line = settings.lines[0].line()
    flow = settings.flows[0].flow()

    assert line.callbacks.mode is CallbackMode.AUTOMATED
    assert line.callbacks.confirmation_prompt == "fr/confirmation"
    assert line.cannot_call_back_prompt == "fr/cannot_call_back"
    assert isinstance(flow.steps[0], RingStep)
    assert flow.steps[0].target == TeamTarget(TeamId("support"))


def test_demo_company_is_a_good_one_and_keeps_to_itself(tmp_path: Path) -> None:
    """Fictitious numbers, Support first; real data is never touched."""
    (tmp_path / "ringback.toml").write_text(
        'data_directory = "/srv/real"\nphones = "asterisk"\n[storage]\npath = "/srv/real/j.db"\n'
    )

    settings = load_settings(demo=True)

    assert DEMO_COMPANY.exists()
    numbers = [entry.number for entry in settings.lines]
    assert numbers[:2] == [entry.number for entry in demo_settings().lines]
    assert all(number.startswith(("+33199001", "+442079460")) for number in numbers)
    assert settings.teams[0] == demo_settings().teams[0]
    assert settings.phones is PhoneWorld.SIMULATED
    assert settings.journal_path == Path("/srv/real/demo/ringback.db")
    for entry in demo_settings().flows:
        kinds = [type(step) for step in entry.flow().steps]
        assert kinds == [AudioStep, RingStep, VoicemailStep]


def test_branching_steps_are_those_of_the_core() -> None:
    """R17: days by name, hours on the wall, dates with or without an end."""
    flow = {**FLOW, "first": "menu", "steps": [MENU, HOURS, DATES, RING, END]}

    menu, hours, dates = check_settings(COMPANY | {"flows": [flow]}).flows[0].flow().steps[:3]

    assert menu == MenuStep(
        StepId("menu"), "en/menu", (MenuChoice("1", StepId("ring")),), StepId("end")
    )
    assert hours == HoursStep(
        StepId("hours"),
        WeeklyHours(
            "Europe/Paris",
            (OpeningPeriod(0, time(9), time(0)), OpeningPeriod(4, time(9), time(0))),
        ),
        StepId("ring"),
        StepId("end"),
    )
    assert dates == DatesStep(
        StepId("dates"),
        "Europe/Paris",
        (SpecialDates("Bastille Day", date(2026, 7, 14), date(2026, 7, 14)),),
        StepId("end"),
        StepId("ring"),
    )


def test_working_hours_of_an_agent_reach_the_profile() -> None:
    """R19: days by name, one period for each."""
    week = {"days": ["monday", "friday"], "opens": "09:00", "closes": "24:00"}
    hours = {"time_zone": "Europe/Paris", "periods": [week]}

    [agent] = check_settings({"agents": [{**AGENT, "hours": hours}]}).agents

    assert agent.profile().hours == WeeklyHours(
        "Europe/Paris",
        (OpeningPeriod(0, time(9), time(0)), OpeningPeriod(4, time(9), time(0))),
    )


def test_hours_in_the_settings_can_be_shown() -> None:
    """What is written as a time of day or a date is shown as it is written."""
    flow = {**FLOW, "first": "menu", "steps": [MENU, HOURS, DATES, RING, END]}

    told = json.dumps(shown(check_settings(COMPANY | {"flows": [flow]})))

    assert '"opens": "' in told
