"""Spreads work on documents over the cores of this machine, or over a cluster that is there
already.

A few documents are read one after another: to start processes takes longer. The results come in the
order of the work.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import Any

from scripts import tied

FEW = 40  # so many pieces of work are done here
BATCHES = 64  # at most so many parcels of work
Spread = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]


def here(work: Callable[[Any], Any], pieces: Sequence[Any]) -> Iterator[Any]:
    """One after another."""
    return map(work, pieces)


@contextmanager
def over(number: int, cluster: str = "") -> Iterator[Spread]:
    """How to spread so many pieces: `cluster` is the address of a Dask scheduler; without one,
    processes or none.
    """
    if cluster:
        client = import_module("distributed").Client(cluster)
        try:
            yield partial(in_batches, client.get_executor())
        finally:
            client.close()
    elif number <= FEW:
        yield here
    else:
        with ProcessPoolExecutor(initializer=tied.tie) as executor:
            yield partial(in_batches, executor)


def in_batches(
    executor: Executor, work: Callable[[Any], Any], pieces: Sequence[Any]
) -> Iterator[Any]:
    """The pieces in parcels, since each parcel that is sent costs time."""
    size = max(1, len(pieces) // BATCHES)
    parcels = [pieces[start : start + size] for start in range(0, len(pieces), size)]
    for done in executor.map(partial(whole, work), parcels):
        yield from done


def whole(work: Callable[[Any], Any], parcel: Sequence[Any]) -> list[Any]:
    return [work(piece) for piece in parcel]
