"""What the API shows of people, and what it takes to add or change them."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator

from ringback.access.permissions import Permission
from ringback.access.principal import ToDo
from ringback.access.registrar import Draft
from ringback.core.ids import AgentId, LineId, TeamId
from ringback.people import ApiKey, Rights, Role, Scope, Session, User

from .configuration import AgentSettings
from .sheets import EntityTag, tag_of
from .views import View

Language = Literal["en", "fr"]


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("it holds characters that cannot be shown")
    return text.strip()


Email = Annotated[
    str,
    Field(max_length=254, pattern=r"^\s*[^@\s]+@[^@\s]+\s*$", examples=["marie@example.org"]),
    AfterValidator(_printable),
]
Name = Annotated[
    str,
    Field(min_length=1, max_length=100, pattern=r"\S", examples=["Marie Dupont"]),
    AfterValidator(_printable),
]


def _in_characters(given: SecretStr) -> SecretStr:
    """Refuse half a pair of UTF-16: nobody types it, and it cannot be hashed."""
    try:
        given.get_secret_value().encode()
    except UnicodeEncodeError:
        raise ValueError("write it in characters") from None
    return given


Password = Annotated[SecretStr, Field(max_length=1_000), AfterValidator(_in_characters)]
Code = Annotated[str, Field(max_length=40, examples=["123456"])]


class Given(BaseModel):
    """Something taken; what it does not know is an error."""

    model_config = ConfigDict(extra="forbid")


class ScopeModel(Given):
    """The lines and teams that a supervisor sees to."""

    lines: tuple[str, ...] = Field(default=(), max_length=1_000, examples=[["paris"]])
    teams: tuple[str, ...] = Field(default=(), max_length=1_000, examples=[["support"]])


class RightsModel(Given):
    role: Role
    agent_id: str | None = Field(
        default=None, max_length=100, examples=["lea"], description="Who they are on the phone."
    )
    supervises: ScopeModel | None = Field(
        default=None, description="Of a supervisor; null is the whole company."
    )

    @classmethod
    def parts_of(cls, rights: Rights) -> dict[str, object]:
        scope = rights.supervises
        return {
            "role": rights.role,
            "agent_id": rights.agent_id,
            "supervises": None
            if scope is None
            else ScopeModel(lines=scope.lines, teams=scope.teams),
        }

    def rights(self) -> Rights:
        scope = self.supervises if self.role is Role.SUPERVISOR else None
        return Rights(
            role=self.role,
            agent_id=None if self.agent_id is None else AgentId(self.agent_id),
            supervises=None
            if scope is None
            else Scope(tuple(map(LineId, scope.lines)), tuple(map(TeamId, scope.teams))),
        )


class UserDraft(RightsModel):
    """What is said of a user; whole."""

    email: Email
    name: Name
    language: Language = "en"

    @classmethod
    def of(cls, user: User) -> "UserDraft":
        said: dict[str, Any] = {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            **cls.parts_of(user.rights),
        }
        return cls.model_construct(**said)

    def draft(self) -> Draft:
        return Draft(self.email, self.name, self.language, self.rights())


class NewUser(UserDraft):
    """What is said of a new user."""

    new_agent: AgentSettings | None = Field(
        default=None, description="An agent who is made for them, in the place of `agent_id`."
    )

    @model_validator(mode="after")
    def _one_agent(self) -> Self:
        if self.agent_id is not None and self.new_agent is not None:
            raise ValueError("a user is one agent: a new one or one there is")
        return self


class OwnUserView(View):
    """Who is signed in here."""

    id: str
    name: str
    email: str | None = Field(description="None for programs and for the operator.")
    role: Role
    language: Language
    agent_id: str | None = Field(description="Who they are on the phone.")


class CompanyView(View):
    id: str
    name: str


class SessionView(View):
    """Who is signed in, and what that allows."""

    user: OwnUserView
    company: CompanyView
    permissions: list[Permission]
    to_do: list[ToDo] = Field(description="What must be done before anything else is permitted.")
    demo: bool


class OpenSessionView(View):
    """A browser in which somebody is signed in."""

    id: str
    user_id: str
    began_at: datetime
    seen_at: datetime = Field(description="To within five minutes.")
    address: str
    browser: str
    here: bool = Field(description="Whether it is the session that asks.")

    @classmethod
    def of(cls, session: Session, own_id: str | None) -> "OpenSessionView":
        return cls(
            id=session.id,
            user_id=session.user_id,
            began_at=session.began_at,
            seen_at=session.seen_at,
            address=session.address,
            browser=session.browser,
            here=session.id == own_id,
        )


class UserView(View):
    id: str
    email: str
    name: str
    language: Language
    role: Role
    agent_id: str | None
    supervises: ScopeModel | None
    active: bool
    second_factor: bool
    password_to_be_changed: bool = Field(description="Whether a one-time password is set.")
    created_at: datetime
    sessions: int = Field(description="In how many browsers they are signed in.")
    second_factor_required: bool = Field(description="Whether the company requires it of the role.")
    waits_until: datetime | None = Field(
        description="Until when they have to wait somewhere, after wrong passwords or codes."
    )
    etag: EntityTag

    @classmethod
    def of(cls, user: User, *, sessions: int, required: bool, waits: datetime | None) -> "UserView":
        return cls.model_validate(
            {
                "id": user.id,
                "email": user.email,
                "name": user.name,
                "language": user.language,
                **RightsModel.parts_of(user.rights),
                "active": user.active,
                "second_factor": user.second_factor is not None and user.second_factor.confirmed,
                "password_to_be_changed": user.one_time_until is not None,
                "created_at": user.created_at,
                "sessions": sessions,
                "second_factor_required": required,
                "waits_until": waits,
                "etag": tag_of(UserDraft.of(user)),
            }
        )


class UserWithPassword(View):
    """A user, and the password that is shown this once, works once and for three days."""

    user: UserView
    password: str


class ApiKeyDraft(RightsModel):
    """What a new key is called, and what it may do."""

    name: Name


class ApiKeyView(View):
    """A program's key, without what the program sends."""

    id: str
    name: str
    role: Role
    agent_id: str | None
    supervises: ScopeModel | None
    made_by: str = Field(description="`user:…`, `key:…` or `operator`.")
    made_at: datetime
    used_at: datetime | None = Field(description="To within five minutes.")
    revoked_at: datetime | None

    @classmethod
    def of(cls, key: ApiKey) -> "ApiKeyView":
        return cls.model_validate(
            {
                "id": key.id,
                "name": key.name,
                **RightsModel.parts_of(key.rights),
                "made_by": key.made_by,
                "made_at": key.made_at,
                "used_at": key.used_at,
                "revoked_at": key.revoked_at,
            }
        )


class ApiKeyWithToken(View):
    """A key, and what a program sends as `Authorization: Bearer`; it is shown this once."""

    api_key: ApiKeyView
    token: str
