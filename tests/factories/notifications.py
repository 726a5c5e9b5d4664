"""Personal links, an act of theirs that only the tests know, and messages."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines

from congress.audit.actions import record
from congress.information.models import Item
from congress.notifications.actions import issue_links, notify
from congress.notifications.models import Delivery, Message, PersonalLink
from congress.notifications.registry import act_view, register_act
from congress.notifications.rules import actor_of_link
from congress.organisations.models import User
from tests.factories.information import ItemFactory, actor_of
from tests.routes.world import World

NOD = "nod"
PAGE = """{% extends "link.html" %}{% block content %}<h1>{{ item.title }}</h1>
<form method="post">{% csrf_token %}
<button class="button button-main button-big">我已看到</button></form>
{% endblock %}"""


def nod(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Shows the item; a press is one entry in its trail."""
    item = Item.objects.get(pk=link.object_id)
    if request.method == "POST":
        record(item, NOD, by=actor_of_link(link, link.issued_at), at=link.issued_at)
        return redirect(link.path)
    context = {"item": item, "link": link}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


if act_view(NOD) is None:
    register_act(NOD, nod)


def make_link(
    world: World, role: str = "deputy", title: str = "村级公路养护", **fields
) -> PersonalLink:
    """A link of the township's person in that role on an item of the township."""
    item = ItemFactory(organisation=world.township, title=title, at=world.at, submitted=True)
    user = world.user(role)
    made = issue_links(
        [user],
        **{
            "act": NOD,
            "record": item,
            "organisation": world.township,
            "until": world.at + timedelta(days=7),
            "by": actor_of("secretary", world.township),
            "at": world.at,
        }
        | fields,
    )
    return made[user.pk]


def tell(world: World, user: User, title: str = "信息已退回修改", **fields) -> Message:
    """One message from the county about itself, read by nobody yet."""
    told = {
        "title": title,
        "text": "请补充具体数字。",
        "path": "/work/",
        "record": world.county,
        "by": actor_of("county_editor", world.county),
        "at": world.at,
    }
    notify([user], **told | fields)
    return Message.objects.filter(user=user).latest("pk")


def undelivered(world: World, user: User, fault: str = "HTTP 503") -> Delivery:
    """An SMS about a message of the county that was given up."""
    at = world.at
    return Delivery.objects.create(
        message=tell(world, user),
        channel="sms",
        attempt=6,
        due_at=at,
        began_at=at,
        ended_at=at,
        fault=fault,
        given_up=True,
    )
