"""Keys with which programs come in: made, shown once, and revoked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from ringback.people import ApiKey, KeyId, PeopleChanges, Rights, Role

from .directory import Deed, Directory
from .permissions import refuse_to_outrank
from .principal import Principal
from .refusals import AccessCode, AccessRefused
from .registrar import told_rights
from .tokens import KEY_PREFIX, hash_of, new_id, new_token

KEYS_MAX: Final = 200
"""How many may be in force at the same time."""


class WithToken(NamedTuple):
    """A key, and what a program sends: it is shown this once."""

    key: ApiKey
    token: str


@dataclass(frozen=True, slots=True)
class Keyring:
    """Makes and revokes keys. Nobody grants more than they have, or revokes what has more."""

    directory: Directory

    def all(self) -> Sequence[ApiKey]:
        """Give every key there ever was, the newest first."""
        keys = self.directory.keys.values()
        return sorted(keys, key=lambda key: (key.made_at, key.id), reverse=True)

    async def make(self, name: str, rights: Rights, by: Principal) -> WithToken:
        """Make a key; only a hash of its token is kept. Raises `AccessRefused`."""
        refuse_to_outrank(by.rights.role, rights.role)
        if rights.role is Role.AGENT and rights.agent_id is None:
            raise AccessRefused(AccessCode.AGENT_REQUIRED)
        token = KEY_PREFIX + new_token()
        async with self.directory.changing:
            in_force = [key for key in self.directory.keys.values() if key.revoked_at is None]
            if len(in_force) >= KEYS_MAX:
                raise AccessRefused(AccessCode.TOO_MANY_API_KEYS, most=KEYS_MAX)
            key = ApiKey(
                id=KeyId(new_id()),
                name=name,
                key_hash=hash_of(token),
                rights=rights,
                made_by=by.actor,
                made_at=self.directory.clock.now(),
            )
            deed = Deed(by, "api-key-made", key.id, {"name": name, **told_rights(rights)})
            await self.directory.commit(PeopleChanges(keys=[key]), deed)
        return WithToken(key, token)

    async def revoke(self, key_id: KeyId, by: Principal) -> ApiKey:
        """Shut a program out at once and for good; again it changes nothing."""
        async with self.directory.changing:
            key = self.directory.keys.get(key_id)
            if key is None:
                raise AccessRefused(AccessCode.UNKNOWN_API_KEY, key_id=key_id)
            refuse_to_outrank(by.rights.role, key.rights.role)
            if key.revoked_at is not None:
                return key
            revoked = replace(key, revoked_at=self.directory.clock.now())
            deed = Deed(by, "api-key-revoked", key.id, {"name": key.name})
            await self.directory.commit(PeopleChanges(keys=[revoked]), deed)
        return revoked
