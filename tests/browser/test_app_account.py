"""One's own access in Chromium: the first sign-in, password, second factor, sessions."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

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
from tests.browser.played import sign_in_as
from tests.browser.served import Served, serve_demo

from ringback.access.authenticator import code_at, step_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
LOOKS = [("en-GB", "light"), ("fr-FR", "dark")]
PASSWORD = "seven lamps behind the harbour"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A demo whose owners and admins must have a second factor."""
    with serve_demo(tmp_path, RINGBACK_ACCESS__SECOND_FACTOR_REQUIRED="true") as running:
        yield running


def _add_admin(served: Served, email: str = "zoe@example.org", language: str = "en") -> str:
    draft = {"email": email, "name": "Zoé Martin", "language": language, "role": "admin"}
    return str(served.ask("POST", "/users", draft)["password"])


def _sign_in(page: Page, email: str, password: str) -> None:
    page.get_by_label(re.compile("^(E-mail address|Adresse e-mail)")).fill(email)
    page.get_by_label(re.compile("^(Password|Mot de passe)")).fill(password)
    page.get_by_role("button", name=re.compile("^(Enter the demo|Entrer dans)")).click()


def _choose_password(page: Page, present: str, wanted: str) -> None:
    page.get_by_label(re.compile("^(One-time password|Mot de passe provisoire)")).fill(present)
    page.get_by_label(re.compile("^(New password|Nouveau mot de passe)")).fill(wanted)
    page.get_by_role("button", name=re.compile("^(Set the password|Définir)")).click()


def _secret(page: Page) -> str:
    return page.locator("code").first.inner_text().replace(" ", "")


def _type_code(page: Page, secret: str, ahead: int = 0) -> None:
    """Type what the app shows; each code works once, so a later one may be wanted."""
    page.get_by_role("textbox").first.click()
    page.keyboard.type(code_at(secret, step_of(datetime.now(UTC)) + ahead))


def _codes(page: Page) -> list[str]:
    return (
        page.get_by_role("list", name=re.compile("recovery codes|codes de secours"))
        .locator("li")
        .all_inner_texts()
    )


def _heading(page: Page, words: str) -> Locator:
    return page.get_by_role("heading", level=2, name=re.compile(words))


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
@pytest.mark.parametrize("where", ["desk", "telephone"])
def test_first_sign_in_leads_through_password_and_second_factor(
    open_app: OpenPage, served: Served, picture: Picture, locale: str, scheme: str, where: str
) -> None:
    """Nothing else is shown before; the password is typed once; then the app opens."""
    one_time = _add_admin(served, language=locale[:2])
    size = {"viewport": TELEPHONE if where == "telephone" else DESK}
    page = open_app(served.origin, locale=locale, color_scheme=scheme, **size)
    name = f"{where}-{locale}"

    _sign_in(page, "zoe@example.org", one_time)
    expect(_heading(page, "own password|votre mot de passe")).to_be_visible()
    _choose_password(page, one_time, "zoe")
    expect(page.get_by_text(re.compile("Too short|Trop court"))).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"account-first-password-{name}")
    _choose_password(page, one_time, PASSWORD)

    expect(_heading(page, "second factor|second facteur")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("QR"))).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"account-first-factor-{name}")
    _type_code(page, _secret(page))
    page.get_by_role("button", name=re.compile("^Confirm")).click()

    expect(page.get_by_role("button", name=re.compile("I have kept|Je les ai"))).to_be_visible()
    assert len(set(_codes(page))) == 10
    assert_accessible(page)
    picture(page, f"account-first-codes-{name}")
    page.get_by_role("button", name=re.compile("I have kept|Je les ai")).click()

    expect_live(page)


def test_second_factor_is_asked_for_and_a_recovery_code_stands_in(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """The app's code enters; so does a recovery code, once, when the phone is lost."""
    one_time = _add_admin(served)
    page = open_app(served.origin)
    _sign_in(page, "zoe@example.org", one_time)
    _choose_password(page, one_time, PASSWORD)
    secret = _secret(page)
    _type_code(page, secret)
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("button", name="I have kept them")).to_be_visible()
    [recovery, *_] = _codes(page)
    page.get_by_role("button", name="I have kept them").click()
    expect_live(page)

    other = open_app(served.origin)
    _sign_in(other, "zoe@example.org", PASSWORD)
    expect(other.get_by_text("Six digits, from your authenticator app.")).to_be_visible()
    assert_accessible(other)
    picture(other, "account-sign-in-code")
    other.keyboard.type(code_at(secret, step_of(datetime.now(UTC)) + 1))
    other.get_by_role("button", name="Enter the demo").click()
    expect_live(other)
    third = open_app(served.origin)
    _sign_in(third, "zoe@example.org", PASSWORD)
    third.get_by_role("button", name="Phone lost? Use a recovery code").click()
    third.get_by_role("textbox", name="Recovery code").fill(recovery)
    third.get_by_role("button", name="Enter the demo").click()

    expect_live(third)
    third.goto(f"{served.origin}/account")
    expect(third.get_by_text("9 recovery codes left")).to_be_visible()


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
@pytest.mark.parametrize("where", ["desk", "telephone"])
def test_account_shows_who_one_is_and_fits(
    open_app: OpenPage, served: Served, picture: Picture, locale: str, scheme: str, where: str
) -> None:
    """Without a violation, and nothing cut off."""
    size = {"viewport": TELEPHONE if where == "telephone" else DESK}
    page = open_app(served.origin, locale=locale, color_scheme=scheme, **size)
    page.evaluate("localStorage.setItem('ringback-booth', 'false')")
    demo = served.ask("GET", "/setup")["demo"]

    _sign_in(page, "supervisor@demo.example", demo["password"])
    expect_live(page)
    page.get_by_role("button", name=re.compile("^(Account and|Compte et)")).click()
    page.get_by_role("menuitem", name=re.compile("^(My account|Mon compte)$")).click()

    expect(page).to_have_url(re.compile("/account$"))
    expect(page.get_by_text("supervisor@demo.example")).to_be_visible()
    expect(page.get_by_text(re.compile("^(This browser|Ce navigateur)$"))).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"account-{where}-{locale}")


def test_password_changed_and_session_ended_shut_out_the_other_browsers(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """A wrong one is said beside its field; a browser that is signed out is asked to sign in."""
    demo = served.ask("GET", "/setup")["demo"]["password"]
    first, second = open_app(served.origin), open_app(served.origin)
    for page in (first, second):
        _sign_in(page, "tom@demo.example", demo)
        expect_live(page)
    first.goto(f"{served.origin}/account")
    first.get_by_role("button", name="Sign out: Chrome on Linux").click()
    expect(_heading(second, "Demo company")).to_be_visible()

    _sign_in(second, "tom@demo.example", demo)
    expect_live(second)
    first.get_by_role("button", name="Change password").click()
    first.get_by_label("Present password").fill("not this one at all")
    first.get_by_label("New password").fill(PASSWORD)
    first.get_by_role("button", name="Set the password").click()
    expect(first.get_by_text("This is not your present password.")).to_be_visible()
    assert_accessible(first)
    picture(first, "account-password-wrong")
    first.get_by_label("Present password").fill(demo)
    first.get_by_role("button", name="Set the password").click()

    expect(first.get_by_role("status").filter(has_text="Password changed")).to_be_visible()
    expect(_heading(second, "Demo company")).to_be_visible()


def test_second_factor_is_switched_on_renewed_and_off_from_the_account(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Each change asks for the password again."""
    demo = served.ask("GET", "/setup")["demo"]["password"]
    page = open_app(served.origin)
    _sign_in(page, "tom@demo.example", demo)
    expect_live(page)
    page.goto(f"{served.origin}/account")
    page.get_by_role("button", name="Set up").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Your password").fill(demo)
    dialog.get_by_role("button", name="Continue").click()
    expect(dialog.get_by_role("img")).to_be_visible()
    assert_accessible(page)
    picture(page, "account-factor-dialog")
    secret = dialog.locator("code").inner_text().replace(" ", "")
    dialog.get_by_role("textbox").first.click()
    page.keyboard.type(code_at(secret, step_of(datetime.now(UTC))))
    dialog.get_by_role("button", name="Confirm").click()
    dialog.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text("10 recovery codes left")).to_be_visible()

    page.get_by_role("button", name="Switch off").click()
    dialog.get_by_label("Your password").fill(demo)
    assert_accessible(page)
    dialog.get_by_role("button", name="Switch off").click()

    expect(page.get_by_role("button", name="Set up")).to_be_visible()


def test_language_of_the_account_is_kept_with_it(open_app: OpenPage, served: Served) -> None:
    """The page changes once the server has kept it; another browser opens in it."""
    demo = served.ask("GET", "/setup")["demo"]["password"]
    page = open_app(served.origin)
    _sign_in(page, "tom@demo.example", demo)
    expect_live(page)
    page.goto(f"{served.origin}/account")

    page.get_by_role("radiogroup", name="Language").get_by_text("Français").click()

    expect(page.get_by_role("heading", level=1, name="Mon compte")).to_be_visible()
    users = served.ask("GET", "/users")
    assert next(each["language"] for each in users if each["email"].startswith("tom")) == "fr"


def test_calls_ring_on_a_number_of_ones_own(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """R29: shown by its ends alone; one that may not be called is refused in words."""
    page = open_app(served.origin)
    sign_in_as(page, "tom@demo.example")
    page.goto(f"{served.origin}/account")
    page.get_by_text("An outside number", exact=True).click()
    number = page.get_by_role("textbox", name="Outside number")
    number.fill("112")
    page.get_by_role("button", name="Ring there").click()
    expect(page.get_by_role("alert").filter(has_text="emergency")).to_be_visible()
    number.fill("06 12 34 56 78")
    number.press("Enter")
    expect(page.get_by_text("Known: +33***78")).to_be_visible()
    assert_accessible(page)
    picture(page, "account-rings-outside")
    assert served.ask("GET", "/agents/tom")["phone"] == "outside"

    page.get_by_text("My phone", exact=True).click()
    expect(number).to_be_hidden()
    assert served.ask("GET", "/agents/tom")["phone"] == "browser"
