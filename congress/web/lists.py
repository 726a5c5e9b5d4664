"""One way to show a list: filtered by the URL, sorted by a named order, a page at a time."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.views.generic import ListView
from django_filters import FilterSet


class FilteredListView(ListView):
    """`filterset_class` reads the query string; `orders` maps the values of `?sort=` to fields,
    the first being the default and the last field always unique.

    A request by htmx gets the table alone (`table_template_name`), any other the whole page, and
    so does htmx when it goes back in the history. A page reads only the fields in `reads`, if any.
    """

    filterset_class: ClassVar[type[FilterSet]]
    orders: ClassVar[dict[str, tuple[str, ...]]]
    template_name: str
    table_template_name: ClassVar[str]
    reads: ClassVar[tuple[str, ...]] = ()
    paginate_by = 50

    def get_template_names(self) -> list[str]:
        return [self.table_template_name if self.table_alone else self.template_name]

    @property
    def table_alone(self) -> bool:
        asked = self.request.htmx
        return bool(asked) and not asked.history_restore_request

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """More arguments for the filter set, such as the choices of this person."""
        return {}

    @cached_property
    def filterset(self) -> FilterSet:
        return self.filterset_class(
            self.request.GET, queryset=super().get_queryset(), **self.get_filterset_kwargs()
        )

    @cached_property
    def sort(self) -> str:
        asked = self.request.GET.get("sort", "")
        return asked if asked in self.orders else next(iter(self.orders))

    def get_queryset(self) -> QuerySet:
        """The whole filter in its order, not cut into pages."""
        return self.filterset.qs.order_by(*self.orders[self.sort])

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Any, ...]:
        """A page number out of range shows the last page instead of an error, a word the first."""
        paginator = Paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get("page"))
        # Keys first: the database sorts and skips these instead of whole rows with their texts.
        keys = list(page.object_list.values_list("pk", flat=True))
        page.object_list = queryset.filter(pk__in=keys).only(*self.reads)
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            filter=self.filterset,
            sort=self.sort,
            form=self.filterset.form,
            table_alone=self.table_alone,
            **kwargs,
        )
