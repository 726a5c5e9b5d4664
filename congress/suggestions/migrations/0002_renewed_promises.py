from django.db import migrations, models
from django.db.models import Q

WITH_DAY = ("later", "renewed")


class Migration(migrations.Migration):
    dependencies = [("suggestions", "0001_suggestions")]

    operations = [
        migrations.RemoveConstraint("commitmentreport", "commitment_report_later_with_day"),
        migrations.AlterField(
            "commitmentreport",
            "kind",
            models.CharField(
                choices=[
                    ("progress", "progress"),
                    ("kept", "kept, to be checked"),
                    ("confirmed", "found to be kept"),
                    ("not_kept", "found not to be kept yet"),
                    ("later", "promised for a later day"),
                    ("renewed", "promised anew with the second reply"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            "commitmentreport",
            models.CheckConstraint(
                condition=Q(kind__in=WITH_DAY, promised_on__isnull=False)
                | (~Q(kind__in=WITH_DAY) & Q(promised_on=None)),
                name="commitment_report_later_with_day",
            ),
        ),
    ]
