#!/usr/bin/env python3
"""Make lexicon_en.tsv, the English words that are known to be spelt well.

    build_lexicon_en.py SCOWL FREQUENCIES > lexicon_en.tsv

SCOWL is the folder of word lists of that name (Debian's package scowl puts it in /usr/share/dict/scowl), FREQUENCIES
hermitdave/FrequencyWords' en_50k.txt. NOTICE.md names the licences. Taken are the lists of words up to size 60, which is what its makers advise for
checking spelling, in British and American spelling and their variants; inflected forms are in them. Left out are its lists of names and of
abbreviations, what is written with a capital or an accent that tells words apart, and the few words below that are met as names of people and hardly as words. A line has the form of lexicon_nl.tsv:

    word TAB b frequency a a a a

where frequency is a = 0, b = 1, ...: round(log2(1 + occurrences per 10 million words)). A word that FREQUENCIES does not hold gets no more than what its list says of
it: in the lists 10 to 35 it counts as once in ten million, in the others as less. Sorted by bytes; the same input gives the same output.
"""
import math
import pathlib
import re
import sys

LISTS = ("english", "british", "british_z", "american", "variant_1", "british_variant_1")
SIZES = (10, 20, 35, 40, 50, 55, 60)
WELL_KNOWN = 35
NAMES = set("benny billy dick harry jenny jerry jimmy john johnny kitty maria molly peter polly roger sally sheila teddy tom willy".split())


def words_of(scowl):
    """Word -> the smallest list that holds it."""
    found = {}
    for size in SIZES:
        for name in LISTS:
            path = pathlib.Path(scowl) / f"{name}-words.{size}"
            if not path.exists():
                continue
            for line in path.read_text(encoding="latin-1").splitlines():
                if re.fullmatch("[a-z]{2,40}", line) and line not in NAMES:
                    found.setdefault(line, size)
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sizes = words_of(sys.argv[1])
    counts = {}
    total = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        word, count = line.split()
        counts[word] = int(count)
        total += int(count)
    for word in sorted(sizes):
        rate = counts.get(word, 0) * 1e7 / total
        if word not in counts and sizes[word] <= WELL_KNOWN:
            rate = 1.0
        print(word + "\tb" + chr(ord("a") + min(25, round(math.log2(1 + rate)))) + "aaaa")


if __name__ == "__main__":
    main()
