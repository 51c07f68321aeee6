"""Page types of the site itself. Each lives in the module named for it; Django finds them here."""

from livinglab.pages.contact import ContactPage, ContactSubject
from livinglab.pages.directories import ColleagueIndexPage, OrganisationIndexPage
from livinglab.pages.home import HomePage
from livinglab.pages.news import NewsIndexPage, NewsPage, NewsTag
from livinglab.pages.standard import StandardPage
from livinglab.pages.tools import ToolIndexPage, ToolPage

__all__ = [
    "ColleagueIndexPage",
    "ContactPage",
    "ContactSubject",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "NewsTag",
    "OrganisationIndexPage",
    "StandardPage",
    "ToolIndexPage",
    "ToolPage",
]
