"""Each generated page and each file of a table has an address of its own: two at one address are
told before any is made, since one of them would be lost.
"""

from collections import Counter
from collections.abc import Iterator

from scripts.model.package import Package
from scripts.model.problems import Problem
from scripts.pages import addresses
from scripts.publishing import contents

CURE = "Give the document, the table or the term of the vocabulary that leads to it another id"


def problems(package: Package) -> Iterator[Problem]:
    for address, times in Counter(taken(package)).items():
        if times > 1:
            yield Problem(address, "address", f"{times} pages or files would stand here", CURE)


def taken(package: Package) -> Iterator[str]:
    """The addresses of all pages that say where they stand, and of the files of tables."""
    for kind in contents.kinds():
        if hasattr(kind, "stands_at"):
            yield from kind.stands_at(package)
    for table in package["tables"]:
        for kind_of_fact in ("figures", "answers"):
            if int(table[kind_of_fact]):
                yield addresses.table_csv(table["table_id"], kind_of_fact)
