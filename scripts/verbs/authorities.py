"""authorities: writes the local authorities of the United Kingdom into the vocabulary.

Run it with two things that stay outside the project: mySociety's list of local authorities, and a
folder of tables of the Department for Education. It replaces the rows of local authorities in
data/vocabulary/areas.csv, and their rows in the tables of names, codes and successors. Rows of
other kinds of area (nations, forces, boards, groups) are written by hand and stay as they are.

    python -m scripts.verbs.authorities LIST.csv FOLDER
"""

import argparse
import difflib
import re
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from scripts.model.files import csv_text, read_json, read_rows, replace_file
from scripts.model.runs import alone
from scripts.reading.areas import plain

Row = dict[str, str]
VOCABULARY = Path("data/vocabulary")
TABLES = ("areas", "area_names", "area_codes", "area_successors")
TYPES = {
    "UA": "unitary_authority",
    "CTY": "county",
    "MD": "metropolitan_district",
    "LBO": "london_borough",
    "CC": "london_borough",
    "NMD": "district",
    "WPA": "welsh_unitary_authority",
    "SCO": "scottish_unitary_authority",
    "NID": "northern_ireland_district",
    "COMB": "combined_authority",
    "SRA": "combined_authority",
}
NATIONS = {
    "England": ("england", "E92000001"),
    "Wales": ("wales", "W92000004"),
    "Scotland": ("scotland", "S92000003"),
    "Northern Ireland": ("northern_ireland", "N92000002"),
}
NO_LEVEL, DISTRICT = "combined_authority", "district"
# titles that differ from the list's: what people say, or what the Office for National Statistics
# says now
TITLES = {
    "City of Bristol": "Bristol",
    "Dorset Council": "Dorset",
    "Dorset County": "Dorset",
    "Buckinghamshire County": "Buckinghamshire",
    "Eilean Siar": "Na h-Eileanan Siar",
    "Rhondda Cynon Taff": "Rhondda Cynon Taf",
    "The Scottish Borders": "Scottish Borders",
    "The Vale of Glamorgan": "Vale of Glamorgan",
}
# the list has the code of the North East's former authority, and not the end of the smaller one
COMBINED = {
    "NECA": {"gss-code": "E47000014", "former-gss-codes": "", "start-date": "2024-05-07"},
    "NTCA": {"end-date": "2024-05-06", "replaced-by": "NECA"},
}
# dates on which the list's source recorded old authorities, not dates on which they began
RECORDED = ("2005-05", "2005-06", "1996-07")
# names that the list lacks, by title
MORE_NAMES = {"Isle of Anglesey": ["Ynys Môn"], "Kingston upon Hull": ["Hull"]}
NOT_NAMES = {"eilean", "rhondda", "cynon", "taff", "adur and worthing borough council"}
BROKEN = {"highands", "ynys mn"}
ABBREVIATED = {"ua", "ca", "cca", "mca", "boro", "mdc"}
ENDINGS = (" district", " county", " cc")
SMALL = {"and", "of", "on", "the", "upon", "y", "nan", "an", "with", "in", "le", "by", "super"}
LIKE_A_SLIP = 0.89


class Codes(NamedTuple):
    """What the Department for Education calls an authority: its code and its name."""

    old_la_code: str
    la_name: str


@alone
def main(listed: Path, folder: Path, root: Path = Path()) -> int:
    regions = region_codes(read_rows(root / VOCABULARY / "areas.csv"))
    made = tables(read_rows(listed), department(folder), regions)
    ours = {row["area_id"] for row in made["areas"]}
    for name in TABLES:
        path = root / VOCABULARY / f"{name}.csv"
        kept = [row for row in read_rows(path) if not is_replaced(row, ours)]
        empty = dict.fromkeys(columns(root, name), "")
        rows = [{**empty, **row} for row in [*kept, *made[name]]]
        replace_file(path, csv_text(list(empty), rows))
        print(f"{name}: {len(made[name])} rows of authorities, {len(kept)} of others")
    return 0


def region_codes(areas: Iterable[Row]) -> dict[str, str]:
    """The code of each region of England, by its name."""
    return {row["title"]: row["gss_code"] for row in areas if row["area_type"] == "region"}


def is_replaced(row: Row, ours: set[str]) -> bool:
    """Whether a row is about a local authority."""
    return row["area_id"] in ours or row.get("area_type", "") in TYPES.values()


def columns(root: Path, name: str) -> list[str]:
    resources = read_json(root / "datapackage.json")["resources"]
    fields = next(one["schema"]["fields"] for one in resources if one["name"] == name)
    return [field["name"] for field in fields]


def department(folder: Path) -> dict[str, Codes]:
    """Each authority that the department's tables know, by the code of its boundaries."""
    found: dict[str, Codes] = {}
    for path in sorted(folder.glob("*.csv")):
        for row in read_rows(path):
            code = row.get("new_la_code", "")
            if re.fullmatch(r"E\d{8}", code):
                found[code] = Codes(*(row[name] for name in Codes._fields))
    return found


def tables(
    listed: Iterable[Row], known: dict[str, Codes], regions: dict[str, str]
) -> dict[str, list[Row]]:
    """The rows of each table, by table; areas in the order of their ids."""
    authorities = [row | COMBINED.get(row["local-authority-code"], {}) for row in listed]
    by_code = {row["local-authority-code"]: row for row in authorities}
    ids = {code: area_id(row, authorities) for code, row in by_code.items()}
    authorities.sort(key=lambda row: ids[row["local-authority-code"]])
    made: dict[str, list[Row]] = {name: [] for name in TABLES}
    for row in authorities:
        own = ids[row["local-authority-code"]]
        area = area_row(own, row, by_code, known)
        area |= region(area, row, by_code, regions)
        made["areas"].append(area)
        made["area_names"] += [{"area_id": own, "name": name} for name in names(row, area)]
        codes = other_codes(area, row, known) if not area["end_date"] else []
        made["area_codes"] += [{"area_id": own, "gss_code": code} for code in codes]
        after = [ids[code] for code in successors(row)]
        made["area_successors"] += [{"area_id": own, "replaced_by": one} for one in after]
    return made


def area_row(own: str, row: Row, by_code: dict[str, Row], known: dict[str, Codes]) -> Row:
    """The row of `areas`. Without a level the columns of levels are empty."""
    kind = TYPES[row["local-authority-type"]]
    nation, country = NATIONS[row["nation"]]
    area = {
        "area_id": own,
        "title": title(row, by_code.values()),
        "area_type": kind,
        "official_name": row["official-name"],
        "gss_code": row["gss-code"],
        "nation": nation,
        "start_date": start(row, kind),
        "end_date": end(row, by_code),
    }
    if kind == NO_LEVEL:
        return area
    codes = known.get(row["gss-code"], Codes("", base(row)))
    level = "Local authority district" if kind == DISTRICT else "Local authority"
    return area | {
        "geographic_level": level,
        "country_code": country,
        "country_name": row["nation"],
        "new_la_code": row["gss-code"],
        **codes._asdict(),
    }


def base(row: Row) -> str:
    """The name of the place, whatever else has or had it."""
    nice = row["nice-name"]
    return TITLES.get(nice, nice)


def title(row: Row, authorities: Iterable[Row]) -> str:
    """The name; a combined authority's full one, a former namesake's with the year of its end."""
    if TYPES[row["local-authority-type"]] == NO_LEVEL:
        return row["official-name"]
    namesakes = [one for one in authorities if base(one) == base(row)]
    current = [one for one in namesakes if not one["end-date"] and one is not row]
    if row["end-date"] and current:
        return f"{base(row)} (until {row['end-date'][:4]})"
    return base(row)


def area_id(row: Row, authorities: Iterable[Row]) -> str:
    """The title in small letters: `north_yorkshire`, `north_yorkshire_until_2023`."""
    words = title(row, authorities).lower().replace("'", "").replace("&", "and")
    return re.sub("[^a-z0-9]+", "_", words).strip("_")


def start(row: Row, kind: str) -> str:
    """The day an authority began, where the list has it. Of most combined authorities it hasn't."""
    given = row["start-date"]
    unsure = kind == NO_LEVEL and row["local-authority-code"] not in COMBINED
    return "" if unsure or given.startswith(RECORDED) else given


def end(row: Row, by_code: dict[str, Row]) -> str:
    """The last day. For some the list has the successor's first day: the day before is meant."""
    after = {by_code[code]["start-date"] for code in successors(row)}
    if row["end-date"] in after:
        return (date.fromisoformat(row["end-date"]) - timedelta(days=1)).isoformat()
    return row["end-date"]


def successors(row: Row) -> list[str]:
    return [code.strip() for code in row["replaced-by"].split(",") if code.strip()]


def region(area: Row, row: Row, by_code: dict[str, Row], regions: dict[str, str]) -> Row:
    """Code and name of the region of an English council: the list's, or else the successor's."""
    if row["nation"] != "England" or not area.get("geographic_level"):
        return {}
    after = [by_code[code]["region"] for code in successors(row)]
    name = next(filter(None, [row["region"], *after]))
    return {"region_code": regions[name], "region_name": name}


def other_codes(area: Row, row: Row, known: dict[str, Codes]) -> list[str]:
    """Codes of the same authority with other boundaries, of the list and the department's tables.

    They are of the same kind as its own: another kind is another authority with the same name.
    """
    mine = (area.get("old_la_code", ""), area.get("la_name", ""))
    same = {code for code, one in known.items() if tuple(one) == mine}
    every = same | set(row["former-gss-codes"].split(","))
    kind = row["gss-code"][:3]
    return sorted(code for code in every - {row["gss-code"]} if code.startswith(kind))


def names(row: Row, area: Row) -> list[str]:
    """Other names: of the list and of the department, without slips of the pen and doubles."""
    said = {plain(area["title"]), plain(area["official_name"])}
    found = MORE_NAMES.get(area["title"], []).copy()
    for name in [base(row), area.get("la_name", ""), *split(row["alt-names"])]:
        if name and plain(name) not in said and not is_no_name(name, said):
            said.add(plain(name))
            found.append(spelled(name))
    return found


def split(listed: str) -> list[str]:
    """Names separated by commas; a comma inside a name has a space after it. Spelled ones first."""
    return sorted(re.split(r",(?! )", listed), key=str.islower)


def is_no_name(name: str, said: set[str]) -> bool:
    """Whether it is broken, cut off, or a known name with an ending or a slip."""
    short = plain(name)
    if not name.isascii() or "(" in name or short in NOT_NAMES | BROKEN:
        return True
    if ABBREVIATED & set(short.split()):
        return True
    if any(short == known + ending for known in said for ending in ENDINGS):
        return True
    if any(short.removesuffix(ending) in said for ending in ENDINGS):
        return True
    near = difflib.get_close_matches(short, said, 1, LIKE_A_SLIP)
    return bool(near) and near[0] != short


def spelled(name: str) -> str:
    """A name that the list has in small letters, with its capitals."""
    if not name.islower():
        return name
    words = [word if word in SMALL else word.capitalize() for word in name.split()]
    return " ".join(words)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n\n")[0])
    parser.add_argument("listed", type=Path, help="mySociety's list of local authorities, CSV")
    parser.add_argument("folder", type=Path, help="folder of the department's tables, CSV")
    return parser.parse_args()


if __name__ == "__main__":
    given = arguments()
    sys.exit(main(given.listed, given.folder))
