"""The names of lines are spoken beforehand, in the languages of the agents."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ringback.bootstrap.line_voice import LineVoice
from ringback.bootstrap.prompts import PromptFinder
from ringback.core.ids import AgentId
from ringback.core.inputs import ConfigureAgent
from ringback.core.settings import AgentProfile
from ringback.speech.catalogue import Language, Prompt, naming_text
from ringback.speech.synthesis import speak
from tests.scenarios.stage import Stage

SPEAKING_SECONDS_MAX = 60
CALL, CALLBACK = "en/call_intro@paris", "en/callback_intro@paris"

needs_speech = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no speech engine")


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(SPEAKING_SECONDS_MAX):
        while True:
            if is_so():
                return
            await asyncio.sleep(0)


@needs_speech
async def test_line_that_whispers_is_named_in_every_agents_language(tmp_path: Path) -> None:
    """An agent hears which line it is; a changed name is spoken anew, other lines are not."""
    finder = PromptFinder(tmp_path)
    ready = finder.find(CALL)
    stage = Stage("x")
    stage.configure_line(name="Support", whisper=True)
    stage.configure_line("quiet")
    voice = LineVoice(stage.world, finder)
    running = asyncio.create_task(voice.run())
    await until(lambda: finder.find(CALLBACK).parent == finder.spoken)
    support = finder.find(CALL)

    french = AgentProfile(AgentId("y"), "Léa", language="fr")
    voice.follow(stage.give(ConfigureAgent(french)))
    await until(lambda: finder.find("fr/call_intro@paris").parent == finder.spoken)
    stage.configure_line(name="Sales", whisper=True)
    voice.follow(stage.facts[-1:])
    await until(lambda: finder.find(CALL) != support)
    running.cancel()

    words = naming_text(Prompt.CALL_INTRO, Language.ENGLISH, "Support")
    assert support == speak(words, Language.ENGLISH, finder.spoken).path_stem
    assert finder.find("en/call_intro@quiet") == ready


@needs_speech
async def test_ready_message_serves_where_nothing_can_be_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a speech engine there is no name; after the next change it is tried again."""
    finder = PromptFinder(tmp_path)
    ready = finder.find(CALL)
    stage = Stage("x")
    stage.configure_line(whisper=True)
    voice = LineVoice(stage.world, finder)
    with monkeypatch.context() as without:
        without.setenv("PATH", "/nowhere")
        running = asyncio.create_task(voice.run())
        await until(lambda: voice.has_given_up)
        assert finder.find(CALL) == ready

    profile = stage.world.agents[AgentId("x")].profile
    voice.follow(stage.give(ConfigureAgent(replace(profile, name="Léa"))))
    await until(lambda: finder.find(CALL) != ready)
    running.cancel()

    assert finder.find(CALL).with_suffix(".wav").is_file()
