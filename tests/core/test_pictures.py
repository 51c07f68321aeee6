"""Pictures: rendered by jobs, never in a visitor's request."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from livinglab.core.media import pictures
from livinglab.core.media.images import LabImage
from livinglab.core.media.uploads import CleanedFile
from tests.factories import LabImageFactory

pytestmark = pytest.mark.django_db

TAG = Template('{% load lab %}{% picture image "card" %}')


def render(image: LabImage | None) -> str:
    return TAG.render(Context({"image": image}))


def test_a_saved_picture_asks_for_its_renditions():
    image = LabImageFactory()
    assert ProcrastinateJob.objects.filter(
        task_name="livinglab.core.tasks.render_picture", args={"image_id": image.pk}, status="todo"
    ).exists()


def test_before_the_job_the_page_shows_the_original_and_renders_nothing():
    image = LabImageFactory()
    html = render(image)
    assert image.file.url in html
    assert image.renditions.count() == 0


def test_after_the_job_the_page_offers_avif_and_webp_in_two_widths():
    image = LabImageFactory(file__width=1600, file__height=1067)
    assert pictures.render_all(image) == len(pictures.all_specs(image))
    html = render(LabImage.objects.get(pk=image.pk))
    assert 'type="image/avif"' in html
    assert 'type="image/webp"' in html
    assert "400w" in html
    assert "800w" in html
    assert image.file.url not in html


def test_a_moved_focal_point_makes_former_renditions_unfit():
    image = LabImageFactory()
    pictures.render_all(image)
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 10, 10, 5, 5
    assert pictures.sources(image, "card") == {}


def test_prefetched_renditions_cost_no_query(django_assert_num_queries):
    pictures.render_all(LabImageFactory())
    image = LabImage.objects.prefetch_related("renditions").get()
    with django_assert_num_queries(0):
        render(image)


def test_a_picture_needs_a_description_or_is_decoration():
    image = LabImageFactory(description="")
    with pytest.raises(ValidationError) as refusal:
        image.clean()
    assert "description" in refusal.value.message_dict
    image.is_decorative = True
    image.clean()
    assert image.alt_text == ""


def test_a_picture_keeps_its_place_and_waits_unless_it_is_the_first():
    image = LabImageFactory()
    pictures.render_all(image)
    image = LabImage.objects.get(pk=image.pk)
    below = render(image)
    first = Template('{% load lab %}{% picture image "card" "92vw" eager=True %}').render(Context({"image": image}))
    for html in (below, first):
        assert 'width="400" height="267"' in html
        assert html.count("sizes=") == html.count("srcset=") == len(pictures.FORMATS)
    assert 'loading="lazy"' in below
    assert "lazy" not in first
    assert 'fetchpriority="high"' in first


def test_no_picture_is_no_element():
    assert render(None).strip() == ""


def test_how_large_a_picture_is_its_first_bytes_say(settings, tmp_path):
    """So storing a photograph does not decode it once more: here there is nothing else to decode."""
    settings.MEDIA_ROOT = tmp_path
    whole = io.BytesIO()
    Image.new("RGB", (3000, 2000)).save(whole, "PNG")
    image = LabImage(title="Begin")
    image.file.save("begin.png", CleanedFile(whole.getvalue()[:100], "begin.png"), save=False)
    assert (image.width, image.height) == (3000, 2000)
