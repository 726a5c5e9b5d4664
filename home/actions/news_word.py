"""News from Word: the clean parts of a file become a draft in one's own section."""

from datetime import datetime
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.files.word.parts import Picture, WordText
from congress.organisations.models import Organisation
from home.actions.news import begin_news
from home.actions.news_files import add_picture
from home.models import NewsPage
from home.plain.kept import Row
from home.word_pictures import fit_picture
from home.word_rows import rows_from

LONGEST_TITLE = 255


@transaction.atomic
def news_from_word(
    organisation: Organisation, text: WordText, *, by: Actor, at: datetime, name: str = ""
) -> tuple[NewsPage, tuple[str, ...]]:
    """The draft, never live, and what the person must know about it; `name` is the file's own and
    stands for a title that was not found. Pictures lie in the section's collection and still want
    their alternative texts."""
    title = (text.title or PurePath(name).stem or _("Without a title"))[:LONGEST_TITLE]
    lost: list[str] = []

    def store(picture: Picture) -> int | None:
        try:
            file = fit_picture(picture)
        except ValidationError as error:
            told = {"name": picture.name, "reason": " ".join(error.messages)}
            lost.append(_("The picture %(name)s was left out. %(reason)s") % told)
            return None
        return add_picture(organisation, file, title=title, by=by, at=at).pk

    rows: list[Row] = rows_from(text.blocks, store)
    page = begin_news(
        organisation,
        rows=rows,
        title=title,
        source=text.source or organisation.name,
        author=text.author,
        published_on=text.signed_on or timezone.localdate(at),
        by=by,
        at=at,
    )
    return page, (*text.warnings, *lost)
