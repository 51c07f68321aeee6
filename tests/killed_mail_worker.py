"""A worker that is killed at one point of sending a mail; run by `tests.workers.die_at`."""

import os
import signal

import django
from django.conf import settings


def die(*_arguments, **_options):
    os.kill(os.getpid(), signal.SIGKILL)


def _before_claim(outbox, monkey):
    monkey(outbox.Outbox, "_claim", die)


def _after_claim(outbox, monkey):
    monkey(outbox, "hand_over", die)


def _after_the_server_took_it(outbox, monkey):
    hand_over = outbox.hand_over

    def hand_over_and_die(message):
        hand_over(message)
        die()

    monkey(outbox, "hand_over", hand_over_and_die)


def _before_the_mark_is_committed(outbox, monkey):
    note = outbox.Outbox._note

    def note_and_die(*arguments, **options):
        note(*arguments, **options)
        die()

    monkey(outbox.Outbox, "_note", note_and_die)


POINTS = {
    "before the claim": _before_claim,
    "after the claim": _after_claim,
    "after the server's 250": _after_the_server_took_it,
    "before the mark": _before_the_mark_is_committed,
}


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "livinglab.settings.test"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(os.environ["MAIL_PORT"])
    django.setup()

    from livinglab.core.mail import outbox
    from tests import workers

    POINTS[os.environ["KILL_AT"]](outbox, setattr)
    workers.work_off()
