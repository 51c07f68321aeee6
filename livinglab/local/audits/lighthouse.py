"""What Lighthouse says of each page type, on a phone: `make lighthouse`.

    python -m livinglab.local.audits.lighthouse [--site ADDRESS] [--runs N] [NAME …]

Its mobile settings: a slow 4G line and a processor four times slower. Each figure is the median of N runs. Reports
are kept under `var/lighthouse/`. The exit code is 1 when a figure other than performance is below 100, unless a page
is kept from search engines on purpose.
"""

import argparse
import json
import os
import statistics
import subprocess
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from livinglab.local.audits import browsing, demo_site, node_tools
from livinglab.local.audits.pages import PAGE_TYPES, find
from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import var_dir

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {"first-contentful-paint": "FCP s", "largest-contentful-paint": "LCP s", "total-blocking-time": "TBT s"}
CODE = {"Document", "Stylesheet", "Script"}
FLAGS = "--headless=new --no-sandbox --disable-gpu"
KEPT_FROM_SEARCH_ENGINES = {"sign-up form", "basket", "comparison", "tomorrow I buy, answered"}
SECONDS = 180
ATTEMPTS = 3  # on a busy machine it sometimes misses the start of a page
RUNS = 3
BEST = 100


def main(arguments: list[str]) -> int:
    """Run Lighthouse on each page type and show a table."""
    parser = argparse.ArgumentParser(prog="make lighthouse", description=__doc__.splitlines()[0])
    parser.add_argument("--site", metavar="ADDRESS", help="a site with the demo content that runs already")
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N", help=f"runs of each page ({RUNS})")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only page types whose name has this word")
    options = parser.parse_args(arguments)
    wanted = [name for name in PAGE_TYPES if not options.names or any(word in name for word in options.names)]
    program = node_tools.ensure(node_tools.LIGHTHOUSE) / "cli" / "index.js"
    with nullcontext(options.site) if options.site else demo_site.running() as site:
        with browsing.opened() as browser:
            page = browser.new_page(base_url=site)
            addresses = {name: find(page, PAGE_TYPES[name]) for name in wanted}
        found = {
            name: [report(program, site + address, name) for _ in range(options.runs)]
            for name, address in track(addresses.items(), "Lighthouse")
        }
    Console().print(table(found))
    findings = sorted({line for name, runs in found.items() for each in runs for line in shortcomings(name, each)})
    print("\n".join(findings))
    return 1 if findings else 0


def report(program: Path, address: str, name: str) -> dict:
    """One run of Lighthouse."""
    path = var_dir() / "lighthouse" / f"{name.replace(' ', '-')}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ["node", str(program), address, "--quiet", "--output=json", f"--output-path={path}"]
    environ = {**os.environ, "CHROME_PATH": str(browsing.program())}
    for _ in range(ATTEMPTS):
        answer = subprocess.run(
            [*command, f"--chrome-flags={FLAGS}"],
            env=environ,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        if answer.returncode:
            continue
        each = json.loads(path.read_text())
        if all(each["categories"][category]["score"] is not None for category in CATEGORIES):
            return each
    raise UserError(f"Lighthouse failed on {address}:\n{answer.stderr.strip()}", "Try again.")


def score(each: dict, category: str) -> int:
    """A figure of Lighthouse, from 0 to 100."""
    return round(each["categories"][category]["score"] * BEST)


def table(found: dict[str, list[dict]]) -> Table:
    """The four figures of each page type, the times that the first is made of, and what came over the line."""
    shown = Table("page type", *CATEGORIES, *METRICS.values(), "KiB code")
    for name, reports in found.items():
        figures = [f"{statistics.median(score(each, category) for each in reports):.0f}" for category in CATEGORIES]
        times = [
            f"{statistics.median(each['audits'][metric]['numericValue'] for each in reports) / 1000:.2f}"
            for metric in METRICS
        ]
        shown.add_row(name, *figures, *times, f"{weight(reports[0]) / 1024:.1f}")
    return shown


def weight(each: dict) -> int:
    """The bytes of HTML, CSS and scripts that came over the line, headers included."""
    requests = each["audits"]["network-requests"]["details"]["items"]
    return sum(request["transferSize"] for request in requests if request.get("resourceType") in CODE)


def shortcomings(name: str, each: dict) -> list[str]:
    """What keeps the figures for accessibility, best practices and SEO below 100, though it should not."""
    meant = {"is-crawlable"} if name in KEPT_FROM_SEARCH_ENGINES else set()
    weighed = {
        (category, reference["id"])
        for category in CATEGORIES[1:]
        for reference in each["categories"][category]["auditRefs"]
        if reference["weight"]
    }
    return [
        f"{category}: {each['audits'][audit]['title']} ({each['finalDisplayedUrl']})"
        for category, audit in sorted(weighed)
        if audit not in meant and each["audits"][audit]["score"] not in (1, None)
    ]


if __name__ == "__main__":
    run_command(main)
