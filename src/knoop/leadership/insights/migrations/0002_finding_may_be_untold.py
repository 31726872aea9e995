from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insights", "0001_first")]

    operations = [
        migrations.AlterField("finding", "active", models.PositiveIntegerField(null=True)),
        migrations.AlterField("finding", "interactions", models.PositiveIntegerField(null=True)),
        migrations.AlterField("finding", "value", models.JSONField(default=dict)),
    ]
