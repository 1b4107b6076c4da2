"""What the screen calls a column is what the one list of columns says."""

import pytest

from loaders.columns import COLUMNS
from queries import panduan

pytestmark = pytest.mark.usefixtures("terbit")


def test_the_columns_of_the_screen_are_those_of_the_one_list():
    listed = {column.name: (column.heading, column.unit, column.by_year) for column in COLUMNS}
    assert panduan.kolom() == listed
