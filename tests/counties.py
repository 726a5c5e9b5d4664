"""The county of the sample files, with organisations and nothing else."""

from datetime import datetime

from django.utils import timezone

from congress.organisations.models import Organisation

TOWNSHIPS = ["石桥镇", "云坪镇", "柳河镇", "双溪镇", "白马镇", "青枫镇"]
TOWNSHIPS += ["竹林乡", "大岭乡", "桃源乡", "清水乡", "龙泉乡", "枫木乡"]
SUBDISTRICTS = ["城东街道", "城西街道"]
AT = timezone.make_aware(datetime.fromisoformat("2026-11-22T09:00"))


def sample_county() -> Organisation:
    county = Organisation.objects.create(name="云岭县", kind="county")
    for name in TOWNSHIPS:
        Organisation.objects.create(name=name, kind="township", parent=county)
    for name in SUBDISTRICTS:
        Organisation.objects.create(name=name, kind="subdistrict", parent=county)
    return county
