"""How good the results are, on a database that has the written demo content.

python -m tests.benchmarks.relevance.evaluate [--half tuning|frozen] [--show]
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence

import django

django.setup()

import ir_measures  # noqa: E402
from ir_measures import R, nDCG  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from livinglab.search.engines.postgresql.engine import PostgreSQLEngine  # noqa: E402
from livinglab.search.models import SynonymGroup  # noqa: E402
from tests.benchmarks.relevance import systems  # noqa: E402
from tests.benchmarks.relevance.judged import FROZEN, TUNING, Question, questions, unrelated_words  # noqa: E402

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


def missed(asked: Sequence[Question], values: Mapping[str, tuple[float, float, bool]], unrelated: float) -> list[str]:
    """The targets that are not met."""
    problems = []
    whole = mean([value[0] for value in values.values()])
    if whole < LEAST_NDCG:
        problems.append(f"nDCG@10 is {whole:.3f}; it should be {LEAST_NDCG} or more")
    for kind in dict.fromkeys(question.kind for question in asked):
        of_class = mean([values[question.text][0] for question in asked if question.kind == kind])
        least = LEAST_OF_SYNONYMS if kind == "synonym" else LEAST_OF_CLASS
        if of_class < least:
            problems.append(f"nDCG@10 of {kind} is {of_class:.2f}; it should be {least} or more")
    nothing = mean([value[2] for value in values.values()])
    if nothing >= MOST_ZERO:
        problems.append(f"{nothing:.1%} of the questions find nothing; it should be less than {MOST_ZERO:.0%}")
    if unrelated >= MOST_UNRELATED:
        problems.append(f"{unrelated:.0%} of the unrelated words find something; less than {MOST_UNRELATED:.0%} should")
    return problems


def main(arguments: Sequence[str]) -> int:
    """Print the tables; 1 when a target is missed on the half asked for."""
    parser = argparse.ArgumentParser(prog="relevance", description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=[TUNING, FROZEN], default=FROZEN)
    parser.add_argument("--show", action="store_true", help="show what each question of our search found")
    options = parser.parse_args(arguments)
    asked = [question for question in questions() if question.half == options.half]
    names = systems.names()
    engine = PostgreSQLEngine()
    compared: dict[str, systems.Search] = {
        "before": systems.the_search_of_before,
        "PostgreSQL dutch": systems.postgresql_dutch,
        "ours": systems.ours(engine),
    }
    results = {}
    groups = list(SynonymGroup.objects.values_list("phrases", flat=True))
    for name, search in compared.items():
        if name == "ours":
            SynonymGroup.objects.all().delete()
        results[name] = measured(asked, runs(search, asked, names))
    SynonymGroup.objects.bulk_create(SynonymGroup(phrases=phrases) for phrases in groups)
    found = runs(compared["ours"], asked, names)
    results["ours + list"] = measured(asked, found)
    console = Console(width=120)
    console.print(table(asked, results))
    words = unrelated_words()
    with_results = [word for word in words if compared["ours"](word)]
    console.print(f"{len(with_results)} of {len(words)} frequent words that nothing is about find something.")
    if options.show:
        show(console, asked, found, results["ours + list"])
        console.print(" ".join(with_results))
    problems = missed(asked, results["ours + list"], len(with_results) / len(words))
    for problem in problems:
        console.print(f"✗ {problem}")
    return 1 if problems else 0


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
