from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0004_deliveries")]

    operations = [
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["room", "kind", "object_id"], name="message_record"),
        )
    ]
