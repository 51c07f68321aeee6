from django.urls import re_path
from wagtail.urls import serve_pattern

from livinglab.pages import routing

# By Wagtail's own name, which is how a page finds its address.
urlpatterns = [re_path(serve_pattern, routing.serve, name="wagtail_serve")]
