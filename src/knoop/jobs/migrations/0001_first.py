import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import knoop.base.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Turn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", models.CharField(max_length=200, unique=True)),
                ("next_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", models.CharField(max_length=200)),
                ("queue", models.CharField(max_length=20)),
                ("priority", models.SmallIntegerField(default=0)),
                ("args", models.JSONField()),
                ("kwargs", models.JSONField()),
                ("enqueued_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("worker", models.CharField(blank=True, max_length=80)),
                ("is_lent", models.BooleanField(default=False)),
                ("started_at", models.DateTimeField(null=True)),
                ("last_attempted_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("has_failed", models.BooleanField(default=False)),
                ("return_value", models.JSONField(null=True)),
                ("faults", models.JSONField(default=list)),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("queue"),
                        models.OrderBy(models.F("priority"), descending=True),
                        models.F("due_at"),
                        condition=models.Q(("finished_at", None)),
                        name="job_to_do",
                    ),
                    models.Index(models.F("has_failed"), models.F("finished_at"), name="job_done"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PutAway",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=knoop.base.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "job",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="put_away", to="jobs.job"
                    ),
                ),
            ],
        ),
    ]
