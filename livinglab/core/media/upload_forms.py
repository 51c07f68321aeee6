"""The upload forms of the admin."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from livinglab.core.media.uploads import check_pixels, cleaned_picture

DESCRIBE = _("Describe what the picture shows, or tick that it is decoration only.")


class PictureFormField(WagtailImageField):
    """Wagtail's, which takes what Pillow cannot read for an error of ours."""

    def to_python(self, data: Any) -> Any:
        if isinstance(data, UploadedFile):
            data.seek(0)
            check_pixels(data.read())
            data.seek(0)
        return super().to_python(data)


class LabImageForm(BaseImageForm):
    """A picture's form asks for its description before the file is sent, so that no upload is lost."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            theirs = self.fields["file"]
            self.fields["file"] = PictureFormField(
                label=theirs.label, widget=theirs.widget, help_text=theirs.help_text, required=theirs.required
            )
        if "description" in self.fields:
            description = self.fields["description"]
            description.label = _("Description for people who cannot see it")
            description.help_text = _("What does the picture show? One plain sentence, without 'picture of'.")
            description.widget.attrs["data-lab-alt-text"] = DESCRIBE

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        # Cleaned here and not only when it is stored: Wagtail notes size and hash before that.
        return cleaned_picture(file) if isinstance(file, UploadedFile) else file
