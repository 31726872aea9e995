from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("people", "0001_first")]
    operations = [
        migrations.AddConstraint(
            "person", models.UniqueConstraint(Lower("email"), name="one_person_an_address")
        )
    ]
