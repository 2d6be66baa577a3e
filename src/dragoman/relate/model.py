"""The numbers of the model of relations, all in one place; docs/relation.md says what each is for and how it was chosen."""

from __future__ import annotations

from dragoman.knowledge.offices.voices import stands_aside

WINDOW = 731  # days looked at where nothing else is asked for: two years, so that the past year can be told from the one before
HALF_LIFE = 45.0  # days after which a word or deed counts half: where news is steady, the last quarter makes three quarters of the state
RECENT = 91  # days that are "now" when the present is held against the dyad's own past year
YEAR = 365

# How much the words of somebody count as the words of the side he stands for. What is not named here counts nothing: a former
# minister, an opposition, an expert or a newspaper is not its state.
VOICES = {"office": 1.0, "anonymous": 0.5}
UNTOLD = 0.5  # a voice whose standing is not told
ASIDE = 0.25  # what is left for a senator, a governor, a candidate: they are in the state and are not it
UNNAMED = 0.25  # and for words that leave it to the sentence before them to name the other side

UNDATED = 0.5  # a deed whose own clause does not say when: news of the day, or a reference to something known
UNDATED_DAYS = 14  # and for so long further reports of it are taken for the same

OUTVOTED = 3  # times as many stories that give a speaker to another side make one that does not a misreading

STANCE_SCALE = 2.0  # stance runs from -2 to +2
INTENSITY_SCALE = 10.0  # intensity from -10 to +10
HALF_SATURATION = 0.5  # one independent report counts 1 / 1.5, two 2 / 2.5, ten 10 / 10.5

SAME_DAYS = 2  # deeds of one kind between the same sides so few days apart are one happening told twice
SAME_WORDS_DAYS = 7  # and up to a week where the very same words name them
RUN = 7  # words in a row that two reports of one speaker share only when they quote the same sentence
QUOTED_DAYS = 31  # days before publication up to which a dated saying is news of its day; older is told as history, on its own day

SPREAD = 0.5  # how far single words and deeds of one dyad commonly lie from their mean, before any are seen
SPREAD_COUNT = 2.0  # for how many observations that prior guess at the spread stands; there is no prior guess at the mean
QUANTILE = 1.6449  # of the normal distribution, for 90 %

DEEDS_SHARE = 0.6  # of the state where words and deeds are told equally well: what is done says more than what is said
SHARE_COUNT = 3.0  # observations at which a measure has half of its full say in the state

LEVELS = ((-0.5, "hostile"), (-0.15, "strained"), (0.15, "neutral"), (0.65, "cooperative"), (2.0, "allied"))  # up to, exclusive
WIDEST = 1.0  # half of the scale: a state that is known no better than this has no name
STEADY = 0.1  # a difference from the norm below this is no direction, however sure

WEEKS_UP_TO = 800  # days of a window up to which the course is told in weeks, beyond it in months

AFTER = 28  # days from a turning point over which the new course is measured
BEFORE = 182  # and before it, over which the old one is
TURN = 0.2  # a change of course smaller than this is none
TURNED = 1.6449  # standard errors that it must measure
TURNS_APART = 56  # days between two turning points

SHIFT = 0.3  # a speaker's means before and after must differ by this
SHIFT_SURE = 2.0  # and by so many standard errors
SHIFT_OCCASIONS = 3  # on each side of it


def recency(age: int) -> float:
    """What is left of the weight of something so many days old."""
    return float(0.5 ** (max(0, age) / HALF_LIFE))


def corroboration(reports: int) -> float:
    """What independent reports make of the weight of something: the first counts most, the tenth next to nothing."""
    return reports / (reports + HALF_SATURATION)


def voice(standing: str | None, office: str | None = None) -> float:
    """How much somebody's words count as those of the side he stands for."""
    if standing is None:
        return UNTOLD
    return VOICES.get(standing, 0.0) * (ASIDE if office and stands_aside(office) else 1.0)


def level(value: float | None, low: float | None, high: float | None) -> str | None:
    """The name of a state of relations; None where nothing is told, or where the interval leaves nearly every name open."""
    if value is None or low is None or high is None or high - low > WIDEST:
        return None
    return next(name for limit, name in LEVELS if value < limit)


def quantile(freedom: float) -> float:
    """Student's t for a two-sided 90 % interval (Cornish and Fisher's expansion; within a hundredth from 3 degrees on)."""
    z = QUANTILE
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
