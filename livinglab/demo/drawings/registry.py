"""The scenes by name: each is drawn once, for one item of the demo."""

import importlib
import pkgutil
from collections.abc import Callable

from livinglab.demo.drawings.canvas import document

Scene = Callable[[], str]
_scenes: dict[str, Scene] = {}


def register(name: str, composer: Scene) -> None:
    """Make a picture known under a name that no other picture has."""
    if name in _scenes:
        raise ValueError(f"Two scenes are called {name}.")
    _scenes[name] = composer


def scene(function: Scene) -> Scene:
    """Register a function that composes one picture; its name is the picture's name."""
    register(function.__name__, function)
    return function


def scenes() -> dict[str, Scene]:
    """All scenes."""
    from livinglab.demo.drawings import scenes as package

    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return _scenes


def draw(name: str) -> str:
    """The scene as an SVG document. KeyError when there is no such scene."""
    return document(scenes()[name]())
