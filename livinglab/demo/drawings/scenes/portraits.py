"""Portraits of people who do not exist."""

from functools import partial

from livinglab.demo.drawings.colours import HAIR, SKIN
from livinglab.demo.drawings.people import Look, portrait
from livinglab.demo.drawings.registry import register

GROUNDS = (
    ("#dcebee", "#c3dde2"),
    ("#f6e2c9", "#f0d3ae"),
    ("#e4ece4", "#cfe0cf"),
    ("#fbe4e6", "#f4cdd2"),
    ("#e7ddf0", "#d6c7e6"),
)
LOOKS = {
    "fenna": Look(SKIN[0], HAIR[5], "bun", "#0b4f5c", ""),
    "samir": Look(SKIN[1], HAIR[1], "beard", "#b4471f", ""),
    "lotte": Look(SKIN[0], HAIR[3], "bob", "#2e7031", ""),
    "bram": Look(SKIN[0], HAIR[0], "cap", "#3b8040", ""),
    "yara": Look(SKIN[1], "#514aa8", "scarf", "#f2c14e", ""),
    "henk": Look(SKIN[0], HAIR[4], "bald", "#e0692f", "", vest=True),
    "mila": Look(SKIN[3], HAIR[2], "long", "#a01f62", ""),
    "joris": Look(SKIN[0], HAIR[2], "short", "#0f6d66", ""),
    "karim": Look(SKIN[2], HAIR[1], "short", "#0b63b5", ""),
    "tess": Look(SKIN[0], HAIR[0], "long", "#f4b9c7", ""),
    "wouter": Look(SKIN[3], HAIR[5], "beard", "#4a5d63", ""),
    "noor": Look(SKIN[1], "#0f6d66", "scarf", "#fbf8f1", ""),
    "ilias": Look(SKIN[2], HAIR[1], "curly", "#f2c14e", ""),
    "dirk": Look(SKIN[0], HAIR[4], "short", "#514aa8", ""),
    "roos": Look(SKIN[4], HAIR[1], "afro", "#e0692f", "", vest=True),
}

for number, (name, look) in enumerate(LOOKS.items()):
    register(f"portrait_of_{name}", partial(portrait, look, *GROUNDS[number % len(GROUNDS)]))
