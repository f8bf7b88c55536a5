"""Write the configuration file of a small company whose agents have desk phones."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.phones.asterisk_server import RunningAsterisk

from ringback.speech.catalogue import Language
from ringback.speech.synthesis import speak

TOKEN = "a-token-of-this-test"
PHONE_PASSWORD = "a-password-of-this-test"
SALES, SUPPORT = "+33140000001", "+33140000002"
SALES_WORDS = "Sales will call you back."
SUPPORT_WORDS = "Le support vous rappelle."

Value = str | int | bool | Sequence[str]

USUAL_CALLBACKS: Mapping[str, Value] = {"settling_seconds": 0, "respect_queuing_time": True}
"""No waiting for its own sake, and callers may wait before the first agent comes (R25)."""


@dataclass(frozen=True, kw_only=True)
class Company:
    """Two lines with words of their own, which share one flow, and a team of all the agents."""

    agents: Sequence[str] = ("lea",)
    browser_agents: Sequence[str] = ()
    """Those of them whose phone is in their page."""
    ring: Mapping[str, Value] = field(default_factory=dict)
    """Settings of the ring step which differ from the defaults."""
    callbacks: Mapping[str, Value] = field(default_factory=dict)
    """Settings of both lines' callbacks which differ from those of most tests."""
    support_callbacks: Mapping[str, Value] = field(default_factory=dict)
    """Settings of the support line's alone."""
    database: str | None = None
    """The address of a PostgreSQL database, in the place of a file."""


def write_company_file(
    company: Company,
    directory: Path,
    *,
    asterisk: RunningAsterisk,
    http_port: int,
    carrier: tuple[str, int],
    ari_password: str | None = None,
) -> Path:
    """Write `ringback.toml` and the lines' confirmations; the server's data go beside it."""
    directory.mkdir(parents=True)
    data = directory / "data"
    (data / "spoken").mkdir(parents=True)
    words = {
        "sales": speak(SALES_WORDS, Language.ENGLISH, data / "spoken"),
        "support": speak(SUPPORT_WORDS, Language.FRENCH, data / "spoken"),
    }
    usual: dict[str, Value] = {**USUAL_CALLBACKS, **company.callbacks}
    sales: dict[str, Value] = {"confirmation_prompt": f"spoken/{words['sales'].path_stem.name}"}
    support: dict[str, Value] = {"confirmation_prompt": f"spoken/{words['support'].path_stem.name}"}
    password = asterisk.ari_password if ari_password is None else ari_password
    parts = [
        _table("", data_directory=str(data), phones="asterisk"),
        _table("[http]", port=http_port, token=TOKEN),
        *([_table("[storage]", database=company.database)] if company.database else []),
        _table(
            "[asterisk]",
            url=asterisk.ari_url,
            user=asterisk.ari_user,
            password=password,
            app=asterisk.ari_app,
        ),
        _table("[[trunks]]", name="carrier", host=carrier[0], port=carrier[1]),
        *(_agent(agent, company.browser_agents) for agent in company.agents),
        _table("[[teams]]", id="team", name="The team", members=list(company.agents)),
        _table("[[flows]]", id="main", name="Main", first="team"),
        _table("[[flows.steps]]", kind="ring", id="team", team="team", next="end", **company.ring),
        _table("[[flows.steps]]", kind="hang-up", id="end"),
        _line("sales", SALES, "en", {**usual, **sales}),
        _line("support", SUPPORT, "fr", {**usual, **support, **company.support_callbacks}),
    ]
    file = directory / "ringback.toml"
    file.write_text("\n".join(parts))
    return file


def add_company(file: Path, company_id: str, number: str) -> None:
    """Add a company to the installation whose agent and line have the same ids as the first's."""
    parts = [
        _table("[[agents]]", id="lea", name=company_id, phone="desk", password=PHONE_PASSWORD),
        _table("[[teams]]", id="team", name="The team", members=["lea"]),
        _table("[[flows]]", id="main", name="Main", first="team"),
        _table("[[flows.steps]]", kind="ring", id="team", team="team", next="end"),
        _table("[[flows.steps]]", kind="hang-up", id="end"),
        _line("sales", number, "en", USUAL_CALLBACKS),
    ]
    file.with_name(f"{company_id}.toml").write_text("\n".join(parts))
    with file.open("a") as installation:
        installation.write("\n" + _table("[[companies]]", id=company_id, file=f"{company_id}.toml"))


def username(agent: str) -> str:
    return f"desk-{agent}"


def _agent(agent: str, browser_agents: Sequence[str]) -> str:
    if agent in browser_agents:
        return _table("[[agents]]", id=agent, name=agent.capitalize(), phone="browser")
    return _table(
        "[[agents]]",
        id=agent,
        name=agent.capitalize(),
        phone="desk",
        username=username(agent),
        password=PHONE_PASSWORD,
    )


def _line(line: str, number: str, language: str, callbacks: Mapping[str, Value]) -> str:
    head = _table(
        "[[lines]]",
        id=line,
        number=number,
        name=line.capitalize(),
        country="FR",
        language=language,
        flow="main",
    )
    return head + _table("[lines.callbacks]", **callbacks)


def _table(header: str, **values: Value) -> str:
    """Write one table; JSON's strings, numbers and lists are TOML's too."""
    rows = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    return "\n".join((header, *rows, ""))
