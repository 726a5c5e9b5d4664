"""Tables: keys point to the ground, rows change in actions only."""

import ast

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from tests.house.tree import WINGS, name_of, python_files, tree_of

GROUND = {"organisations", "audit"}
OWN = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model.__module__.split(".")[0] in WINGS
]
ROOMS = [model for model in OWN if model.__module__.startswith("congress.")]


@pytest.mark.parametrize("model", ROOMS, ids=lambda model: model._meta.label)
def test_keys_point_to_the_ground_or_within_the_room(model: type[models.Model]):
    own = model._meta.app_label
    targets = {
        field.related_model._meta.app_label
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
    }
    if own == "organisations":
        targets -= {"auth"}
    assert targets <= GROUND | {own}


@pytest.mark.parametrize("model", OWN, ids=lambda model: model._meta.label)
def test_fields_hold_what_actions_wrote(model: type[models.Model]):
    timed = [
        field.name
        for field in model._meta.local_fields
        if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    ]
    generic = [f for f in model._meta.private_fields if isinstance(f, GenericForeignKey)]
    assert (timed, generic) == ([], [])


@pytest.mark.parametrize("model", ROOMS, ids=lambda model: model._meta.label)
def test_saving_is_not_overridden(model: type[models.Model]):
    assert {"save", "delete"} & set(vars(model)) == set()


def test_only_the_mover_assigns_a_state():
    found = {
        name_of(path)
        for path in python_files(*WINGS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr == "state"
    }
    assert found == {"congress/flow/moves.py"}
