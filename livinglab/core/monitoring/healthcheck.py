"""The container's health check: `python -m livinglab.core.monitoring.healthcheck` exits 0 when the site answers.

Standard library only: it starts every ten seconds.
"""

import os
import sys
import urllib.error
import urllib.request

if __name__ == "__main__":
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].lstrip(".") or "localhost"
    request = urllib.request.Request(
        f"http://127.0.0.1:{os.environ.get('PORT', '8000')}/healthz",
        # As a proxy would ask: the right host, and TLS ended before us.
        headers={"Host": host, "X-Forwarded-Proto": "https"},
    )
    try:
        with urllib.request.urlopen(request, timeout=2) as response:  # noqa: S310 - always loopback
            sys.exit(0 if response.status == 200 else 1)
    except (OSError, urllib.error.URLError):
        sys.exit(1)
