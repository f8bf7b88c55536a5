"""What phones, the server, time and people at desks do, wanted or not."""

from dataclasses import replace

from ringback.core import inputs as i
from ringback.core.ids import FlowId
from ringback.core.publishing import draft_number, version_in_force
from ringback.core.settings import AccountSettings
from ringback.core.states import ConnectingAgent

from . import company
from .driver import Driver
from .numbers import Numbers

# ---- phones that misbehave ---------------------------------------------------------------------


def leg_ends(driver: Driver, pick: Numbers) -> None:
    leg_id = pick.one_of(list(driver.phones.legs))
    if leg_id is not None:
        driver.phones.end(leg_id)
        if not pick(3):
            driver.deliver_all()


def reports_arrive(driver: Driver, pick: Numbers) -> None:
    driver.deliver_all()


def report_arrives_out_of_order(driver: Driver, pick: Numbers) -> None:
    waiting = driver.phones.undelivered
    if waiting:
        driver.report(waiting.pop(pick(len(waiting))))


def report_is_repeated(driver: Driver, pick: Numbers) -> None:
    if driver.delivered:
        age = 1 + (pick(len(driver.delivered)) if pick(2) else 0)
        again = driver.delivered[-age]
        if not isinstance(again, i.AgentConnected | i.AgentConnectionLost):
            driver.report(again)


def report_is_lost(driver: Driver, pick: Numbers) -> None:
    """A leg goes and nobody ever says so."""
    leg_id = pick.one_of(list(driver.phones.legs))
    if leg_id is not None:
        driver.phones.end(leg_id)
        driver.phones.undelivered.pop()


def phone_system_is_lost(driver: Driver, pick: Numbers) -> None:
    driver.give(i.PhoneSystemLost(), "phone")


def phone_system_is_back(driver: Driver, pick: Numbers) -> None:
    """It may have dropped legs meanwhile, and phones may have been picked up unheard."""
    if driver.world.phones_reachable and pick(4):
        return
    for leg_id in list(driver.phones.legs):
        what = pick(6)
        if what == 5:
            driver.phones.end(leg_id)
        elif what == 4:
            driver.phones.up[leg_id] = None
    driver.list_phones()


def server_restarts(driver: Driver, pick: Numbers) -> None:
    driver.restart()
    if pick(2):
        driver.list_phones()


def server_will_die(driver: Driver, pick: Numbers) -> None:
    """The next input is committed, but only some of its effects go out."""
    driver.effects_until_crash = pick(3)


# ---- time and people at desks ------------------------------------------------------------------


def deadline_comes(driver: Driver, pick: Numbers) -> None:
    driver.wait_for_deadline()


def time_passes(driver: Driver, pick: Numbers) -> None:
    driver.wait((1, 0, 3, 10, 30, 120, 3600, 90_000)[pick(8)])


def moments_pass(driver: Driver, pick: Numbers) -> None:
    """Wait for some seconds; in the place of none, somebody asks without a call."""
    seconds = pick(20)
    if seconds:
        driver.wait(seconds)
    else:
        _somebody_asks_elsewhere(driver, pick)


def _somebody_asks_elsewhere(driver: Driver, pick: Numbers) -> None:
    """Without a call, by anybody who is known or not, also where it must be refused."""
    customer_id, destination = company.CUSTOMERS[pick(len(company.CUSTOMERS))]
    line_id = pick.one_of(list(driver.world.lines))
    if line_id is not None:
        driver.give(i.RequestCallback(line_id, customer_id, destination), "api")


def callback_is_cancelled(driver: Driver, pick: Numbers) -> None:
    """Any of them; every other time one whose agent is being connected, if there is one."""
    callbacks = driver.world.callbacks
    connecting = [c.id for c in callbacks.values() if isinstance(c.state, ConnectingAgent)]
    callback_id = pick.one_of((pick(2) and connecting) or list(callbacks))
    if callback_id is not None:
        driver.give(i.CancelCallback(callback_id, list(i.CancelReason)[pick(2)]))


def customer_is_erased(driver: Driver, pick: Numbers) -> None:
    """Any of them; mostly one of whom something waits; or one who was kept long enough."""
    world = driver.world
    concerned = [*world.callbacks.values(), *world.follow_ups.values()]
    waiting = [c.customer_id for c in concerned if c.customer_id is not None]
    everybody = [customer_id for customer_id, _ in company.CUSTOMERS if customer_id is not None]
    customer_id = pick.one_of((pick(4) and waiting) or everybody)
    if customer_id is not None:
        kept_long_enough = not pick(4)
        driver.give(
            i.ForgetCustomers(tuple(everybody))
            if kept_long_enough
            else i.EraseCustomer(customer_id)
        )


def account_is_changed(driver: Driver, pick: Numbers) -> None:
    driver.give(i.ConfigureAccount(AccountSettings((3, 0, 0, 1)[pick(4)], (3, 2, 1, 0)[pick(4)])))


def alert_is_dismissed(driver: Driver, pick: Numbers) -> None:
    alert_id = pick.one_of(list(driver.world.alerts))
    if alert_id is not None:
        driver.give(i.DismissAlert(alert_id))


def line_is_changed(driver: Driver, pick: Numbers) -> None:
    driver.give(i.ConfigureLine(company.line(company.LINES[pick(3)], pick)))


def flow_is_published(driver: Driver, pick: Numbers) -> None:
    driver.give(i.PublishFlow(company.flow(company.FLOWS[pick(2)], driver.agent_ids, pick)))


def flow_is_edited(driver: Driver, pick: Numbers) -> None:
    """Drafted, published, discarded or rolled back, by one who has seen the last change or not."""
    flow = company.flow(company.FLOWS[pick(2)], driver.agent_ids, pick)
    draft, version = _seen(driver, flow.id, pick)
    earlier = 1 + pick(version_in_force(driver.world, flow.id))
    wishes = (
        i.SaveDraft(flow, draft, version),
        i.PublishDraft(flow.id, draft, version),
        i.RollBackFlow(flow.id, earlier, version),
        i.DiscardDraft(flow.id, draft),
    )
    driver.give(wishes[pick(4)])


def _seen(driver: Driver, flow_id: FlowId, pick: Numbers) -> tuple[int, int]:
    """Give the draft and the version there are, or one time in four others."""
    draft, version = draft_number(driver.world, flow_id), version_in_force(driver.world, flow_id)
    return (draft, version) if pick(4) else (draft + pick(2), version + pick(2))


def team_is_changed(driver: Driver, pick: Numbers) -> None:
    driver.give(i.ConfigureTeam(company.team(company.TEAMS[pick(2)], driver.agent_ids, pick)))


def hours_are_changed(driver: Driver, pick: Numbers) -> None:
    known = driver.world.agents[driver.agent_ids[pick(len(driver.agent_ids))]].profile
    hours = (None, None, None, company.LONG_HOURS, company.SHORT_HOURS)[pick(5)]
    driver.give(i.ConfigureAgent(replace(known, hours=hours)))


def agent_is_changed(driver: Driver, pick: Numbers) -> None:
    number = pick(len(driver.agent_ids))
    known = driver.world.agents[driver.agent_ids[number]].profile
    changed = company.profile(number, pick)
    driver.give(i.ConfigureAgent(replace(changed, id=known.id)))
