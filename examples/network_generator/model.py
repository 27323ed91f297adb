"""The planted truth: who really knows what, and who really needs what. Records are drawn from it, with noise; how
well a matcher finds it back can therefore be measured.

For every participant m and every topic t of the corpus there is a latent score
    expertise  x = 1.2 urban_t u_m + 1.2 size_t z_m + 0.5 (mean of the neighbours' luck) + 0.3 (luck on related topics) + luck
    demand     y = 0.8 urban_t u_m + 0.5 (mean of the neighbours' worry) + worry
with u_m the urbanity from -1 (rural) to 1, z_m the rank by inhabitants from -1 to 1, and luck and worry about
standard normal. By topic, the best 4 % get level 3, the next 9 % level 2, the next 17 % level 1; demand likewise
5, 10 and 15 % of those that have expertise below 2. Activity (how readily one asks and answers) is drawn apart."""
from chance import Chance

EXPERTISE_SHARES = [(3, 0.04), (2, 0.09), (1, 0.17)]
DEMAND_SHARES = [(3, 0.05), (2, 0.10), (1, 0.15)]


class World:
    def __init__(self, seed, municipalities, networks, topics, topic_ids, planted):
        living = {m["id"]: m for m in municipalities if not m.get("valid_to")}
        self.municipalities = living
        self.topics = topic_ids
        self.g40 = {x["municipality"] for n in networks if n["id"] == "G40" for x in n["members"]}
        band = next(n for n in networks if n["id"] == "M150")["bands"][0]
        self.m150 = {i for i, m in living.items() if band["at_least"] <= m["inhabitants"][2023] <= band["at_most"]}
        self.participants = sorted(self.m150 | self.g40)
        by_size = sorted(self.participants, key=lambda i: (living[i]["inhabitants"][2023], i))
        last = len(by_size) - 1
        self.size = {i: 2.0 * rank / last - 1.0 for rank, i in enumerate(by_size)}
        self.neighbours = {i: [n for n in living[i]["neighbours"] if n in self.size] for i in self.participants}
        chance = Chance(seed, "activity")
        self.activity = {i: 0.3 + 0.4 * (1.0 + self.size[i]) + 2.0 * chance.unit() * chance.unit() for i in self.participants}
        nature = {t["id"]: t for t in topics}
        self.expertise = self._expertise(seed, nature)
        self.demand = self._demand(seed, nature)
        for i, levels in planted.items():
            self.activity[i] = levels.get("activity", self.activity[i])
            for t in topic_ids:
                self.expertise[i][t] = levels["expertise"].get(t, 0)
                self.demand[i][t] = levels["demand"].get(t, 0)

    def _urban(self, i):
        return (3 - self.municipalities[i]["urbanity"]) / 2

    def _spread(self, luck, i, t):
        near = self.neighbours[i]
        return sum(luck[n][t] for n in near) / len(near) if near else 0.0

    def _draw(self, seed, purpose):
        chance = Chance(seed, purpose)
        return {i: {t: chance.bell() for t in self.topics} for i in self.participants}

    def _levels(self, candidates, score, shares):
        order = sorted(candidates, key=lambda i: (-score[i], i))
        levels, at = {}, 0
        for level, share in shares:
            for i in order[at:at + round(share * len(self.participants))]:
                levels[i] = level
            at += round(share * len(self.participants))
        return levels

    def _expertise(self, seed, nature):
        luck = self._draw(seed, "expertise")
        result = {i: {} for i in self.participants}
        for t in self.topics:
            related = [r for r in nature[t]["related"] if r in self.topics]
            score = {}
            for i in self.participants:
                kin = sum(luck[i][r] for r in related) / len(related) if related else 0.0
                score[i] = (1.2 * nature[t]["urban"] * self._urban(i) + 1.2 * nature[t]["size"] * self.size[i] +
                            0.5 * self._spread(luck, i, t) + 0.3 * kin + luck[i][t])
            levels = self._levels(self.participants, score, EXPERTISE_SHARES)
            for i in self.participants:
                result[i][t] = levels.get(i, 0)
        return result

    def _demand(self, seed, nature):
        worry = self._draw(seed, "demand")
        result = {i: {} for i in self.participants}
        for t in self.topics:
            score = {i: 0.8 * nature[t]["urban"] * self._urban(i) + 0.5 * self._spread(worry, i, t) + worry[i][t]
                     for i in self.participants}
            able = [i for i in self.participants if self.expertise[i][t] < 2]
            levels = self._levels(able, score, DEMAND_SHARES)
            for i in self.participants:
                result[i][t] = levels.get(i, 0)
        return result

    def near(self, a, b):
        """2 for neighbours, 1 in the same safety region, else 0."""
        if b in self.municipalities[a]["neighbours"]:
            return 2
        return int(self.municipalities[a]["safety_region"] == self.municipalities[b]["safety_region"])

    def guides(self, learner, limit=5):
        """The participants that know most of what the learner needs: sum over topics of demand x expertise / 9."""
        found = []
        for guide in self.participants:
            shared = [t for t in self.topics if self.demand[learner][t] > 0 and self.expertise[guide][t] >= 2]
            value = sum(self.demand[learner][t] * self.expertise[guide][t] for t in shared)
            if guide != learner and value > 0:
                found.append((-value, guide, shared))
        return [{"guide": guide, "topics": shared, "value": round(-value / 9, 4)} for value, guide, shared in sorted(found)[:limit]]

    def truth(self):
        def shown(levels):
            return {i: {t: n for t, n in levels[i].items() if n} for i in self.participants}
        return {"expertise": shown(self.expertise), "demand": shown(self.demand),
                "connections": {i: self.guides(i) for i in sorted(self.m150)}}
