from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "congress.notices"
