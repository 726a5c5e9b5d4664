"""A deputy's screens: writing, co-signing, following."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
