"""The names of a site and the lines at its foot."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    name = models.CharField(_("name of the site"), max_length=60, blank=True)
    owner = models.CharField(_("line below the name"), max_length=60, blank=True)
    sponsor = models.CharField(pgettext_lazy("footer", "sponsor"), max_length=100, blank=True)
    operator = models.CharField(pgettext_lazy("footer", "operator"), max_length=100, blank=True)
    contact = models.CharField(pgettext_lazy("footer", "contact"), max_length=100, blank=True)
    icp = models.CharField(_("ICP filing number"), max_length=60, blank=True)
    police = models.CharField(_("public security filing number"), max_length=60, blank=True)
    site_code = models.CharField(_("government site code"), max_length=20, blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("owner")], heading=_("Head of every page")),
        MultiFieldPanel(
            [
                FieldPanel("sponsor"),
                FieldPanel("operator"),
                FieldPanel("contact"),
                FieldPanel("icp"),
                FieldPanel("police"),
                FieldPanel("site_code"),
            ],
            heading=_("Foot of every page"),
        ),
    ]

    class Meta:
        verbose_name = _("names and footer")
