"""A unit's screens: receipt, contact, reply."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
