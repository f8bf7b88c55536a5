"""Teams and users in Chromium: added, changed, shut out and let in; and what each role sees."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.app import (
    DESK,
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
    expect_live,
)
from tests.browser.conftest import OpenPage
from tests.browser.served import Served

from ringback.access.authenticator import code_at, step_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
OpenAs = Callable[..., Page]
LOOKS = [("en-GB", "light"), ("fr-FR", "dark")]
PASSWORD = "seven lamps behind the harbour"
SIGN_IN = """
async ([email, password]) => {
  const { demo } = await (await fetch("/api/v1/setup")).json();
  await fetch("/api/v1/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: password ?? demo.password }),
  });
}
"""
SCREENS = {
    "agent": ["Workspace", "Live monitoring", "History"],
    "supervisor": ["Numbers", "Teams and users"],
}


def _user(served: Served, email: str) -> Any:
    return next(each for each in served.ask("GET", "/users") if each["email"] == email)


@pytest.fixture
def open_as(open_app: OpenPage, served: Served) -> OpenAs:
    """Open a screen, signed in as somebody of the demo; without the booth."""

    def opened(where: str = "/people", who: str = "owner", **context: Any) -> Page:
        page = open_app(served.origin, **({"viewport": DESK} | context))
        page.evaluate("localStorage.setItem('ringback-booth', 'false')")
        page.evaluate(SIGN_IN, [f"{who}@demo.example", None])
        page.goto(f"{served.origin}{where}")
        expect_live(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    return opened


def _row(page: Page, name: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=name)


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
@pytest.mark.parametrize("where", ["desk", "telephone"])
def test_people_and_teams_fit_every_theme_language_and_size(
    open_as: OpenAs, served: Served, picture: Picture, locale: str, scheme: str, where: str
) -> None:
    """The list, a user's page, the dialogs and the teams, without a violation."""
    size = {"viewport": TELEPHONE if where == "telephone" else DESK}
    name = f"{where}-{locale}"
    page = open_as(locale=locale, color_scheme=scheme, **size)
    expect(_row(page, "tom@demo.example")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"people-list-{name}")

    page.get_by_role("button", name=re.compile("Add a user|Ajouter un utilisateur")).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert_accessible(page)
    picture(page, f"people-add-{name}")
    page.get_by_role("button", name=re.compile("^(Cancel|Annuler)$")).click()

    tom = _user(served, "tom@demo.example")["id"]
    page.goto(f"{served.origin}/people/users/{tom}")
    expect(page.get_by_role("region", name=re.compile("^(Access|Accès)$"))).to_be_visible()
    expect(page.get_by_label(re.compile("Wrap-up|post-appel"))).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"people-user-{name}")

    page.goto(f"{served.origin}/people/teams")
    expect(page.get_by_role("listitem").filter(has_text="Tom").first).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"people-teams-{name}")


def test_user_is_added_and_enters_with_the_password_shown(
    open_as: OpenAs, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """An agent who takes calls at once; the password works once and is then their own."""
    page = open_as()
    page.get_by_role("button", name="Add a user").click()
    page.get_by_role("button", name="Add and show").click()
    expect(page.get_by_text("This is not an e-mail address.")).to_be_visible()
    page.get_by_role("textbox", name="Name", exact=False).last.fill("Nadia Éloi")
    page.get_by_role("textbox", name="E-mail address").last.fill("nadia@example.org")
    page.get_by_role("button", name="Add and show").click()

    expect(page.get_by_role("status").filter(has_text="Give it to Nadia")).to_be_visible()
    assert_accessible(page)
    picture(page, "people-password-shown")
    one_time = page.get_by_role("dialog").locator("dd").last.inner_text()
    page.get_by_role("button", name="Done").click()
    expect(_row(page, "nadia@example.org")).to_contain_text("One-time password")

    hers = open_app(served.origin)
    hers.get_by_label("E-mail address").fill("nadia@example.org")
    hers.get_by_label("Password", exact=False).first.fill(one_time)
    hers.get_by_role("button", name="Enter the demo").click()
    hers.get_by_label("One-time password").fill(one_time)
    hers.get_by_label("New password").fill(PASSWORD)
    hers.get_by_role("button", name="Set the password").click()
    expect_live(hers)

    assert _user(served, "nadia@example.org")["agent_id"] == "nadia-eloi"
    assert not _user(served, "nadia@example.org")["password_to_be_changed"]


def test_list_is_filtered_in_the_address(open_as: OpenAs, served: Served) -> None:
    """By text and by what people are; an address sent on shows the same."""
    page = open_as("/people?role=supervisor")
    expect(page.get_by_role("heading", level=2, name="1 person")).to_be_visible()
    expect(_row(page, "Samuel")).to_be_visible()

    page.get_by_role("textbox", name="Name or e-mail address").fill("nobody at all")
    expect(page.get_by_text("Nobody fits these filters.")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()

    expect(_row(page, "tom@demo.example")).to_be_visible()
    expect(page).to_have_url(re.compile("/people$"))


def test_agent_is_set_up_on_the_phone(open_as: OpenAs, served: Served, picture: Picture) -> None:
    """Desk phone, wrap-up, working hours, teams and numbers; each part is saved by itself."""
    tom = _user(served, "tom@demo.example")["id"]
    page = open_as(f"/people/users/{tom}")
    panel = page.get_by_role("region", name="On the phone")
    panel.get_by_text("Desk phone").click()
    panel.get_by_label("Wrap-up time").fill("45")
    panel.get_by_role("combobox", name="Working hours").click()
    page.get_by_role("option", name="By a weekly schedule").click()
    assert_accessible(page)
    picture(page, "people-agent-hours")
    panel.get_by_role("button", name="Save").click()
    expect(panel.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    saved = served.ask("GET", "/agents/tom/settings")
    assert (saved["phone"], saved["wrap_up_seconds"]) == ("desk", 45)
    assert len(saved["hours"]["periods"]) == 5

    lines = served.ask("GET", "/lines")
    settings = lines[0]["settings"] | {"assigned_agents": ["lea"], "assigned_teams": []}
    served.ask("PUT", f"/lines/{lines[0]['id']}/settings", settings)
    numbers = page.get_by_role("region", name="Numbers")
    switch = numbers.get_by_role("switch", name=re.compile(f"Assign {settings['name']}"))
    switch.click(force=True)
    expect(switch).to_be_checked()
    assert served.ask("GET", f"/lines/{lines[0]['id']}/settings")["assigned_agents"] == [
        "lea",
        "tom",
    ]


def test_user_is_shut_out_let_in_and_given_a_new_password(
    open_as: OpenAs, served: Served, picture: Picture
) -> None:
    """The question says what happens to their calls; their browser is at the door at once."""
    tom = _user(served, "tom@demo.example")["id"]
    theirs = open_as("/workspace", "tom")
    page = open_as(f"/people/users/{tom}")
    access = page.get_by_role("region", name="Access")
    access.get_by_role("button", name="Deactivate").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("goes offline")
    assert_accessible(page)
    picture(page, "people-deactivate")
    dialog.get_by_role("button", name="Deactivate").click()

    expect(access).to_contain_text("Deactivated: cannot sign in")
    expect(theirs.get_by_role("heading", name="Demo company")).to_be_visible()
    assert served.ask("GET", "/agents/tom")["status"] == "offline"
    access.get_by_role("button", name="Let in again").click()
    expect(access).to_contain_text("Active")
    access.get_by_role("button", name="Reset").click()
    dialog.get_by_role("button", name="Reset").click()

    expect(dialog.locator("dd").last).to_have_text(re.compile(r"^\w{5}(-\w{5}){3}$"))
    picture(page, "people-password-reset")


def test_wait_after_wrong_passwords_is_seen_and_lifted(open_as: OpenAs, served: Served) -> None:
    """The admin lets the user try again at once."""
    page = open_as("/people")
    for _ in range(9):
        page.evaluate(SIGN_IN, ["tom@demo.example", "wrong one entirely"])
    page.goto(f"{served.origin}/people?state=waiting")
    page.get_by_role("link", name="Tom").click()

    page.get_by_role("button", name="Let try again").click()

    expect(page.get_by_role("button", name="Let try again")).to_have_count(0)
    assert _user(served, "tom@demo.example")["waits_until"] is None


def test_team_is_added_renamed_and_given_members(
    open_as: OpenAs, served: Served, picture: Picture
) -> None:
    """By name; its id is made out of it."""
    page = open_as("/people/teams")
    page.get_by_role("button", name="Add a team").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(dialog.get_by_text("Give the team a name.")).to_be_visible()
    dialog.get_by_label("Name").fill("Après-vente")
    dialog.get_by_role("combobox", name="Members").fill("Tom")
    page.get_by_role("option", name="Tom").click()
    page.keyboard.press("Escape")
    dialog.get_by_role("heading").click()
    assert_accessible(page)
    picture(page, "people-team-add")
    dialog.get_by_role("button", name="Add", exact=True).click()

    expect(_row(page, "Après-vente")).to_contain_text("1 member")
    page.get_by_role("button", name="Change Après-vente").click()
    dialog.get_by_label("Name").fill("Service")
    dialog.get_by_role("button", name="Save").click()
    expect(_row(page, "Service")).to_contain_text("Tom")
    teams = {each["id"]: each["settings"] for each in served.ask("GET", "/teams")}
    assert teams["apres-vente"] == {"name": "Service", "members": ["tom"]}


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
def test_two_who_change_one_user_or_team_are_told_and_lose_nothing(
    open_as: OpenAs, served: Served, picture: Picture, locale: str, scheme: str
) -> None:
    """At saving, or as soon as it is known; and going elsewhere asks first."""
    tom = _user(served, "tom@demo.example")
    page = open_as(f"/people/users/{tom['id']}", locale=locale, color_scheme=scheme)
    panel = page.get_by_role("region").filter(has=page.locator("input[type=email]"))
    panel.get_by_role("textbox").first.fill("Mine")
    drafted = ("email", "language", "role", "agent_id", "supervises")
    theirs = {key: tom[key] for key in drafted} | {"name": "Theirs"}
    served.ask("PUT", f"/users/{tom['id']}", theirs)
    panel.get_by_role("button", name=re.compile("^(Save|Enregistrer)$")).click()
    expect(panel.get_by_role("alert")).to_be_visible()
    assert _user(served, "tom@demo.example")["name"] == "Theirs"
    assert_accessible(page)
    picture(page, f"people-clash-{locale}")

    page.get_by_role("link", name=re.compile("Live monitoring|Supervision")).click()
    dialog = page.get_by_role("dialog")
    assert_accessible(page)
    picture(page, f"people-leave-{locale}")
    dialog.get_by_role("button", name=re.compile("^(Stay here|Rester ici)")).click()
    panel.get_by_role("button", name=re.compile("^(Save mine|Enregistrer les miens)")).click()
    expect(panel.get_by_role("status")).to_be_visible()
    assert _user(served, "tom@demo.example")["name"] == "Mine"

    page.goto(f"{served.origin}/people/teams")
    _row(page, "Tom Baker").get_by_role("button").click()
    name = dialog.get_by_role("textbox").first
    name.fill("Mine")
    team = served.ask("GET", "/teams")[0]
    served.ask("PUT", f"/teams/{team['id']}", team["settings"] | {"name": "Theirs"})
    expect(dialog.get_by_role("alert")).to_be_visible()
    assert_accessible(page)
    picture(page, f"people-team-clash-{locale}")
    dialog.get_by_role("button", name=re.compile("^(Load theirs|Charger les leurs)")).click()
    expect(name).to_have_value("Theirs")
    name.fill("Mine again")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^(Leave, and lose|Quitter et les)")).click()
    expect(dialog).to_have_count(0)
    assert served.ask("GET", "/teams")[0]["settings"]["name"] == "Theirs"


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("tom", SCREENS["agent"]),
        ("supervisor", SCREENS["agent"] + SCREENS["supervisor"]),
        ("owner", SCREENS["agent"] + SCREENS["supervisor"]),
    ],
)
def test_each_role_sees_its_screens(
    open_as: OpenAs, served: Served, picture: Picture, who: str, seen: list[str]
) -> None:
    """In the navigation and by address; what is not for somebody says so."""
    page = open_as("/workspace", who)
    names = page.get_by_role("navigation", name="Screens").get_by_role("link").all_inner_texts()

    assert [name for name in names if name in SCREENS["agent"] + SCREENS["supervisor"]] == seen
    page.goto(f"{served.origin}/people")
    if who == "tom":
        expect(page.get_by_role("heading", name="This is not for your role")).to_be_visible()
    else:
        expect(page.get_by_role("heading", name="Teams and users")).to_be_visible()
    assert_accessible(page)
    picture(page, f"people-as-{who}")


def test_supervisor_reads_and_changes_nobody(open_as: OpenAs, picture: Picture) -> None:
    """No users, no buttons; agents, teams and their settings."""
    page = open_as("/people", "supervisor")
    expect(page.get_by_text("Owners and admins manage users.")).to_be_visible()
    expect(page.get_by_role("button", name="Add a user")).to_have_count(0)
    page.get_by_role("link", name="Tom").click()

    expect(page.get_by_label("Wrap-up time")).to_be_disabled()
    expect(page.get_by_text("Does not sign in")).to_have_count(0)
    expect(page.get_by_role("heading", level=2, name="Access")).to_have_count(0)
    assert_accessible(page)
    picture(page, "people-agent-supervisor")


def test_lost_second_factor_is_switched_off_by_an_admin(open_as: OpenAs, served: Served) -> None:
    """The password alone enters again; every browser of theirs is at the door."""
    theirs = open_as("/account", "tom")
    theirs.get_by_role("button", name="Set up").click()
    dialog = theirs.get_by_role("dialog")
    dialog.get_by_label("Your password").fill(served.ask("GET", "/setup")["demo"]["password"])
    dialog.get_by_role("button", name="Continue").click()
    secret = dialog.locator("code").inner_text().replace(" ", "")
    dialog.get_by_role("textbox").first.click()
    theirs.keyboard.type(code_at(secret, step_of(datetime.now(UTC))))
    dialog.get_by_role("button", name="Confirm").click()
    dialog.get_by_role("button", name="I have kept them").click()
    page = open_as(f"/people/users/{_user(served, 'tom@demo.example')['id']}")

    page.get_by_role("button", name="Switch off").click()
    page.get_by_role("dialog").get_by_role("button", name="Switch off").click()

    expect(page.get_by_role("button", name="Switch off")).to_have_count(0)
    expect(theirs.get_by_role("heading", name="Demo company")).to_be_visible()
    assert not _user(served, "tom@demo.example")["second_factor"]


def test_user_is_added_by_keyboard_alone(open_as: OpenAs, served: Served) -> None:
    """The dialog takes the focus, Enter sends it, and the focus comes back."""
    page = open_as("/people")
    page.get_by_role("button", name="Add a user").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("Kay Board")
    page.keyboard.press("Tab")
    page.keyboard.type("kay@example.org")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Give it to Kay Board")).to_be_visible()

    page.get_by_role("button", name="Done").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Add a user")).to_be_focused()
    assert _user(served, "kay@example.org")["role"] == "agent"
