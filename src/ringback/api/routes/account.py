"""The account: what holds for the whole company, always saved whole or not at all."""

from fastapi import APIRouter

from ringback.access.permissions import Permission
from ringback.api.configuration import AccountSettings, ImportedAccount
from ringback.api.dependencies import GivenServices
from ringback.api.errors import refuses
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.sheets import GivenSeen, GivenTagging
from ringback.api.views import View
from ringback.core.inputs import ConfigureAccount, HaltCallbacks, ResumeCallbacks
from ringback.core.refusals import RefusalCode

router = APIRouter(tags=["settings"], route_class=LoggedRoute)


class HaltView(View):
    callbacks_halted: bool


@router.get("/account/settings", name="get_account_settings", responses=refuses())
@needs(Permission.SETTINGS_SEE)
async def get_account_settings(services: GivenServices, tagging: GivenTagging) -> AccountSettings:
    return tagging.tell(AccountSettings.of(services.engine.world.settings))


@router.get("/account/away-reasons", name="list_away_reasons", responses=refuses())
@needs(Permission.BOARD_SEE)
async def list_away_reasons(services: GivenServices) -> list[str]:
    """List what agents choose from when they do not want to be disturbed."""
    return list(services.engine.world.settings.away_reasons)


@router.put(
    "/account/settings",
    name="set_account_settings",
    responses=refuses(RefusalCode.VALUE_OUT_OF_RANGE, RefusalCode.CHANGED_MEANWHILE),
)
@needs(Permission.ACCOUNT_CHANGE)
async def set_account_settings(
    wanted: AccountSettings, who: GivenPrincipal, services: GivenServices, seen: GivenSeen
) -> AccountSettings:
    """Set what holds for the whole company, whole."""
    world = services.engine.world
    still = seen.still(lambda: AccountSettings.of(world.settings))
    settings = ConfigureAccount(wanted.for_core(world.settings))
    await services.engine.request(settings, who.actor, provided=still)
    return seen.tell(AccountSettings.of(world.settings))


@router.post(
    "/account/import",
    name="import_account",
    responses=refuses(RefusalCode.VALUE_OUT_OF_RANGE),
)
@needs(Permission.ACCOUNT_CHANGE)
async def import_account(
    brought: ImportedAccount, who: GivenPrincipal, services: GivenServices
) -> AccountSettings:
    """Take over an account's settings from elsewhere; without the flag callbacks are off (R1)."""
    settings = brought.for_core(services.engine.world.settings)
    await services.engine.request(ConfigureAccount(settings), who.actor)
    return AccountSettings.of(services.engine.world.settings)


@router.post("/account/callbacks/halt", name="halt_callbacks", responses=refuses())
@needs(Permission.CALLBACKS_HALT)
async def halt_callbacks(who: GivenPrincipal, services: GivenServices) -> HaltView:
    """Have nobody called back until it is resumed; callers may call, wait and ask meanwhile."""
    await services.engine.request(HaltCallbacks(), who.actor)
    return HaltView(callbacks_halted=services.engine.world.callbacks_halted)


@router.post("/account/callbacks/resume", name="resume_callbacks", responses=refuses())
@needs(Permission.CALLBACKS_HALT)
async def resume_callbacks(who: GivenPrincipal, services: GivenServices) -> HaltView:
    """Have callbacks offered and dialled again, each from the place it has kept."""
    await services.engine.request(ResumeCallbacks(), who.actor)
    return HaltView(callbacks_halted=services.engine.world.callbacks_halted)
