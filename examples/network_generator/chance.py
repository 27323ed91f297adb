"""Reproducible chance: every purpose draws from a stream of its own, so that changing one file leaves the others as
they are. Only Random.random() is used, whose sequence Python promises to keep; no logarithms or powers, whose last
bit may differ between machines."""
import datetime
import random


# (month, day) on which no office works: New Year, King's Day, Christmas, and the days up to New Year.
CLOSED = {(1, 1), (4, 27)} | {(12, day) for day in range(25, 32)}


def is_workday(day):
    return day.weekday() < 5 and (day.month, day.day) not in CLOSED


class Chance:
    def __init__(self, seed, purpose):
        self._random = random.Random(f"{seed}:{purpose}")

    def unit(self):
        """Uniform in [0, 1)."""
        return self._random.random()

    def yes(self, probability):
        return self.unit() < probability

    def whole(self, low, high):
        """A whole number from low up to and including high."""
        return low + int(self.unit() * (high - low + 1))

    def bell(self):
        """About normal: mean 0, variance 1 (Irwin-Hall of 12)."""
        return sum(self.unit() for _ in range(12)) - 6.0

    def pick(self, items, weight=lambda item: 1.0):
        """One of the items, with odds in proportion to its weight; None when all weigh nothing."""
        weights = [weight(item) for item in items]
        left = self.unit() * sum(weights)
        chosen = None
        for item, share in zip(items, weights):
            if share <= 0:
                continue
            chosen = item
            left -= share
            if left < 0:
                break
        return chosen

    def several(self, items, count, weight=lambda item: 1.0):
        """Up to count different items, in the order drawn."""
        pool, drawn = list(items), []
        while pool and len(drawn) < count:
            item = self.pick(pool, weight)
            if item is None:
                break
            pool.remove(item)
            drawn.append(item)
        return drawn

    def workday(self, first, last, growth=0.0):
        """A workday from first to last; with growth g the last days are 1 + g times as likely as the first."""
        days = (last - first).days
        while True:
            share = self.unit()
            if self.unit() * (1.0 + growth) > 1.0 + growth * share:
                continue
            day = first + datetime.timedelta(days=int(share * (days + 1)))
            if is_workday(day):
                return day
