"""From the stories of two actors to their relations: state, course, turning points, registers, speakers, calendar.

Pure functions; the day they look from is an argument.
"""

from dragoman.relate.model import WINDOW
from dragoman.relate.relating import relate
from dragoman.relate.turning import turning_points

__all__ = ["WINDOW", "relate", "turning_points"]
