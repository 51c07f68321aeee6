"""The drawings of the sprite (`livinglab/icons.svg`) that can stand for a theme or a category."""

from django.utils.translation import pgettext_lazy

ICONS = {
    "leaf": pgettext_lazy("drawing", "leaf"),
    "climate": pgettext_lazy("drawing", "climate"),
    "circular": pgettext_lazy("drawing", "circular"),
    "chain": pgettext_lazy("drawing", "chain"),
    "people": pgettext_lazy("drawing", "people"),
    "return": pgettext_lazy("drawing", "return"),
    "road": pgettext_lazy("drawing", "road"),
    "tree": pgettext_lazy("drawing", "tree"),
    "sign": pgettext_lazy("drawing", "sign"),
    "bucket": pgettext_lazy("drawing", "bucket"),
    "hall": pgettext_lazy("drawing", "hall"),
    "building": pgettext_lazy("drawing", "building"),
    "office": pgettext_lazy("drawing", "office"),
    "laptop": pgettext_lazy("drawing", "laptop"),
    "energy": pgettext_lazy("drawing", "energy"),
    "truck": pgettext_lazy("drawing", "truck"),
    "cup": pgettext_lazy("drawing", "cup"),
    "chair": pgettext_lazy("drawing", "chair"),
    "shirt": pgettext_lazy("drawing", "shirt"),
    "lamp": pgettext_lazy("drawing", "lamp"),
    "bus": pgettext_lazy("drawing", "bus"),
    "bridge": pgettext_lazy("drawing", "bridge"),
}
