"""The data as text for a terminal: what `atlas show` prints. Words and shapes say everything; colour only adds."""
