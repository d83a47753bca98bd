"""What ``make bench`` measures: one module a topic, each with a function that prints its table."""
