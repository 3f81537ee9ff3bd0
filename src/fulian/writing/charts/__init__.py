"""Readings to charts (图表): cities compared, a figure over years, targets, areas of work, a map of tiles.

Making a chart needs nothing beyond the core; drawing it needs the extra ``charts``.
"""

from fulian.writing.charts.areas import areas_chart
from fulian.writing.charts.chart import Chart, Mark
from fulian.writing.charts.cities import cities_chart
from fulian.writing.charts.fitting import charts_of
from fulian.writing.charts.targets import targets_chart
from fulian.writing.charts.tiles import tiles_chart
from fulian.writing.charts.years import years_chart

__all__ = ["Chart", "Mark", "areas_chart", "charts_of", "cities_chart", "targets_chart", "tiles_chart", "years_chart"]
