"""The points rules of a county."""

from datetime import date

from congress.information.models import PointsRule


def candidate_rules(county_id: int, day: date) -> list[PointsRule]:
    """All rules of the county that are valid on the day."""
    return list(PointsRule.objects.filter(county_id=county_id).valid_on(day))
