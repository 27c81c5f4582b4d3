"""Small changes of Python code that a test should notice: each turns one thing of one line into
another.

Changed are comparisons, sums, `and` and `or`, conditions, numbers, words that programs read, what
is returned, and calls that stand alone. Sentences for people, types, descriptions and the examples
of a rule, which are tests, are left as they are. Nothing is written: a change is a tree.
"""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE,
    ast.GtE: ast.Gt, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Mod: ast.Div,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.FloorDiv: ast.Div,
}  # fmt: skip
JOINED: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}
SWAPPED = {"any": "all", "all": "any", "min": "max", "max": "min"}
EXAMPLES = {"examples", "REFUSES"}
UNTOUCHED = (ast.JoinedStr, ast.AnnAssign, ast.arguments)  # sentences, and types


class Mutant(NamedTuple):
    """One change: the module's path, the line, which node in order of the tree, which change of it,
    and both as code.
    """

    path: str
    line: int
    node: int
    kind: str
    before: str
    after: str

    @property
    def said(self) -> str:
        return f"{self.before} -> {self.after}"


def of_module(path: Path, shown: str) -> Iterator[Mutant]:
    """Every change of a module. `shown` is its path in the project."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, node in enumerate(nodes(tree)):
        for kind in KINDS:
            changed = deepcopy(node)
            if KINDS[kind](changed):
                before, after = short(node), short(changed)
                yield Mutant(shown, getattr(node, "lineno", 0), number, kind, before, after)


def changed_tree(path: Path, mutant: Mutant) -> ast.Module:
    """The module with the one change in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node = list(nodes(tree))[mutant.node]
    KINDS[mutant.kind](node)
    return ast.fix_missing_locations(tree)


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that may be changed, in the order of the tree."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.AnnAssign) and child.value:
            yield from nodes(ast.Expression(child.value))
        elif not (isinstance(child, UNTOUCHED) or is_type(tree, child) or is_example(child)):
            yield child
            yield from nodes(child)


def is_type(parent: ast.AST, child: ast.AST) -> bool:
    """What a function says it returns is a type."""
    return isinstance(parent, ast.FunctionDef) and child is parent.returns


def is_example(node: ast.AST) -> bool:
    """Whether the node gives a rule or a law its examples."""
    if isinstance(node, ast.keyword):
        return node.arg in EXAMPLES
    names = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(name, ast.Name) and name.id in EXAMPLES for name in names)


def short(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:80]


def comparison(node: ast.AST) -> bool:
    if not isinstance(node, ast.Compare):
        return False
    node.ops[0] = COMPARED[type(node.ops[0])]()
    return True


def sum_of_two(node: ast.AST) -> bool:
    if not isinstance(node, ast.BinOp) or type(node.op) not in RECKONED:
        return False
    node.op = RECKONED[type(node.op)]()
    return True


def joined(node: ast.AST) -> bool:
    if not isinstance(node, ast.BoolOp):
        return False
    node.op = JOINED[type(node.op)]()
    return True


def condition(node: ast.AST) -> bool:
    """The opposite of a condition; `not` falls away."""
    if not isinstance(node, ast.If | ast.IfExp | ast.While):
        return False
    if isinstance(node.test, ast.Compare) and len(node.test.ops) == 1:
        return False  # its comparison is turned round already
    node.test = opposite(node.test)
    return True


def filtered(node: ast.AST) -> bool:
    """A loop inside brackets that leaves nothing out."""
    if not isinstance(node, ast.comprehension) or not node.ifs:
        return False
    node.ifs = []
    return True


def opposite(test: ast.expr) -> ast.expr:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    return ast.UnaryOp(ast.Not(), test)


def constant(node: ast.AST) -> bool:
    """Another number, the other truth, or another word. What has a space in it is a sentence for
    people.
    """
    if not isinstance(node, ast.Constant):
        return False
    if isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node.value, int):
        node.value += 1
    elif isinstance(node.value, str) and node.value and " " not in node.value:
        node.value += "X"
    else:
        return False
    return True


def returned(node: ast.AST) -> bool:
    if not isinstance(node, ast.Return) or node.value is None or is_none(node.value):
        return False
    node.value = ast.Constant(None)
    return True


def is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def left_out(node: ast.AST) -> bool:
    """A call or a yield that stands alone does nothing; a description is none."""
    if not isinstance(node, ast.Expr) or isinstance(node.value, ast.Constant):
        return False
    is_yield = isinstance(node.value, ast.Yield | ast.YieldFrom)
    # a generator has to stay one
    node.value = ast.YieldFrom(ast.Tuple([], ast.Load())) if is_yield else ast.Constant(None)
    return True


def swapped(node: ast.AST) -> bool:
    if not isinstance(node, ast.Name) or node.id not in SWAPPED:
        return False
    node.id = SWAPPED[node.id]
    return True


KINDS: dict[str, Callable[[ast.AST], bool]] = {
    "comparison": comparison,
    "sum": sum_of_two,
    "and or": joined,
    "condition": condition,
    "filter": filtered,
    "constant": constant,
    "returned": returned,
    "left out": left_out,
    "any all": swapped,
}
