"""The keys of programs, for those who manage them."""

from fastapi import APIRouter

from ringback.access.permissions import Permission
from ringback.access.refusals import AccessCode
from ringback.api.dependencies import GivenServices
from ringback.api.errors import refuses
from ringback.api.people_views import ApiKeyDraft, ApiKeyView, ApiKeyWithToken
from ringback.api.permitting import GivenPrincipal, needs
from ringback.core.refusals import RefusalCode
from ringback.people import KeyId

from .users import refuse_unknown

_A, _R = AccessCode, RefusalCode
router = APIRouter(prefix="/api-keys", tags=["api-keys"])


@router.get("", name="list_api_keys", responses=refuses())
@needs(Permission.API_KEYS_MANAGE)
async def list_api_keys(services: GivenServices) -> list[ApiKeyView]:
    """List all keys, also those revoked, the newest first; what they send is not to be seen."""
    return list(map(ApiKeyView.of, services.access.keyring.all()))


@router.post(
    "",
    name="make_api_key",
    responses=refuses(
        _A.AGENT_REQUIRED,
        _A.TOO_MANY_API_KEYS,
        _R.UNKNOWN_AGENT,
        _R.UNKNOWN_LINE,
        _R.UNKNOWN_TEAM,
    ),
)
@needs(Permission.API_KEYS_MANAGE)
async def make_api_key(
    wanted: ApiKeyDraft, who: GivenPrincipal, services: GivenServices
) -> ApiKeyWithToken:
    """Make a key, and give the token that a program sends; it is shown this once."""
    refuse_unknown(services.engine.world, wanted)
    made = await services.access.keyring.make(wanted.name, wanted.rights(), who)
    return ApiKeyWithToken(api_key=ApiKeyView.of(made.key), token=made.token)


@router.delete("/{key_id}", name="revoke_api_key", responses=refuses(_A.UNKNOWN_API_KEY))
@needs(Permission.API_KEYS_MANAGE)
async def revoke_api_key(key_id: str, who: GivenPrincipal, services: GivenServices) -> ApiKeyView:
    """Shut a program out, at once and for good, also from the live feed."""
    return ApiKeyView.of(await services.access.keyring.revoke(KeyId(key_id), who))
