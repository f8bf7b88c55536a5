"""The command line of Ringback."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Literal

import typer

from ringback.bootstrap.analytics_command import analytics
from ringback.bootstrap.api_key_commands import api_key_app
from ringback.bootstrap.asterisk_commands import asterisk_app
from ringback.bootstrap.backup_commands import backup, restore
from ringback.bootstrap.company_commands import company_app, name_company
from ringback.bootstrap.contact_command import contact
from ringback.bootstrap.customer_commands import customer_app, retention
from ringback.bootstrap.doctor_command import doctor
from ringback.bootstrap.export_command import export
from ringback.bootstrap.flow_commands import flow_app
from ringback.bootstrap.message_commands import message_app
from ringback.bootstrap.migration_command import migrate
from ringback.bootstrap.record_commands import records_app
from ringback.bootstrap.schema_command import schema
from ringback.bootstrap.tag_commands import tag_app
from ringback.bootstrap.terminal import (
    NOT_COMPLETED,
    ConfigOption,
    DemoOption,
    JsonOption,
    complain,
    plain_sentences,
    print_rows,
    print_settings,
    run,
    say,
)
from ringback.bootstrap.user_commands import user_app
from ringback.bootstrap.webhook_commands import webhook_app
from ringback.config.loading import demo_settings, load_installation, load_settings, shown
from ringback.config.settings import LogStyle, Settings
from ringback.core import settings as core_settings
from ringback.simulation import options as replay_options
from ringback.simulation.command import simulate
from ringback.simulation.past import options as past_options

LimitOption = Annotated[int, typer.Option("--limit", min=1, max=100_000, help="How many at most.")]

app = typer.Typer(
    name="ringback",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Callers press * instead of holding: they keep their place and are called back.",
)
account_app = typer.Typer(no_args_is_help=True, help="What holds for the whole company.")
config_app = typer.Typer(no_args_is_help=True, help="Look at the settings.")
app.add_typer(account_app, name="account")
app.add_typer(flow_app, name="flow")
app.add_typer(records_app, name="records")
app.add_typer(customer_app, name="customer")
app.add_typer(message_app, name="message")
app.add_typer(webhook_app, name="webhook")
app.add_typer(company_app, name="company")
app.add_typer(user_app, name="user")
app.add_typer(api_key_app, name="api-key")
app.add_typer(tag_app, name="tag")
app.add_typer(config_app, name="config")
app.add_typer(asterisk_app, name="asterisk")
app.callback()(name_company)
for command in (simulate, migrate, backup, restore, export, contact, retention, analytics, schema):
    app.command()(command)
app.command()(doctor)


def main() -> None:
    """Run the command line."""
    app()


@app.command()
def serve(
    config: ConfigOption = None,
    demo: DemoOption = False,
    empty: Annotated[
        bool, typer.Option("--empty", help="Begin a new demo without a fortnight of calls.")
    ] = False,
    log: Annotated[LogStyle | None, typer.Option("--log", help="How to write logs.")] = None,
) -> None:
    """Serve callers, agents and the API until interrupted."""
    with plain_sentences():
        from ringback.bootstrap.logs import start_logging
        from ringback.bootstrap.server import serve as serve_company

        settings = load_installation(config, demo=demo)
        start_logging(log or settings.log.style)
        announce = partial(_announce, settings, demo)
        prepare = partial(_give_past, settings) if demo and not empty else None
        run(serve_company(settings, demo=demo, announce=announce, prepare=prepare))


async def _give_past(settings: Settings) -> None:
    """Let a demo that begins have had a fortnight of calls."""
    if settings.journal_path.exists():
        return
    from ringback.bootstrap.fortnight.making import give_past
    from ringback.bootstrap.fortnight.replay import Plan
    from ringback.bootstrap.people import visitors

    label = "A fortnight of calls is played for the demo"
    with typer.progressbar(length=100, label=label, file=sys.stderr) as bar:
        plan = Plan(until=datetime.now(UTC), ready=tuple(visitors(settings)))
        await give_past(settings, plan, lambda share: bar.update(int(100 * share) - bar.pos))


def _announce(settings: Settings, demo: bool, url: str) -> None:
    """Tell what to open, and in a demo whom one may be there."""
    say(f"Open {url}")
    if demo:
        numbers = ", ".join(f"{line.name} ({line.number})" for line in settings.lines)
        from ringback.bootstrap.people import (
            DEMO_OWNER,
            DEMO_PASSWORD,
            DEMO_SUPERVISOR,
            visitors,
        )

        wanted = visitors(settings)
        users = ", ".join(f"{agent_id}@demo.example" for agent_id in wanted[1:])
        say("This address signs you in as the operator. Without what begins with # it asks who you")
        say(f"are: {DEMO_OWNER}, {DEMO_SUPERVISOR}, or an agent: {users};")
        say(f"the password of all of them is {DEMO_PASSWORD}")
        say(f"In the phone booth be a customer, and dial one of {numbers}:")
        say("press *, hang up, and call back in the Workspace as the owner or an agent.")


@app.command()
def demo(
    real_time: Annotated[
        bool, typer.Option("--real-time", help="Take the time that real calls take.")
    ] = False,
    customer: Annotated[
        Literal["answers", "rejects", "is-busy", "lets-it-ring"],
        typer.Option("--customer", help="What the customer does when called back."),
    ] = "answers",
) -> None:
    """Play the journey of one callback on simulated phones, and tell it."""
    with plain_sentences():
        from ringback.bootstrap.demo import (
            CustomerPart,
            DemoStuck,
            RealPace,
            VirtualPace,
            play_demo,
        )
        from ringback.core.outcomes import COMPLETED
        from ringback.records.narration import outcome_words

        started: list[datetime] = []

        def tell(at: datetime, sentence: str) -> None:
            started.append(at)
            say(f"{(at - started[0]).total_seconds():6.1f} s  {sentence}")

        story = play_demo(
            tell,
            settings=demo_settings(),
            pace=RealPace() if real_time else VirtualPace(),
            part=CustomerPart(customer),
        )
        try:
            outcome = run(story)
        except DemoStuck as stuck:
            complain(str(stuck))
            raise typer.Exit(NOT_COMPLETED) from stuck
        say(f"The callback ended: {outcome_words(outcome)}.")
        if outcome != COMPLETED:
            raise typer.Exit(NOT_COMPLETED)


@app.command()
def calls(
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
    limit: LimitOption = 50,
) -> None:
    """List calls, the newest first, with their tags and links."""
    with plain_sentences():
        from ringback.bootstrap.reading import read_calls

        rows = run(read_calls(load_settings(config, demo=demo), limit))
        print_rows(rows, as_json=as_json)


@app.command()
def voicemails(
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
    limit: LimitOption = 50,
) -> None:
    """List the messages that callers left, the newest first, with the files they are kept in."""
    with plain_sentences():
        from ringback.bootstrap.reading import read_voicemails

        rows = run(read_voicemails(load_settings(config, demo=demo), limit))
        print_rows(rows, as_json=as_json)


@app.command()
def callbacks(
    callback_id: Annotated[
        str | None, typer.Argument(help="Tell all that happened to this callback.")
    ] = None,
    to_call: Annotated[
        bool, typer.Option("--to-call", help="Only those to call by hand, the oldest first.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Say why this waiting callback is not ringing yet.")
    ] = False,
    fairness: Annotated[
        bool, typer.Option("--fairness", help="Say who was served before this finished callback.")
    ] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
    limit: LimitOption = 50,
) -> None:
    """List callbacks, the newest first, or tell one from its request to its outcome."""
    with plain_sentences():
        from ringback.bootstrap.reading import read_about, read_callbacks
        from ringback.core.ids import CallbackId

        settings = load_settings(config, demo=demo)
        if callback_id is not None:
            at = datetime.now(UTC) if why else None
            about = read_about(settings, CallbackId(callback_id), why_at=at, fairness=fairness)
            print_rows(run(about), as_json=as_json)
        else:
            print_rows(run(read_callbacks(settings, limit, to_call=to_call)), as_json=as_json)


@account_app.command("show")
def account_show(
    config: ConfigOption = None, demo: DemoOption = False, as_json: JsonOption = False
) -> None:
    """Print the account's settings in force, as the journal has them."""
    with plain_sentences():
        from ringback.bootstrap.reading import read_account_settings

        in_force = run(read_account_settings(load_settings(config, demo=demo)))
        print_settings(asdict(in_force), as_json=as_json)


AwayReasonOption = Annotated[
    list[str] | None,
    typer.Option(
        "--away-reason",
        help="What agents may choose for Do not disturb; once for each, these alone.",
    ),
]


@account_app.command("set")
def account_set(
    ring_outs_in_row_max: Annotated[
        int | None,
        typer.Option(
            "--ring-outs-in-row-max",
            min=0,
            max=core_settings.RING_OUTS_IN_ROW_MAX,
            help="After so many in a row, an agent is set to Do not disturb; 0 is never.",
        ),
    ] = None,
    failures_in_row_max: Annotated[
        int | None,
        typer.Option(
            "--failures-in-row-max",
            min=0,
            max=core_settings.FAILURES_IN_ROW_MAX,
            help="After so many failed callbacks of a line in a row, an alert; 0 is never.",
        ),
    ] = None,
    plan: Annotated[
        core_settings.Plan | None, typer.Option("--plan", help="What the company has.")
    ] = None,
    enrolled: Annotated[
        bool | None, typer.Option(help="Opt in to callbacks for the company, or out of them.")
    ] = None,
    away_reason: AwayReasonOption = None,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Change the account's settings in the server that is running; the others stay."""
    with plain_sentences():
        from ringback.bootstrap.running_server import ask_running_server

        wanted = {
            "ring_outs_in_row_max": ring_outs_in_row_max,
            "failures_in_row_max": failures_in_row_max,
            "plan": plan,
            "enrolled": enrolled,
            "away_reasons": away_reason or None,
        }
        changed = {name: value for name, value in wanted.items() if value is not None}
        settings = load_settings(config, demo=demo)
        path = "/account/settings"
        before = ask_running_server(settings, "GET", path)
        after = ask_running_server(settings, "PUT", path, before | changed)
        print_settings(after, as_json=as_json)


@app.command("cancel-pending")
def cancel_pending(
    line: Annotated[str, typer.Argument(help="The line's id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before.")] = False,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Cancel all pending callbacks of a line in the server that is running."""
    with plain_sentences():
        from ringback.bootstrap import pending

        settings = load_settings(config, demo=demo)
        pending.cancel_pending(settings, line, lambda ask: yes or typer.confirm(ask), say)


@app.command()
def halt(config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Have nobody called back until callbacks are resumed, in the server that is running."""
    with plain_sentences():
        from ringback.bootstrap import halting

        say(halting.halt(load_settings(config, demo=demo)))


@app.command()
def resume(config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Have callbacks offered and dialled again, after a restore or a halt."""
    with plain_sentences():
        from ringback.bootstrap import halting

        say(halting.resume(load_settings(config, demo=demo)))


@app.command("what-if")
def what_if(
    ctx: typer.Context,
    day: past_options.Day,
    days: past_options.Days = 1,
    time_zone: past_options.TimeZone = "UTC",
    line: past_options.Lines = None,
    mode: past_options.Mode = None,
    retries: replay_options.Retries = None,
    when_busy: replay_options.WhenBusy = None,
    busy_wait: replay_options.BusyWait = None,
    respect_queuing_time: replay_options.RespectQueuingTime = None,
    settling: replay_options.Settling = None,
    customer_ring: replay_options.CustomerRing = None,
    ring_for: replay_options.RingFor = None,
    ring_rule: replay_options.RingRule = None,
    ring_even_if_busy: replay_options.RingEvenIfBusy = None,
    more_agents: past_options.MoreAgents = 0,
    press_share: past_options.PressShare = 0.5,
    seed: replay_options.Seed = 1,
    config: ConfigOption = None,
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Replay a past day with other settings: as it was, replayed as it was, and what if."""
    with plain_sentences():
        from ringback.bootstrap.reading import past_facts
        from ringback.simulation.past.command import answer_what_if

        settings = load_settings(config, demo=demo)
        answer_what_if(ctx.params, partial(past_facts, settings), as_json=as_json)


@config_app.command("show")
def config_show(config: ConfigOption = None, demo: DemoOption = False) -> None:
    """Print the settings in force, from file and environment, secrets masked."""
    with plain_sentences():
        settings = load_settings(config, demo=demo)
        say(json.dumps(shown(settings), indent=2, ensure_ascii=False))
