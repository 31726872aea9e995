from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_wrong_passwords"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="is_guest",
            field=models.BooleanField(default=False),
        ),
    ]
