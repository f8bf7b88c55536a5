"""What a start makes and keeps: the company's entries, secrets, prompts and logs."""

import socket
import stat
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from ringback.bootstrap.asterisk_phones import BEGINS_A_MESSAGE, messages_begun
from ringback.bootstrap.company import apply_company_file, configure_company
from ringback.bootstrap.kept_secrets import kept_secret
from ringback.bootstrap.logs import mask_numbers
from ringback.bootstrap.prompts import PromptFinder
from ringback.bootstrap.server import bound
from ringback.bootstrap.simulated_phones import spoken_words
from ringback.config.company import TagEntry
from ringback.config.loading import SettingsWrong, demo_settings
from ringback.config.settings import HttpSection, Settings
from ringback.core.events import (
    AnnouncementEnded,
    AudioStarted,
    EndReached,
    Event,
    FlowPublished,
    LineConfigured,
    PromptEnded,
    TagConfigured,
    TeamConfigured,
    WhisperEnded,
)
from ringback.core.ids import LegId, LineId
from ringback.core.inputs import ConfigureLine
from ringback.storage.memory import MemoryJournal
from tests.runtime.stage import Stage, on_stage

LONDON = LineId("london")


def with_line(settings: Settings, **changes: Any) -> Settings:
    """Change what the file says of London."""
    lines = tuple(
        entry.model_copy(update=changes) if entry.id == LONDON else entry
        for entry in settings.lines
    )
    return settings.model_copy(update={"lines": lines})


def configured(stage: Stage) -> list[type[Event]]:
    return [type(fact.event) for fact in stage.facts if "Configure" in fact.cause]


async def test_unchanged_entries_produce_no_event(tmp_path: Path) -> None:
    """A restart with the same file leaves the journal as it is."""
    applied = tmp_path / "applied.json"
    async with on_stage(MemoryJournal()) as stage:
        settings = demo_settings()
        await configure_company(stage.account.engine, settings)
        await apply_company_file(stage.account.engine, settings, applied)
        known = len(stage.facts)

        await apply_company_file(stage.account.engine, settings, applied)

        assert len(stage.facts) == known


async def test_changed_entry_alone_is_applied(tmp_path: Path) -> None:
    """One line of the file changed: one event."""
    applied = tmp_path / "applied.json"
    async with on_stage(MemoryJournal()) as stage:
        await apply_company_file(stage.account.engine, demo_settings(), applied)
        stage.facts.clear()

        changed = with_line(demo_settings(), name="Londres")
        await apply_company_file(stage.account.engine, changed, applied)

        assert configured(stage) == [LineConfigured]
        assert stage.account.engine.world.lines[LONDON].name == "Londres"


async def test_change_on_screen_outlives_a_restart_with_the_same_file(tmp_path: Path) -> None:
    """The file is applied again only where it has changed since it was applied."""
    applied = tmp_path / "applied.json"
    async with on_stage(MemoryJournal()) as stage:
        engine = stage.account.engine
        await apply_company_file(engine, demo_settings(), applied)
        line = replace(engine.world.lines[LONDON], name="On screen")
        await engine.request(ConfigureLine(line), "operator")

        await apply_company_file(engine, demo_settings(), applied)
        kept = engine.world.lines[LONDON].name
        await apply_company_file(engine, with_line(demo_settings(), priority=True), applied)

        assert kept == "On screen"
        assert engine.world.lines[LONDON].name == "London"
        assert engine.world.lines[LONDON].priority


async def test_tags_of_the_file_are_made_and_archived(tmp_path: Path) -> None:
    """R30: each entry is applied once, and again after it has changed in the file."""
    applied = tmp_path / "applied.json"
    vip = TagEntry(id="vip", name="VIP", colour="#7A5AF8")
    settings = demo_settings()
    async with on_stage(MemoryJournal()) as stage:
        engine = stage.account.engine
        with_tag = settings.model_copy(update={"tags": (vip,)})
        await apply_company_file(engine, with_tag, applied)
        stage.facts.clear()

        await apply_company_file(engine, with_tag, applied)
        archived = vip.model_copy(update={"archived": True})
        changed = settings.model_copy(update={"tags": (archived,)})
        await apply_company_file(engine, changed, applied)

        assert configured(stage) == [TagConfigured]
        assert engine.world.tags == {"vip": archived.tag()}


async def test_tag_of_the_system_is_a_wrong_setting() -> None:
    """S14: the file cannot make what follows from what became of a call."""
    taken = TagEntry(id="queue_callback", name="Mine", colour="#7A5AF8")
    settings = demo_settings().model_copy(update={"tags": (taken,)})
    async with on_stage(MemoryJournal()) as stage:
        with pytest.raises(SettingsWrong, match="tags queue_callback is refused: system-tag"):
            await configure_company(stage.account.engine, settings)


async def test_entry_refused_by_the_core_is_a_wrong_setting() -> None:
    """What only the core can know is told like any other mistake, with the entry's name."""
    async with on_stage(MemoryJournal()) as stage:
        missing = with_line(demo_settings(), flow="none")

        with pytest.raises(SettingsWrong, match="lines london is refused: unknown-flow"):
            await configure_company(stage.account.engine, missing)


async def test_company_is_configured_in_an_order_that_holds() -> None:
    """Agents before teams, teams before flows, flows before lines."""
    async with on_stage(MemoryJournal()) as stage:
        facts = await stage.journal.read(stage.account.engine.account_id, 0, 100)
        kinds = [type(fact.event) for fact in facts]

        assert (
            kinds.index(TeamConfigured) < kinds.index(FlowPublished) < kinds.index(LineConfigured)
        )


async def test_messages_begun_for_live_callers_are_named_after_a_restart() -> None:
    """R33: what a server before this one left playing is known from the journal, in its order."""
    journal = MemoryJournal()
    async with on_stage(journal) as first:
        first.calls_in()
        audio = await first.until_event(AudioStarted)
        await first.until(lambda: first.events(EndReached))
        [end] = first.events(EndReached)
        async with on_stage(journal, after=first) as second:
            named = messages_begun(second.account.engine.world, second.account.records)

    assert named[LegId(audio.call_id)][:2] == (audio.playback_id, end.playback_id)


def test_every_event_that_begins_a_message_is_known_to_do_so() -> None:
    """A new kind of message cannot be forgotten: it would go on playing into a conversation."""
    with_a_playback = {
        kind
        for kind in get_args(Event)
        if any(field.name == "playback_id" for field in fields(kind))
    }

    assert with_a_playback == {
        *get_args(BEGINS_A_MESSAGE),
        PromptEnded,
        WhisperEnded,
        AnnouncementEnded,
    }


def test_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    """A token survives restarts."""
    first = kept_secret(tmp_path, "token")
    second = kept_secret(tmp_path, "token")
    mode = stat.S_IMODE((tmp_path / "secrets" / "token").stat().st_mode)

    assert first == second
    assert len(first) >= 32
    assert mode == 0o600
    assert kept_secret(tmp_path, "asterisk") != first


def test_answers_are_not_held_back_for_acknowledgements() -> None:
    """A socket whose protocol is named is one that asyncio sends on at once."""
    settings = Settings(http=HttpSection(port=0))

    with bound(settings) as listener:
        protocol = listener.proto

    assert protocol == socket.IPPROTO_TCP


def test_prompts_are_found_and_never_outside_their_folders(tmp_path: Path) -> None:
    """Ready messages, spoken ones and the music; a hostile reference finds nothing."""
    finder = PromptFinder(tmp_path)

    assert finder.find("fr/welcome").with_suffix(".wav").is_file()
    assert finder.find("waiting").with_suffix(".wav").is_file()
    assert finder.find("spoken/0f3a") == tmp_path / "spoken" / "0f3a"
    assert finder.find("message/0f3a") == tmp_path / "messages" / "0f3a"
    for hostile in ("../../etc/passwd", "en/../x", "/etc/passwd", "en/nothing", "en", ""):
        found = finder.find(hostile)
        assert found == tmp_path / "spoken" / "no-such-prompt", hostile


def test_message_that_names_a_line_is_the_ready_one_until_it_is_spoken(tmp_path: Path) -> None:
    """An agent hears a whisper in any case, with the line's name where it can be spoken."""
    finder = PromptFinder(tmp_path)
    reference = "en/callback_intro@support"
    assert finder.find(reference) == finder.find("en/callback_intro")

    finder.keep(reference, tmp_path / "0f3a")

    assert finder.find(reference) == tmp_path / "0f3a"
    assert finder.find("en/callback_intro@sales") == finder.find("en/callback_intro")


def test_words_of_ready_messages_are_known() -> None:
    """The phone booth shows what is being said."""
    assert spoken_words("en/welcome") == "Hello, and welcome."
    assert spoken_words("en/callback_intro@support") == spoken_words("en/callback_intro") != ""
    assert spoken_words("spoken/0f3a") == ""


@pytest.mark.parametrize(
    ("logged", "masked"),
    [
        ("+33612345678", "+33***78"),
        ("call from 0612345678.", "call from 06***78."),
        ("call-1795353906.2", "call-1795353906.2"),
        ("2026-11-22T13:24:42.625441Z", "2026-11-22T13:24:42.625441Z"),
        ({"numbers": ["+442079460102"]}, {"numbers": ["+44***02"]}),
        (33612345678, 33612345678),
    ],
)
def test_phone_numbers_are_masked_in_logs(logged: object, masked: object) -> None:
    """Of a number only its first and last two digits are written."""
    assert mask_numbers(None, "info", {"event": logged})["event"] == masked
