"""Where a plate may be from: the classes of the region network, and the coarser regions that the record names.

    possible("us-il")               # (13,)         a state is a class
    possible("ro")                  # (…,)          and so is a country of the European Union, "eu-ro"
    possible("us")                  # all states, and "us" itself: a territory, or a state that nobody can tell
    possible("in")                  # "other"
    group("eu-ro")                  # "eu"

The countries are classes of their own because each prints by its own rules: where 0 and O look alike, the country decides.
"""

STATES = {
    "Alabama": "al", "Alaska": "ak", "Arizona": "az", "Arkansas": "ar", "California": "ca", "Colorado": "co", "Connecticut": "ct", "Delaware": "de",
    "Washington Dc": "dc", "Florida": "fl", "Georgia": "ga", "Hawaii": "hi", "Hawai": "hi", "Idaho": "id", "Illinois": "il", "Indiana": "in", "Iowa": "ia",
    "Kansas": "ks", "Kentucky": "ky", "Louisiana": "la", "Maine": "me", "Maryland": "md", "Massachusetts": "ma", "Michigan": "mi", "Minnesota": "mn",
    "Mississippi": "ms", "Missippi": "ms", "Missouri": "mo", "Montana": "mt", "Nebraska": "ne", "Nevada": "nv", "New Hampshire": "nh",
    "New Jersey": "nj", "New Mexico": "nm", "New York": "ny", "North Carolina": "nc", "North Dakota": "nd", "Ohio": "oh", "Oklahoma": "ok",
    "Oregon": "or", "Pennsylvania": "pa", "Rhode Island": "ri", "South Carolina": "sc", "South Dakota": "sd", "Tennessee": "tn", "Texas": "tx",
    "Utah": "ut", "Vermont": "vt", "Virginia": "va", "Washington": "wa", "West Virginia": "wv", "Wisconsin": "wi", "Wyoming": "wy",
}  # fmt: skip
EU = ("at", "be", "bg", "hr", "cy", "cz", "dk", "ee", "fi", "fr", "de", "gr", "hu", "ie", "it", "lv", "lt", "lu", "mt", "nl", "pl", "pt", "ro", "sk", "si", "es", "se")
REGIONS = (*(f"us-{code}" for code in dict.fromkeys(STATES.values())), "us", *(f"eu-{code}" for code in EU), "br", "other")


def group(region: str) -> str:
    """The region that the record names: of a country of the Union "eu", of any other class itself."""
    return "eu" if region.startswith("eu-") else region


def possible(region: str | None, state: str | None = None) -> tuple[int, ...]:
    """The classes that a plate of a row's region and state may be of; none where nothing is known."""
    if state is not None:  # one that has no code is a territory: American Samoa, Guam, …
        return (REGIONS.index(f"us-{STATES[state]}" if state in STATES else "us"),)
    if region is None:
        return ()
    if region in ("us", "eu"):
        return tuple(index for index, name in enumerate(REGIONS) if name.startswith(region))
    named = f"eu-{region}" if region in EU else region
    return (REGIONS.index(named if named in REGIONS else "other"),)


def groups(regions: tuple[int, ...]) -> set[str]:
    """Of the classes that a plate may be of."""
    return {group(REGIONS[index]) for index in regions}
