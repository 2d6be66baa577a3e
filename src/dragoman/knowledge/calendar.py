"""Words of the English calendar: months, weekdays, seasons, number words, and the words that look ahead."""

from __future__ import annotations

MONTHS = {
    name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
NUMBERS = {
    **{word: n for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])},
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100,
    **{word: n for n, word in enumerate(["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])},
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "centenary": 100,
}  # fmt: skip
FUTURE = frozenset(
    [
        "will",
        "would",
        "shall",
        "should",
        "must",
        "may",
        "might",
        "can",
        "could",
        "next",
        "planned",
        "plans",
        "plan",
        "scheduled",
        "expected",
        "due",
        "upcoming",
        "forthcoming",
        "coming",
        "ahead",
        "until",
        "till",
        "hopes",
        "intends",
        "expects",
        "ready",
        "wants",
        "tomorrow",
        "going",
        "if",
        "once",
        "proposed",
        "invited",
        "pledged",
        "promised",
        "'ll",
    ]
)
