"""Reads the settings and says in plain sentences what is wrong with them.

SettingsWrong
    One or more settings cannot be used; `problems` holds one sentence each.
"""

import os
import tomllib
import types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import ErrorDetails

from ringback.people import MAIN_ACCOUNT

from .references import clash_problems, reference_problems
from .settings import CompanySettings, PhoneWorld, Settings, StorageSection

CONFIG_VARIABLE = "RINGBACK_CONFIG"
COMPANY_VARIABLE = "RINGBACK_COMPANY"
FILE_NAME = "ringback.toml"
DEMO_COMPANY = Path(__file__).with_name("demo_company.toml")
DEMO_COLLEAGUES = Path(__file__).with_name("demo_colleagues.toml")

_PREFIX = "RINGBACK_"
_NO_SETTINGS = frozenset({CONFIG_VARIABLE, COMPANY_VARIABLE, "RINGBACK_ASTERISK_ROOT"})


class SettingsWrong(Exception):
    """Some settings are wrong."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def load_settings(named: Path | None = None, *, demo: bool = False) -> Settings:
    """Read the file named, else RINGBACK_CONFIG's, else `ringback.toml` here if there is one.

    They are of the company that RINGBACK_COMPANY names, else of the installation's own. With
    `demo` the company, its phones and its data are the demo's. Raises `SettingsWrong`.
    """
    installation = _load(named, demo=demo)
    wanted = os.environ.get(COMPANY_VARIABLE) or MAIN_ACCOUNT
    for settings in installation.every_company:
        if settings.account_id == wanted:
            return settings
    known = ", ".join(settings.account_id for settings in installation.every_company)
    raise SettingsWrong([f"There is no company {wanted!r}; there are: {known}."])


def load_installation(named: Path | None = None, *, demo: bool = False) -> Settings:
    """Read the settings for what is done with all companies at once. Raises `SettingsWrong`."""
    if os.environ.get(COMPANY_VARIABLE, MAIN_ACCOUNT) not in ("", MAIN_ACCOUNT):
        raise SettingsWrong(
            ["This is done with the whole installation: leave out --company and RINGBACK_COMPANY."]
        )
    return _load(named, demo=demo)


def _load(named: Path | None, *, demo: bool) -> Settings:
    file = find_file(named, os.environ)
    values = {} if file is None else _read_toml(file)
    if demo:
        values |= {"phones": PhoneWorld.SIMULATED, "companies": [], **_read_demo()}
    settings = check_settings(values, Path() if file is None else file.parent)
    if demo:
        apart = {"data_directory": settings.data / "demo", "storage": StorageSection()}
        return settings.model_copy(update=apart)
    return settings


def demo_settings() -> Settings:
    """Give the demo's visitors alone, whatever the installation's file says.

    Raises `SettingsWrong`.
    """
    return check_settings(_read_toml(DEMO_COMPANY))


def find_file(named: Path | None, environment: Mapping[str, str]) -> Path | None:
    """Say which file holds the settings; None when there is none."""
    if named is None and environment.get(CONFIG_VARIABLE):
        named = Path(environment[CONFIG_VARIABLE])
    if named is not None:
        return named
    here = Path(FILE_NAME)
    return here if here.exists() else None


def check_settings(values: Mapping[str, Any], folder: Path = Path()) -> Settings:
    """Make settings of a file's values and the environment; further companies' files lie beside.

    Raises `SettingsWrong`.
    """
    problems = _unknown_variables(os.environ)
    try:
        settings = Settings(**values)
    except ValidationError as wrong:
        problems += [_sentence(error) for error in _first_causes(wrong.errors())]
        raise SettingsWrong(list(dict.fromkeys(problems))) from None
    problems += reference_problems(settings)
    settings = settings.with_further(list(_further_companies(settings, folder, problems)))
    problems += clash_problems(settings.every_company)
    if problems:
        raise SettingsWrong(problems)
    return settings


def _further_companies(settings: Settings, folder: Path, problems: list[str]) -> Iterator[Settings]:
    """Read the files of further companies; what is wrong in one is told with the company's id."""
    for entry in settings.companies:
        file = folder / entry.file.expanduser()
        try:
            company = CompanySettings.model_validate(_read_toml(file))
        except SettingsWrong as wrong:
            problems += wrong.problems
        except ValidationError as wrong:
            told = (_sentence(error, CompanySettings) for error in _first_causes(wrong.errors()))
            problems += [f"company {entry.id}: {each}" for each in dict.fromkeys(told)]
        else:
            further = settings.of_company(entry.id, company)
            problems += [f"company {entry.id}: {each}" for each in reference_problems(further)]
            yield further


def shown(settings: Settings) -> dict[str, Any]:
    """Give all settings as plain values, secrets masked."""
    plain: dict[str, Any] = _plain(settings.model_dump(mode="python"))
    return plain


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            return tomllib.load(stream)
    except OSError as failure:
        raise SettingsWrong([f"{file} cannot be read: {failure.strerror}."]) from failure
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as failure:
        raise SettingsWrong([f"{file} is not a TOML file: {failure}."]) from failure


def _read_demo() -> dict[str, Any]:
    """Put the demo's company together: those whom visitors are, then their colleagues."""
    company, colleagues = _read_toml(DEMO_COMPANY), _read_toml(DEMO_COLLEAGUES)
    return {name: [*company.get(name, ()), *entries] for name, entries in colleagues.items()}


def _unknown_variables(environment: Mapping[str, str]) -> list[str]:
    known = {name.upper() for name in Settings.model_fields}
    return [
        f"{name} in the environment is not a setting; known are: "
        f"{', '.join(sorted(_PREFIX + one for one in known))}."
        for name in environment
        if name.startswith(_PREFIX)
        and name not in _NO_SETTINGS
        and name.removeprefix(_PREFIX).split("__")[0].upper() not in known
    ]


def _first_causes(errors: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list is too short when it is so only because of its wrong entries."""
    return [
        error
        for error in errors
        if error["type"] != "too_short"
        or not any(_is_within(other["loc"], error["loc"]) for other in errors)
    ]


def _is_within(inner: Sequence[int | str], outer: Sequence[int | str]) -> bool:
    return len(inner) > len(outer) and tuple(inner[: len(outer)]) == tuple(outer)


def _sentence(error: ErrorDetails, file: type[BaseModel] = Settings) -> str:
    """Name the setting's path, its value and what is allowed."""
    path = _path(error["loc"])
    if error["type"] == "extra_forbidden":
        names = ", ".join(_fields_beside(error["loc"], file))
        return f"{path} is not a setting; known here are: {names}."
    if error["type"] == "missing":
        return f"{path} is missing."
    rule = error["msg"].removeprefix("Value error, ")
    rule = rule[0].lower() + rule[1:]
    rule = rule.replace("input should", "it should").replace("string should", "it should")
    if error["loc"][-1] in _secrets(file) or isinstance(error["input"], dict | list):
        return f"{path} is wrong: {rule}."
    return f"{path} is {error['input']!r}: {rule}."


def _secrets(model: type[BaseModel]) -> set[str]:
    """Name the settings whose values nobody is shown, however deep."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        if SecretStr in _types_in(field.annotation):
            found.add(name)
        for inner in _models_in(field.annotation):
            found |= _secrets(inner)
    return found


def _types_in(annotation: Any) -> list[Any]:
    parts = get_args(annotation)
    return [each for part in parts for each in _types_in(part)] if parts else [annotation]


def _path(loc: Sequence[int | str]) -> str:
    """Write a path as people read it; the kind of a step is no part of it."""
    text = ""
    for index, part in enumerate(loc):
        if isinstance(part, int):
            text += f"[{part}]"
        elif not _is_step_kind(loc, index):
            text += f".{part}" if text else part
    return text


def _is_step_kind(loc: Sequence[int | str], index: int) -> bool:
    return index >= 2 and loc[index - 2] == "steps" and isinstance(loc[index - 1], int)


def _fields_beside(loc: Sequence[int | str], file: type[BaseModel]) -> list[str]:
    """Name the settings of the section in which an unknown one stands."""
    models = [file]
    for index, part in enumerate(loc[:-1]):
        if isinstance(part, int):
            continue
        if _is_step_kind(loc, index):
            models = [model for model in models if part in _kinds(model)]
        else:
            fields = [model.model_fields[part] for model in models if part in model.model_fields]
            models = [model for field in fields for model in _models_in(field.annotation)]
    return sorted({name for model in models for name in model.model_fields})


def _kinds(model: type[BaseModel]) -> tuple[str, ...]:
    kind = model.model_fields.get("kind")
    return () if kind is None else get_args(kind.annotation)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, types.UnionType, tuple) or get_args(annotation):
        return [model for part in get_args(annotation) for model in _models_in(part)]
    return []


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: _plain(part) for key, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case SecretStr():
            return "********"
        case Path() | str():
            return str(value)
        case date() | time():
            return value.isoformat()
        case _:
            return value
