import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_migrations_make_what_the_models_say() -> None:
    """Fails with SystemExit when a model changed and no migration says so."""
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
