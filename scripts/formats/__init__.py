"""Download formats: one file a format, each with its `FORMAT`. Nothing lists them.

What a format says of itself stands in `scripts.offering.offered`; what formats share stands in
`scripts.offering`.
"""

from importlib import import_module
from pkgutil import iter_modules

from scripts.offering.offered import Format


def discovered() -> dict[str, Format]:
    """Every format by its name, which is that of its file; those that describe other files come
    last.
    """
    names = sorted(module.name for module in iter_modules(__path__))
    found = {name: import_module(f"{__name__}.{name}").FORMAT for name in names}
    return dict(sorted(found.items(), key=lambda named: named[1].describes is not None))
