"""Which report took what from which: credits, shared passages, missing ancestors, circles."""
