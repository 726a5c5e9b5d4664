"""What the township's and the county's record of one matter have in common."""

from collections.abc import Iterable
from datetime import datetime

from congress.files.keeping import read_later
from congress.suggestions.models import Reply, Suggestion, SuggestionFile


def share_files(
    rows: Iterable[SuggestionFile],
    suggestion: Suggestion,
    *,
    at: datetime,
    reply: Reply | None = None,
) -> None:
    """The same files with the other record, where none of them can be removed any more."""
    for row in rows:
        names = ("purpose", "name", "size", "sha256")
        same = {name: getattr(row, name) for name in names}
        copy = SuggestionFile(
            suggestion=suggestion, reply=reply, file=row.file.name, added_at=at, **same
        )
        copy.full_clean()
        copy.save()
        read_later(copy)
