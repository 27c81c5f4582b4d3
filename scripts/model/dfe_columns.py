"""The columns of the Department for Education's open data that say when and where, in its order."""

TIME = ("time_period", "time_identifier")
AREA = (
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)
