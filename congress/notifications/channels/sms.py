"""SMS, by whatever HTTP interface the operator offers, described in the settings."""

from http.client import HTTPException

from django.conf import settings
from django.utils.translation import pgettext_lazy

from congress.notifications.channels import ChannelFailed, Letter
from congress.notifications.channels.http_template import Answer, HttpTemplate
from congress.organisations.models import User
from congress.organisations.phones import MOBILE

LONGEST = 300


def template() -> HttpTemplate:
    return HttpTemplate(
        url=settings.SMS_URL,
        body=settings.SMS_BODY,
        content_type=settings.SMS_CONTENT_TYPE,
        authorization=settings.SMS_AUTHORIZATION,
    )


class SmsChannel:
    code = "sms"
    label = pgettext_lazy("channel", "SMS")
    prefetch = ("contact_phones",)

    def is_on(self) -> bool:
        return bool(settings.SMS_URL)

    def address_of(self, user: User) -> str:
        """The log-in number, else the first contact number that is a mobile number."""
        numbers = [user.phone or "", *(phone.number for phone in user.contact_phones.all())]
        return next((number for number in numbers if MOBILE.fullmatch(number)), "")

    def send(self, letter: Letter) -> None:
        words = f"{letter.title}。{letter.text}" if letter.text else letter.title
        text = f"{words[: LONGEST - len(letter.url) - 1]} {letter.url}"
        try:
            answer = template().ask(phone=letter.to, text=text)
        except (HTTPException, OSError, ValueError) as error:
            raise ChannelFailed(type(error).__name__) from error
        require_success(answer, letter.to)


def require_success(answer: Answer, number: str) -> None:
    """Many operators answer 200 to everything and say in the text whether it worked."""
    if not 200 <= answer.status < 300:
        raise ChannelFailed(f"HTTP {answer.status}")
    if settings.SMS_SUCCESS not in answer.text:
        raise ChannelFailed(" ".join(answer.text.replace(number, "***").split())[:100] or "-")
