"""How good the results are, on a database that has the written demo content.

Both engines answer, and beside them what people would have without our analysis. Ends with 1 when a target is missed.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

import django

django.setup()

import ir_measures  # noqa: E402
from ir_measures import R, nDCG  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from livinglab.search.engines.elasticsearch.engine import ElasticsearchEngine  # noqa: E402
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine  # noqa: E402
from livinglab.search.models import SynonymGroup  # noqa: E402
from tests.benchmarks.relevance import on_elasticsearch, systems  # noqa: E402
from tests.benchmarks.relevance.judged import FRESH, FROZEN, TUNING, Question, questions, unrelated_words  # noqa: E402

ENGINES = {"postgresql": PostgreSQLEngine, "elasticsearch": ElasticsearchEngine}
NDCG, RECALL = nDCG @ 10, R @ 50
LEAST_NDCG, LEAST_OF_CLASS, LEAST_OF_SYNONYMS, MOST_ZERO, MOST_UNRELATED = 0.88, 0.80, 0.75, 0.02, 0.40


def runs(search: systems.Search, asked: Sequence[Question], names: Mapping[int, str]) -> dict[str, list[str]]:
    """Question → names of what was found, best first."""
    return {question.text: [names.get(pk, f"entry {pk}") for pk in search(question.text)] for question in asked}


def measured(asked: Sequence[Question], found: Mapping[str, Sequence[str]]) -> dict[str, tuple[float, float, bool]]:
    """Question → nDCG@10, recall@50 and whether nothing was found."""
    judged = {question.text: dict(question.grades) for question in asked}
    run = {
        text: {name: float(len(names) - place) for place, name in enumerate(dict.fromkeys(names))}
        for text, names in found.items()
    }
    values: dict[str, dict[str, float]] = defaultdict(dict)
    for one in ir_measures.iter_calc([NDCG, RECALL], judged, run):
        values[one.query_id][str(one.measure)] = one.value
    return {
        text: (values[text].get(str(NDCG), 0.0), values[text].get(str(RECALL), 0.0), not found[text]) for text in judged
    }


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def table(asked: Sequence[Question], results: Mapping[str, Mapping[str, tuple[float, float, bool]]]) -> Table:
    """nDCG@10 a class and a system, then recall and the share without results."""
    shown = Table(title=f"{len(asked)} questions; nDCG@10")
    shown.add_column("class")
    for system in results:
        shown.add_column(system, justify="right")
    for kind in dict.fromkeys(question.kind for question in asked):
        texts = [question.text for question in asked if question.kind == kind]
        cells = [f"{mean([values[text][0] for text in texts]):.2f}" for values in results.values()]
        shown.add_row(f"{kind} ({len(texts)})", *cells)
    shown.add_section()
    shown.add_row("all: nDCG@10", *(f"{mean([v[0] for v in values.values()]):.3f}" for values in results.values()))
    shown.add_row("recall@50", *(f"{mean([v[1] for v in values.values()]):.3f}" for values in results.values()))
    shown.add_row("without results", *(f"{mean([v[2] for v in values.values()]):.1%}" for values in results.values()))
    return shown


def missed(
    name: str, asked: Sequence[Question], values: Mapping[str, tuple[float, float, bool]], unrelated: float
) -> list[str]:
    """The targets that a system does not meet."""
    problems = []
    whole = mean([value[0] for value in values.values()])
    if whole < LEAST_NDCG:
        problems.append(f"nDCG@10 is {whole:.3f}; it should be {LEAST_NDCG} or more")
    for kind in dict.fromkeys(question.kind for question in asked):
        of_class = mean([values[question.text][0] for question in asked if question.kind == kind])
        least = LEAST_OF_SYNONYMS if kind == "synonym" else LEAST_OF_CLASS
        if of_class < least:
            problems.append(f"nDCG@10 of {kind} is {of_class:.3f}; it should be {least} or more")
    nothing = mean([value[2] for value in values.values()])
    if nothing >= MOST_ZERO:
        problems.append(f"{nothing:.1%} of the questions find nothing; it should be less than {MOST_ZERO:.0%}")
    if unrelated >= MOST_UNRELATED:
        problems.append(f"{unrelated:.0%} of the unrelated words find something; less than {MOST_UNRELATED:.0%} should")
    return [f"{name}: {problem}" for problem in problems]


def main(arguments: Sequence[str]) -> int:
    """Print the tables; 1 when a target is missed on the half asked for."""
    parser = argparse.ArgumentParser(prog="make bench-relevance", description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=[TUNING, FROZEN, FRESH], default=FROZEN)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--show", action="store_true", help="show what each question of our search found")
    parser.add_argument("--unjudged", action="store_true", help="list what comes first somewhere and nobody has graded")
    options = parser.parse_args(arguments)
    console = Console(width=140)
    with ExitStack() as running:
        if "elasticsearch" in options.engines:
            running.enter_context(on_elasticsearch.running(console))
        return compare(options, console)


def compare(options: argparse.Namespace, console: Console) -> int:
    """Ask every system every question of a half; the exit code."""
    asked = [question for question in questions() if question.half == options.half]
    names = systems.names()
    engines = {name: ENGINES[name]() for name in options.engines}
    baselines: dict[str, systems.Search] = {
        "before": systems.the_search_of_before,
        "PostgreSQL dutch": systems.postgresql_dutch,
    }
    if "elasticsearch" in engines:
        baselines["Elasticsearch dutch"] = on_elasticsearch.elasticsearch_dutch
    found = {name: runs(search, asked, names) for name, search in baselines.items()}
    with without_synonym_groups():
        found |= {f"{name}, no list": runs(systems.ours(engine), asked, names) for name, engine in engines.items()}
    found |= {name: runs(systems.ours(engine), asked, names) for name, engine in engines.items()}
    results = {name: measured(asked, of_system) for name, of_system in found.items()}
    console.print(table(asked, results))
    words = unrelated_words()
    problems = []
    for name, engine in engines.items():
        with_results = [word for word in words if systems.ours(engine)(word)]
        console.print(
            f"{name}: {len(with_results)} of {len(words)} frequent words that nothing is about find something."
        )
        problems += missed(name, asked, results[name], len(with_results) / len(words))
        if options.show:
            console.print(" ".join(with_results))
    if options.show:
        first = next(iter(engines))
        show(console, asked, found[first], results[first])
    if options.unjudged:
        show_unjudged(console, asked, found.values())
    for problem in problems:
        console.print(f"✗ {problem}")
    return 1 if problems else 0


@contextmanager
def without_synonym_groups() -> Iterator[None]:
    """What editors say means the same does not count."""
    groups = list(SynonymGroup.objects.values_list("phrases", flat=True))
    SynonymGroup.objects.all().delete()
    try:
        yield
    finally:
        SynonymGroup.objects.bulk_create(SynonymGroup(phrases=phrases) for phrases in groups)


def show_unjudged(console: Console, asked: Sequence[Question], found: Iterable[Mapping[str, Sequence[str]]]) -> None:
    """What any system has among its first ten and has no grade: for who grades more of the content."""
    systems_found = list(found)
    for question in asked:
        first = {name for one in systems_found for name in list(dict.fromkeys(one[question.text]))[:10]}
        for name in sorted(first - question.grades.keys()):
            console.print(f"{question.text}\t{name}", soft_wrap=True)


def show(
    console: Console,
    asked: Sequence[Question],
    found: Mapping[str, Sequence[str]],
    values: Mapping[str, tuple[float, float, bool]],
) -> None:
    for question in sorted(asked, key=lambda question: values[question.text][0]):
        console.print(f"\n{values[question.text][0]:.2f} {question.kind}: {question.text}", style="bold")
        for name in found[question.text][:10]:
            console.print(f"    {question.grades.get(name, '·')} {name}")
        rest = [name for name, grade in question.grades.items() if grade > 1 and name not in found[question.text][:10]]
        if rest:
            console.print(f"    missing: {', '.join(rest)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
