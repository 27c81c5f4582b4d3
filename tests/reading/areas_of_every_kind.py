"""Invented documents for areas of every kind, to lay beside those of the project in small."""

import hashlib
import json
from pathlib import Path

# what a contributor writes, and the id that is meant
WRITTEN = {
    "Llanfelin": "llanfelin",
    "S99000001": "invermuir",
    "Northbridge and Southmere": "northbridge_and_southmere",
    "Northbridge Police": "northbridge_police_force_area",
}
FIRST, SECOND = "Referrals in the area\n", "1,488 referrals in 2019/20\n"


def add(root: Path, area: str, area_id: str) -> str:
    """One document with one figure about an area, and its text; the id of the document."""
    name = f"{area_id.replace('_', '-')}-report"
    folder = root / "data/sources" / name
    folder.mkdir()
    text = FIRST + SECOND
    descriptor = {
        "name": name,
        "title": f"Referrals in {area} (invented report)",
        "description": "An invented report with one number, for the tests.",
        "document": about(area, hashlib.sha256(text.encode()).hexdigest()),
        "resources": [
            {
                "name": "prose",
                "path": "prose.csv",
                "title": "One number",
                "description": "",
                "locator": "Page 1",
                "lines": [1, 2],
                "rows": 1,
            }
        ],
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    columns = "line,row,measure,value_as_published,period,period_as_published\n"
    row = '2,all,referrals,"1,488",2019-04/2020-03,2019/20\n'
    (folder / "prose.csv").write_text(columns + row, encoding="utf-8")
    numbers = "line,token,reason\n2,2019,period\n2,20,period\n"
    (folder / "numbers.csv").write_text(numbers, encoding="utf-8")
    (root / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
    return name


def about(area: str, sha256: str) -> dict[str, object]:
    """The words of a descriptor about the document itself."""
    return {
        "type": "annual_report",
        "publisher": "southmere-partnership",
        "area": area,
        "reference": "",
        "date_as_published": "",
        "date": "",
        "period": "2019-04/2020-03",
        "period_as_published": "2019/20",
        "url": "",
        "licence": "not_stated",
        "licence_basis": "not_stated",
        "licence_line": "",
        "attribution": "An invented report.",
        "text_sha256": sha256,
        "text_lines": 2,
    }
