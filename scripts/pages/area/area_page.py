"""A page for each area that has documents: main facts with their trend, documents, topics, what's
missing, codes.
"""

from collections.abc import Iterator
from typing import Any

from scripts.charts import official_charts
from scripts.model.package import Package
from scripts.pages import addresses, beside, profile, said_beside
from scripts.pages.document import document_page
from scripts.pages.rendering import Page, page


def stands_at(package: Package) -> list[str]:
    """The addresses of these pages."""
    held = {row["area_id"] for row in package["documents"]}
    return [addresses.area(row["area_id"]) for row in package["areas"] if row["area_id"] in held]


def pages(package: Package) -> Iterator[Page]:
    for area in package["areas"]:
        held = package.group("documents", "area_id", area["area_id"])
        if held:
            description = f"Documents, figures and answers about {area['title']}."
            yield page(
                "area/area.html",
                addresses.area(area["area_id"]),
                area["title"],
                description,
                package,
                area=area,
                codes=[*kind(area, package), *codes(area), *parts(area, package)],
                documents=[
                    document_page.facts(document, package)
                    for document in document_page.newest_first(held)
                ],
                topics=topics(held, package),
                facts=profile.of_area(area["area_id"], package),
                statements=said_beside.of_area(area["area_id"], package),
                is_told=any(
                    package.group(kind, "area_id", area["area_id"])
                    for kind in ("figures", "answers")
                ),
                gaps=[
                    table
                    for document in held
                    for table in package.group("tables", "document_id", document["document_id"])
                    if table["kind"] == "gap"
                ],
                official=beside.series(package, area=area["area_id"]),
                official_charts=official_charts.on_page(package, area=area["area_id"]),
            )


def kind(area: dict[str, str], package: Package) -> list[tuple[str, str]]:
    """What kind of area it is, and that it has ended."""
    kinds = package.group("area_types", "area_type_id", area["area_type"])
    ended = [("Until", area["end_date"])] if area["end_date"] else []
    return [("Kind of area", row["title"]) for row in kinds] + ended


def parts(area: dict[str, str], package: Package) -> list[tuple[str, str]]:
    """The areas that it is made of, where they are known."""
    members = package.group("area_members", "area_id", area["area_id"])
    titles = [package.title("areas", row["member_area_id"]) for row in members]
    return [("Made of", ", ".join(titles))] if titles else []


def codes(area: dict[str, str]) -> list[tuple[str, str]]:
    """The codes and names under which the area is known, and to whom."""
    known = [
        ("Code of the Office for National Statistics", "gss_code"),
        ("Code of the Department for Education", "old_la_code"),
    ]
    found = [(said, area[column]) for said, column in known if area[column]]
    if area["region_code"] not in ("", area["gss_code"]):
        found.append(("Region", f"{area['region_name']} ({area['region_code']})"))
    return found


def topics(held: list[dict[str, Any]], package: Package) -> list[tuple[dict[str, Any], int, int]]:
    """The topics of these documents, with how many figures and answers."""
    figures = [
        package.term("measures", row["measure_id"])["topic_id"]
        for document in held
        for row in package.group("figures", "document_id", document["document_id"])
    ]
    answers = [
        row["topic_id"]
        for document in held
        for row in package.group("answers", "document_id", document["document_id"])
    ]
    found = [
        (topic, figures.count(topic["topic_id"]), answers.count(topic["topic_id"]))
        for topic in package["topics"]
    ]
    return [entry for entry in found if entry[1] or entry[2]]
