"""How the tables of an archive came to be, release by release; ``migrating`` runs what an archive lacks."""
