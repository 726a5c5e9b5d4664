"""Posts: list, page, giving to an entered person, correcting, ending."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.generic import DetailView

from congress.organisations import actions
from congress.organisations.filters import STATES, PostFilter
from congress.organisations.forms import CorrectPostForm, EndPostForm, PostForm
from congress.organisations.models import Appointment
from congress.organisations.queries.organisations import TREE
from congress.organisations.queries.posts import posts_listed, state_of
from congress.organisations.queries.timelines import happenings
from congress.organisations.rules import posts_visible_to
from congress.organisations.views.base import ActView, AdminList, AdminMixin, ExcelMixin, Link
from congress.organisations.views.people import PersonMixin
from congress.web.exports import Column

STATE_WORDS = dict(STATES)


class PostList(AdminList):
    section = "organisations:posts"
    heading = pgettext_lazy("heading", "Posts")
    filterset_class = PostFilter
    table_template_name = "congress/organisations/_posts.html"
    orders = {
        "tree": (*TREE, "role", "-starts_on", "pk"),
        "name": ("user__name", "pk"),
        "newest": ("-starts_on", "-pk"),
    }
    sorts = {
        "tree": pgettext_lazy("sort", "by organisation"),
        "name": pgettext_lazy("sort", "by name"),
        "newest": pgettext_lazy("sort", "newest first"),
    }
    excel = "organisations:posts_excel"
    create = "organisations:person_create"
    create_label = gettext_lazy("Enter a person")
    columns = (
        Column(pgettext_lazy("noun", "organisation"), 24),
        Column(pgettext_lazy("person", "name"), 12),
        Column(pgettext_lazy("noun", "role"), 18),
        Column(pgettext_lazy("field", "post title"), 18),
        Column(pgettext_lazy("field", "full-time post"), 8),
        Column(gettext_lazy("in post from"), 12, "date"),
        Column(gettext_lazy("in post until"), 12, "date"),
        Column(pgettext_lazy("post", "state"), 10),
    )

    @cached_property
    def queryset(self) -> QuerySet[Appointment]:
        return posts_listed(self.actors)

    def rows(self, records: Any) -> Any:
        return ((post, state_of(post, self.today)) for post in records)

    def row_cells(self, row: tuple[Appointment, str]) -> list[Any]:
        post, state = row
        return [
            post.organisation.name,
            post.user.name,
            str(post.get_role_display()),
            post.post_title,
            pgettext("field", "full-time") if post.full_time else pgettext("field", "part-time"),
            post.starts_on,
            post.ends_on,
            str(STATE_WORDS[state]),
        ]


class PostExcel(ExcelMixin, PostList):
    pass


class PostMixin(AdminMixin):
    """One post of the own county; any other is 404."""

    section = "organisations:posts"

    @cached_property
    def record(self) -> Appointment:
        own = posts_visible_to(self.actors).select_related("user", "organisation__parent")
        return get_object_or_404(own, pk=self.kwargs["pk"])  # type: ignore[attr-defined]

    def title(self) -> str:
        post = self.record
        return f"{post.organisation.name} {post.post_title or post.get_role_display()}"

    def page(self) -> str:
        return reverse("organisations:post", args=[self.record.pk])

    def crumbs(self) -> list[Link]:
        return [*super().crumbs(), Link(f"{self.title()} {self.record.user.name}", self.page())]


class PostDetail(PostMixin, DetailView):
    template_name = "congress/organisations/post.html"
    context_object_name = "post"

    def get_object(self, queryset: Any = None) -> Appointment:
        return self.record

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            crumbs=[*AdminMixin.crumbs(self), Link(self.title())],
            heading=self.title(),
            state=state_of(self.record, self.today),
            timeline=happenings(self.record),
            **kwargs,
        )


class PostGive(PersonMixin, ActView):
    """For a person who is entered; a new one comes with `PersonCreate`."""

    form_class = PostForm
    done = gettext_lazy("The post is given.")

    def get_heading(self) -> str:
        return _("A post for %(name)s") % {"name": self.record.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors, "on": self.today}

    def act(self, form: PostForm, at: datetime) -> str:
        by = self.keeper_of(form.cleaned_data["organisation"])
        actions.give_post(self.record, **form.post(), by=by, at=at)
        return self.page()


class PostCorrect(PostMixin, ActView):
    form_class = CorrectPostForm
    done = gettext_lazy("The changes are saved.")
    lede = gettext_lazy(
        "For slips of the pen. Whoever takes up another post ends this one and gets a new one."
    )

    def get_heading(self) -> str:
        return _("Correct the post of %(name)s") % {"name": self.record.user.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.record}

    def act(self, form: CorrectPostForm, at: datetime) -> str:
        by = self.keeper_of(self.record.organisation)
        actions.correct_post(self.record, **form.cleaned_data, by=by, at=at)
        return self.page()


class PostEnd(PostMixin, ActView):
    form_class = EndPostForm
    done = gettext_lazy("The end of the post is entered.")
    submit_label = pgettext_lazy("button", "End the post")
    danger = True

    def get_heading(self) -> str:
        return _("End the post of %(name)s") % {"name": self.record.user.name}

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.today}

    def act(self, form: EndPostForm, at: datetime) -> str:
        by = self.keeper_of(self.record.organisation)
        actions.end_post(self.record, **form.cleaned_data, by=by, at=at)
        return self.page()
