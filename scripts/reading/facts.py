"""The facts of one document: its figures and answers, in the order of the print, with the cells
they were read from.
"""

from typing import NamedTuple

from scripts.model.terms import Vocabulary
from scripts.reading import answers, figures, melting
from scripts.reading.answers import Answer, Answers
from scripts.reading.figures import SHARED, Figure, Figures
from scripts.reading.melting import Cells
from scripts.reading.sources import Document

Fact = Figure | Answer


class Facts(NamedTuple):
    """What a document says, as it was read. Nothing here complains; what could not be read is kept
    for those that do.
    """

    document: Document
    of_figures: Figures
    of_answers: Answers
    others: Cells

    @property
    def figures(self) -> list[Figure]:
        return self.of_figures.rows

    @property
    def answers(self) -> list[Answer]:
        return self.of_answers.rows

    @property
    def all(self) -> list[Fact]:
        """Figures, then answers."""
        return [*self.figures, *self.answers]

    @property
    def printed(self) -> list[Fact]:
        """The facts with a print of their own: all but the figures that share that of another."""
        own = [
            figure
            for figure, flags in zip(self.of_figures.rows, self.of_figures.flags, strict=True)
            if SHARED not in flags
        ]
        return [*own, *self.answers]

    @property
    def cells(self) -> list[Cells]:
        return [self.of_figures.cells, self.of_answers.cells]


def read(document: Document, vocabulary: Vocabulary) -> Facts:
    """The facts of a document; a pure function of its folder and the vocabulary."""
    melted = melting.melt(document, vocabulary)
    return Facts(
        document,
        figures.read(melted.figures, vocabulary),
        answers.read(melted.answers, vocabulary),
        melted.others,
    )


def address_of(fact: Fact) -> str:
    """The id of a figure or of an answer."""
    return fact[0]


def token_of(fact: Fact) -> str:
    """The printed token of a figure or an answer."""
    return fact.value_as_published if isinstance(fact, Figure) else fact.answer_as_published
