"""Where a PostgreSQL database is, and how to connect to it; its password is never told."""

from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from ringback.ports import JournalFailed

Connection = psycopg.AsyncConnection[tuple[Any, ...]]
Cursor = psycopg.AsyncCursor[tuple[Any, ...]]

SCHEMA = "ringback"
"""Where our tables are, in the database."""

_DEFAULTS = {
    "connect_timeout": "3",
    "target_session_attrs": "read-write",
    # A network that swallows everything without a word is noticed within some seconds.
    "tcp_user_timeout": "5000",
    "keepalives_idle": "2",
    "keepalives_interval": "1",
    "keepalives_count": "3",
}
_SESSION = {
    "search_path": SCHEMA,
    "timezone": "UTC",
    "datestyle": "ISO",
    "standard_conforming_strings": "on",
}

_COMMIT_TO_DISK = """
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off'
"""


class PostgresAddress:
    """An address as the settings have it; as text it is what people may read of it."""

    def __init__(self, url: str) -> None:
        """Raises `JournalFailed` for what is no address of PostgreSQL."""
        try:
            self._given = conninfo_to_dict(url)
        except psycopg.ProgrammingError:
            raise JournalFailed(
                "The address of the database cannot be read: write it as"
                " postgresql://user:password@host:5432/database."
            ) from None

    def __str__(self) -> str:
        return f"the database {self._name} at {self._hosts}"

    @property
    def capitalised(self) -> str:
        """As it begins a sentence."""
        return f"T{str(self)[1:]}"

    @property
    def _name(self) -> str:
        given = self._given
        return str(given.get("dbname") or given.get("user") or "of the system's user")

    @property
    def _hosts(self) -> str:
        hosts = str(self._given.get("host") or "this machine").split(",")
        ports = str(self._given.get("port") or "5432").split(",")
        ports = ports * len(hosts) if len(ports) == 1 else ports
        return ", ".join(f"{host}:{port or 5432}" for host, port in zip(hosts, ports, strict=False))

    async def connect(self, purpose: str) -> Connection:
        """Connect to write; what is committed is on the disk. Raises `psycopg.Error`."""
        connection = await psycopg.AsyncConnection.connect(**self.parameters(purpose))
        try:
            await connection.execute(_COMMIT_TO_DISK)
            await connection.commit()
        except BaseException:
            await connection.close()
            raise
        return connection

    def parameters(self, purpose: str, **session: str) -> dict[str, Any]:
        """Give what a connection needs; `purpose` is what the database's own lists show."""
        settings = " ".join(f"-c {name}={value}" for name, value in (_SESSION | session).items())
        given = dict(self._given)
        options = f"{given.pop('options', '') or ''} {settings}".strip()
        return {
            **_DEFAULTS,
            **given,
            "options": options,
            "application_name": purpose,
            "client_encoding": "utf8",
        }

    def parameters_to_read(self, purpose: str) -> dict[str, Any]:
        """Give what a connection needs that must not write."""
        parameters = self.parameters(purpose, default_transaction_read_only="on")
        if parameters["target_session_attrs"] == "read-write":
            # The same server; but a session that may not write is none in the eyes of libpq.
            parameters["target_session_attrs"] = "primary"
        return parameters
