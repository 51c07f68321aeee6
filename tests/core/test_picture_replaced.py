"""A picture whose file is replaced: visitors see the newest in every size, whatever the order of the jobs."""

import contextlib
import io
import itertools

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.utils import override_settings
from django.urls import reverse
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from livinglab.core.media import pictures
from livinglab.core.media.images import LabImage
from livinglab.core.tasks import render_picture
from livinglab.provision.roles import MODERATOR
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

RED, BLUE = (200, 20, 20), (20, 20, 200)
_names = itertools.count()


def file_of(colour: tuple[int, int, int], size=(500, 334)) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, "JPEG")
    return SimpleUploadedFile(f"beeld-{next(_names)}.jpg", content.getvalue())


@pytest.fixture(params=["shared", "local"])
def work(request):
    """Runs a picture's job: in a process that shares our cache, or in one that has its own."""

    def run(image_id: int) -> None:
        if request.param == "shared":
            render_picture(image_id)
            return
        backend = "django.core.cache.backends.locmem.LocMemCache"
        with override_settings(CACHES={"default": {"BACKEND": backend, "LOCATION": "the worker's"}}):
            render_picture(image_id)

    yield run
    with override_settings(
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "the worker's"}}
    ):
        cache.clear()


@pytest.fixture
def editor():
    return client_of(somebody(MODERATOR))


@pytest.fixture
def image(editor) -> LabImage:
    return LabImage.objects.create(
        title="Beeld", description="Een vlak", file=file_of(RED), uploaded_by_user=None, collection_id=1
    )


def replace(editor, image: LabImage, colour: tuple[int, int, int]) -> None:
    """Upload another file for the picture, as an editor does."""
    fields = {"title": "Beeld", "description": "Een vlak", "collection": image.collection_id, "tags": ""}
    answer = editor.post(reverse("wagtailimages:edit", args=[image.pk]), {**fields, "file": file_of(colour)})
    assert answer.status_code == 302, answer.context["form"].errors


def being_rendered(image: LabImage) -> LabImage:
    """The picture as a job has it that has just read the file, and is still making sizes of it."""
    former = LabImage.objects.get(pk=image.pk)
    with former.open_file() as file:
        content = file.read()
    former.open_file = lambda: contextlib.nullcontext(io.BytesIO(content))
    return former


def shown(image: LabImage) -> set[tuple[int, int, int]]:
    """The colours of all sizes that pages offer, each to the nearest of ours; they are complete or it fails."""
    fresh = LabImage.objects.get(pk=image.pk)
    names = [rendition.file.name for rendition in fresh.renditions.all() if rendition.url in urls_of(fresh)]
    assert len(names) == len(pictures.all_specs(fresh))
    colours = set()
    for name in names:
        with default_storage.open(name) as file:
            pixel = Image.open(file).convert("RGB").getpixel((5, 5))
        colours.add(min((RED, BLUE), key=lambda colour: abs(colour[0] - pixel[0])))
    return colours


def urls_of(image: LabImage) -> set[str]:
    return {
        url
        for preset in pictures.PRESETS
        for offered in pictures.sources(image, preset).values()
        for url, _width in offered
    }


def test_a_job_for_the_former_file_that_ends_last_changes_nothing(editor, image, work) -> None:
    former = being_rendered(image)
    replace(editor, image, BLUE)
    work(image.pk)
    pictures.render_all(former)
    assert shown(image) == {BLUE}


def test_a_job_for_the_former_file_that_ends_just_after_the_upload_leaves_nothing(editor, image, work) -> None:
    former = being_rendered(image)
    replace(editor, image, BLUE)
    former.get_renditions(*pictures.all_specs(former))  # killed before it looks again
    work(image.pk)
    assert shown(image) == {BLUE}
    assert image.renditions.count() == len(pictures.all_specs(image))


def test_back_to_the_first_file(editor, image, work) -> None:
    work(image.pk)
    for colour in (BLUE, RED):
        replace(editor, image, colour)
        work(image.pk)
        assert shown(image) == {colour}


def test_the_former_sizes_go_with_their_files(editor, image, work, django_capture_on_commit_callbacks) -> None:
    work(image.pk)
    old = [rendition.file.name for rendition in image.renditions.all()]
    with django_capture_on_commit_callbacks(execute=True):
        replace(editor, image, BLUE)
        work(image.pk)
    assert not any(default_storage.exists(name) for name in old)


def test_the_admin_shows_the_newest_file_too(editor, image, work) -> None:
    former = being_rendered(image)
    former.get_rendition("max-165x165")
    replace(editor, image, BLUE)
    former.get_rendition("max-165x165")
    thumbnail = LabImage.objects.get(pk=image.pk).get_rendition("max-165x165")
    with default_storage.open(thumbnail.file.name) as file:
        assert Image.open(file).convert("RGB").getpixel((5, 5))[2] > 150


def test_every_upload_asks_for_a_job_of_its_own_though_one_waits(editor, image) -> None:
    # The one that waits may start before this upload is committed, and would then see the former file.
    waiting = ProcrastinateJob.objects.filter(task_name=render_picture.name, status="todo")
    before = waiting.count()
    replace(editor, image, BLUE)
    assert waiting.count() > before >= 1


@pytest.mark.parametrize("store", ["create", "assign", "save the file", "only the file"])
def test_a_file_is_known_by_its_content_whoever_stores_it(store, image) -> None:
    if store == "create":
        image = LabImage.objects.create(title="x", description="x", file=file_of(BLUE), collection_id=1)
    elif store == "assign":
        image.file = file_of(BLUE)
        image.save()
    elif store == "save the file":
        image.file.save("blauw.jpg", file_of(BLUE))
    else:
        image.file = file_of(BLUE)
        image.save(update_fields=["file"])
    stored = LabImage.objects.get(pk=image.pk)
    assert stored.file_size == stored.file.size
    known = stored.file_hash
    stored._set_file_hash()
    assert known == stored.file_hash != ""


def test_a_small_original_is_offered_at_its_own_width_once(work) -> None:
    image = LabImage.objects.create(title="x", description="x", file=file_of(BLUE, size=(500, 334)), collection_id=1)
    work(image.pk)
    image = LabImage.objects.get(pk=image.pk)
    widths = {preset: [width for _url, width in pictures.sources(image, preset)["webp"]] for preset in pictures.PRESETS}
    assert widths == {"thumb": [240, 480], "card": [400, 500], "hero": [500]}
    real = {rendition.url: rendition.width for rendition in image.renditions.all()}
    for preset in pictures.PRESETS:
        for offered in pictures.sources(image, preset).values():
            assert all(real[url] == width for url, width in offered)
