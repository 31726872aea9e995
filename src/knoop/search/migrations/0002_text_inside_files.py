from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0001_first"), ("search", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Extract",
            fields=[
                (
                    "file",
                    models.OneToOneField(
                        on_delete=models.deletion.CASCADE,
                        primary_key=True,
                        related_name="extract",
                        serialize=False,
                        to="files.file",
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("text", models.TextField()),
            ],
        ),
    ]
