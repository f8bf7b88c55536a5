"""The command that looks everything over and says what to do."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from ringback.config.loading import SettingsWrong, load_installation

from .terminal import (
    CANNOT_START,
    SETTINGS_WRONG,
    ConfigOption,
    DemoOption,
    JsonOption,
    plain_sentences,
    run,
    say,
)

if TYPE_CHECKING:
    from .doctor.findings import Finding

MARKS = {"ok": "OK     ", "warning": "warning", "failure": "FAILURE"}


def doctor(
    config: ConfigOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """Look everything over, and say what is wrong and what to do; nothing is changed."""
    with plain_sentences():
        from .doctor.examining import examine_installation
        from .doctor.findings import Area, Level, failure

        try:
            settings = load_installation(config, demo=demo)
        except SettingsWrong as wrong:
            remedy = "See docs/configuration.md."
            _tell(
                [
                    failure(Area.CONFIGURATION, "settings-wrong", one, remedy)
                    for one in wrong.problems
                ],
                as_json,
            )
            raise typer.Exit(SETTINGS_WRONG) from wrong
        findings = run(examine_installation(settings))
        _tell(findings, as_json)
        if any(one.level is Level.FAILURE for one in findings):
            raise typer.Exit(CANNOT_START)


def _tell(findings: Sequence["Finding"], as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "area": one.area,
                "level": one.level,
                "code": one.code,
                "sentence": one.sentence,
                "remedy": one.remedy,
            }
            for one in findings
        ]
        say(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    area = None
    for one in findings:
        if one.area != area:
            area = one.area
            say(f"{area}")
        say(f"  {MARKS[one.level]}  {one.sentence}")
        if one.remedy:
            say(f"           {one.remedy}")
    told = {level: sum(one.level == level for one in findings) for level in MARKS}
    say(f"Failures: {told['failure']}. Warnings: {told['warning']}. Fine: {told['ok']}.")
