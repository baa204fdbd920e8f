"""Small signs that few reports share: slips, wrong days, rare wording."""
