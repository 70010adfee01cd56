"""`qcdc` as a process of its own, whatever the virtual environment's scripts folder is."""

from dashboard.cli.main import main

if __name__ == "__main__":
    main()
