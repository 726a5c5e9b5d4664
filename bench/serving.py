"""The settings of the server that is measured: an office's, with one view more."""

from bench.settings import *  # noqa: F403  settings modules are layered by star import

ROOT_URLCONF = "bench.addresses"
