"""Photos go up to the county with the suggestion, its replies come down whole."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from congress.suggestions.queries.papers.offered import built, offers
from congress.suggestions.rules import files_visible_to
from tests.congress.documents.reading import words_of
from tests.congress.suggestions.entering import PNG, fresh, of
from tests.factories.suggestions import (
    SORT,
    SuggestionFactory,
    deputy_actor,
    lead_of,
    lead_row,
    officer_of,
    presidium_of,
    submit,
    unit_of,
    write,
)

LONG = "答" * 9000


@pytest.fixture
def below(world) -> Suggestion:
    """With a photo, reported to the county."""
    world.term_of(world.county)
    at = timezone.now()
    suggestion = SuggestionFactory(congress=world.township, at=at)
    photo = SimpleUploadedFile("现场.png", PNG)
    actions.attach_to_draft(suggestion, photo, by=lead_of(suggestion), at=at)
    submit(suggestion, at)
    chair = presidium_of(suggestion)
    actions.register_suggestion(suggestion, **SORT, by=chair, at=at)
    actions.report_upward(suggestion, reason="属县级事权。", by=chair, at=at)
    return fresh(suggestion)


@pytest.fixture
def parts(below) -> list:
    """Two departments of the county, each for itself."""
    above, at = fresh(Suggestion.objects.get(raised_from=below)), timezone.now()
    by = presidium_of(above)
    actions.register_suggestion(above, **SORT, by=by, at=at)
    units = dict.fromkeys((unit_of(above.congress), unit_of(above.congress, 1)), "separate")
    actions.hand_over(above, units=units, by=by, at=at)
    return list(above.assignments.select_related("unit", "suggestion__congress__parent"))


def test_the_department_sees_the_photo(parts):
    (seen,) = files_visible_to([officer_of(parts[0])])
    with seen.file.open("rb") as stream:
        assert (seen.name, stream.read()) == ("现场.png", PNG)


def test_each_department_has_a_letter_with_its_own_name_and_number(below, parts):
    at = timezone.now()
    for part, number in zip(parts, ("县水函〔2026〕3号", "县交函〔2026〕8号"), strict=True):
        by, head = officer_of(part), f"{part.unit.name}负责人"
        reply = write(part, at, document_no=number)
        actions.sign_reply(reply, signed_by=head[-40:], by=by, at=at)
        reply.refresh_from_db()
        actions.release_reply(reply, by=presidium_of(part.suggestion), at=at)
    taken = actions.take_over_reply(below, by=presidium_of(below), at=at)
    assert (taken.document_no, "县水函〔2026〕3号" in taken.body) == ("", True)
    actors = [deputy_actor(lead_row(below).deputy)]
    letters = [offer for offer in offers(actors, fresh(below)) if offer.kind == "reply"]
    assert [letter.whose for letter in letters] == [part.unit.name for part in parts]
    words = [words_of(built(letter, actors, fresh(below), at.date())) for letter in letters]
    assert [("〔2026〕3号" in text, "〔2026〕8号" in text) for text in words] == [
        (True, False),
        (False, True),
    ]
    (form,) = (offer for offer in offers(actors, fresh(below)) if offer.kind == "opinion")
    both = "、".join(part.unit.name for part in parts)
    assert both in words_of(built(form, actors, fresh(below), at.date()))


def test_the_deputy_reads_both_replies_whole_with_their_enclosures(below, parts):
    at = timezone.now()
    for number, part in enumerate(parts):
        by = officer_of(part)
        reply = write(part, at, "AC"[number])
        reply = actions.write_reply(part, edition=reply.edition, body=LONG, by=by, at=at)
        plan = SimpleUploadedFile(f"方案{number}.png", PNG + bytes([number]))
        actions.attach_to_reply(reply, plan, by=by, at=at)
        actions.sign_reply(reply, signed_by="陈国强", by=by, at=at)
        reply.refresh_from_db()
        actions.release_reply(reply, by=presidium_of(part.suggestion), at=at)
    taken = actions.take_over_reply(below, by=presidium_of(below), at=at)
    taken.refresh_from_db()
    assert taken.body.count(LONG) == 2
    assert (taken.result_class, taken.class_reason) == ("C", "资金尚未落实。")
    deputy = lead_row(below).deputy
    page = of(deputy).get(f"/work/suggestions/{below.pk}/").content.decode()
    assert ("方案0.png" in page, "方案1.png" in page) == (True, True)
