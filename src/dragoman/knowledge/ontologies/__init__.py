"""The PLOVER ontology as facts: types, quads, and the intensity of each CAMEO root."""

from __future__ import annotations

QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
# Goldstein's (1992) weights for the CAMEO roots, on his scale from -10 to 10.
INTENSITY = {
    "AGREE": 4.0, "CONSULT": 1.0, "SUPPORT": 3.5, "CONCEDE": 5.0, "COOPERATE": 6.0, "AID": 7.0, "RETREAT": 5.0,
    "REQUEST": -0.4, "ACCUSE": -2.0, "REJECT": -4.0, "THREATEN": -4.4, "PROTEST": -6.5,
    "SANCTION": -5.6, "MOBILIZE": -7.2, "COERCE": -7.0, "ASSAULT": -10.0,
}  # fmt: skip
