"""The settings of one installation, from a TOML file and the environment."""

from collections.abc import Sequence
from enum import StrEnum
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    SecretStr,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from ringback.core.ids import AccountId
from ringback.people import MAIN_ACCOUNT

from .company import AccountEntry, AgentEntry, LineEntry, TagEntry, TeamEntry
from .entries import Country
from .flow_entries import FlowEntry

COMPANIES = "companies"
"""The folder of the further companies in the data directory."""
HOST_AND_PORT = r"^([A-Za-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\]):[0-9]{1,5}$"
SECRETS_KEY_LENGTH_MIN = 32
Port = Annotated[int, Field(ge=1, le=65535)]


def _with_known_home(path: Path) -> Path:
    try:
        path.expanduser()
    except RuntimeError as unknown:
        raise ValueError("it names the home of a user who is not known") from unknown
    return path


Place = Annotated[Path, AfterValidator(_with_known_home)]


class PhoneWorld(StrEnum):
    """Where calls come from."""

    SIMULATED = "simulated"
    """An in-process phone network, to try Ringback without a carrier."""
    ASTERISK = "asterisk"


class LogStyle(StrEnum):
    CONSOLE = "console"
    JSON = "json"


class NumberFormat(StrEnum):
    """How a carrier wants numbers to be dialled: +33612345678, 33612345678 or 0612345678."""

    E164 = "e164"
    DIGITS = "digits"
    NATIONAL = "national"


class Section(BaseModel):
    """A part of the settings; what it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class HttpSection(Section):
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    """0 takes one that is free."""
    public_address: str | None = Field(default=None, pattern=r"^https?://[^/\s]+$", max_length=200)
    """Where other programs reach this server, as compatible webhooks tell it in links."""
    token: SecretStr | None = None
    """The operator's; made and kept in the data directory when absent."""


class AsteriskSection(Section):
    url: str = "http://127.0.0.1:8088"
    user: str = "ringback"
    password: SecretStr | None = None
    app: str = "ringback"
    private: bool = False
    """Start an Asterisk of ours; it outlives us, so that its calls stay up."""
    root: Place | None = None
    """Where `ringback asterisk install` puts it."""
    sip_address: str = "127.0.0.1"
    sip_port: Port = 5060
    rtp_port_first: Port = 10_000
    rtp_port_last: Port = 19_999
    stun_server: Annotated[str, Field(pattern=HOST_AND_PORT)] | None = None
    """From it phones in pages, and a private Asterisk, learn their outer addresses."""
    turn_server: Annotated[str, Field(pattern=HOST_AND_PORT)] | None = None
    """Passes on the sound of phones in pages which no router lets through; with its port."""
    turn_secret: SecretStr | None = None
    """What the TURN server shares with Ringback; coturn's `static-auth-secret`."""

    @model_validator(mode="after")
    def _turn_whole(self) -> Self:
        if (self.turn_server is None) != (self.turn_secret is None):
            raise ValueError("turn_server and turn_secret belong together")
        return self


class TrunkEntry(Section):
    """A carrier's SIP trunk."""

    name: str
    host: str
    port: Port = 5060
    codecs: tuple[str, ...] = ("alaw", "ulaw")
    calls_from: tuple[str, ...] = ()
    username: str | None = None
    password: SecretStr | None = None
    registers: bool = False
    number_format: NumberFormat = NumberFormat.E164
    country: Country = "FR"
    """Where the trunk is, for national numbers."""
    qualify_seconds: int = Field(default=0, ge=0, le=3600)


def _of_postgres(address: SecretStr) -> SecretStr:
    if not address.get_secret_value().startswith(("postgresql://", "postgres://")):
        raise ValueError("it should begin with postgresql://")
    return address


def _long_words(keys: SecretStr) -> SecretStr:
    words = keys.get_secret_value().split()
    if not words or min(map(len, words)) < SECRETS_KEY_LENGTH_MIN:
        raise ValueError(f"each key should have at least {SECRETS_KEY_LENGTH_MIN} characters")
    return keys


class StorageSection(Section):
    path: Place | None = None
    """The journal's file; `ringback.db` in the data directory when absent."""
    database: Annotated[SecretStr, AfterValidator(_of_postgres)] | None = None
    """The address of a PostgreSQL database, in the place of a file."""
    secrets_key: Annotated[SecretStr, AfterValidator(_long_words)] | None = None
    """Seals secrets of second factors; keys of before may follow, to open what they sealed."""

    @model_validator(mode="after")
    def _one_store(self) -> Self:
        if self.path is not None and self.database is not None:
            raise ValueError("path and database are two places: name one of them")
        return self


class MessagesSection(Section):
    """What recordings are taken as messages of the company's own."""

    recording_megabytes_max: int = Field(default=64, ge=1, le=500)
    recording_seconds_min: float = Field(default=0.3, ge=0.1, le=10)
    recording_seconds_max: int = Field(default=300, ge=10, le=1800)


def _network(text: str) -> str:
    try:
        return str(ip_network(text))
    except ValueError as wrong:
        raise ValueError("it should be a network such as 10.0.0.0/8") from wrong


class WebhooksSection(Section):
    """Where webhooks may lead, and how long they are kept."""

    allowed_networks: tuple[Annotated[str, AfterValidator(_network)], ...] = ()
    """Private networks that webhooks may lead into, also without encryption."""
    log_kept_days: int = Field(default=30, ge=1, le=365)
    disabled_after_hours: int = Field(default=24, ge=1, le=720)
    """After so long without a single success, and ten failures, a webhook is disabled."""
    ended_after_seconds: int = Field(default=30, ge=0, le=300)
    """How long after its end a call is told as `call.ended` to compatible webhooks."""


class AccessSection(Section):
    """Who signs in, and for how long."""

    company: str = Field(default="Ringback", min_length=1, max_length=100)
    """As users see it, and their authenticator apps."""
    second_factor_required: bool = False
    """For owners and admins."""
    session_idle_hours: int = Field(default=12, ge=1, le=24 * 7)
    session_days_max: int = Field(default=7, ge=1, le=90)


class LogSection(Section):
    style: LogStyle = LogStyle.CONSOLE


class CompanyEntry(Section):
    """A further company in the same installation, strictly apart from the others."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")]
    file: Place
    """Its agents, teams, flows and lines; beside this file unless it begins with a slash."""


class CompanySettings(Section):
    """What is said of one company, in a file of its own if it is a further one."""

    access: AccessSection = AccessSection()
    voicemails_kept_days: int = Field(default=90, ge=1, le=3650)
    """How long messages that callers leave are kept."""
    customers_kept_days: int = Field(default=1095, ge=0, le=36_500)
    """How long numbers and names are kept after the last call; 0 is for ever."""
    notes_kept_days: int = Field(default=1095, ge=0, le=36_500)
    """How long what agents wrote is kept; 0 is for ever."""
    spoken_kept_days: int = Field(default=90, ge=1, le=3650)
    """How long spoken messages that nothing uses are kept."""
    account: AccountEntry = AccountEntry()
    agents: tuple[AgentEntry, ...] = ()
    teams: tuple[TeamEntry, ...] = ()
    tags: tuple[TagEntry, ...] = ()
    flows: tuple[FlowEntry, ...] = ()
    lines: tuple[LineEntry, ...] = ()


class Settings(CompanySettings, BaseSettings):
    """Everything that can be set. The environment (`RINGBACK_HTTP__PORT`) outranks the file."""

    model_config = SettingsConfigDict(
        env_prefix="RINGBACK_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    data_directory: Place = Path("~/.local/share/ringback")
    phones: PhoneWorld = PhoneWorld.SIMULATED
    http: HttpSection = HttpSection()
    asterisk: AsteriskSection = AsteriskSection()
    trunks: tuple[TrunkEntry, ...] = ()
    storage: StorageSection = StorageSection()
    log: LogSection = LogSection()
    messages: MessagesSection = MessagesSection()
    webhooks: WebhooksSection = WebhooksSection()
    replaced_kept_days: int = Field(default=30, ge=1, le=3650)
    """How long is kept what was there before a restore."""
    logs_kept_days: int = Field(default=30, ge=1, le=3650)
    """How far back the log of a private Asterisk may go."""
    companies: tuple[CompanyEntry, ...] = ()
    """Further companies in this installation."""
    _account_id: AccountId = PrivateAttr(default=MAIN_ACCOUNT)
    _of_installation: Path | None = PrivateAttr(default=None)
    _all: "tuple[Settings, ...]" = PrivateAttr(default=())

    @property
    def account_id(self) -> AccountId:
        """Name the company that these settings are of."""
        return self._account_id

    @property
    def every_company(self) -> "tuple[Settings, ...]":
        """Give the settings of each company of the installation, its own first."""
        return self._all or (self,)

    @property
    def is_shared(self) -> bool:
        """Tell whether the installation has further companies."""
        return bool(self.companies)

    @property
    def data(self) -> Path:
        """Where everything is kept that is this company's alone."""
        return self.data_directory.expanduser()

    @property
    def installation_data(self) -> Path:
        """Where everything is kept that all companies share, and the installation's own."""
        return self._of_installation or self.data

    @property
    def journal_path(self) -> Path:
        return (self.storage.path or self.installation_data / "ringback.db").expanduser()

    def of_company(self, company_id: str, company: CompanySettings) -> "Settings":
        """Give the settings of a further company: the installation's, but for what is its own."""
        own = {name: getattr(company, name) for name in CompanySettings.model_fields}
        if "company" not in company.access.model_fields_set:
            own["access"] = company.access.model_copy(update={"company": company_id})
        own["data_directory"] = self.data / COMPANIES / company_id
        settings = self.model_copy(update=own)
        settings._account_id = AccountId(company_id)
        settings._of_installation = self.data
        return settings

    def with_further(self, further: "Sequence[Settings]") -> "Settings":
        """Give the settings of the installation; each company's know all others."""
        settings = self.model_copy()
        together = (settings, *further)
        for each in together if further else ():
            each._all = together
        return settings

    @property
    def voicemails(self) -> Path:
        """Where messages that callers left are kept."""
        return self.data / "voicemails"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment outrank what the file says, which comes as arguments."""
        return env_settings, init_settings
