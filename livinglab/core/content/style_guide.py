"""A page of the admin that shows editors every block they can build with, as visitors see it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from livinglab.core.content.blocks import StandardBlocks


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every block with its name, what it is for, and an example."""
    preview = reverse("wagtailadmin_block_preview")
    blocks = [
        {
            "label": block.label,
            "icon": block.meta.icon,
            "description": block.get_description(),
            "preview_url": f"{preview}?{urlencode({'id': block.definition_prefix})}",
        }
        for block in StandardBlocks().child_blocks.values()
    ]
    return render(request, "wagtailadmin/style_guide.html", {"blocks": blocks})
