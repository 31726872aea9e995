import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import knoop.base.clock


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0008_following"),
    ]

    operations = [
        migrations.AddField(
            model_name="ownfield",
            name="choices",
            field=models.JSONField(blank=True, default=list, verbose_name="choices"),
        ),
        migrations.AddField(
            model_name="ownfield",
            name="is_facet",
            field=models.BooleanField(default=False, verbose_name="people can be looked for by it"),
        ),
        migrations.AddField(
            model_name="ownfield",
            name="kind",
            field=models.CharField(
                choices=[
                    ("text", "a line of text"),
                    ("choice", "one of a few choices"),
                    ("date", "a date"),
                    ("link", "a link"),
                ],
                default="text",
                max_length=6,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="ownfield",
            name="readers",
            field=models.CharField(
                choices=[
                    ("everyone", "Everyone, guests too"),
                    ("colleagues", "Colleagues"),
                    ("unit", "My unit"),
                    ("me", "Only me"),
                ],
                default="colleagues",
                max_length=10,
                verbose_name="who reads it",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="erased_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=knoop.base.clock.now)),
                ("name", models.CharField(max_length=120)),
                ("rows", models.JSONField()),
                ("total", models.PositiveIntegerField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("people", models.JSONField(default=list)),
                ("left_out", models.PositiveIntegerField(default=0)),
                ("begun_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Lock",
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
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lock",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("takes_words", models.BooleanField(default=False)),
                ("asked_at", models.DateTimeField(default=knoop.base.clock.now)),
                ("due_at", models.DateTimeField()),
                ("erased_at", models.DateTimeField(null=True)),
                ("leftovers", models.JSONField(default=list)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="erasure",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(models.F("done_at"), models.F("due_at"), name="erasure_due")],
            },
        ),
        migrations.CreateModel(
            name="Export",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asked_at", models.DateTimeField(default=knoop.base.clock.now)),
                ("made_at", models.DateTimeField(null=True)),
                ("stored_as", models.CharField(blank=True, max_length=100)),
                ("size", models.PositiveBigIntegerField(default=0)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(models.F("made_at"), name="export_by_age")],
            },
        ),
    ]
