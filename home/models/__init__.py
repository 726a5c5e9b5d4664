"""The public site: its pages, its sections with their editors, its names, and its reviews."""

from home.models.about import AboutPage
from home.models.articles import Article
from home.models.home import HomePage
from home.models.laws import LawIndexPage, LawPage
from home.models.learning import LearnedMark
from home.models.marks import Correction, PublishedBefore
from home.models.news import NewsIndexPage, NewsPage
from home.models.notices import HandedOver, NoticeIndexPage, NoticePage
from home.models.readings import DocumentReading
from home.models.review import ReviewTask, ReviewTaskState
from home.models.reviewed import ReviewedPage
from home.models.reviewers import Reviewer
from home.models.sections import Section
from home.models.settings import SiteSettings
from home.models.study import StudyIndexPage, StudyPage
from home.models.townships import TownshipPage

__all__ = [
    "AboutPage",
    "Article",
    "Correction",
    "DocumentReading",
    "HandedOver",
    "HomePage",
    "LawIndexPage",
    "LawPage",
    "LearnedMark",
    "NewsIndexPage",
    "NewsPage",
    "NoticeIndexPage",
    "NoticePage",
    "PublishedBefore",
    "ReviewTask",
    "ReviewTaskState",
    "ReviewedPage",
    "Reviewer",
    "Section",
    "SiteSettings",
    "StudyIndexPage",
    "StudyPage",
    "TownshipPage",
]
