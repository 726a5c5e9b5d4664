"""What stands beside the pages of the site: its feeds and what search engines ask for."""

from django.urls import path

from home.feeds import SiteFeed
from home.indexing import robots, sitemap

urlpatterns = [
    path("rss/", SiteFeed(), name="feed"),
    path("rss/<name:part>/", SiteFeed(), name="part_feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]
