"""Dragoman reads diplomatic news and keeps who said what about whom, who did what to whom, when and where.

The front door: a handful of verbs and the nouns they speak of, each imported on first use.
"""

from __future__ import annotations

__version__ = "0.1.0"
