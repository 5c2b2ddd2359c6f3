"""`python -P -m jobs.cli`: how the scheduler starts a command as a child."""

from jobs.cli import main

if __name__ == "__main__":
    main()
