"""A deputy writes, keeps, checks and submits; old pages and double presses change nothing more."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from congress.audit.models import Entry
from congress.organisations.models import Deputy
from congress.suggestions import actions
from congress.suggestions.models import Suggestion, SuggestionFile
from tests.congress.suggestions.entering import PNG, fresh, of, typed, url
from tests.factories.organisations import DeputyFactory, TermFactory
from tests.factories.suggestions import TEXT, SessionFactory, SuggestionFactory, lead_of
from tests.routes.suggestions_entry import entered, led, mandate


def test_three_presses_from_the_list_to_the_submission(world, client_as):
    mandate(world)
    client = client_as("deputy")
    assert url("create") in client.get(url("mine")).content.decode()
    photo = SimpleUploadedFile("现场.png", PNG)
    shown = client.post(url("create"), typed(then="check", photos=photo), follow=True)
    suggestion = Suggestion.objects.get()
    assert shown.redirect_chain == [(url("submit", suggestion.pk), 302)]
    words = shown.content.decode()
    assert "现场.png" in words
    assert "代表本人或者亲属" in words
    client.post(url("submit", suggestion.pk), {"edition": 0})
    assert fresh(suggestion).state == "submitted"


def test_a_second_press_makes_no_second_draft(world, client_as):
    mandate(world)
    client = client_as("deputy")
    for _ in range(2):
        photo = SimpleUploadedFile("现场.png", PNG)
        client.post(url("create"), typed(then="check", photos=photo))
    assert (Suggestion.objects.count(), SuggestionFile.objects.count()) == (1, 1)


def test_a_file_that_may_not_be_attached_makes_no_draft(world, client_as):
    mandate(world)
    wrong = SimpleUploadedFile("现场.exe", b"MZ")
    shown = client_as("deputy").post(url("create"), typed(photos=wrong))
    assert TEXT["problem"] in shown.content.decode()
    assert not Suggestion.objects.exists()


def test_an_unfinished_text_is_kept_and_not_submitted(world, client_as):
    mandate(world)
    client = client_as("deputy")
    client.post(url("create"), typed(advice="", then="later"))
    suggestion = Suggestion.objects.get()
    shown = client.get(url("submit", suggestion.pk)).content.decode()
    assert "请写明具体建议" in shown
    assert "没有以上情形，提交" not in shown
    client.post(url("submit", suggestion.pk), {"edition": 0})
    assert fresh(suggestion).state == "draft"


def test_two_windows_do_not_overwrite_each_other(world, client_as):
    suggestion = led()(world)
    client = client_as("deputy")
    edit = url("edit", suggestion.pk)
    assert client.post(edit, typed(problem="甲", then="later")).status_code == 302
    late = client.post(edit, typed(problem="乙", then="later"))
    assert late.status_code == 409
    assert "甲" in late.content.decode()
    assert "乙" in late.content.decode()
    assert fresh(suggestion).problem == "甲"
    assert client.post(edit, typed(problem="乙", version=1, then="later")).status_code == 302


def test_it_saves_itself_with_everything_chosen(world, client_as):
    suggestion = led()(world)
    client = client_as("deputy")
    save = url("autosave", suggestion.pk)
    told = client.post(save, typed(title="", problem="新的情况", consent="none"))
    assert told.json()["version"] == 1
    kept = fresh(suggestion)
    assert (kept.title, kept.problem, kept.consent) == (TEXT["title"], "新的情况", "none")
    assert client.post(save, typed(problem="旧的")).status_code == 409
    assert client.post(save, typed(version=1, kind="nonsense")).status_code == 400


def test_a_text_changed_since_it_was_read_is_not_submitted(world, client_as):
    suggestion = led()(world)
    actions.edit_suggestion(
        suggestion, edition=0, advice="另一条", by=lead_of(suggestion), at=world.at
    )
    client = client_as("deputy")
    shown = client.post(url("submit", suggestion.pk), {"edition": 0}, follow=True)
    assert fresh(suggestion).state == "draft"
    assert "请您再看一遍" in shown.content.decode()
    client.post(url("submit", suggestion.pk), {"edition": 1})
    assert fresh(suggestion).state == "submitted"


def test_an_old_page_says_who_did_what(world, client_as):
    suggestion = led(submitted=True)(world)
    client = client_as("deputy")
    late = client.post(url("edit", suggestion.pk), typed(problem="改", then="later"))
    assert late.status_code == 409
    assert "改" in late.content.decode()
    again = client.post(url("submit", suggestion.pk), {"edition": 0})
    assert again.status_code == 409
    assert Entry.objects.filter(act="submit", object_id=suggestion.pk).count() == 1


def test_what_is_submitted_in_a_session_was_raised_in_it(world, client_as):
    suggestion = led()(world)
    session = SessionFactory(term=suggestion.term, opens_on=world.today, closes_on=world.today)
    client_as("deputy").post(url("submit", suggestion.pk), {"edition": 0})
    after = fresh(suggestion)
    assert after.session == session
    assert not after.clocks.filter(event="hand_over").exists()


def test_a_session_whose_end_was_never_entered_is_over_after_two_weeks(world, client_as):
    suggestion = led()(world)
    SessionFactory(term=suggestion.term, opens_on=world.today - timedelta(days=15))
    client_as("deputy").post(url("submit", suggestion.pk), {"edition": 0})
    assert fresh(suggestion).session is None


def test_a_deputy_of_two_congresses_chooses(world, client_as):
    own = mandate(world)
    county = TermFactory(congress=world.county)
    Deputy.objects.create(
        user=own.user, congress=world.county, term=county, starts_on=world.long_ago
    )
    upper = Deputy.objects.get(congress=world.county)
    client = client_as("deputy")
    client.post(url("create"), typed(lead=upper.pk, then="check"))
    suggestion = Suggestion.objects.get()
    assert (suggestion.congress, suggestion.jurisdiction) == (world.county, "county")
    client.post(url("submit", suggestion.pk), {"edition": 0})
    entry = Entry.objects.get(act="submit", object_id=suggestion.pk)
    assert entry.organisation_name == "云岭县"


def test_nobody_else_writes_in_it(world):
    suggestion = led()(world)
    other = of(DeputyFactory(term=suggestion.term))
    for name in ("edit", "submit", "discard", "cosigners"):
        assert other.get(url(name, suggestion.pk)).status_code == 404


def test_the_office_enters_only_with_the_paper(world, client_as):
    suggestion = entered(world)
    client = client_as("secretary")
    row = suggestion.files.get()
    client.post(url("remove_file", suggestion.pk, row.pk))
    client.post(url("submit", suggestion.pk), {"edition": 0})
    assert fresh(suggestion).state == "draft"
    client.post(url("attach", suggestion.pk), {"photos": SimpleUploadedFile("原件.png", PNG)})
    assert suggestion.files.get().purpose == "paper"
    client.post(url("submit", suggestion.pk), {"edition": 0})
    assert fresh(suggestion).state == "submitted"


def test_a_motion_handled_as_a_suggestion_says_so(world, client_as):
    """The office enters it so; a deputy who writes alone cannot."""
    lead = mandate(world)
    client_as("deputy").post(url("create"), typed(from_motion="on", then="check"))
    assert not Suggestion.objects.get().from_motion
    client = client_as("secretary")
    paper = {"lead": lead.pk, "from_motion": "on", "then": "check", "title": "关于修桥的建议"}
    client.post(url("enter"), typed(**paper, scan=SimpleUploadedFile("原件.png", PNG)))
    suggestion = Suggestion.objects.get(from_motion=True)
    client.post(url("submit", suggestion.pk), {"edition": 0})
    shown = client_as("chair").get(url("detail", suggestion.pk)).content.decode()
    assert "议案转建议" in shown
    assert Entry.objects.get(act="submit", object_id=suggestion.pk).note == "议案转建议"


def test_the_office_does_not_touch_what_a_deputy_writes(world, client_as):
    suggestion = led()(world)
    client = client_as("secretary")
    for name in ("edit", "submit", "discard", "paper_signers"):
        assert client.get(url(name, suggestion.pk)).status_code == 404


def test_others_that_read_alike_are_shown(world, client_as):
    own = led()(world)
    alike = {"title": "关于硬化石桥村道路的建议", "congress": world.township, "submitted": True}
    SuggestionFactory(**alike)
    SuggestionFactory(**alike | {"title": "关于硬化石桥村公路的建议", "consent": "none"})
    SuggestionFactory(**alike | {"submitted": False, "registered": True})
    refused = {"submitted": False, "not_accepted": True, "title": "关于硬化石桥村巷道的建议"}
    SuggestionFactory(**alike | refused)
    shown = client_as("deputy").get(url("submit", own.pk)).content.decode()
    assert "硬化石桥村道路" in shown
    assert "硬化石桥村公路" not in shown
    assert "硬化石桥村巷道" not in shown
    assert 'nowrap">建议-' in shown  # a number does not break
