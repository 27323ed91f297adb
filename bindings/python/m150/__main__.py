"""python -m m150 is the command m150."""

from .cli import main

if __name__ == "__main__":
    main()
