"""Lets Optuna choose parameters by half of the needs, and measures its choice on the other half.

Usage: with_optuna.py [trials]     Optuna is not needed by m150 itself: pip install optuna

Optuna proposes (ask), the library on the corpus answers (tell). Those who choose are asked in a world without the others' documents.
"""

import sys
from statistics import mean

import optuna

import m150

SEARCHED = ("ranking.neighbours", "ranking.topics", "query.part_weight", "index.b", "thesaurus.synonym_weight")
WIDEST = 4.0  # of what has no narrower range of its own


def proposed(trial: optuna.trial.BaseTrial) -> m150.KnowledgeBaseOptions:
    options = m150.KnowledgeBaseOptions()
    for one in m150.parameters():
        if one.name in SEARCHED:
            options.set(one.name, trial.suggest_float(one.name, one.low, min(one.high, WIDEST)))
    return options


def main(trials: int) -> None:
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    defaults = m150.KnowledgeBaseOptions()
    on = m150.objective("corpus", measures="nDCG@10", depth=10)
    needs = sorted(set(on.needs))
    need_of = dict(zip(on.queries, on.needs, strict=True))
    choosing = [query for query in on.queries if need_of[query] in set(needs[::2])]

    def of_the_others(options: m150.KnowledgeBaseOptions) -> float:
        return mean(value for query, value in on.values(options).items() if query not in set(choosing))

    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=1))
    study.enqueue_trial({name: defaults.get(name) for name in SEARCHED})  # the defaults first
    for _ in range(trials):
        trial = study.ask()
        study.tell(trial, on(proposed(trial), asked=choosing))

    best = proposed(optuna.trial.FixedTrial(study.best_params))
    for name in SEARCHED:
        print(f"{name} {best.get(name):.3f}")
    print(f"on the needs that chose: {study.best_value:.4f} (defaults {on(defaults, asked=choosing):.4f}), which flatters")
    print(f"on the others: {of_the_others(best):.4f} (defaults {of_the_others(defaults):.4f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
