"""Fields that several forms share."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from congress.organisations.models import User
from congress.organisations.phones import MOBILE, digits_of, is_complete


class DayInput(forms.DateInput):
    """The browser's own calendar; typed as 2026-11-22 where there is none."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    widget = DayInput


class UserNameField(forms.CharField):
    """An empty name is none; the shape is the model's."""

    def __init__(self, **kwargs: Any) -> None:
        model_field = User._meta.get_field("username")
        super().__init__(
            label=model_field.verbose_name,
            required=False,
            max_length=50,
            validators=[v for v in model_field.validators if hasattr(v, "regex")],
            widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
            **kwargs,
        )

    def clean(self, value: Any) -> str | None:
        return super().clean(value) or None


class MobileField(forms.CharField):
    """A mobile number however typed, as eleven digits; None where empty."""

    widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        label = User._meta.get_field("phone").verbose_name
        super().__init__(label=label, required=False, max_length=30, **kwargs)

    def clean(self, value: Any) -> str | None:
        text = super().clean(value)
        if not text:
            return None
        digits = digits_of(text)
        if not MOBILE.fullmatch(digits):
            raise ValidationError(
                _("A mobile number has eleven digits and begins with 13 to 19; this one has %(n)s.")
                % {"n": sum(sign.isdigit() for sign in digits)}
            )
        return digits


class NumbersField(forms.CharField):
    """Contact numbers, one a line or parted by commas, as a tuple; each must be complete."""

    widget = forms.Textarea(attrs={"rows": 2, "inputmode": "tel", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=400, **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:
        parts = super().clean(value).replace("，", "\n").replace(",", "\n").replace("、", "\n")
        numbers = tuple(filter(None, map(digits_of, parts.splitlines())))
        wrong = [number for number in numbers if not is_complete(number)]
        if wrong:
            raise ValidationError(
                _("Not a complete number: %(numbers)s. A mobile number has eleven digits.")
                % {"numbers": "、".join(wrong)}
            )
        return numbers


class OrganisationChoice(forms.ModelChoiceField):
    """Organisations as a tree: a unit of a township is set in."""

    def label_from_instance(self, obj: Any) -> str:
        return f"　{obj.name}" if getattr(obj, "is_unit", 0) else obj.name


class SectionChoice(forms.ModelChoiceField):
    """Constituencies or groups with the organisation to which they belong."""

    def __init__(self, rows: QuerySet, **kwargs: Any) -> None:
        super().__init__(rows.select_related("organisation"), required=False, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.organisation.name} {obj.name}"


class ShapeForm(forms.ModelForm):
    """A form of a model's fields that leaves the instance alone: what depends on other rows is
    the action's, which knows the sentence and the field it belongs to."""

    def _post_clean(self) -> None:
        """Instead of filling and validating the instance."""
