"""The learned encoder: its input, its weights, its loader; nothing else."""
