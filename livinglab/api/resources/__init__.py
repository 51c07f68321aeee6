"""The resources, in the order in which they are told. Each has a file of its own here, and a line in this one."""

from livinglab.api.resources.base import Resource
from livinglab.api.resources.case_studies import CaseStudies
from livinglab.api.resources.criteria import Criteria
from livinglab.api.resources.examples import Examples
from livinglab.api.resources.meetings import Meetings
from livinglab.api.resources.news import News
from livinglab.api.resources.organisations import Organisations
from livinglab.api.resources.tools import Tools
from livinglab.api.resources.vocabularies import Categories, Tags, Themes

RESOURCES: tuple[Resource, ...] = (
    Examples(),
    CaseStudies(),
    Criteria(),
    Meetings(),
    Tools(),
    News(),
    Organisations(),
    Themes(),
    Categories(),
    Tags(),
)
