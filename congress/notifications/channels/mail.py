"""E-mail, by the server of EMAIL_URL."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import pgettext_lazy

from congress.notifications.channels import ChannelFailed, Letter
from congress.organisations.models import User


class MailChannel:
    code = "mail"
    label = pgettext_lazy("channel", "e-mail")
    prefetch = ()

    def is_on(self) -> bool:
        return bool(settings.EMAIL_URL)

    def address_of(self, user: User) -> str:
        return user.email

    def send(self, letter: Letter) -> None:
        subject = " ".join(letter.title.split())
        try:
            send_mail(subject, f"{letter.text}\n\n{letter.url}\n".lstrip(), None, [letter.to])
        except (SMTPException, OSError, ValueError) as error:
            raise ChannelFailed(type(error).__name__) from error
