"""The one log-in: names and numbers, the lock-out, log-out, the change of password, idle time."""

import time

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.organisations.actions import give_account
from congress.organisations.models import User
from portal.middleware import LAST_SEEN
from tests.factories.organisations import PASSWORD, AppointmentFactory, UserFactory

LOG_IN = "/account/login/"
CHANGE = "/account/password/change/"
WORK = "/work/"
NEXT_PASSWORD = "another long secret 2"


@pytest.fixture
def user(db) -> User:
    return UserFactory(account=True, username="zhou.ming", phone="13800001234")


@pytest.fixture
def inside(user: User) -> Client:
    AppointmentFactory(user=user)
    client = Client()
    client.force_login(user)
    return client


def log_in(client: Client, login: str, password: str = PASSWORD):
    return client.post(LOG_IN, {"login": login, "password": password})


def is_inside(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "login",
    [
        "zhou.ming",
        " zhou.ming ",
        "13800001234",
        "138 0000 1234",
        "138-0000-1234",
        "+86 138 0000 1234",
        "１３８００００１２３４",
    ],
)
def test_a_name_or_a_number_however_typed_opens(client, user, login):
    response = log_in(client, login)
    assert response.status_code == 302
    assert response.url == WORK
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_person_with_a_number_alone_logs_in(client, db):
    UserFactory(account=True, username=None, phone="13900001234")
    assert log_in(client, "13900001234").status_code == 302
    assert is_inside(client)


@pytest.mark.parametrize("login", ["zhou.ming", "13800001234", "nobody"])
def test_a_wrong_password_does_not_open(client, user, login):
    response = log_in(client, login, "wrong")
    assert response.status_code == 200
    assert not is_inside(client)
    assert f'value="{login}"' in response.content.decode()


def test_five_wrong_ones_lock_name_and_number_together(client, user):
    for login in ("zhou.ming", "13800001234", "138 0000 1234", "zhou.ming", "13800001234"):
        log_in(client, login, "wrong")
    for login in ("zhou.ming", "13800001234"):
        log_in(client, login)
        assert not is_inside(client)


def test_the_lock_holds_on_every_host_and_port(client, user):
    for port in range(8001, 8007):
        data = {"login": "zhou.ming", "password": "wrong"}
        client.post(LOG_IN, data, headers={"Host": f"testserver:{port}"})
    log_in(client, "zhou.ming")
    assert not is_inside(client)


def test_a_new_initial_password_ends_the_lock(client, user):
    for _ in range(6):
        log_in(client, "zhou.ming", "wrong")
    password = give_account(user, by=Actor.system("tests"), at=timezone.now())
    log_in(client, "zhou.ming", password)
    assert is_inside(client)


def test_four_wrong_ones_do_not_lock(client, user):
    for _ in range(4):
        log_in(client, "zhou.ming", "wrong")
    log_in(client, "13800001234")
    assert is_inside(client)


def test_the_lock_of_one_person_leaves_others_open(client, user):
    other = UserFactory(account=True)
    for _ in range(6):
        log_in(client, "zhou.ming", "wrong")
    log_in(client, other.username)
    assert is_inside(client)


def test_an_account_taken_back_does_not_open(client, user):
    user.is_active = False
    user.save()
    response = log_in(client, "zhou.ming")
    assert response.url == "/account/inactive/"
    assert not is_inside(client)


def test_a_person_without_account_does_not_get_in(client, db):
    UserFactory(username="deputy", phone="13700001234")
    for password in ("", "!", PASSWORD):
        log_in(client, "13700001234", password)
        assert not is_inside(client)


def test_log_out_is_a_post(inside):
    inside.get("/account/logout/")
    assert is_inside(inside)
    inside.post("/account/logout/")
    assert not is_inside(inside)


def test_a_change_of_password_enters_the_trail_without_it(inside, user):
    data = {"oldpassword": PASSWORD, "password1": NEXT_PASSWORD, "password2": NEXT_PASSWORD}
    assert inside.post(CHANGE, data).status_code == 302
    user.refresh_from_db()
    assert user.check_password(NEXT_PASSWORD)
    assert not is_inside(inside)
    entry = Entry.objects.get(act="change_password")
    assert (entry.object_id, entry.user_id, entry.name) == (user.pk, user.pk, user.name)
    assert NEXT_PASSWORD not in str(vars(entry))


@pytest.mark.parametrize("weak", ["short 1", "12345678901", "password123", "zhou.ming1"])
def test_a_weak_password_is_refused(inside, user, weak):
    response = inside.post(CHANGE, {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert response.status_code == 200
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("role", "minutes", "stays"),
    [
        ("secretary", 29, True),
        ("secretary", 31, False),
        ("chair", 31, False),
        ("deputy", 29, True),
        ("county_editor", 14, True),
        ("county_editor", 16, False),
        ("auditor", 16, False),
    ],
)
def test_idle_minutes_log_out(client_as, role, minutes, stays):
    client = client_as(role)
    session = client.session
    session[LAST_SEEN] = int(time.time()) - minutes * 60
    session.save()
    response = client.get("/work/")
    assert response.status_code == (200 if stays else 302)
    assert is_inside(client) == stays


def test_the_next_page_stands_in_the_log_in_after_idle_time(client_as):
    client = client_as("secretary")
    session = client.session
    session[LAST_SEEN] = int(time.time()) - settings.IDLE_MINUTES * 60 - 60
    session.save()
    assert client.get("/work/information/").url == f"{LOG_IN}?next=/work/information/"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "path",
    [
        "/admin/login/",
        "/_util/login/",
        "/admin/password_reset/",
        "/admin/password_reset/done/",
        "/admin/password_reset/confirm/MQ/set-password/",
        "/admin/password_reset/complete/",
    ],
)
def test_wagtails_own_doors_lead_to_ours(client, user, path, method):
    data = {"username": "zhou.ming", "password": PASSWORD, "email": "a@example.org"}
    response = getattr(client, method)(path, data)
    assert response.status_code == 302
    assert response.url.split("?")[0] == LOG_IN
    assert not is_inside(client)


@pytest.mark.parametrize(
    "path", ["/_util/authenticate_with_password/1/1/", "/documents/authenticate_with_password/1/"]
)
def test_no_page_has_a_password_of_its_own(client, db, path):
    assert client.post(path, {"password": PASSWORD}).status_code == 404


def test_ten_wrong_passwords_against_the_log_in_lock_it(client, user):
    for _ in range(10):
        log_in(client, "zhou.ming", "wrong")
    log_in(client, "zhou.ming")
    assert not is_inside(client)


def test_ten_wrong_passwords_against_the_change_lock_it(inside, user):
    data = {"password1": NEXT_PASSWORD, "password2": NEXT_PASSWORD}
    for _ in range(10):
        inside.post(CHANGE, data | {"oldpassword": "wrong"})
    response = inside.post(CHANGE, data | {"oldpassword": PASSWORD})
    assert response.status_code == 429
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_a_person_without_a_password_may_set_one(db):
    user = AppointmentFactory(user__username="li.ling").user
    user.set_unusable_password()
    user.save()
    client = Client()
    client.force_login(user)
    page = client.get(CHANGE, follow=True)
    assert page.redirect_chain == [("/account/password/set/", 302)]
    assert 'name="password1"' in page.content.decode()
    client.post(page.request["PATH_INFO"], {"password1": NEXT_PASSWORD, "password2": NEXT_PASSWORD})
    user.refresh_from_db()
    assert user.check_password(NEXT_PASSWORD)
    assert Entry.objects.filter(act="change_password", user_id=user.pk).count() == 1
