import django.db.models.deletion
import django.utils.timezone
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


def page():
    return models.OneToOneField(
        auto_created=True,
        on_delete=django.db.models.deletion.CASCADE,
        parent_link=True,
        primary_key=True,
        serialize=False,
        to="wagtailcore.page",
    )


def correction():
    return models.CharField(
        blank=True,
        help_text="Needed when a published page is changed: one sentence that readers see below the text, with the date.",
        max_length=300,
        verbose_name="what was corrected",
    )


def body():
    return wagtail.fields.StreamField(
        [("paragraph", 0), ("heading", 1), ("picture", 5), ("table", 6), ("document", 7)],
        blank=True,
        block_lookup={
            0: (
                "wagtail.blocks.RichTextBlock",
                (),
                {
                    "features": ["bold", "italic", "ol", "ul", "link", "document-link"],
                    "icon": "pilcrow",
                    "label": "paragraph",
                },
            ),
            1: (
                "wagtail.blocks.CharBlock",
                (),
                {
                    "icon": "title",
                    "label": "heading",
                    "max_length": 100,
                    "template": "home/blocks/heading.html",
                },
            ),
            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "picture"}),
            3: (
                "wagtail.blocks.CharBlock",
                (),
                {
                    "help_text": "Says in a sentence what the picture shows, for those who cannot see it.",
                    "label": "alternative text",
                    "max_length": 200,
                },
            ),
            4: (
                "wagtail.blocks.CharBlock",
                (),
                {"label": "caption", "max_length": 200, "required": False},
            ),
            5: (
                "wagtail.blocks.StructBlock",
                [[("image", 2), ("alternative", 3), ("caption", 4)]],
                {},
            ),
            6: (
                "wagtail.contrib.table_block.blocks.TableBlock",
                (),
                {"icon": "table", "label": "table", "template": "home/blocks/table.html"},
            ),
            7: (
                "wagtail.documents.blocks.DocumentChooserBlock",
                (),
                {
                    "icon": "doc-full",
                    "label": "attachment",
                    "template": "home/blocks/document.html",
                },
            ),
        },
        verbose_name="text",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_document_readings"),
        ("organisations", "0001_ground"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AboutPage",
            fields=[
                ("page_ptr", page()),
                ("body", body()),
            ],
            options={
                "verbose_name": "page about the office",
                "verbose_name_plural": "pages about the office",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="LawIndexPage",
            fields=[
                ("page_ptr", page()),
                (
                    "section",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="law_index",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of laws",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="StudyIndexPage",
            fields=[
                ("page_ptr", page()),
                (
                    "section",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="study_index",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "study list",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="StudyPage",
            fields=[
                ("page_ptr", page()),
                ("correction", correction()),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Two or three sentences; shown in lists and below the title.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                ("body", body()),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="source")),
                ("author", models.CharField(blank=True, max_length=60, verbose_name="author")),
                (
                    "published_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="date shown"
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="study_pages",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "study page",
                "verbose_name_plural": "study pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="LearnedMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255)),
                ("learned_at", models.DateTimeField()),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learned",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="learned",
                        to="home.studypage",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LawPage",
            fields=[
                ("page_ptr", page()),
                ("correction", correction()),
                ("issuer", models.CharField(max_length=100, verbose_name="issuing body")),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As printed, for example the number of the president's order.",
                        max_length=60,
                        verbose_name="document number",
                    ),
                ),
                ("adopted_on", models.DateField(verbose_name="adopted on")),
                ("effective_on", models.DateField(verbose_name="effective from")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("valid", "in force"),
                            ("amended", "amended"),
                            ("repealed", "repealed"),
                        ],
                        default="valid",
                        max_length=10,
                        verbose_name="validity",
                    ),
                ),
                (
                    "status_on",
                    models.DateField(
                        blank=True,
                        help_text="Only for a law that is no longer in force as it stands here.",
                        null=True,
                        verbose_name="amended or repealed since",
                    ),
                ),
                ("body", body()),
                (
                    "section",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="law_pages",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "law",
                "verbose_name_plural": "laws",
                "indexes": [models.Index(fields=["section", "-adopted_on"], name="law_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["valid", "amended", "repealed"])),
                        name="law_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "valid"), ("status_on", None)),
                            models.Q(
                                models.Q(("status", "valid"), _negated=True),
                                ("status_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="law_status_dated",
                    ),
                ],
            },
            bases=("wagtailcore.page",),
        ),
        migrations.AddIndex(
            model_name="studypage",
            index=models.Index(fields=["section", "-published_on"], name="study_newest"),
        ),
        migrations.AddIndex(
            model_name="learnedmark",
            index=models.Index(fields=["user", "-learned_at"], name="learned_newest"),
        ),
        migrations.AddConstraint(
            model_name="learnedmark",
            constraint=models.UniqueConstraint(fields=("user", "page"), name="learned_once"),
        ),
    ]
