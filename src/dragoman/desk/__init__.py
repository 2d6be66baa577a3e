"""Behind the counter of the command line: what each command does, where it writes, how it tells of progress and faults."""
