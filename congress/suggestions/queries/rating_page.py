"""What a signatory reads before and after rating."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from congress.suggestions.models import Rating, Reply, Signatory, Suggestion
from congress.suggestions.models.choices import Answer, Part, RatingWay
from congress.suggestions.queries.ratings import closing


def row_of(suggestion: Suggestion | int, user: int | None) -> Signatory | None:
    """Under the suggestion as one who has signed."""
    rows = Signatory.objects.filter(suggestion=suggestion, answer=Answer.CONFIRMED)
    rows = rows.filter(deputy__user=user or 0)
    return rows.select_related("suggestion__congress__parent", "deputy__user").first()


def shown_replies(suggestion: Suggestion) -> list[Reply]:
    """What was released, the newest round first."""
    rows = suggestion.replies.filter(state="released").select_related("assignment__unit")
    return list(rows.prefetch_related("files").order_by("-round_no", "pk"))


def may_be_rated(suggestion: Suggestion) -> bool:
    return suggestion.state == "replied" and suggestion.raised_from_id is None


def may_be_reopened(suggestion: Suggestion) -> bool:
    return suggestion.state == "closed" and suggestion.raised_from_id is None


def follows(row: Signatory, rating: Rating | None, on: date) -> str:
    """What happens next, in a sentence to the deputy."""
    suggestion = row.suggestion
    if suggestion.state == "closed":
        return _("This suggestion is closed. Thank you for your work on it.")
    if suggestion.state in ("rehandling", "reply_review") and suggestion.round_no == 2:
        return _rehandled(suggestion)
    if suggestion.state != "replied":
        return _("Not all units have replied yet. You are asked to rate when they have.")
    return _once_rated(row, rating, on) if rating else ""


def _once_rated(row: Signatory, rating: Rating, on: date) -> str:
    if rating.decision:
        return _("The presidium has decided on your rating: %(note)s") % {
            "note": rating.decision_note or rating.get_decision_display()
        }
    if rating.is_dissatisfied and rating.round_no == 2:
        return _("The presidium studies the matter together with you and the unit.")
    if rating.is_dissatisfied and row.part != Part.LEAD:
        return _("Your rating is put before the presidium, which decides and tells you.")
    left = len(closing(row.suggestion, on).missing)
    if not left:
        return _("Everybody has rated it; the office closes it.")
    words = ngettext(
        "%(number)s deputy has not rated it yet; then it is closed.",
        "%(number)s deputies have not rated it yet; then it is closed.",
        left,
    )
    return words % {"number": left}


def _rehandled(suggestion: Suggestion) -> str:
    clock = suggestion.clocks.running().filter(event="rehandling").order_by("-due").first()
    if clock is None:
        return _("It is handled again. You are told when there is a new reply.")
    return _("It is handled again. The new reply is due by %(day)s; you are told then.") % {
        "day": f"{clock.due.year}年{clock.due.month}月{clock.due.day}日"
    }


def slip_choices(suggestion: Suggestion) -> list[tuple[str, str]]:
    """Who may still hand in a slip for this round: those who have not rated by themselves."""
    rows = suggestion.signatories.standing().select_related("deputy__user")
    own = Rating.objects.filter(suggestion=suggestion, round_no=suggestion.round_no)
    own = own.exclude(way=RatingWay.SLIP)
    rest = rows.exclude(pk__in=own.values("signatory"))
    return [(str(row.pk), f"{row}（{row.get_part_display()}）") for row in rest]
