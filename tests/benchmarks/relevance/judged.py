"""The questions and what should be found, from `judgements.toml`, and the words that should find nothing."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
TUNING, FROZEN, FRESH = "tuning", "frozen", "fresh"


@dataclass(frozen=True)
class Question:
    """What somebody types, and what they should find."""

    text: str
    kind: str
    """The sort of difficulty, such as `typo`."""
    half: str
    """`TUNING` was looked at while the search was made; `FROZEN` a few times, to report it; `FRESH` was asked last."""
    grades: Mapping[str, int]
    """Name of an entry → 3 what was asked for, 2 clearly about it, 1 touches on it."""


def questions() -> list[Question]:
    """All of them, in the order of the file."""
    with (HERE / "judgements.toml").open("rb") as file:
        rows = tomllib.load(file)["question"]
    return [
        Question(
            row["text"],
            row["class"],
            row["half"],
            {name: grade for grade in (1, 2, 3) for name in row.get(f"grade_{grade}", ())},
        )
        for row in rows
    ]


def unrelated_words() -> list[str]:
    """Frequent words that nothing in the content is about."""
    lines = (HERE / "unrelated_words.txt").read_text().splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
