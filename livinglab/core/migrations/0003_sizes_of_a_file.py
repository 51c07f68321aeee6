"""The key of a picture's size says of which file it is (`livinglab.core.media.images.PictureFilter`)."""

from django.db import migrations

FORWARDS = """
UPDATE core_labrendition AS rendition
SET focal_point_key = left(image.file_hash, 8) || rendition.focal_point_key
FROM core_labimage AS image
WHERE image.id = rendition.image_id AND length(rendition.focal_point_key) <= 8
"""
BACKWARDS = """
UPDATE core_labrendition AS rendition
SET focal_point_key = substr(rendition.focal_point_key, length(left(image.file_hash, 8)) + 1)
FROM core_labimage AS image
WHERE image.id = rendition.image_id
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_picture_file")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
