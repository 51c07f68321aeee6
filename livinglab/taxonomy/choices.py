"""The closed lists: values that code relies on. Their labels are translated; their sources stand in `docs/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    PREPARATION = "preparation", _("preparation")
    TENDER = "tender", _("tender")
    EXECUTION = "execution", _("execution")
    CONTRACT_MANAGEMENT = "contract_management", _("contract management")


class Role(models.TextChoices):
    BUYER = "buyer", _("buyer")
    SPECIALIST = "specialist", _("specialist")
    COMMISSIONER = "commissioner", _("commissioner")
    CONTRACT_MANAGER = "contract_manager", _("contract manager")
    ADMINISTRATOR = "administrator", _("member of the executive")


class Trade(models.TextChoices):
    """The specialist's field: a category belongs to one."""

    ROADS = "roads", _("roads")
    GREEN = "green", _("green")
    BUILDINGS = "buildings", _("buildings")
    CLEANING = "cleaning", _("cleaning")
    FACILITIES = "facilities", _("facilities")
    ICT = "ict", _("ICT")
    ENERGY = "energy", _("energy")
    TRANSPORT = "transport", _("transport")


class Procedure(models.TextChoices):
    SINGLE_PRIVATE = "single_private", _("single quotation")
    MULTIPLE_PRIVATE = "multiple_private", _("several quotations")
    NATIONAL = "national", _("national tender")
    EUROPEAN = "european", _("European tender")


class ValueClass(models.TextChoices):
    UNDER_50K = "under_50k", _("less than € 50,000")
    UNDER_221K = "50k_221k", _("€ 50,000 to € 221,000")
    UNDER_1M = "221k_1m", _("€ 221,000 to € 1 million")
    OVER_1M = "over_1m", _("more than € 1 million")
    UNKNOWN = "unknown", _("unknown")


class CriterionKind(models.TextChoices):
    """What a text does in a tender."""

    SUITABILITY = "suitability", _("suitability requirement")
    SELECTION = "selection", _("selection criterion")
    REQUIREMENT = "requirement", _("requirement")
    AWARD = "award", _("award criterion")
    CLAUSE = "clause", _("contract clause")


class CriterionLevel(models.IntegerChoices):
    """How far a criterion goes, as the national criteria tool counts."""

    BASIC = 1, _("basic")
    SIGNIFICANT = 2, _("significant")
    AMBITIOUS = 3, _("ambitious")


class Transferability(models.TextChoices):
    DIRECT = "direct", _("usable as it is")
    ADAPTED = "adapted", _("usable when adapted")
    LOCAL = "local", _("tied to the place")


class AmbitionLevel(models.IntegerChoices):
    """How far an ambition goes. What a level means, its ambition web says."""

    ONE = 1, _("level 1")
    TWO = 2, _("level 2")
    THREE = 3, _("level 3")


class OrganisationKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("municipality")
    REGION = "region", _("region")
    PROVINCE = "province", _("province")
    WATER_BOARD = "water_board", _("water board")
    NATIONAL = "national", _("national government")
    COMPANY = "company", _("company")
    KNOWLEDGE = "knowledge", _("knowledge institute")
    NETWORK = "network", _("network or programme")


class Origin(models.TextChoices):
    """Where an example comes from."""

    REGION = "region", _("our region")
    NATIONAL = "national", _("elsewhere in the Netherlands")
    EU = "eu", _("elsewhere in Europe")


class Status(models.TextChoices):
    """How far an example is."""

    IDEA = "idea", _("idea")
    RUNNING = "running", _("running")
    DONE = "done", _("done")


class ThemeColour(models.TextChoices):
    """The colours a theme may have: tokens of `theme.css`, on which white text has a contrast of at least 6:1."""

    GREEN = "green", _("green")
    BLUE = "blue", _("blue")
    ORANGE = "orange", _("orange")
    VIOLET = "violet", _("violet")
    MAGENTA = "magenta", _("magenta")
    TEAL = "teal", _("teal")


class ToolKind(models.TextChoices):
    AMBITION_WEB = "ambition_web", _("ambition web")
    CRITERIA_TOOL = "criteria_tool", _("criteria tool")
    ACTION_PLAN = "action_plan", _("action plan")
    SELF_ASSESSMENT = "self_assessment", _("self-assessment")
    GUIDE = "guide", _("guide")
    TEMPLATE = "template", _("template")


class Steering(models.TextChoices):
    """How a tool steers: by plans, decisions and criteria, or by support, key figures and sharing."""

    FORMAL = "formal", _("formal")
    INFORMAL = "informal", _("informal")
