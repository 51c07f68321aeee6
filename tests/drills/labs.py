"""The stories of a drill with two labs, in the database of a site that runs. A program of its own.

python -m tests.drills.labs publish TITLE   publishes an example; writes its path
python -m tests.drills.labs withdraw TITLE  takes it offline
python -m tests.drills.labs read URL        names another lab, as an administrator would, or has it read again
"""

import json
import sys

import django

WORD, WORD_OF_CRITERION = "kalksteenmeel", "granulaat"
"""What only the page itself says, and a criterion on it."""


def publish(title: str) -> dict[str, object]:
    """Publish an example, as an editor would."""
    from casestudies.models import ExampleCriterion
    from livinglab.taxonomy.models import Category, Theme
    from tests.factories import ExamplePageFactory

    category = Category.objects.first()
    page = ExamplePageFactory(
        title=title, category=category, themes=[Theme.objects.first()], what_was_done=f"<p>Opnieuw {WORD}.</p>"
    )
    ExampleCriterion.objects.create(page=page, kind="requirement", text=f"Het mengsel bevat {WORD_OF_CRITERION}.")
    page.save_revision().publish()
    return {"path": page.url}


def withdraw(title: str) -> dict[str, object]:
    """Take an example offline, as a moderator would."""
    from casestudies.models import ExamplePage

    ExamplePage.objects.get(title=title).unpublish()
    return {}


def read(url: str) -> dict[str, object]:
    """Save another lab, which has it read at once."""
    from livinglab.harvest.models import OtherLab

    lab, _is_new = OtherLab.objects.get_or_create(url=url, defaults={"name": "Living Lab Zuid"})
    lab.save()
    return {"problem": lab.problem}


if __name__ == "__main__":
    django.setup()
    command, argument = sys.argv[1:]
    json.dump({"publish": publish, "withdraw": withdraw, "read": read}[command](argument), sys.stdout)
