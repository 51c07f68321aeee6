"""The worker of a site that uses Elasticsearch, on the database of a test.

python -m tests.search.elasticsearch.worker SEARCH_URL
"""

import sys

import django
from django.conf import settings
from django.core.management import call_command


def main(search_url: str) -> None:
    django.setup()
    settings.SEARCH_URL = search_url
    call_command("procrastinate", "worker", "--shutdown-graceful-timeout", "2")


if __name__ == "__main__":
    main(sys.argv[1])
