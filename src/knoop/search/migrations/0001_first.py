import django.db.models.deletion
from django.db import migrations, models

ON_SQLITE = [
    """CREATE VIRTUAL TABLE search_words USING fts5(title, words, forms, marks, tokenize = 'ascii', prefix = '3')""",
]
ON_POSTGRESQL = [
    """CREATE TABLE search_words (rowid bigint PRIMARY KEY, title text NOT NULL, words text NOT NULL,
       forms text NOT NULL, vector tsvector NOT NULL)""",
    "CREATE INDEX search_words_vector ON search_words USING gin (vector) WITH (fastupdate = off)",
    "ALTER TABLE search_words ALTER COLUMN vector SET STATISTICS 1000",
]


def make_words(_apps, editor):
    for statement in ON_POSTGRESQL if editor.connection.vendor == "postgresql" else ON_SQLITE:
        editor.execute(statement)


def drop_words(_apps, editor):
    editor.execute("DROP TABLE search_words")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_first"), ("spaces", "0001_first")]
    operations = [
        migrations.CreateModel(
            "Entry",
            [
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=12)),
                ("thing_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="spaces.space",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(models.F("kind"), models.F("thing_id"), name="found_as_one_entry")
                ]
            },
        ),
        migrations.CreateModel(
            "Words",
            [
                (
                    "entry",
                    models.OneToOneField(
                        db_column="rowid",
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="search.entry",
                    ),
                ),
                ("title", models.TextField()),
                ("words", models.TextField()),
                ("forms", models.TextField()),
            ],
            options={"db_table": "search_words", "managed": False},
        ),
        migrations.RunPython(make_words, drop_words),
        migrations.CreateModel(
            "Word",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=60, unique=True)),
            ],
        ),
        migrations.CreateModel(
            "Ending",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(db_index=True, max_length=60)),
                (
                    "word",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="search.word",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            "Blur",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.BigIntegerField(db_index=True)),
                (
                    "word",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="search.word",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            "Reached",
            [
                ("kind", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("thing_id", models.BigIntegerField(default=0)),
                ("is_again", models.BooleanField(default=False)),
            ],
        ),
    ]
