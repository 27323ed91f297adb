"""Connects questions, answers and municipalities.

    import m150
    kb = m150.KnowledgeBase.create("avh.m150")
    kb.load("examples/network")
    now = kb.snapshot()
    reply = now.ask("Mogen onze boa's een bodycam dragen bij horecacontroles?", asked_by="GM0355")

Records are kept in a KnowledgeBase, questions are put to a Snapshot of it. Everything that m150 raises is an m150.Error.
Ids are text, dates are datetime.date (text YYYY-MM-DD is taken as well). Licence: GPL-3.0-or-later.
"""

from ._core import (
    AgendaItem,
    Answer,
    Band,
    Connection,
    ConnectionPlan,
    Connections,
    ConnectWeights,
    Contact,
    ExpertiseOptions,
    FitWeights,
    FoundAnswer,
    IndexOptions,
    InventoryResponse,
    Knower,
    KnowledgeBase,
    LoadReport,
    Meeting,
    Membership,
    Municipality,
    Network,
    NewsItem,
    Organisation,
    Pair,
    Period,
    Problem,
    Programme,
    ProgrammeItem,
    QueryTerm,
    Question,
    Reason,
    Registration,
    Reply,
    Slot,
    Snapshot,
    Snippet,
    Speaker,
    SpeakerFit,
    Talk,
    ThesaurusOptions,
    Topic,
    Transaction,
    Unconnected,
    Unfilled,
    WorkingGroup,
    __version__,
    nobody_knows_below,
    parse_municipality_id,
    record_fields,
)
from .errors import Error, InternalError, InvalidInput, StoreError

__all__ = [
    "AgendaItem",
    "Answer",
    "Band",
    "ConnectWeights",
    "Connection",
    "ConnectionPlan",
    "Connections",
    "Contact",
    "Error",
    "ExpertiseOptions",
    "FitWeights",
    "FoundAnswer",
    "IndexOptions",
    "InternalError",
    "InvalidInput",
    "InventoryResponse",
    "Knower",
    "KnowledgeBase",
    "LoadReport",
    "Meeting",
    "Membership",
    "Municipality",
    "Network",
    "NewsItem",
    "Organisation",
    "Pair",
    "Period",
    "Problem",
    "Programme",
    "ProgrammeItem",
    "QueryTerm",
    "Question",
    "Reason",
    "Registration",
    "Reply",
    "Slot",
    "Snapshot",
    "Snippet",
    "Speaker",
    "SpeakerFit",
    "StoreError",
    "Talk",
    "ThesaurusOptions",
    "Topic",
    "Transaction",
    "Unconnected",
    "Unfilled",
    "WorkingGroup",
    "__version__",
    "nobody_knows_below",
    "parse_municipality_id",
    "record_fields",
]

# Shown and pickled under the name that people type.
for _name in __all__:
    _public = globals()[_name]
    if isinstance(_public, type):
        _public.__module__ = "m150"
del _name, _public
