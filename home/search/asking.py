"""What was asked, as the URL carries it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.bigrams import Term, terms

MAX_LENGTH = 100
# Days back from today, today among them.
TIMES: dict[str, tuple[int, str | Promise]] = {
    "week": (7, pgettext_lazy("search", "Last seven days")),
    "month": (30, pgettext_lazy("search", "Last thirty days")),
    "year": (365, pgettext_lazy("search", "Last twelve months")),
}


@dataclass(frozen=True)
class Asked:
    """`kind` and `time` are codes, `place` is the key of an organisation; empty is any."""

    text: str
    kind: str = ""
    place: str = ""
    time: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        return terms(self.text)

    @property
    def filtered(self) -> bool:
        return bool(self.kind or self.place or self.time)

    def since(self, today: date) -> date | None:
        """The first day that is wanted."""
        if self.time not in TIMES:
            return None
        return today - timedelta(days=TIMES[self.time][0] - 1)

    def url(self, **changes: str) -> str:
        """The same question with another filter, from its first page."""
        asked = replace(self, **changes)
        query = QueryDict(mutable=True)
        wanted = {"q": asked.text, "kind": asked.kind, "place": asked.place, "time": asked.time}
        query.update({name: value for name, value in wanted.items() if value})
        return f"?{query.urlencode()}"


def asked_by(query: QueryDict) -> Asked:
    """Filters that do not exist are left out when the answer is made; nothing is an error."""
    time = query.get("time", "")
    return Asked(
        text=" ".join(query.get("q", "").replace("\x00", " ").split())[:MAX_LENGTH],
        kind=query.get("kind", "")[:MAX_LENGTH],
        place=query.get("place", "")[:MAX_LENGTH],
        time=time if time in TIMES else "",
    )
