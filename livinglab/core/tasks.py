"""Jobs of the core: renditions, and the upkeep of the queue itself."""

import logging

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from wagtail.users.models import UserProfile

from livinglab.core.editing import publishing, revisions
from livinglab.core.editing.failed_plans import FailedPlan
from livinglab.core.jobs.queue import recover
from livinglab.core.jobs.retry import MailRetry
from livinglab.core.mail.sending import build_mail
from livinglab.core.media import pictures
from livinglab.core.media.images import LabImage
from livinglab.core.privacy import personal_data

logger = logging.getLogger(__name__)

STALLED_AFTER_SECONDS = 60
KEEP_HOURS = 2 * 24
KEEP_FAILED_HOURS = 30 * 24


@app.task(queue="pictures", priority=-10, retry=RetryStrategy(max_attempts=3, exponential_wait=5), pass_context=False)
def render_picture(image_id: int) -> None:
    """Make all renditions of a picture; a picture deleted meanwhile is no error."""
    image = LabImage.objects.filter(pk=image_id).first()
    if image is not None:
        pictures.render_all(image)


@app.periodic(cron="* * * * *")
@app.task(queue="publishing", queueing_lock="publish_due_pages", lock="publish_due_pages", pass_context=False)
def publish_due_pages(timestamp: int) -> None:
    """Publish and unpublish what was planned for this minute."""
    publishing.publish_due()


@app.task(queue="mail", retry=MailRetry(), pass_context=False)
def send_failed_plan_mail(failed_plan_id: int) -> None:
    """Mail the planner that a page did not go live or offline; nothing when it has been fixed meanwhile."""
    plan = FailedPlan.objects.filter(pk=failed_plan_id).first()
    if plan is None or plan.author is None:
        return
    language = UserProfile.get_for_user(plan.author).get_preferred_language()
    context = {"user": plan.author, "plan": plan, "path": plan.edit_path}
    build_mail("plan_failed", to=plan.author.email, context=context, language=language).send()


@app.periodic(cron="* * * * *")
@app.task(queue="upkeep", queueing_lock="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Give the jobs of killed workers back to the queue: each minute, those whose worker's heart stopped."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        try:
            await recover(manager, job)
        except Exception:
            # One that cannot be given back must not keep the others from it.
            logger.exception("Job %s (%s) lost its worker and could not be given back.", job.id, job.task_name)


@app.periodic(cron="17 3 * * *")
@app.task(queue="upkeep", queueing_lock="delete_old_jobs", pass_context=True)
async def delete_old_jobs(context: JobContext, timestamp: int) -> None:
    """Delete jobs that ended: after two days, or after a month if they failed and nobody tried them again."""
    manager = context.app.job_manager
    await manager.delete_old_jobs(nb_hours=KEEP_HOURS, include_cancelled=True, include_aborted=True)
    await manager.delete_old_jobs(nb_hours=KEEP_FAILED_HOURS, include_failed=True)


# The aliases: jobs of a release that had one for each app, and are still to be done.
@app.periodic(cron="40 3 * * *")
@app.task(
    queue="upkeep",
    queueing_lock="delete_old_personal_data",
    aliases=[
        "livinglab.accounts.tasks.delete_old_log_ins",
        "casestudies.tasks.erase_old_follow_ups",
        "events.tasks.anonymise_past_meetings",
        "livinglab.search.tasks.forget_old_searches",
    ],
    pass_context=False,
)
def delete_old_personal_data(timestamp: int) -> None:
    """Forget the personal data that was kept long enough, of every kind in the register."""
    forgotten = personal_data.forget_old()
    logger.info(
        "Forgotten: %s.", ", ".join(f"{count} of {key}" for key, count in forgotten.items() if count) or "nothing"
    )


@app.periodic(cron="37 3 * * *")
@app.task(queue="upkeep", queueing_lock="purge_old_revisions", pass_context=False)
def purge_old_revisions(timestamp: int) -> None:
    """Delete versions of pages that nobody goes back to."""
    logger.info("Deleted %s old versions of pages.", revisions.purge_revisions())
