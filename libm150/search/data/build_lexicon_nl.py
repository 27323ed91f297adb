#!/usr/bin/env python3
"""Make lexicon_nl.tsv, the words that the stemmer and the compound splitter know.

    build_lexicon_nl.py BASE_WORDS FREQUENCIES WORDNET BACKGROUND.jsonl.gz... > lexicon_nl.tsv

BASE_WORDS is OpenTaal's basiswoorden-gekeurd.txt, FREQUENCIES hermitdave/FrequencyWords' nl_50k.txt, WORDNET the
Open Dutch WordNet's wn-data-nld.tab (a line: synset, "nld:lemma", lemma), the background any running text (JSON lines with a "text"). NOTICE.md names the licences. A line of the outcome is

    word TAB kind frequency modifier head links senses

where kind is b (base word), v (base word that is an infinitive), n (name) or f (inflected form of a base word), and the letters are a = 0, b = 1, ... z = 25 of
  frequency   round(log2(1 + occurrences per 10 million words)), the mean of the two sources
  modifier    round(2 log2(1 + number of base words that begin with this word and go on with another))
  head        the same of the base words that end in it
  links       what stands between this word as first part and the rest: the sum of 1 (nothing), 2 (s), 4 (e) and 8 (en), each when a
              sixth of its compounds has it
  senses      what the wordnet knows the word as: the sum of 1 (noun), 2 (verb) and 4 (adjective)
A compound with several readings counts for each by its share, which expectation-maximisation settles.
Sorted by bytes; the same input gives the same output.
"""
import collections
import gzip
import json
import math
import pathlib
import re
import sys
import unicodedata

LINKS = ("", "s", "e", "en", "er", "n")
WORD = re.compile(r"[^\W\d_]+(?:'s)?")
VOWELS = "aeiouy"
PREFIXES = ("be ver ont her er mis aan achter achteruit af bij binnen bijeen door goed in klaar kwijt langs los mede mee na neer om omhoog "
            "onder op open over rond samen stil stuk tegen terug thuis toe uit vast vol voor vooruit voort vrij weer weg "
            "dicht dood gelijk gereed groot ineen leeg overeen schoon terecht uiteen voorbij").split()
SENSE_BITS = {"n": 1, "v": 2, "a": 4, "s": 4}
LINK_BITS = (("", 1), ("s", 2), ("e", 4), ("en", 8))
ROUNDS = 3  # of expectation-maximisation; the shares hardly move after the second


def fold(word):
    word = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in word if not unicodedata.combining(c))


def base_words(path):
    """Folded word -> is it a name."""
    kinds = {}
    for line in open(path, encoding="utf-8"):
        word = line.strip()
        capital = word[:1].isupper() and not word.isupper()
        word = fold(word).replace("'", "").replace("-", "")
        if re.fullmatch(r"[a-z]{2,40}", word):
            kinds[word] = kinds.get(word, True) and capital
    return kinds


def senses(path):
    """Folded word -> bits."""
    found = collections.Counter()
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            continue
        synset, _, lemma = line.rstrip("\n").split("\t")
        word = fold(lemma).replace("'", "").replace("-", "")
        found[word] |= SENSE_BITS.get(synset[-1], 0)
    return found


def occurrences(frequencies, backgrounds):
    films, texts = collections.Counter(), collections.Counter()
    for line in open(frequencies, encoding="utf-8"):
        word, count = line.split()
        films[fold(word)] += int(count)
    for path in backgrounds:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                texts.update(fold(w).replace("'s", "") for w in WORD.findall(json.loads(line)["text"]))
    rate = collections.Counter()
    for source in (films, texts):
        total = sum(source.values())
        for word, count in source.items():
            rate[word] += 0.5 * count * 1e7 / total
    return rate, {w for w, n in texts.items() if n >= 3} | {w for w, n in films.items() if n >= 50}


def verb_stem(infinitive, attested):
    """parkeren -> parkeer, handhaven -> handhaaf, leggen -> leg, leveren -> lever; None for what is no infinitive."""
    if not infinitive.endswith("en") or len(infinitive) < 5:
        return None
    stem = infinitive[:-2]
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return stem[:-1]
    stem = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    if stem[-1] in VOWELS or stem[-2] not in "aeou" or stem[-3:-2] and stem[-3] in VOWELS:
        return stem
    long = stem[:-1] + stem[-2] + stem[-1]
    if stem[-2] == "e" and re.search("[aeiouy].*e[lnmr]$", stem):  # stressed or not? what is met in texts decides
        return max((stem, long), key=lambda s: (s in attested) + (s + "t" in attested) + ("ge" + s + "d" in attested))
    return stem if re.search("[aeiouy].*(ig|ik)$", stem) else long


def infinitives(plain, attested, rate, known_as):
    """Strong verbs; base words on -en with a noun on -ing, or of which finite forms are met; prefix + such a verb; and what the
    wordnet knows as a verb and nothing else."""
    path = pathlib.Path(__file__).with_name("strong_verbs.tsv")
    strong = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    verbs = set()
    for word in plain:
        stem = verb_stem(word, attested)
        if not stem:
            continue
        if word[:-2] + "ing" in plain or word.endswith("eren") and len(word) >= 8:
            verbs.add(word)
            continue
        past = stem + ("te" if word[-3] in "tkfschpx" and word[-3] not in "vz" else "de")
        forms = [past, past + "n", "ge" + past[:-1], past[:-1]]
        if stem[-1] in "td":
            forms = [past, past + "n", "ge" + stem]
            if stem.startswith(("be", "ver", "ont", "her")):
                forms.append(stem)
        else:
            forms.append(stem + "t")
        if sum(f in attested and f not in plain for f in forms) >= 1 or "ge" + past[:-1] in plain:
            verbs.add(word)
    verbs = (verbs | {s[0] for s in strong}) & plain - {form for s in strong for form in s[1:] if form.startswith("ge")}

    def plural(word, margin, same=None):  # of a noun that is met more often: dingen, wetten, tegenslagen
        return any(known_as[b] & SENSE_BITS["n"] and rate[word] <= margin * rate[b] and b != same for b in bases_of(word) if b in plain)

    irregular = {form: s[0] for s in strong for form in s[1:]}
    prefixed = {w for w in plain - verbs for p in PREFIXES if w.startswith(p) and w[len(p):] in verbs
                and p + irregular.get(w[len(p):], "-") not in plain}  # verwezen is of verwijzen
    verbs |= {w for w in prefixed if known_as[w] & SENSE_BITS["v"] or not plural(w, 1, verb_stem(w, attested))}
    for word in plain - irregular.keys():
        if word.endswith("en") and known_as[word] == SENSE_BITS["v"] and not plural(word, 2):
            verbs.add(word)
    return verbs


def bases_of(form):
    """What a plural or an inflected adjective can be a form of."""
    for ending in ("en", "s", "n", "e", "es"):
        if form.endswith(ending) and len(form) - len(ending) >= 2:
            stem = form[: -len(ending)]
            yield stem
            if ending in ("en", "e"):
                if stem[-1] in "vz":
                    yield stem[:-1] + ("f" if stem[-1] == "v" else "s")
                    stem = stem[:-1] + ("f" if stem[-1] == "v" else "s")
                if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
                    yield stem[:-1]
                elif stem[-1] not in VOWELS and stem[-2] in "aeou":
                    yield stem[:-1] + stem[-2] + stem[-1]
    if form.endswith("heden"):
        yield form[:-4] + "id"


def readings(word, modifiers, heads):
    for at in range(3, len(word) - 2):
        head = word[at:]
        if head not in heads:
            continue
        for link in LINKS:
            if word[:at].endswith(link) and at - len(link) >= 3 and word[: at - len(link)] in modifiers:
                yield word[: at - len(link)], head, link
                break


def productivity(words, parts):
    modifiers, heads = collections.defaultdict(lambda: 1.0), collections.defaultdict(lambda: 1.0)
    links = collections.Counter()
    known = [(w, list(readings(w, parts, words))) for w in sorted(words) if len(w) >= 6]
    for _ in range(ROUNDS):
        new_modifiers, new_heads, links = collections.Counter(), collections.Counter(), collections.Counter()
        for _, found in known:
            weights = [modifiers[m] * heads[h] for m, h, _ in found]
            total = sum(weights)
            for (m, h, link), weight in zip(found, weights):
                new_modifiers[m] += weight / total
                new_heads[h] += weight / total
                links[m, link] += weight / total
        modifiers = collections.defaultdict(lambda: 0.01, new_modifiers)
        heads = collections.defaultdict(lambda: 0.01, new_heads)
    return modifiers, heads, links


def letter(value):
    return chr(ord("a") + min(25, max(0, round(value))))


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    kinds = base_words(sys.argv[1])
    rate, attested = occurrences(sys.argv[2], sys.argv[4:])
    known_as = senses(sys.argv[3])
    plain = {w for w, name in kinds.items() if not name}
    forms = {w for w in attested if re.fullmatch(r"[a-z]{3,40}", w) and w not in kinds and any(b in plain for b in bases_of(w))}
    verbs = infinitives(plain, attested, rate, known_as)
    stems = {s for s in (verb_stem(w, attested) for w in sorted(verbs)) if s and len(s) >= 3 and s not in kinds}
    forms |= stems
    modifiers, heads, links = productivity(plain, plain | forms)
    for form in sorted(forms):  # a plural heads what its singular heads
        base = max((heads[b] for b in bases_of(form) if b in plain), default=0.0)
        heads[form] = max(heads[form], base if form not in stems else 0.0)
    for word in sorted(set(kinds) | forms):
        kind = "f" if word in forms else "n" if kinds[word] else "v" if word in verbs else "b"
        print(word + "\t" + kind + letter(math.log2(1 + rate[word]))
              + letter(2 * math.log2(1 + modifiers[word])) + letter(2 * math.log2(1 + heads[word]))
              + letter(sum(bit for link, bit in LINK_BITS if links[word, link] * 6 >= max(modifiers[word], 3)))
              + letter(known_as[word]))


if __name__ == "__main__":
    main()
