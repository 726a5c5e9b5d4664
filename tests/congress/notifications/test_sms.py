"""SMS by an HTTP template, asked of a real server on loopback."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.checks import run_checks

from congress.notifications.channels import ChannelFailed, Letter
from congress.notifications.channels.sms import SmsChannel
from congress.organisations.models import User
from tests.factories.organisations import ContactPhoneFactory, UserFactory

NASTY = '周四"9点"，{phone} & <带证件>\n\\'
LETTER = Letter("13900000000", "请签收", NASTY, "https://rd.example.gov.cn/l/abc/")
WORDS = f"请签收。{NASTY} https://rd.example.gov.cn/l/abc/"


def refusal() -> str:
    with pytest.raises(ChannelFailed) as failed:
        SmsChannel().send(LETTER)
    return str(failed.value)


def test_a_post_of_json(gateway):
    SmsChannel().send(LETTER)
    (asked,) = gateway.asked
    assert (asked.method, asked.path) == ("POST", "/send")
    assert json.loads(asked.body) == {"mobile": "13900000000", "content": WORDS}
    assert asked.headers["Content-Type"] == "application/json; charset=utf-8"
    assert asked.headers["Authorization"] == "Bearer secret"


def test_a_get_with_the_values_in_the_address(gateway, settings):
    settings.SMS_URL, settings.SMS_BODY = f"{gateway.url}/s?to={{phone}}&msg={{text}}&k=1", ""
    settings.SMS_AUTHORIZATION = ""
    SmsChannel().send(LETTER)
    (asked,) = gateway.asked
    assert (asked.method, asked.body) == ("GET", "")
    query = parse_qs(urlsplit(asked.path).query)
    assert query == {"to": ["13900000000"], "msg": [WORDS], "k": ["1"]}
    assert "Authorization" not in asked.headers


def test_a_form_and_xml(gateway, settings):
    settings.SMS_BODY = "to={phone}&msg={text}"
    settings.SMS_CONTENT_TYPE = "application/x-www-form-urlencoded"
    SmsChannel().send(LETTER)
    settings.SMS_BODY, settings.SMS_CONTENT_TYPE = "<m><t>{text}</t>{phone}</m>", "text/xml"
    SmsChannel().send(LETTER)
    form, xml = gateway.asked
    assert parse_qs(form.body) == {"to": ["13900000000"], "msg": [WORDS]}
    assert "&amp; &lt;带证件&gt;" in xml.body


def test_a_long_text_keeps_its_link(gateway):
    SmsChannel().send(Letter("13900000000", "题", "长" * 900, LETTER.url))
    content = json.loads(gateway.asked[0].body)["content"]
    assert (len(content), content.endswith(f"长 {LETTER.url}")) == (300, True)


@pytest.mark.parametrize(
    ("status", "text", "told"),
    [
        (500, "", "HTTP 500"),
        (200, '{"code": 7, "to": "13900000000", "msg": "余额不足"}', "余额不足"),
        (200, "", "-"),
    ],
)
def test_what_the_operator_refuses(status, text, told, gateway):
    gateway.status, gateway.text = status, text
    sentence = refusal()
    assert told in sentence
    assert "13900000000" not in sentence


def test_no_redirect_is_followed(gateway):
    gateway.status, gateway.location = 302, f"{gateway.url}/elsewhere"
    assert refusal() == "HTTP 302"
    assert [asked.path for asked in gateway.asked] == ["/send"]


def test_a_server_that_is_gone(gateway, settings):
    settings.SMS_URL = "http://127.0.0.1:9/send"
    assert refusal() == "ConnectionRefusedError"


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("SMS_URL", "file:///etc/passwd?{phone}{text}", "https://"),
        ("SMS_URL", "ftp://sms.example.com/", "https://"),
        ("SMS_URL", "https://{phone}.example.com/", "host"),
        ("SMS_BODY", '{"mobile": "{phone}"}', "{text}"),
        ("SMS_CONTENT_TYPE", "text/plain", "application/json"),
    ],
)
def test_a_wrong_template_is_named_and_sends_nothing(name, value, fault, gateway, settings):
    setattr(settings, name, value)
    found = [error for error in run_checks() if error.id == "notifications.E001"]
    assert any(fault in error.msg for error in found)
    assert refusal() == "ValueError"
    assert gateway.asked == []


def test_a_right_template_has_no_faults(gateway, settings):
    assert [error for error in run_checks() if error.id == "notifications.E001"] == []
    settings.SMS_URL = ""
    assert SmsChannel().is_on() is False
    assert [error for error in run_checks() if error.id == "notifications.E001"] == []


def test_by_which_number_a_person_is_reached(db):
    user = UserFactory(phone="13800000001")
    ContactPhoneFactory(user=user, number="13900000002")
    other = UserFactory()
    ContactPhoneFactory(user=other, number="0731-1234567")
    ContactPhoneFactory(user=other, number="13900000003", position=1)
    people = User.objects.prefetch_related(*SmsChannel.prefetch).in_bulk()
    reached = [SmsChannel().address_of(people[person.pk]) for person in (user, other)]
    assert reached == ["13800000001", "13900000003"]
    assert SmsChannel().address_of(UserFactory()) == ""
