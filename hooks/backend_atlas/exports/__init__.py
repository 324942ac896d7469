"""What is made from the data for other programs: one consumer a file."""
