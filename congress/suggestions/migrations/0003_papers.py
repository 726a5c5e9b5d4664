from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("suggestions", "0002_renewed_promises")]

    operations = [
        migrations.AddField(
            "suggestion",
            "refusal_article",
            models.CharField(
                "basis of the non-acceptance",
                max_length=100,
                blank=True,
                editable=False,
                default="",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "suggestionsettings",
            "office_phone",
            models.CharField("telephone of the office", max_length=30, blank=True, default=""),
            preserve_default=False,
        ),
    ]
