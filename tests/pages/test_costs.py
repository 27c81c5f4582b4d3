"""The page of costs shows what was measured, and is not there where nothing was."""

from scripts.pages.cost import cost_page

MEASURED = """command,what,size,median,unit
build,build all documents,5,0.31,s
build,build all documents,20,1.20,s
publish,a page,5,25.1,KB
"""


def test_a_table_for_each_command_with_a_column_for_each_size(package):
    path = package.root / cost_page.RESULTS
    path.parent.mkdir()
    path.write_text(MEASURED)
    build, publish = cost_page.commands(package)
    assert build.sizes == ["5", "20"] and build.lines[0].medians == {"5": "0.31", "20": "1.20"}
    assert publish.lines == [cost_page.Line("a page", "KB", {"5": "25.1"})]
    (page,) = cost_page.pages(package)
    assert page.path == "costs.html" and "0.31" in page.body and "25.1" in page.body
    path.unlink()
    assert not list(cost_page.pages(package))
