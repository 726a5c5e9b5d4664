"""Names of organisations as reference numbers and offices write them."""

ENDINGS = ("民族乡", "街道", "镇", "乡", "县")


def short_form(name: str) -> str:
    """石桥镇 → 石桥; a name that would lose everything stays as it is."""
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending)
    return name


def short_name_of(organisation) -> str:
    """The organisation's set short name, or the one derived from its name."""
    return organisation.short_name or short_form(organisation.name)


def congress_name(organisation) -> str:
    """As people call its congress: 石桥镇人大, of a sub-district 城东街道人大工委; a handling unit
    has none and keeps its name."""
    ending = {"county": "人大", "township": "人大", "subdistrict": "人大工委"}
    return f"{organisation.name}{ending.get(organisation.kind, '')}"
