"""How large the files with all of something are, so that nobody is surprised."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileSize(models.Model):
    """The size of a file when it was last measured. Files are made while they are sent, so nobody knows it before."""

    name = models.CharField(max_length=40)
    form = models.CharField(max_length=10)
    entity_tag = models.CharField(max_length=80)
    """Of what was measured: the same needs no measuring again."""
    bytes = models.PositiveBigIntegerField()
    measured_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "form"], name="api_file_size_unique")]
        verbose_name = _("size of a file")
        verbose_name_plural = _("sizes of files")

    def __str__(self) -> str:
        return f"{self.name}.{self.form}"
