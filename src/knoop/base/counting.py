"""Figures of other rows beside each row of a list."""

from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Subquery
from django.db.models.functions import Coalesce


def count_of(rows: QuerySet[Any], per: str) -> Coalesce:
    """How many of `rows` there are for the outer row that they name in their column `per`; 0 where none is.

    A subquery, not a join: it's counted for the rows that are shown, not for all that could be.
    """
    counted = rows.order_by().values(per).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
