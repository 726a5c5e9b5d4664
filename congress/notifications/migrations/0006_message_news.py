from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0005_message_record")]

    operations = [
        migrations.AddField("message", "news", models.BooleanField(default=False)),
    ]
