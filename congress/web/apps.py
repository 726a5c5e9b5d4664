from django.apps import AppConfig
from django.urls import register_converter
from django.utils.module_loading import autodiscover_modules

from congress.web.keys import KeyConverter, NameConverter


class WebConfig(AppConfig):
    name = "congress.web"

    def ready(self) -> None:
        register_converter(KeyConverter, "key")
        register_converter(NameConverter, "name")
        autodiscover_modules("announce")
