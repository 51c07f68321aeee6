"""When a mail that did not get through is tried again."""

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job


class MailDelayedError(Exception):
    """The mail did not get through now: a 4xx answer, a broken connection, or another worker is busy with it."""


class MailRetry(BaseRetryStrategy):
    """After 1, 2, 4 … minutes, at most 4 hours apart: fifteen attempts in 28 hours."""

    MAX_RETRIES = 14
    FIRST_WAIT_SECONDS = 60
    LONGEST_WAIT_SECONDS = 4 * 3600

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if job.attempts >= self.MAX_RETRIES:
            return None
        seconds = min(self.FIRST_WAIT_SECONDS * 2**job.attempts, self.LONGEST_WAIT_SECONDS)
        return RetryDecision(retry_in={"seconds": seconds})
