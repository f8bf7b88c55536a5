"""What people ask for to configure an account; each may raise a `Refusal`."""

from .flow import Flow
from .ids import AccountId, FlowId
from .plain_data import plain_data
from .settings import AccountSettings, AgentProfile, KeptMessage, Line, Team


@plain_data
class OpenAccount:
    """Begin an account's journal."""

    account_id: AccountId
    callbacks_max: int = 10_000
    """Open callbacks beyond which a request is honestly refused (L4)."""


@plain_data
class ConfigureAccount:
    """Set what holds for the whole company."""

    settings: AccountSettings


@plain_data
class ConfigureLine:
    """Set a line's settings, whole."""

    line: Line


@plain_data
class PublishFlow:
    """Put a flow in force for calls that arrive from here on."""

    flow: Flow
    seen_version: int | None = None
    """Only if that is still the version in force."""
    missing_prompts: tuple[str, ...] = ()
    """Messages of the flow of which it is known that they cannot be played."""


@plain_data
class SaveDraft:
    """Keep a flow to be, valid or not, over the draft and version that were seen (0: none)."""

    flow: Flow
    seen_draft: int
    seen_version: int


@plain_data
class PublishDraft:
    """Put the draft that was seen in force, over the version that was seen."""

    flow_id: FlowId
    seen_draft: int
    seen_version: int
    missing_prompts: tuple[str, ...] = ()


@plain_data
class DiscardDraft:
    """Throw the draft that was seen away."""

    flow_id: FlowId
    seen_draft: int


@plain_data
class RollBackFlow:
    """Publish what an earlier version held, over the version that was seen."""

    flow_id: FlowId
    version: int
    seen_version: int
    missing_prompts: tuple[str, ...] = ()


@plain_data
class MarkMessage:
    """Say whether a message tells callers to press `*`; the ready offer does of itself (R3)."""

    prompt: str
    offers_callbacks: bool


@plain_data
class KeepMessage:
    """Take a message into the library; its recording is stored already."""

    message: KeptMessage


@plain_data
class RenameMessage:
    prompt: str
    new_name: str


@plain_data
class RemoveMessage:
    """Take a message that nothing uses out of the library."""

    prompt: str


@plain_data
class ConfigureTeam:
    """Set a team's name and members."""

    team: Team


@plain_data
class ConfigureAgent:
    """Set an agent's profile; a new agent starts offline."""

    profile: AgentProfile
