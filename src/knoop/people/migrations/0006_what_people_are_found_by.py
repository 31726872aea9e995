from unicodedata import combining, normalize

from django.db import migrations

ALIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def folded(text):
    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return " ".join(plain.translate(ALIKE).split())


def fold_what_is_there(apps, _schema):
    people = apps.get_model("people", "Person").objects
    batch = []
    for person in people.only("name", "handle", "title", "about").iterator(chunk_size=2000):
        person.folded = folded(f"{person.name} {person.handle} {person.title}")
        person.folded_about = folded(person.about)
        batch.append(person)
    people.bulk_update(batch, ["folded", "folded_about"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("people", "0005_profile")]
    operations = [migrations.RunPython(fold_what_is_there, migrations.RunPython.noop)]
