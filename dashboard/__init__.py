"""What people see and do: pages, paper, terminal and plain HTTP. Knows no SQL."""
