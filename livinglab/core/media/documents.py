"""The documents of the lab: files to download, at addresses that stay."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, re_path
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.documents.views import serve as wagtail_views
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from livinglab.core.fields.licences import CHOOSE_LICENCE, Licence, Terms
from livinglab.core.http.shared_passwords import with_brake
from livinglab.core.media.images import store_file
from livinglab.core.media.uploads import check_document


class DocumentFile(FieldFile):
    """The stored file of a document: whoever saves one, it is hashed, and has a name."""

    instance: "LabDocument"

    def save(self, name: str, content: File, save: bool = True) -> None:
        content.seek(0)
        self.instance.file_size, self.instance.file_hash = content.size, hash_filelike(content)
        content.seek(0)
        valid = self.storage.get_valid_name(PurePath(name).name)
        stem, _dot, extension = valid.rpartition(".")
        # Of signs alone nothing is left but the kind, and some systems hide such a file.
        super().save(valid if stem.strip("._-") else f"document.{extension}", content, save)


class DocumentField(models.FileField):
    attr_class = DocumentFile


class LabDocument(AbstractDocument):
    """A file to download. Links to it are printed and mailed: those to its former file lead to the present one."""

    file = DocumentField(verbose_name=_("file"), upload_to="documents")
    former_names = ArrayField(models.CharField(max_length=255), default=list, db_default=[], blank=True, editable=False)

    licence = models.CharField(
        _("licence"),
        max_length=20,
        choices=Licence.choices,
        blank=True,
        default="",
        db_default="",
        help_text=CHOOSE_LICENCE,
    )

    admin_form_fields: ClassVar = (*Document.admin_form_fields, "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def terms(self) -> Terms:
        """On what terms it may be used."""
        return Terms.of(self.licence)

    def clean(self) -> None:
        super().clean()
        if self.file and not self.file._committed:  # type: ignore[attr-defined]
            try:
                check_document(str(self.file.name), self.file.file)
            except ValidationError as error:
                raise ValidationError({"file": error}) from error

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        changed = {"file_size", "file_hash"} if store_file(self) else set()
        former = LabDocument.objects.filter(pk=self.pk).values_list("file", flat=True).first() if self.pk else None
        name = PurePath(former).name if former else self.filename
        if name != self.filename and name not in self.former_names:
            self.former_names = [*self.former_names, name]
            changed.add("former_names")
        if update_fields is not None:
            update_fields = {*update_fields, *changed}
        super().save(*args, update_fields=update_fields, **kwargs)


def closed_paths() -> tuple[str, ...]:
    """The paths of the collections that not everybody may view: what lies below them is closed as well."""
    return tuple(Collection.objects.filter(view_restrictions__isnull=False).values_list("path", flat=True).distinct())


def serve(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponse:
    """The file of a document, at its address and at those that it had before."""
    document = get_object_or_404(LabDocument.objects.select_related("collection"), pk=document_id)
    document.get_file_hash()  # which an older release did not note; without it every version looks the same
    name = document.filename if document_filename in document.former_names else document_filename
    response = wagtail_views.serve(request, document_id, name)
    if response.headers.get("Content-Encoding") == "None":  # Wagtail's, for every file that is not packed
        del response.headers["Content-Encoding"]
    if document.collection.get_view_restrictions().exists():
        patch_cache_control(response, private=True, no_store=True)
    return response


URLS = [
    re_path(r"^(\d+)/(.*)$", serve, name="wagtaildocs_serve"),
    path(
        "authenticate_with_password/<int:restriction_id>/",
        with_brake(wagtail_views.authenticate_with_password),
        name="wagtaildocs_authenticate_with_password",
    ),
]
