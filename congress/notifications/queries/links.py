"""Where personal links lead."""

from collections.abc import Mapping

from django.urls import reverse

from congress.notifications.models import PersonalLink

ANY = "token"


def paths_of(links: Mapping[int, PersonalLink]) -> dict[int, str]:
    """`PersonalLink.path` of each; the address is asked once, whatever the number."""
    before, after = reverse("notifications:link", args=[ANY]).rsplit(ANY, 1)
    return {user: f"{before}{link.token}{after}" for user, link in links.items()}
