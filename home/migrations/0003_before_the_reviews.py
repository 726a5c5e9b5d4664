"""Marks what was live before the three reviews began, and takes back dates set without them."""

from django.db import migrations


def mark(apps, schema_editor):
    news = apps.get_model("home", "NewsPage")
    mark = apps.get_model("home", "PublishedBefore")
    revision = apps.get_model("wagtailcore", "Revision")
    live = news.objects.filter(live=True, alias_of=None)
    mark.objects.bulk_create([mark(page_id=pk) for pk in live.values_list("pk", flat=True)])
    keys = [str(pk) for pk in news.objects.values_list("pk", flat=True)]
    dated = revision.objects.filter(
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        approved_go_live_at__isnull=False,
    )
    for start in range(0, len(keys), 500):
        dated.filter(object_id__in=keys[start : start + 500]).update(approved_go_live_at=None)


def unmark(apps, schema_editor):
    apps.get_model("home", "PublishedBefore").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("home", "0002_review")]

    operations = [migrations.RunPython(mark, unmark, elidable=True)]
