"""Read-only data, one file per kind, readable without programming; a loader per kind, each read on first use."""
