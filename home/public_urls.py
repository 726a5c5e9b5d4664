"""What stands beside the pages of the site: suggestions and deputies, its feeds, and what search
engines ask for."""

from django.urls import path

from home.feeds import SiteFeed
from home.indexing import robots, sitemap
from home.views.deputies import DeputiesView, DeputyView
from home.views.suggestions import PublishedListView, PublishedView

urlpatterns = [
    path("suggestions/", PublishedListView.as_view(), name="public_suggestions"),
    path("suggestions/<key:pk>/", PublishedView.as_view(), name="public_suggestion"),
    path("deputies/", DeputiesView.as_view(), name="public_deputies"),
    path("deputies/<key:pk>/", DeputyView.as_view(), name="public_deputy"),
    path("rss/", SiteFeed(), name="feed"),
    path("rss/<name:part>/", SiteFeed(), name="part_feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]
