"""What may be chosen on the official form and in handling."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    SUGGESTION = "suggestion", pgettext_lazy("kind of suggestion", "suggestion")
    CRITICISM = "criticism", pgettext_lazy("kind of suggestion", "criticism")
    COMMENT = "comment", pgettext_lazy("kind of suggestion", "comment")


class Category(models.TextChoices):
    AGRICULTURE = "agriculture", _("agriculture and countryside")
    ROADS = "roads", _("roads and traffic")
    WATER = "water", pgettext_lazy("category", "water works")
    EDUCATION = "education", pgettext_lazy("category", "education")
    HEALTH = "health", pgettext_lazy("category", "public health")
    WELFARE = "welfare", _("civil affairs and care for the elderly")
    ENVIRONMENT = "environment", pgettext_lazy("category", "environment")
    BUILDING = "building", _("building in villages and towns")
    SAFETY = "safety", _("law and order")
    CULTURE = "culture", _("culture and tourism")
    FINANCE = "finance", pgettext_lazy("category", "public finance")
    OTHER = "other", pgettext_lazy("category", "other")


class Jurisdiction(models.TextChoices):
    """Who can settle the matter (domain: township, stationed agency, county, higher)."""

    TOWNSHIP = "township", _("the township itself")
    STATIONED = "stationed", _("an agency stationed in the township")
    COUNTY = "county", pgettext_lazy("jurisdiction", "the county")
    HIGHER = "higher", _("an organ above the county")


class Consent(models.TextChoices):
    FULL = "full", _("the full text may be published")
    TITLE_ONLY = "title_only", _("only the title may be published")
    NONE = "none", _("nothing may be published")


class FormedBy(models.TextChoices):
    RESEARCH = "research", pgettext_lazy("formed by", "topical research")
    MEETING = "meeting", pgettext_lazy("formed by", "a meeting with voters")
    VISIT = "visit", pgettext_lazy("formed by", "visits")
    OTHER = "other", pgettext_lazy("formed by", "other ways")


class RaisedFor(models.TextChoices):
    TWO = "two", pgettext_lazy("raised for", "two years")
    THREE = "three", pgettext_lazy("raised for", "three years")
    MORE = "more", _("more than three years")


class Part(models.TextChoices):
    """How somebody stands under a suggestion."""

    LEAD = "lead", pgettext_lazy("signatory", "lead deputy")
    COSIGNER = "cosigner", pgettext_lazy("signatory", "co-signer")
    MERGED = "merged", _("proposer of a merged suggestion")


class Answer(models.TextChoices):
    ASKED = "asked", pgettext_lazy("co-signature", "asked")
    CONFIRMED = "confirmed", pgettext_lazy("co-signature", "confirmed")
    DECLINED = "declined", pgettext_lazy("co-signature", "not confirmed")


class Refusal(models.TextChoices):
    """The reasons for which a suggestion is not accepted, read before it is submitted."""

    PERSONAL = "personal_matter", _("the own affairs of the deputy or of relatives")
    LETTER = "forwarded_letter", _("letters of others that are only passed on")
    JUDICIAL = "judicial_case", _("a concrete case before court or procuratorate")
    ACCUSATION = "accusation", _("reports, complaints and appeals of persons")
    BIDDING = "bidding", _("results of bidding")
    ACADEMIC = "academic", pgettext_lazy("reason of refusal", "academic discussion")
    PRODUCT = "product_promotion", _("promotion of products")
    CONSULTATION = "consultation", _("a question about law or policy")
    EMPTY = "no_content", _("no concrete content")
    OWN_UNIT = "own_unit_matter", _("a matter of the deputy's own work unit")
    POWERS = "beyond_jurisdiction", _("not among the powers of congress and government")
    MARKET = "market_interference", _("interference with the business of others")


class HandlingRole(models.TextChoices):
    LEAD = "lead", pgettext_lazy("handling", "lead unit")
    CO_HANDLER = "co_handler", pgettext_lazy("handling", "co-handling unit")
    SEPARATE = "separate", pgettext_lazy("handling", "handles separately")
    UPWARD = "upward", pgettext_lazy("handling", "reported to the county")


REPLYING = (HandlingRole.LEAD, HandlingRole.SEPARATE, HandlingRole.UPWARD)


class Decision(models.TextChoices):
    GRANTED = "granted", pgettext_lazy("decision", "agreed")
    REFUSED = "refused", pgettext_lazy("decision", "not agreed")


class ContactWay(models.TextChoices):
    VISIT = "visit", pgettext_lazy("contact", "visit")
    PHONE = "phone", pgettext_lazy("contact", "telephone")
    MEETING = "meeting", pgettext_lazy("contact", "meeting")
    ON_SITE = "on_site", _("together on the spot")
    WAIVED = "waived", _("the deputy does not want it")


class Level(models.TextChoices):
    SATISFIED = "satisfied", pgettext_lazy("rating", "satisfied")
    BASICALLY = "basically_satisfied", pgettext_lazy("rating", "basically satisfied")
    DISSATISFIED = "dissatisfied", pgettext_lazy("rating", "dissatisfied")


class RatingWay(models.TextChoices):
    ACCOUNT = "account", pgettext_lazy("rating way", "own account")
    LINK = "link", pgettext_lazy("rating way", "personal link")
    SLIP = "slip", _("signed slip, entered by the office")


class ReportKind(models.TextChoices):
    PROGRESS = "progress", pgettext_lazy("commitment", "progress")
    KEPT = "kept", _("kept, to be checked")
    CONFIRMED = "confirmed", _("found to be kept")
    NOT_KEPT = "not_kept", _("found not to be kept yet")
    LATER = "later", _("promised for a later day")
    RENEWED = "renewed", _("promised anew with the second reply")
