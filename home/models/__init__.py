"""The public site: its pages, its sections with their editors, and its names."""

from home.models.home import HomePage
from home.models.news import NewsIndexPage, NewsPage
from home.models.readings import DocumentReading
from home.models.sections import Section
from home.models.settings import SiteSettings
from home.models.townships import TownshipPage

__all__ = [
    "DocumentReading",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "Section",
    "SiteSettings",
    "TownshipPage",
]
