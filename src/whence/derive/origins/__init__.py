"""How each voice was heard, and how many independent origins a statement rests on."""
