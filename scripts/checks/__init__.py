"""The rules by which claims are recomputed: one file a rule, each with its `RULE`. Nothing lists
them.

Everything here is pure: nothing is read or written, so that the register and the pages may both use
it. What a rule is made of stands in `reckoning`.
"""

from importlib import import_module
from pkgutil import iter_modules

from scripts.checks.reckoning.rule import Rule


def discovered() -> dict[str, Rule]:
    """Every rule by its name, which is that of its file."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.ispkg)
    return {name: import_module(f"{__name__}.{name}").RULE for name in names}


RULES = discovered()
