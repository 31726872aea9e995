"""Files that are sent along with words, or by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from knoop.community.files import naming
from knoop.community.files.attachments import Change, Thing, hung_on
from knoop.community.files.intake import Refused, too_large
from knoop.community.files.models import File
from knoop.community.files.uploading import left_out
from knoop.community.spaces.models import Space
from knoop.people.models import Person

MOST = 10  # files with one post


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """As many files as somebody chose; what is wrong with one is said when it is taken in."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Sequence[UploadedFile]:
        sent = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not sent:
            raise forms.ValidationError(_("Choose a file first."), code="required")
        return sent


def sent(request: HttpRequest) -> dict[str, Any]:
    """What a form of AttachesFiles is made of when somebody sent it."""
    return {
        "data": request.POST,
        "files": request.FILES,
        "person": request.user,
        "left_out": left_out(request),
    }


class AttachesFiles(forms.Form):
    """Words with files. What was sent is kept loose at once, so that it survives a form that comes back.

    In a page: {% include "files/attach.html" %}. When the words are good, hang `chosen` on what they became.
    Where words are changed, `on` is what they are: its files are chosen to begin with, and `change` says
    what became of them.
    """

    files = ManyFilesField(required=False)

    def __init__(
        self,
        *args: Any,
        person: Person | None = None,
        left_out: Sequence[str] = (),
        on: Thing | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.left_out, self.on = person, left_out, on
        self.kept: list[File] = []

    @property
    def only_adds(self) -> bool:
        """Somebody without scripts asked to see their files before they post."""
        return "add" in self.data

    @cached_property
    def hung(self) -> list[File]:
        return hung_on(self.on) if self.on else []

    @property
    def had(self) -> list[str]:
        """What hung there when the form was first shown: of other files it can't say that they go."""
        return self.data.getlist("had") if self.is_bound else [file.key for file in self.hung]

    @cached_property
    def chosen_before(self) -> list[File]:
        """Files that the form names, without those it leaves out, as it describes them.

        They are loose and of whoever fills it in, or hang on what is changed.
        """
        if not self.is_bound:
            return list(self.hung)
        if self.person is None:
            return []
        without = set(self.data.getlist("without"))
        keys = list(dict.fromkeys(key for key in self.data.getlist("file") if key not in without))
        loose = File.objects.loose_of(self.person).filter(key__in=keys)
        found = {file.key: file for file in (*self.hung, *loose) if file.key in keys}
        for key, file in found.items():
            file.alt = self.data.get(f"alt-{key}", file.alt).strip()[:500]
        return [found[key] for key in keys if key in found]

    @property
    def chosen(self) -> list[File]:
        return [*self.chosen_before, *self.kept]

    @property
    def change(self) -> Change:
        """Of the files on what is changed."""
        had, stay = set(self.had), {file.pk for file in self.chosen}
        return Change(self.chosen, [file for file in self.hung if file.key in had and file.pk not in stay])

    def clean_files(self) -> list[File]:
        """Takes in what was sent with the form; one that is refused doesn't stop the others."""
        wrong = [str(too_large(naming.cleaned(name))) for name in self.left_out]
        for upload in self.cleaned_data["files"]:
            if len(self.chosen) >= MOST:
                wrong.append(
                    str(_("%(most)s files go along at most. The others were left out.") % {"most": MOST})
                )
                break
            try:
                self.kept.append(File.objects.add(self.person, upload))
            except Refused as refused:
                wrong.append(str(refused))
        if wrong:
            raise forms.ValidationError(wrong)
        return self.chosen

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.only_adds:  # whatever else isn't finished yet is no fault
            self._errors = forms.utils.ErrorDict(
                {name: wrong for name, wrong in self._errors.items() if name == "files"}
            )

    def take_in(self) -> None:
        """Keeps what was sent, also where nobody asks yet whether the words are good."""
        if self.files and self._errors is None:
            self.full_clean()

    @property
    def names_of_chosen(self) -> dict[str, list[str]]:
        """The chosen files as the form itself would send them, to make it anew."""
        return {"file": [file.key for file in self.chosen]}

    def is_valid(self) -> bool:
        return super().is_valid() and not self.only_adds

    @property
    def status(self) -> int:
        """Of the page on which it comes back."""
        return 422 if self.errors else 200


class AddFiles(forms.Form):
    files = ManyFilesField()


class Renew(forms.Form):
    contents = forms.FileField(error_messages={"required": _("Choose a file first.")})


class Rename(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=naming.LONGEST)

    def __init__(self, *args: Any, present: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = present

    def clean_name(self) -> str:
        name = naming.renamed(self.cleaned_data["name"], self.present)
        if not name:
            raise forms.ValidationError(_("Use at least one letter or digit in the name."))
        return name


class Describe(forms.Form):
    alt = forms.CharField(label=_("What does it show?"), max_length=500, required=False)


class Move(forms.Form):
    space = forms.ModelChoiceField(
        Space.objects.none(),
        label=_("To which space?"),
        to_field_name="slug",
        error_messages={"invalid_choice": _("You can't put files in this space. Choose another.")},
    )

    def __init__(self, *args: Any, spaces: QuerySet[Space], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["space"].queryset = spaces


class Looking(forms.Form):
    """What to show of a space's files. What makes no sense is left out."""

    q = forms.CharField(required=False, max_length=100)
    by = forms.ChoiceField(required=False, choices=[("date", ""), ("name", "")])
    after = forms.CharField(required=False, max_length=22)
