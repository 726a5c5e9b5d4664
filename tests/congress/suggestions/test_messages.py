"""What asks for an act goes with the act; news stays until its person has read it."""

from congress.notifications.models import Message
from congress.suggestions.models import Suggestion
from tests.factories.suggestions import SuggestionFactory, lead_row


def unread(suggestion: Suggestion, user_id: int | None) -> list[str]:
    rows = Message.objects.unread().filter(user=user_id, kind="suggestion")
    titles = rows.filter(object_id=suggestion.pk).order_by("pk").values_list("title", flat=True)
    return [title.partition("：")[0] for title in titles]


def test_news_to_the_deputy_outlives_the_acts_of_others(world):
    suggestion = SuggestionFactory(congress=world.township, replied=True)
    told = unread(suggestion, lead_row(suggestion).deputy.user_id)
    assert told == [
        f"您的建议已受理，编号{suggestion.reference}",
        "已交办",
        "您的建议已答复，请评价",
    ]


def test_what_asked_the_office_or_the_deputy_goes_with_the_act(world):
    office = world.user("secretary")
    suggestion = SuggestionFactory(congress=world.township, closed=True)
    assert Message.objects.filter(user=office, kind="suggestion").count() == 2
    assert unread(suggestion, office.pk) == []
    lead = unread(suggestion, lead_row(suggestion).deputy.user_id)
    assert [title for title in lead if "评价" in title] == []
