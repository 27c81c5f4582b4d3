"""A page for each area that has documents: its codes, its documents, and the topics that they speak of."""

from collections.abc import Iterator

from scripts.pages import addresses
from scripts.pages.document import document_page
from scripts.pages.package import Package
from scripts.pages.rendering import Page, page


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
                codes=codes(area),
                documents=[
                    document_page.facts(document, package)
                    for document in document_page.newest_first(held)
                ],
                topics=topics(held, package),
            )


def codes(area: dict) -> list[tuple[str, str]]:
    """The codes and names under which the area is known, and to whom."""
    known = [
        ("Code of the Office for National Statistics", "gss_code"),
        ("Code of the Department for Education", "old_la_code"),
    ]
    found = [(said, area[column]) for said, column in known if area[column]]
    return found + (
        [("Region", f"{area['region_name']} ({area['region_code']})")]
        if area["region_code"] != area["gss_code"]
        else []
    )


def topics(held: list[dict], package: Package) -> list[tuple[dict, int, int]]:
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
