# Made by make_stubs.py; do not edit.
"""
The compiled half of m150; import m150 instead.
"""
from __future__ import annotations
import collections.abc
import datetime
import numpy
import numpy.typing
import os
import pandas
import pathlib
import typing
__all__: list[str] = ['AgendaItem', 'AgendaProposal', 'AnalysisOptions', 'Answer', 'AssumedCrossing', 'Band', 'Broker', 'Brokers', 'ClosingProposal', 'ConfidenceOptions', 'ConnectWeights', 'Connection', 'ConnectionPlan', 'Connections', 'Contact', 'EditedPlan', 'EmbeddingsInfo', 'ExpertiseOptions', 'FitWeights', 'FittedKnowers', 'FoundAnswer', 'GapMap', 'GapWeights', 'Gaps', 'GroupMember', 'GroupTopic', 'HostProposal', 'HostRanking', 'IndexOptions', 'Introduction', 'InventoryResponse', 'JoinProposal', 'Knower', 'KnowerOptions', 'KnowledgeBase', 'KnowledgeBaseOptions', 'LoadPlan', 'LoadReport', 'LockPrice', 'LoneTopic', 'Meeting', 'MeetingImport', 'MeetingPlan', 'MeetingTable', 'Membership', 'Milestone', 'Municipality', 'MunicipalityLoad', 'Network', 'NetworkTie', 'NewsItem', 'Organisation', 'Outcome', 'OutcomeFigures', 'Pair', 'Parameter', 'Pause', 'Period', 'PlanDiff', 'Problem', 'Programme', 'ProgrammeItem', 'ProposedAgenda', 'ProposedGroup', 'ProposedItem', 'QueryNote', 'QueryOptions', 'QueryTerm', 'Question', 'QuestionBurst', 'QuestionWithoutAnswer', 'RankingOptions', 'Reason', 'Recalibrated', 'Recalibration', 'RecordedOutcome', 'Region', 'RegionPlan', 'Registration', 'Reply', 'RestingTopic', 'RulePrices', 'SeatWeights', 'SeatingPlan', 'SemanticOptions', 'SharedQuestion', 'Slot', 'Snapshot', 'Snippet', 'SpaceInfo', 'Speaker', 'SpeakerFit', 'SpellingOptions', 'SplitArea', 'Talk', 'TestObjective', 'ThesaurusOptions', 'Topic', 'TopicGap', 'TopicWithoutSupply', 'Transaction', 'Unconnected', 'Understood', 'Unfilled', 'VerdictOptions', 'VocabularyEntry', 'VocabularyOptions', 'WorkingGroup', 'WorkingGroupProposals', 'WorkingGroupWeights', 'ablate_system', 'compare_systems', 'evaluate_systems', 'nobody_knows_of', 'parameters', 'parse_municipality_id', 'pybind11_version', 'record_fields']
class Problem:
    """
    One thing that is wrong, in the four parts a person needs. Any part but `what` may be empty.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> tuple[str, str, str, str]:
        ...
    def __init__(self, *, where: str = '', what: str, expected: str = '', advice: str = '') -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[typing.Any, ...]) -> None:
        ...
    def __str__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The four parts by name.
        """
    @property
    def advice(self) -> str:
        """
        What to do about it.
        """
    @property
    def expected(self) -> str:
        """
        What was expected there.
        """
    @property
    def what(self) -> str:
        """
        What is wrong.
        """
    @property
    def where(self) -> str:
        """
        Where it is: 'questions.csv:12:4', 'question v-1, field date', ...
        """
class Band:
    """
    Every municipality with so many inhabitants is a member of the network, for a period.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Band:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Band:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Band:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, at_least: int, at_most: int | None = None, from_: datetime.date | str | None = None, to: datetime.date | str | None = None) -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Band:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    @property
    def at_least(self) -> int:
        """
        Smallest number of inhabitants.
        """
    @property
    def at_most(self) -> int | None:
        """
        Largest number of inhabitants; None: no limit.
        """
    @property
    def from_(self) -> datetime.date | None:
        """
        First day; None: always was.
        """
    @property
    def to(self) -> datetime.date | None:
        """
        Last day; None: still is.
        """
class Membership:
    """
    One municipality that is a member of the network, or is not although a band says so.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Membership:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Membership:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Membership:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, municipality: str, excluded: bool = False, from_: datetime.date | str | None = None, to: datetime.date | str | None = None) -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Membership:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    @property
    def excluded(self) -> bool:
        """
        True: not a member, whatever the bands say.
        """
    @property
    def from_(self) -> datetime.date | None:
        """
        First day; None: always was.
        """
    @property
    def municipality(self) -> str:
        """
        Code of the municipality.
        """
    @property
    def to(self) -> datetime.date | None:
        """
        Last day; None: still is.
        """
class AgendaItem:
    """
    One item of a meeting's agenda.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> AgendaItem:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> AgendaItem:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> AgendaItem:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, title: str, text: str = '', topics: collections.abc.Sequence[str] = (), minutes: int = 30, speakers_at_least: int = 1, speakers_at_most: int = 1) -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> AgendaItem:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    @property
    def id(self) -> str:
        """
        Id, unique in its agenda.
        """
    @property
    def minutes(self) -> int:
        """
        Length in minutes.
        """
    @property
    def speakers_at_least(self) -> int:
        """
        Fewest speakers it needs.
        """
    @property
    def speakers_at_most(self) -> int:
        """
        Most speakers it takes.
        """
    @property
    def text(self) -> str:
        """
        What it is about; may be empty.
        """
    @property
    def title(self) -> str:
        """
        One line.
        """
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics it is about.
        """
class Registration:
    """
    A municipality's registration (aanmelding) for a meeting.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Registration:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Registration:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Registration:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, municipality: str, people: int = 1, wishes: collections.abc.Sequence[str] = (), attended: bool | None = None) -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Registration:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    @property
    def attended(self) -> bool | None:
        """
        Whether it was there; None: not known (yet).
        """
    @property
    def municipality(self) -> str:
        """
        Code of the municipality.
        """
    @property
    def people(self) -> int:
        """
        How many come.
        """
    @property
    def wishes(self) -> tuple[str, ...]:
        """
        Ids of the topics it wants to talk about, most wanted first.
        """
class Period:
    """
    From a day up to and including another.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Period:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Period:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Period:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, from_: datetime.date | str, to: datetime.date | str) -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Period:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    @property
    def from_(self) -> datetime.date:
        """
        First day.
        """
    @property
    def to(self) -> datetime.date:
        """
        Last day.
        """
class Talk:
    """
    A talk that a speaker gave.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Talk:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Talk:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Talk:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, date: datetime.date | str, title: str, topics: collections.abc.Sequence[str] = (), meeting: str | None = None, rating: float | None = None) -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Talk:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    @property
    def date(self) -> datetime.date:
        """
        Day of the talk.
        """
    @property
    def meeting(self) -> str | None:
        """
        Id of the meeting; None: elsewhere.
        """
    @property
    def rating(self) -> float | None:
        """
        Mean of the listeners' ratings, 1 to 5; None: not rated.
        """
    @property
    def title(self) -> str:
        """
        One line.
        """
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics it is about.
        """
class Milestone:
    """
    A step of a working group on its way.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Milestone:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Milestone:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Milestone:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, date: datetime.date | str, text: str) -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Milestone:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    @property
    def date(self) -> datetime.date:
        """
        Day of the step.
        """
    @property
    def text(self) -> str:
        """
        What was done.
        """
class Municipality:
    """
    A gemeente: the unit that asks, answers and is connected.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Municipality:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Municipality:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Municipality:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, name: str, province: str = '', safety_region: str = '', inhabitants: collections.abc.Mapping[int, int] = ..., latitude: float | None = None, longitude: float | None = None, urbanity: int | None = None, area_km2: float | None = None, neighbours: collections.abc.Sequence[str] = (), crossings: collections.abc.Sequence[str] = (), valid_from: datetime.date | str | None = None, valid_to: datetime.date | str | None = None, successor: str | None = None, audience: str = 'public', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def exists_on(self, day: datetime.date | str) -> bool:
        """
        Whether the municipality exists on that day.
        """
    def inhabitants_in(self, year: int) -> int | None:
        """
        Inhabitants on 1 January of the year, or of the nearest year that is known (the earlier of two equally near); None when no year is.
        """
    def replaced(self, **changes: typing.Any) -> Municipality:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def area_km2(self) -> float | None:
        """
        Land area in square kilometres.
        """
    @area_km2.setter
    def area_km2(self, arg1: float | None) -> None:
        ...
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def crossings(self) -> tuple[str, ...]:
        """
        Codes of the municipalities that a ferry or a tunnel leads to, where there is no border; one side is enough.
        """
    @crossings.setter
    def crossings(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def id(self) -> str:
        """
        CBS code in the form GM0355; also taken: gm0355, 0355, 355 and the TOOI URI.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def inhabitants(self) -> collections.abc.Mapping[int, int]:
        """
        Inhabitants on 1 January, by year.
        """
    @inhabitants.setter
    def inhabitants(self, arg1: collections.abc.Mapping[int, int]) -> None:
        ...
    @property
    def latitude(self) -> float | None:
        """
        Of the land centroid, degrees north (WGS 84).
        """
    @latitude.setter
    def latitude(self, arg1: float | None) -> None:
        ...
    @property
    def longitude(self) -> float | None:
        """
        Of the land centroid, degrees east (WGS 84).
        """
    @longitude.setter
    def longitude(self, arg1: float | None) -> None:
        ...
    @property
    def name(self) -> str:
        """
        Official name.
        """
    @name.setter
    def name(self, arg1: str) -> None:
        ...
    @property
    def neighbours(self) -> tuple[str, ...]:
        """
        Codes of the municipalities that share a border.
        """
    @neighbours.setter
    def neighbours(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def province(self) -> str:
        """
        Name of the province.
        """
    @province.setter
    def province(self, arg1: str) -> None:
        ...
    @property
    def safety_region(self) -> str:
        """
        Veiligheidsregio, by name.
        """
    @safety_region.setter
    def safety_region(self, arg1: str) -> None:
        ...
    @property
    def successor(self) -> str | None:
        """
        Code of the municipality that took over when it merged.
        """
    @successor.setter
    def successor(self, arg1: str | None) -> None:
        ...
    @property
    def urbanity(self) -> int | None:
        """
        Stedelijkheidsklasse of CBS: 1 (very urban) to 5 (rural).
        """
    @urbanity.setter
    def urbanity(self, arg1: int | None) -> None:
        ...
    @property
    def valid_from(self) -> datetime.date | None:
        """
        First day of existence; None: before all records.
        """
    @valid_from.setter
    def valid_from(self, arg1: datetime.date | str | None) -> None:
        ...
    @property
    def valid_to(self) -> datetime.date | None:
        """
        Last day of existence; None: still exists.
        """
    @valid_to.setter
    def valid_to(self, arg1: datetime.date | str | None) -> None:
        ...
class Network:
    """
    A network of municipalities: bands of inhabitants and explicit members, both dated.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Network:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Network:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Network:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, name: str, bands: collections.abc.Sequence[Band] = (), members: collections.abc.Sequence[Membership] = (), audience: str = 'public', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def has_member(self, municipality: Municipality, day: datetime.date | str) -> bool:
        """
        Whether the municipality exists and is a member on that day: an exclusion wins over an explicit membership, which wins over the bands.
        """
    def replaced(self, **changes: typing.Any) -> Network:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def bands(self) -> tuple[Band, ...]:
        """
        Bands of inhabitants; being in one of them makes a member.
        """
    @bands.setter
    def bands(self, arg1: collections.abc.Sequence[Band]) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def members(self) -> tuple[Membership, ...]:
        """
        Explicit members and exclusions; they win over the bands.
        """
    @members.setter
    def members(self, arg1: collections.abc.Sequence[Membership]) -> None:
        ...
    @property
    def name(self) -> str:
        """
        Name in full.
        """
    @name.setter
    def name(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
class Organisation:
    """
    An organisation that the networks work with: VNG, CCV, a ministry.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Organisation:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Organisation:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Organisation:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, name: str, kind: str = '', url: str = '', audience: str = 'public', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Organisation:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def kind(self) -> str:
        """
        Free text: 'koepel', 'kenniscentrum', ...
        """
    @kind.setter
    def kind(self, arg1: str) -> None:
        ...
    @property
    def name(self) -> str:
        """
        Name in full.
        """
    @name.setter
    def name(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def url(self) -> str:
        """
        Web address; may be empty.
        """
    @url.setter
    def url(self, arg1: str) -> None:
        ...
class Topic:
    """
    A topic (onderwerp), in SKOS's terms.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Topic:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Topic:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Topic:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, preferred_label: str, alternative_labels: collections.abc.Sequence[str] = (), broader: collections.abc.Sequence[str] = (), related: collections.abc.Sequence[str] = (), definition: str = '', audience: str = 'public', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Topic:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def alternative_labels(self) -> tuple[str, ...]:
        """
        skos:altLabel; abbreviations included. Questions are found by these too.
        """
    @alternative_labels.setter
    def alternative_labels(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def broader(self) -> tuple[str, ...]:
        """
        skos:broader: ids of wider topics.
        """
    @broader.setter
    def broader(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def definition(self) -> str:
        """
        skos:definition; may be empty.
        """
    @definition.setter
    def definition(self, arg1: str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def preferred_label(self) -> str:
        """
        skos:prefLabel.
        """
    @preferred_label.setter
    def preferred_label(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def related(self) -> tuple[str, ...]:
        """
        skos:related: ids; one side is enough.
        """
    @related.setter
    def related(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
class VocabularyEntry:
    """
    A word that stands for others, kept by hand. The entries of a term take the place of what the library's own table says of it.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> VocabularyEntry:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> VocabularyEntry:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> VocabularyEntry:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, term: str, means: collections.abc.Sequence[str] = (), kind: str = 'synonym', context: collections.abc.Sequence[str] = (), audience: str = 'public', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> VocabularyEntry:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def context(self) -> tuple[str, ...]:
        """
        Words that speak for this meaning: 'agressie', 'nazorg'.
        """
    @context.setter
    def context(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def kind(self) -> str:
        """
        'abbreviation' (several entries of a term are several meanings, and context picks one; the meaning finds the abbreviation too) or 'synonym' (one way).
        """
    @kind.setter
    def kind(self, arg1: str) -> None:
        ...
    @property
    def means(self) -> tuple[str, ...]:
        """
        Ways to say what it means: 'bedrijfsopvangteam', 'opvangteam'. Empty: the term is taken out.
        """
    @means.setter
    def means(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def term(self) -> str:
        """
        The word or words that people say: 'BOT', 'vuilnis bijzetten'.
        """
    @term.setter
    def term(self, arg1: str) -> None:
        ...
class Question:
    """
    A question of a municipality, or a published one of nobody in particular. With its answers it is a VAC.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Question:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Question:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Question:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, asked_by: str | None = None, date: datetime.date | str, title: str = '', text: str = '', topics: collections.abc.Sequence[str] = (), keywords: collections.abc.Sequence[str] = (), target_group: str = '', audience: str = 'all-networks', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Question:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def asked_by(self) -> str | None:
        """
        Code of the municipality that asked; None: nobody in particular.
        """
    @asked_by.setter
    def asked_by(self, arg1: str | None) -> None:
        ...
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def date(self) -> datetime.date:
        """
        Day on which it was asked.
        """
    @date.setter
    def date(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def keywords(self) -> tuple[str, ...]:
        """
        Trefwoorden, as given.
        """
    @keywords.setter
    def keywords(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def target_group(self) -> str:
        """
        Doelgroep, as given; may be empty.
        """
    @target_group.setter
    def target_group(self, arg1: str) -> None:
        ...
    @property
    def text(self) -> str:
        """
        The question itself.
        """
    @text.setter
    def text(self, arg1: str) -> None:
        ...
    @property
    def title(self) -> str:
        """
        One line; title or text may be empty, not both.
        """
    @title.setter
    def title(self, arg1: str) -> None:
        ...
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics it is about.
        """
    @topics.setter
    def topics(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
class Answer:
    """
    An answer to a question, by one municipality or one organisation.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Answer:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Answer:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Answer:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, question: str, by: str | None = None, by_organisation: str | None = None, date: datetime.date | str, text: str, accepted: bool = False, status: str = 'current', audience: str = 'all-networks', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Answer:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def accepted(self) -> bool:
        """
        Whether the asker said that this was it.
        """
    @accepted.setter
    def accepted(self, arg1: bool) -> None:
        ...
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def by(self) -> str | None:
        """
        Code of the municipality that answered. Exactly one of by and by_organisation is given.
        """
    @by.setter
    def by(self, arg1: str | None) -> None:
        ...
    @property
    def by_organisation(self) -> str | None:
        """
        Id of the organisation that answered.
        """
    @by_organisation.setter
    def by_organisation(self, arg1: str | None) -> None:
        ...
    @property
    def date(self) -> datetime.date:
        """
        Day of the answer, not before the question's.
        """
    @date.setter
    def date(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def question(self) -> str:
        """
        Id of the question.
        """
    @question.setter
    def question(self, arg1: str) -> None:
        ...
    @property
    def status(self) -> str:
        """
        'current' or 'outdated' (niet meer actueel).
        """
    @status.setter
    def status(self, arg1: str) -> None:
        ...
    @property
    def text(self) -> str:
        """
        The answer itself.
        """
    @text.setter
    def text(self, arg1: str) -> None:
        ...
class InventoryResponse:
    """
    One line of an inventory: what a municipality needs and offers on a topic.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> InventoryResponse:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> InventoryResponse:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> InventoryResponse:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, municipality: str, topic: str, needs: int = 0, offers: int = 0, date: datetime.date | str, remark: str = '', audience: str = 'all-networks', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> InventoryResponse:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def date(self) -> datetime.date:
        """
        Day of the response; a later one on the same topic replaces it in what is concluded.
        """
    @date.setter
    def date(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def municipality(self) -> str:
        """
        Code of the municipality.
        """
    @municipality.setter
    def municipality(self, arg1: str) -> None:
        ...
    @property
    def needs(self) -> int:
        """
        0 none, 1 some, 2 clear, 3 urgent.
        """
    @needs.setter
    def needs(self, arg1: int) -> None:
        ...
    @property
    def offers(self) -> int:
        """
        0 none, 1 can say something, 2 has experience, 3 can help others.
        """
    @offers.setter
    def offers(self, arg1: int) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def remark(self) -> str:
        """
        Free text; may be empty.
        """
    @remark.setter
    def remark(self, arg1: str) -> None:
        ...
    @property
    def topic(self) -> str:
        """
        Id of the topic.
        """
    @topic.setter
    def topic(self, arg1: str) -> None:
        ...
class NewsItem:
    """
    An actualiteit.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> NewsItem:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> NewsItem:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> NewsItem:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, date: datetime.date | str, organisation: str | None = None, title: str, text: str = '', topics: collections.abc.Sequence[str] = (), url: str = '', audience: str = 'public', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> NewsItem:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def date(self) -> datetime.date:
        """
        Day of publication.
        """
    @date.setter
    def date(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def organisation(self) -> str | None:
        """
        Id of the organisation that published it; None: unknown.
        """
    @organisation.setter
    def organisation(self, arg1: str | None) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def text(self) -> str:
        """
        The text; may be empty.
        """
    @text.setter
    def text(self, arg1: str) -> None:
        ...
    @property
    def title(self) -> str:
        """
        One line.
        """
    @title.setter
    def title(self, arg1: str) -> None:
        ...
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics it is about.
        """
    @topics.setter
    def topics(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def url(self) -> str:
        """
        Web address; may be empty.
        """
    @url.setter
    def url(self, arg1: str) -> None:
        ...
class Meeting:
    """
    A meeting (bijeenkomst) with its agenda and registrations.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Meeting:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Meeting:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Meeting:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, title: str, kind: str = 'national', network: str, date: datetime.date | str, online: bool = False, host: str | None = None, agenda: collections.abc.Sequence[AgendaItem] = (), registrations: collections.abc.Sequence[Registration] = (), audience: str = 'all-networks', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Meeting:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """
        Its items, in order.
        """
    @agenda.setter
    def agenda(self, arg1: collections.abc.Sequence[AgendaItem]) -> None:
        ...
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def date(self) -> datetime.date:
        """
        Day of the meeting.
        """
    @date.setter
    def date(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def host(self) -> str | None:
        """
        Code of the municipality where it is held; None: online, or not known yet.
        """
    @host.setter
    def host(self, arg1: str | None) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def kind(self) -> str:
        """
        'national' or 'regional'.
        """
    @kind.setter
    def kind(self, arg1: str) -> None:
        ...
    @property
    def network(self) -> str:
        """
        Id of the network whose meeting it is.
        """
    @network.setter
    def network(self, arg1: str) -> None:
        ...
    @property
    def online(self) -> bool:
        """
        Whether it is held online.
        """
    @online.setter
    def online(self, arg1: bool) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def registrations(self) -> tuple[Registration, ...]:
        """
        Who comes.
        """
    @registrations.setter
    def registrations(self, arg1: collections.abc.Sequence[Registration]) -> None:
        ...
    @property
    def title(self) -> str:
        """
        One line.
        """
    @title.setter
    def title(self, arg1: str) -> None:
        ...
class Speaker:
    """
    A speaker: an opaque id with a role. No name of a person is asked for or kept.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Speaker:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Speaker:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Speaker:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, role: str, organisation: str | None = None, municipality: str | None = None, profile: str = '', topics: collections.abc.Sequence[str] = (), talks: collections.abc.Sequence[Talk] = (), availability: collections.abc.Sequence[Period] = (), audience: str = 'avh', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Speaker:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def availability(self) -> tuple[Period, ...]:
        """
        Periods in which the speaker can come; empty: always.
        """
    @availability.setter
    def availability(self, arg1: collections.abc.Sequence[Period]) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def municipality(self) -> str | None:
        """
        Code of the municipality.
        """
    @municipality.setter
    def municipality(self, arg1: str | None) -> None:
        ...
    @property
    def organisation(self) -> str | None:
        """
        Id of the organisation; at most one of organisation and municipality.
        """
    @organisation.setter
    def organisation(self, arg1: str | None) -> None:
        ...
    @property
    def profile(self) -> str:
        """
        What the speaker can tell about, free text.
        """
    @profile.setter
    def profile(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def role(self) -> str:
        """
        'teamleider handhaving', 'beleidsadviseur', ...
        """
    @role.setter
    def role(self, arg1: str) -> None:
        ...
    @property
    def talks(self) -> tuple[Talk, ...]:
        """
        Talks given before.
        """
    @talks.setter
    def talks(self, arg1: collections.abc.Sequence[Talk]) -> None:
        ...
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics the speaker speaks on.
        """
    @topics.setter
    def topics(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
class Contact:
    """
    Two municipalities that were brought into contact.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Contact:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Contact:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Contact:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, from_: str, to: str, date: datetime.date | str, topics: collections.abc.Sequence[str] = (), outcome: str = 'unknown', audience: str = 'avh', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Contact:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def date(self) -> datetime.date:
        """
        Day of the contact.
        """
    @date.setter
    def date(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def from_(self) -> str:
        """
        Code of the municipality that sought help.
        """
    @from_.setter
    def from_(self, arg1: str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def outcome(self) -> str:
        """
        'unknown', 'helpful', 'not-helpful' or 'declined'.
        """
    @outcome.setter
    def outcome(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def to(self) -> str:
        """
        Code of the municipality that was asked; not the same.
        """
    @to.setter
    def to(self, arg1: str) -> None:
        ...
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics it is about.
        """
    @topics.setter
    def topics(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
class WorkingGroup:
    """
    Municipalities that work on a topic together for a period.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> WorkingGroup:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> WorkingGroup:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> WorkingGroup:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, name: str, topics: collections.abc.Sequence[str], members: collections.abc.Sequence[str] = (), chair: str | None = None, from_: datetime.date | str, to: datetime.date | str | None = None, milestones: collections.abc.Sequence[Milestone] = (), delivered: str = '', audience: str = 'all-networks', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> WorkingGroup:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def chair(self) -> str | None:
        """
        Code of the municipality that runs it; None: nobody in particular.
        """
    @chair.setter
    def chair(self, arg1: str | None) -> None:
        ...
    @property
    def delivered(self) -> str:
        """
        What it left behind when it ended; only with `to`.
        """
    @delivered.setter
    def delivered(self, arg1: str) -> None:
        ...
    @property
    def from_(self) -> datetime.date:
        """
        First day.
        """
    @from_.setter
    def from_(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def members(self) -> tuple[str, ...]:
        """
        Codes of the members, the chair included.
        """
    @members.setter
    def members(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """
        Steps on its way, in its days.
        """
    @milestones.setter
    def milestones(self, arg1: collections.abc.Sequence[Milestone]) -> None:
        ...
    @property
    def name(self) -> str:
        """
        Name in full.
        """
    @name.setter
    def name(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def to(self) -> datetime.date | None:
        """
        Last day; None: still runs.
        """
    @to.setter
    def to(self, arg1: datetime.date | str | None) -> None:
        ...
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics it is about.
        """
    @topics.setter
    def topics(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
class Outcome:
    """
    What became of a question that was put to the base or to AVH.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Outcome:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Outcome:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Outcome:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, question: str | None = None, asked_by: str | None = None, asked: datetime.date | str, date: datetime.date | str, topics: collections.abc.Sequence[str] = (), kind: str, pair: str | None = None, municipality: str | None = None, helpful: bool | None = None, confidence: float | None = None, audience: str = 'avh', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Outcome:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def asked(self) -> datetime.date:
        """
        Day on which it was asked.
        """
    @asked.setter
    def asked(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def asked_by(self) -> str | None:
        """
        Code of the municipality that asked; None: not known.
        """
    @asked_by.setter
    def asked_by(self, arg1: str | None) -> None:
        ...
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def confidence(self) -> float | None:
        """
        What the base had said of its own answers (Reply.confidence), 0..1.
        """
    @confidence.setter
    def confidence(self, arg1: float | None) -> None:
        ...
    @property
    def date(self) -> datetime.date:
        """
        Day on which it was known what became of it, not before `asked`.
        """
    @date.setter
    def date(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def helpful(self) -> bool | None:
        """
        Whether it helped; None: nobody said.
        """
    @helpful.setter
    def helpful(self, arg1: bool | None) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def kind(self) -> str:
        """
        'answered-by-base', 'passed-on' (to a municipality that took it up), 'contacted', 'declined' or 'no-answer'.
        """
    @kind.setter
    def kind(self, arg1: str) -> None:
        ...
    @property
    def municipality(self) -> str | None:
        """
        Code of the municipality that was asked; passed-on, contacted and declined only.
        """
    @municipality.setter
    def municipality(self, arg1: str | None) -> None:
        ...
    @property
    def pair(self) -> str | None:
        """
        Id of the question whose answers were there; answered-by-base only.
        """
    @pair.setter
    def pair(self, arg1: str | None) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def question(self) -> str | None:
        """
        Id of the question, when it is stored.
        """
    @question.setter
    def question(self, arg1: str | None) -> None:
        ...
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics it is about.
        """
    @topics.setter
    def topics(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
class Pause:
    """
    A municipality that asked not to be recommended: an opt-out, or a pause when it ends.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_dict(fields: dict[str, typing.Any]) -> Pause:
        """
        The record that to_dict() gave. InvalidInput for unknown fields, missing ones and values that cannot be read.
        """
    def __copy__(self) -> Pause:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Pause:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> dict[str, typing.Any]:
        ...
    def __init__(self, *, id: str, municipality: str, topics: collections.abc.Sequence[str] = (), from_: datetime.date | str, to: datetime.date | str | None = None, audience: str = 'avh', provenance: str = '') -> None:
        """
        Takes every field by keyword. InvalidInput lists every value that cannot be read.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: dict[str, typing.Any]) -> None:
        ...
    def replaced(self, **changes: typing.Any) -> Pause:
        """
        A copy with the fields given by keyword changed.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        All fields as plain values that json.dumps takes: dates are text YYYY-MM-DD, parts are dicts, from_ is 'from'.
        """
    def validate(self) -> list[Problem]:
        """
        Everything that is wrong with the record by itself; empty when nothing is. Whether what it refers to exists is checked when it is added.
        """
    @property
    def audience(self) -> str:
        """
        Who may see it: 'public', 'all-networks', 'network:M150', 'members:GM0355+GM0307' or 'avh'. The parties to it do too; an answer is seen only with its question.
        """
    @audience.setter
    def audience(self, arg1: str) -> None:
        ...
    @property
    def from_(self) -> datetime.date:
        """
        First day.
        """
    @from_.setter
    def from_(self, arg1: datetime.date | str) -> None:
        ...
    @property
    def id(self) -> str:
        """
        Id: opaque text of 1 to 128 bytes, unique among the records of its type.
        """
    @id.setter
    def id(self, arg1: str) -> None:
        ...
    @property
    def municipality(self) -> str:
        """
        Code of the municipality.
        """
    @municipality.setter
    def municipality(self, arg1: str) -> None:
        ...
    @property
    def provenance(self) -> str:
        """
        Where it came from, with 'synthetic: ' before it when nobody in the real world said or did this.
        """
    @provenance.setter
    def provenance(self, arg1: str) -> None:
        ...
    @property
    def to(self) -> datetime.date | None:
        """
        Last day; None: until further notice.
        """
    @to.setter
    def to(self, arg1: datetime.date | str | None) -> None:
        ...
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics on which; empty: on anything.
        """
    @topics.setter
    def topics(self, arg1: collections.abc.Sequence[str]) -> None:
        ...
class GapWeights:
    """
    What raises a topic in a gap map; all but news are times the mean demand of the members.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> GapWeights:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> GapWeights:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, needs: float = 1.0, growth: float = 0.5, open: float = 0.5, burst: float = 0.5, untreated: float = 0.5, scarce: float = 0.5, news: float = 0.1, untreated_days: float = 365.0, news_days: float = 90.0) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def burst(self) -> float:
        """
        A burst of questions that still runs.
        """
    @burst.setter
    def burst(self, arg1: float) -> None:
        ...
    @property
    def growth(self) -> float:
        """
        Questions doubled twice over the period before: the whole of it.
        """
    @growth.setter
    def growth(self, arg1: float) -> None:
        ...
    @property
    def needs(self) -> float:
        """
        The demand itself.
        """
    @needs.setter
    def needs(self, arg1: float) -> None:
        ...
    @property
    def news(self) -> float:
        """
        News items x, faded by age: x / (1 + x); needs no demand.
        """
    @news.setter
    def news(self, arg1: float) -> None:
        ...
    @property
    def news_days(self) -> float:
        """
        After which a news item counts half.
        """
    @news_days.setter
    def news_days(self, arg1: float) -> None:
        ...
    @property
    def open(self) -> float:
        """
        Part of the period's questions that nobody answered.
        """
    @open.setter
    def open(self, arg1: float) -> None:
        ...
    @property
    def scarce(self) -> float:
        """
        Times what the mean demand exceeds the mean expertise by, instead.
        """
    @scarce.setter
    def scarce(self, arg1: float) -> None:
        ...
    @property
    def untreated(self) -> float:
        """
        How long no meeting treated it.
        """
    @untreated.setter
    def untreated(self, arg1: float) -> None:
        ...
    @property
    def untreated_days(self) -> float:
        """
        After which untreated counts half.
        """
    @untreated_days.setter
    def untreated_days(self, arg1: float) -> None:
        ...
class SeatWeights:
    """
    What counts against what when people are seated; each 0 to 100,000.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> SeatWeights:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> SeatWeights:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, repeat: int = 1000, knower: int = 100, wish: int = 30, same_municipality: int = 300, met_before: int = 20, same_region: int = 5, alike: int = 2) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def alike(self) -> int:
        """
        A pair of municipalities of one size.
        """
    @alike.setter
    def alike(self, arg1: int) -> None:
        ...
    @property
    def knower(self) -> int:
        """
        A table that nobody at it knows the topic of.
        """
    @knower.setter
    def knower(self, arg1: int) -> None:
        ...
    @property
    def met_before(self) -> int:
        """
        A pair that met before.
        """
    @met_before.setter
    def met_before(self, arg1: int) -> None:
        ...
    @property
    def repeat(self) -> int:
        """
        Each time after the first that two people meet.
        """
    @repeat.setter
    def repeat(self, arg1: int) -> None:
        ...
    @property
    def same_municipality(self) -> int:
        """
        A pair of one at one table.
        """
    @same_municipality.setter
    def same_municipality(self, arg1: int) -> None:
        ...
    @property
    def same_region(self) -> int:
        """
        A pair of one veiligheidsregio.
        """
    @same_region.setter
    def same_region(self, arg1: int) -> None:
        ...
    @property
    def wish(self) -> int:
        """
        A first wish not met; a second for 2/3, others for 1/3 of it.
        """
    @wish.setter
    def wish(self, arg1: int) -> None:
        ...
class WorkingGroupWeights:
    """
    What a working group is worth, in the unit of one municipality's whole demand; each 0 to 100.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> WorkingGroupWeights:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> WorkingGroupWeights:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, demand: float = 1.0, knowledge: float = 1.0, enough: float = 2.0, lasting: float = 1.0, open: float = 0.5, region: float = 0.1, size: float = 0.1, chair: float = 0.5, seat: float = 0.3, travel: float = 0.2) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def chair(self) -> float:
        """
        The chair's expertise over one more than the groups that it is in.
        """
    @chair.setter
    def chair(self, arg1: float) -> None:
        ...
    @property
    def demand(self) -> float:
        """
        Each member's demand.
        """
    @demand.setter
    def demand(self, arg1: float) -> None:
        ...
    @property
    def enough(self) -> float:
        """
        Expertise that counts in full, together; 0.01 to 100.
        """
    @enough.setter
    def enough(self, arg1: float) -> None:
        ...
    @property
    def knowledge(self) -> float:
        """
        Expertise that its knowers bring, up to enough; a quarter beyond.
        """
    @knowledge.setter
    def knowledge(self, arg1: float) -> None:
        ...
    @property
    def lasting(self) -> float:
        """
        Times the part of the periods with demand.
        """
    @lasting.setter
    def lasting(self, arg1: float) -> None:
        ...
    @property
    def open(self) -> float:
        """
        Times the part of the periods' questions that nobody answered.
        """
    @open.setter
    def open(self, arg1: float) -> None:
        ...
    @property
    def region(self) -> float:
        """
        Each different region.
        """
    @region.setter
    def region(self, arg1: float) -> None:
        ...
    @property
    def seat(self) -> float:
        """
        Taken off for each member: its time.
        """
    @seat.setter
    def seat(self, arg1: float) -> None:
        ...
    @property
    def size(self) -> float:
        """
        Each of three sizes: below 35,000, below 50,000, or more inhabitants.
        """
    @size.setter
    def size(self, arg1: float) -> None:
        ...
    @property
    def travel(self) -> float:
        """
        Taken off for each 100 km to the chair of a physical group.
        """
    @travel.setter
    def travel(self, arg1: float) -> None:
        ...
class RulePrices:
    """
    What it costs to give way on a rule by one, when rules of match_speakers cannot all hold and the cheapest way out is sought. Only their ratios matter; each 1 to 1000.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> RulePrices:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> RulePrices:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, place: int = 10, promise: int = 10, lock: int = 20, municipality: int = 10, newcomer: int = 5, organisation: int = 5, items: int = 5, conflict: int = 20, fit: int = 10, rest: int = 10, travel: int = 10, available: int = 30, forbidden: int = 20) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def available(self) -> int:
        """
        A speaker who has to make the day free.
        """
    @available.setter
    def available(self, arg1: int) -> None:
        ...
    @property
    def conflict(self) -> int:
        """
        Two speakers together all the same.
        """
    @conflict.setter
    def conflict(self, arg1: int) -> None:
        ...
    @property
    def fit(self) -> int:
        """
        A speaker who fits an item less than least_fit.
        """
    @fit.setter
    def fit(self, arg1: int) -> None:
        ...
    @property
    def forbidden(self) -> int:
        """
        A placement that was forbidden.
        """
    @forbidden.setter
    def forbidden(self, arg1: int) -> None:
        ...
    @property
    def items(self) -> int:
        """
        One item more for a speaker.
        """
    @items.setter
    def items(self, arg1: int) -> None:
        ...
    @property
    def lock(self) -> int:
        """
        Letting go of a lock.
        """
    @lock.setter
    def lock(self, arg1: int) -> None:
        ...
    @property
    def municipality(self) -> int:
        """
        One speaker of a municipality fewer.
        """
    @municipality.setter
    def municipality(self, arg1: int) -> None:
        ...
    @property
    def newcomer(self) -> int:
        """
        One newcomer fewer.
        """
    @newcomer.setter
    def newcomer(self, arg1: int) -> None:
        ...
    @property
    def organisation(self) -> int:
        """
        One speaker more of an organisation.
        """
    @organisation.setter
    def organisation(self, arg1: int) -> None:
        ...
    @property
    def place(self) -> int:
        """
        One speaker fewer than an item asks for.
        """
    @place.setter
    def place(self, arg1: int) -> None:
        ...
    @property
    def promise(self) -> int:
        """
        One item fewer than a speaker was promised.
        """
    @promise.setter
    def promise(self, arg1: int) -> None:
        ...
    @property
    def rest(self) -> int:
        """
        A speaker on a topic again too soon.
        """
    @rest.setter
    def rest(self, arg1: int) -> None:
        ...
    @property
    def travel(self) -> int:
        """
        A speaker from too far.
        """
    @travel.setter
    def travel(self, arg1: int) -> None:
        ...
class ConnectWeights:
    """
    What makes two municipalities worth connecting. alike, near and known are fractions of what need gives, added to it or taken off.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> ConnectWeights:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ConnectWeights:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, need: float = 1.0, mutual: float = 2.0, alike: float = 0.15, near: float = 0.1, known: float = 0.5, repeat: float = 0.25) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def alike(self) -> float:
        """
        Times how alike they are in size and urbanity (0..1).
        """
    @alike.setter
    def alike(self, arg1: float) -> None:
        ...
    @property
    def known(self) -> float:
        """
        Taken off for a contact or a shared working group, decayed by age; 0..1.
        """
    @known.setter
    def known(self, arg1: float) -> None:
        ...
    @property
    def mutual(self) -> float:
        """
        Times the smaller of that sum and the same the other way round: where both gain.
        """
    @mutual.setter
    def mutual(self, arg1: float) -> None:
        ...
    @property
    def near(self) -> float:
        """
        For a shared border; half of it for the same safety region only.
        """
    @near.setter
    def near(self, arg1: float) -> None:
        ...
    @property
    def need(self) -> float:
        """
        Sum over topics of what the learner needs (0..1) times what the guide knows (0..1).
        """
    @need.setter
    def need(self, arg1: float) -> None:
        ...
    @property
    def repeat(self) -> float:
        """
        Taken off, times what the learner needs on the topic, for each better connection that it has mainly about the same.
        """
    @repeat.setter
    def repeat(self, arg1: float) -> None:
        ...
class FitWeights:
    """
    How much each side of a speaker's fit counts.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> FitWeights:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> FitWeights:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, words: float = 0.5, topics: float = 0.3, experience: float = 0.2, related_topic: float = 0.3) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def experience(self) -> float:
        """
        Talks given on those topics, faded by age, more for a good rating.
        """
    @experience.setter
    def experience(self, arg1: float) -> None:
        ...
    @property
    def related_topic(self) -> float:
        """
        What a topic counts for when the speaker has only one related to it, 0..1.
        """
    @related_topic.setter
    def related_topic(self, arg1: float) -> None:
        ...
    @property
    def topics(self) -> float:
        """
        The item's topics among the speaker's, related ones for a part.
        """
    @topics.setter
    def topics(self, arg1: float) -> None:
        ...
    @property
    def words(self) -> float:
        """
        The item's words in the speaker's profile and talks.
        """
    @words.setter
    def words(self, arg1: float) -> None:
        ...
class ExpertiseOptions:
    """
    How evidence becomes expertise.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> ExpertiseOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ExpertiseOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, half_life_days: float = 730.0, weights: collections.abc.Sequence[float] = (1.0, 2.0, 2.0, 1.5, 1.5, 2.0, 1.5, 1.0, 1.0, 1.5), related_share: float = 0.3, broader_share: float = 0.2, restart: float = 0.15, tie_weight: float = 0.2, inherited: float = 0.7) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def broader_share(self) -> float:
        """
        The same for a broader or a narrower topic, 0..1.
        """
    @broader_share.setter
    def broader_share(self, arg1: float) -> None:
        ...
    @property
    def half_life_days(self) -> float:
        """
        Days after which evidence counts for half; at least 1, 180 to 1500 are sensible.
        """
    @half_life_days.setter
    def half_life_days(self, arg1: float) -> None:
        ...
    @property
    def inherited(self) -> float:
        """
        Part of the evidence of a municipality that merged that counts for its successor, 0..1.
        """
    @inherited.setter
    def inherited(self, arg1: float) -> None:
        ...
    @property
    def related_share(self) -> float:
        """
        Part of the expertise on a topic that counts for a related one, 0..1.
        """
    @related_share.setter
    def related_share(self, arg1: float) -> None:
        ...
    @property
    def restart(self) -> float:
        """
        Chance that the random walk over the graph starts afresh at each step, 0.01..1.
        """
    @restart.setter
    def restart(self, arg1: float) -> None:
        ...
    @property
    def tie_weight(self) -> float:
        """
        Strength of a fresh contact relative to an expertise of 1, 0..1.
        """
    @tie_weight.setter
    def tie_weight(self, arg1: float) -> None:
        ...
    @property
    def weights(self) -> tuple[float, ...]:
        """
        Weight of one fresh piece of evidence, 0..1000: answered, accepted, presented, offers, working_group, helped, thanked, declined (taken off), asked, needs.
        """
    @weights.setter
    def weights(self, arg1: collections.abc.Sequence[float]) -> None:
        ...
class AnalysisOptions:
    """
    What is made of a text.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> AnalysisOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> AnalysisOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, language: str = 'nl', compounds: bool = True, stop_words: bool = True) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def compounds(self) -> bool:
        """
        Split compounds and find their parts too.
        """
    @compounds.setter
    def compounds(self, arg0: bool) -> None:
        ...
    @property
    def language(self) -> str:
        """
        Language of the texts: nl or en.
        """
    @language.setter
    def language(self, arg1: str) -> None:
        ...
    @property
    def stop_words(self) -> bool:
        """
        Leave out stop words.
        """
    @stop_words.setter
    def stop_words(self, arg0: bool) -> None:
        ...
class SemanticOptions:
    """
    What is made of the meaning of words.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> SemanticOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> SemanticOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, on: bool = True, known_words: float = 0.5, unknown_words: float = 1.0, most_documents: int = 1000) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def known_words(self) -> float:
        """
        What the documents that hold a word say it means, relative to the semantic space, 0..10.
        """
    @known_words.setter
    def known_words(self, arg1: float) -> None:
        ...
    @property
    def most_documents(self) -> int:
        """
        Words in more documents than this mean only what the space says.
        """
    @most_documents.setter
    def most_documents(self, arg1: int) -> None:
        ...
    @property
    def on(self) -> bool:
        """
        Whether documents are kept in the semantic space too.
        """
    @on.setter
    def on(self, arg1: bool) -> None:
        ...
    @property
    def unknown_words(self) -> float:
        """
        The same for a word that the space does not know, relative to the rarest word there, 0..10.
        """
    @unknown_words.setter
    def unknown_words(self, arg1: float) -> None:
        ...
class IndexOptions:
    """
    How words are stored and weighted by the search.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> IndexOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> IndexOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, analysis: AnalysisOptions = ..., title_weight: float = 2.0, text_weight: float = 1.0, lead_weight: float = 0.75, lead_words: int = 50, answer_weight: float = 0.25, concept_weight: float = 1.0, part_weight: float = 0.5, k1: float = 1.2, b: float = 0.75, merge_at: int = 1000, semantic: SemanticOptions = ...) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def analysis(self) -> AnalysisOptions:
        """
        What is made of a text.
        """
    @analysis.setter
    def analysis(self, arg0: AnalysisOptions) -> None:
        ...
    @property
    def answer_weight(self) -> float:
        """
        What a word in the rest of an answer counts for, 0.25..16.
        """
    @answer_weight.setter
    def answer_weight(self, arg1: float) -> None:
        ...
    @property
    def b(self) -> float:
        """
        BM25: how much long documents are discounted, 0..1.
        """
    @b.setter
    def b(self, arg1: float) -> None:
        ...
    @property
    def concept_weight(self) -> float:
        """
        What a topic counts for, 0.25..16.
        """
    @concept_weight.setter
    def concept_weight(self, arg1: float) -> None:
        ...
    @property
    def k1(self) -> float:
        """
        BM25: saturation of repeated words.
        """
    @k1.setter
    def k1(self, arg1: float) -> None:
        ...
    @property
    def lead_weight(self) -> float:
        """
        What a word in the first lines of an answer counts for, 0.25..16.
        """
    @lead_weight.setter
    def lead_weight(self, arg1: float) -> None:
        ...
    @property
    def lead_words(self) -> int:
        """
        Words that make the first lines of an answer, when no paragraph ends before.
        """
    @lead_words.setter
    def lead_words(self, arg1: int) -> None:
        ...
    @property
    def merge_at(self) -> int:
        """
        New documents kept in memory before they are merged; changes no result.
        """
    @merge_at.setter
    def merge_at(self, arg1: int) -> None:
        ...
    @property
    def part_weight(self) -> float:
        """
        A compound's part, relative to a word of its own.
        """
    @part_weight.setter
    def part_weight(self, arg1: float) -> None:
        ...
    @property
    def semantic(self) -> SemanticOptions:
        """
        What is made of the meaning of words.
        """
    @semantic.setter
    def semantic(self, arg0: SemanticOptions) -> None:
        ...
    @property
    def text_weight(self) -> float:
        """
        What a word in the question counts for, 0.25..16.
        """
    @text_weight.setter
    def text_weight(self, arg1: float) -> None:
        ...
    @property
    def title_weight(self) -> float:
        """
        What a word in the title counts for, 0.25..16.
        """
    @title_weight.setter
    def title_weight(self, arg1: float) -> None:
        ...
class ThesaurusOptions:
    """
    What the labels of topics bring in.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> ThesaurusOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ThesaurusOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, synonym_weight: float = 0.4, concept_weight: float = 1.0) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def concept_weight(self) -> float:
        """
        The topic itself.
        """
    @concept_weight.setter
    def concept_weight(self, arg1: float) -> None:
        ...
    @property
    def synonym_weight(self) -> float:
        """
        Another label's terms, relative to a word of the question.
        """
    @synonym_weight.setter
    def synonym_weight(self, arg1: float) -> None:
        ...
class QueryOptions:
    """
    What is made of a question.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> QueryOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> QueryOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, part_weight: float = 1.0, joined_weight: float = 0.5, max_terms: int = 64) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def joined_weight(self) -> float:
        """
        The compound that words of the question make together, relative to a word.
        """
    @joined_weight.setter
    def joined_weight(self, arg1: float) -> None:
        ...
    @property
    def max_terms(self) -> int:
        """
        So many different words of a long question count.
        """
    @max_terms.setter
    def max_terms(self, arg1: int) -> None:
        ...
    @property
    def part_weight(self) -> float:
        """
        A compound's part in the question, relative to the word.
        """
    @part_weight.setter
    def part_weight(self, arg1: float) -> None:
        ...
class VocabularyOptions:
    """
    Abbreviations and other words for what a question says.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> VocabularyOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> VocabularyOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, abbreviation_weight: float = 0.6, synonym_weight: float = 0.4, table: bool = True, learn: bool = True, context_bits: float = 2.0, document_bits: float = 4.0, sure: float = 0.8, plain_bits: float = 2.0, topic_bits: float = 1.0, least_share: float = 0.05) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def abbreviation_weight(self) -> float:
        """
        What an abbreviation stands for, and the abbreviation of what is said; 0..1.
        """
    @abbreviation_weight.setter
    def abbreviation_weight(self, arg1: float) -> None:
        ...
    @property
    def context_bits(self) -> float:
        """
        A word that speaks for a meaning makes it so many bits likelier; 0..20.
        """
    @context_bits.setter
    def context_bits(self, arg1: float) -> None:
        ...
    @property
    def document_bits(self) -> float:
        """
        Records that explain an abbreviation so make it up to so many bits likelier; 0..20.
        """
    @document_bits.setter
    def document_bits(self, arg1: float) -> None:
        ...
    @property
    def learn(self) -> bool:
        """
        Learn abbreviations from the records that explain them.
        """
    @learn.setter
    def learn(self, arg1: bool) -> None:
        ...
    @property
    def least_share(self) -> float:
        """
        A meaning that is less likely is left out; 0..0.5.
        """
    @least_share.setter
    def least_share(self, arg1: float) -> None:
        ...
    @property
    def plain_bits(self) -> float:
        """
        In small letters the ordinary word is likelier by so many bits; 0..20.
        """
    @plain_bits.setter
    def plain_bits(self, arg1: float) -> None:
        ...
    @property
    def sure(self) -> float:
        """
        A meaning that is at least so likely is taken alone; 0.5..1.
        """
    @sure.setter
    def sure(self, arg1: float) -> None:
        ...
    @property
    def synonym_weight(self) -> float:
        """
        Other words from the vocabulary; 0..1.
        """
    @synonym_weight.setter
    def synonym_weight(self, arg1: float) -> None:
        ...
    @property
    def table(self) -> bool:
        """
        Use the table of words that comes with the library.
        """
    @table.setter
    def table(self, arg1: bool) -> None:
        ...
    @property
    def topic_bits(self) -> float:
        """
        A topic that the abbreviation is a label of is likelier by so many bits; 0..20.
        """
    @topic_bits.setter
    def topic_bits(self, arg1: float) -> None:
        ...
class SpellingOptions:
    """
    How misspelt words are read.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> SpellingOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> SpellingOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, correct: bool = True, typed_weight: float = 0.3, correction_weight: float = 0.9, margin_bits: float = 3.0, shortest: int = 4, document_bits: float = 2.0, short_sure: float = 0.9) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def correct(self) -> bool:
        """
        Read misspelt words as what was probably meant.
        """
    @correct.setter
    def correct(self, arg1: bool) -> None:
        ...
    @property
    def correction_weight(self) -> float:
        """
        All readings of a misspelt word; 0..1.
        """
    @correction_weight.setter
    def correction_weight(self, arg1: float) -> None:
        ...
    @property
    def document_bits(self) -> float:
        """
        A reading is likelier by so many bits for each doubling of the documents that hold it; 0..20.
        """
    @document_bits.setter
    def document_bits(self, arg1: float) -> None:
        ...
    @property
    def margin_bits(self) -> float:
        """
        Readings less likely than the best by more bits are left out; 0..20.
        """
    @margin_bits.setter
    def margin_bits(self, arg1: float) -> None:
        ...
    @property
    def short_sure(self) -> float:
        """
        A word of at most five letters is only read as what documents hold and is at least this likely; 0..1.
        """
    @short_sure.setter
    def short_sure(self, arg1: float) -> None:
        ...
    @property
    def shortest(self) -> int:
        """
        Words of fewer letters are taken as they stand; 3..64.
        """
    @shortest.setter
    def shortest(self, arg1: int) -> None:
        ...
    @property
    def typed_weight(self) -> float:
        """
        A misspelt word as typed, beside its readings; 0..1.
        """
    @typed_weight.setter
    def typed_weight(self, arg1: float) -> None:
        ...
class RankingOptions:
    """
    How existing answers are ranked.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> RankingOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> RankingOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, words: float = 1.0, cosine: float = 0.6, given: float = 0.6, meant_words: int = 8, neighbours: float = 0.35, topics: float = 0.5, accepted_bonus: float = 0.05, recent_bonus: float = 0.02, recent_half_life_days: float = 730.0, nearest: int = 50, nearest_given: int = 50, least_cosine: float = 0.3, candidates: int = 100, neighbours_asked: int = 6, shared_topic: float = 0.1, topic_hits: int = 10, topic_sharpness: float = 4.0) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def accepted_bonus(self) -> float:
        """
        An accepted answer adds this part of the score of words and meaning.
        """
    @accepted_bonus.setter
    def accepted_bonus(self, arg1: float) -> None:
        ...
    @property
    def candidates(self) -> int:
        """
        So many pairs found are weighed; the others never surface. 10..1000.
        """
    @candidates.setter
    def candidates(self, arg1: int) -> None:
        ...
    @property
    def cosine(self) -> float:
        """
        Closeness of question and pair in the semantic space.
        """
    @cosine.setter
    def cosine(self, arg1: float) -> None:
        ...
    @property
    def given(self) -> float:
        """
        Closeness by a model from outside the library, when there is one.
        """
    @given.setter
    def given(self, arg1: float) -> None:
        ...
    @property
    def least_cosine(self) -> float:
        """
        Of a pair that shares no word with the question, -1..1.
        """
    @least_cosine.setter
    def least_cosine(self, arg1: float) -> None:
        ...
    @property
    def meant_words(self) -> int:
        """
        Of a question of more words the cosine counts for less, in inverse proportion.
        """
    @meant_words.setter
    def meant_words(self, arg1: int) -> None:
        ...
    @property
    def nearest(self) -> int:
        """
        So many pairs nearest in meaning are weighed besides.
        """
    @nearest.setter
    def nearest(self, arg1: int) -> None:
        ...
    @property
    def nearest_given(self) -> int:
        """
        So many pairs nearest by that model likewise.
        """
    @nearest_given.setter
    def nearest_given(self, arg1: int) -> None:
        ...
    @property
    def neighbours(self) -> float:
        """
        What the most similar pairs score.
        """
    @neighbours.setter
    def neighbours(self, arg1: float) -> None:
        ...
    @property
    def neighbours_asked(self) -> int:
        """
        So many neighbours of a pair count.
        """
    @neighbours_asked.setter
    def neighbours_asked(self, arg1: int) -> None:
        ...
    @property
    def recent_bonus(self) -> float:
        """
        The same for a pair of today.
        """
    @recent_bonus.setter
    def recent_bonus(self, arg1: float) -> None:
        ...
    @property
    def recent_half_life_days(self) -> float:
        """
        Days after which that counts for half.
        """
    @recent_half_life_days.setter
    def recent_half_life_days(self, arg1: float) -> None:
        ...
    @property
    def shared_topic(self) -> float:
        """
        How much nearer pairs are for being on the same topics.
        """
    @shared_topic.setter
    def shared_topic(self, arg1: float) -> None:
        ...
    @property
    def topic_hits(self) -> int:
        """
        So many of the best pairs say what the question is about.
        """
    @topic_hits.setter
    def topic_hits(self, arg1: int) -> None:
        ...
    @property
    def topic_sharpness(self) -> float:
        """
        How much more the very best of them say than the rest.
        """
    @topic_sharpness.setter
    def topic_sharpness(self, arg1: float) -> None:
        ...
    @property
    def topics(self) -> float:
        """
        How likely the question is on the pair's topics.
        """
    @topics.setter
    def topics(self, arg1: float) -> None:
        ...
    @property
    def words(self) -> float:
        """
        The question's words in a pair. Only the ratios of the five weights count.
        """
    @words.setter
    def words(self, arg1: float) -> None:
        ...
class KnowerOptions:
    """
    How it is weighed who knows.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> KnowerOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> KnowerOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, votes: float = 0.5, profile: float = 1.0, topics: float = 3.0, active: float = 0.5, steady: float = 0.25, network: float = 1.0, accepted: float = 1.5, contrast: float = 300.0, prior_answers: float = 3.0, active_half_life_days: float = 60.0, voting_hits: int = 200, topic_hits: int = 10, named_topic: float = 1.0, most_topics: int = 5, alike: float = 0.05, anybody: bool = False) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def accepted(self) -> float:
        """
        An accepted answer's vote, relative to another.
        """
    @accepted.setter
    def accepted(self, arg1: float) -> None:
        ...
    @property
    def active(self) -> float:
        """
        Answers given lately, to whatever.
        """
    @active.setter
    def active(self, arg1: float) -> None:
        ...
    @property
    def active_half_life_days(self) -> float:
        """
        Days after which an answer counts for half as being given lately.
        """
    @active_half_life_days.setter
    def active_half_life_days(self, arg1: float) -> None:
        ...
    @property
    def alike(self) -> float:
        """
        Part of what those like it know that is expected of a municipality that has shown nothing yet; 0..1.
        """
    @alike.setter
    def alike(self, arg1: float) -> None:
        ...
    @property
    def anybody(self) -> bool:
        """
        Also names who has shown nothing on the question, but answered something else.
        """
    @anybody.setter
    def anybody(self, arg1: bool) -> None:
        ...
    @property
    def contrast(self) -> float:
        """
        How much more the first votes, evidence and answers tell than those on top of many; 0.01..1e6.
        """
    @contrast.setter
    def contrast(self, arg1: float) -> None:
        ...
    @property
    def most_topics(self) -> int:
        """
        So many of the question's topics count.
        """
    @most_topics.setter
    def most_topics(self, arg1: int) -> None:
        ...
    @property
    def named_topic(self) -> float:
        """
        A topic that the question names, against those of all pairs together.
        """
    @named_topic.setter
    def named_topic(self, arg1: float) -> None:
        ...
    @property
    def network(self) -> float:
        """
        Closeness to the topics in the graph.
        """
    @network.setter
    def network(self, arg1: float) -> None:
        ...
    @property
    def prior_answers(self) -> float:
        """
        Answers unlike the question that a profile begins with.
        """
    @prior_answers.setter
    def prior_answers(self, arg1: float) -> None:
        ...
    @property
    def profile(self) -> float:
        """
        How like the question everything is that was answered.
        """
    @profile.setter
    def profile(self, arg1: float) -> None:
        ...
    @property
    def steady(self) -> float:
        """
        For how long it has been answering.
        """
    @steady.setter
    def steady(self, arg1: float) -> None:
        ...
    @property
    def topic_hits(self) -> int:
        """
        So many pairs found lend the question their topics.
        """
    @topic_hits.setter
    def topic_hits(self, arg1: int) -> None:
        ...
    @property
    def topics(self) -> float:
        """
        Evidence of expertise on the question's topics.
        """
    @topics.setter
    def topics(self, arg1: float) -> None:
        ...
    @property
    def votes(self) -> float:
        """
        Answers given to similar questions.
        """
    @votes.setter
    def votes(self, arg1: float) -> None:
        ...
    @property
    def voting_hits(self) -> int:
        """
        So many pairs found vote by their answers; 1..1000.
        """
    @voting_hits.setter
    def voting_hits(self, arg1: int) -> None:
        ...
class ConfidenceOptions:
    """
    How sure it is that an answer helps: a logistic function.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> ConfidenceOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ConfidenceOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, constant: float = -6.73, similarity: float = 12.17, lead: float = 2.99, known: float = 1.52, topic: float = -0.82, knows_constant: float = -1.86, knows_evidence: float = 3.82, knows_score: float = 2.53) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def constant(self) -> float:
        """
        Log-odds when all else is 0.
        """
    @constant.setter
    def constant(self, arg1: float) -> None:
        ...
    @property
    def known(self) -> float:
        """
        Times the part of the question's words that occur anywhere.
        """
    @known.setter
    def known(self, arg1: float) -> None:
        ...
    @property
    def knows_constant(self) -> float:
        """
        Log-odds that a municipality knows, when all else is 0.
        """
    @knows_constant.setter
    def knows_constant(self, arg1: float) -> None:
        ...
    @property
    def knows_evidence(self) -> float:
        """
        Times what there is to know it by, 0..1.
        """
    @knows_evidence.setter
    def knows_evidence(self, arg1: float) -> None:
        ...
    @property
    def knows_score(self) -> float:
        """
        Times its score, 0..1.
        """
    @knows_score.setter
    def knows_score(self, arg1: float) -> None:
        ...
    @property
    def lead(self) -> float:
        """
        Times how far the best hit leads over the 11th to 20th.
        """
    @lead.setter
    def lead(self, arg1: float) -> None:
        ...
    @property
    def similarity(self) -> float:
        """
        Times the score of the best pair.
        """
    @similarity.setter
    def similarity(self, arg1: float) -> None:
        ...
    @property
    def topic(self) -> float:
        """
        Times how likely the question's likeliest topic is.
        """
    @topic.setter
    def topic(self, arg1: float) -> None:
        ...
class VerdictOptions:
    """
    What is said of a confidence.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __copy__(self) -> VerdictOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> VerdictOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __init__(self, *, likely: float = 0.5, perhaps: float = 0.25, knows: float = 0.8) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def knows(self) -> float:
        """
        When nobody answered: from this confidence in a municipality on, that it knows; 0..1.
        """
    @knows.setter
    def knows(self, arg1: float) -> None:
        ...
    @property
    def likely(self) -> float:
        """
        From here on that there probably is an answer; 0..1.
        """
    @likely.setter
    def likely(self, arg1: float) -> None:
        ...
    @property
    def perhaps(self) -> float:
        """
        From here on that there may be one; below, that nobody knows yet; 0..1.
        """
    @perhaps.setter
    def perhaps(self, arg1: float) -> None:
        ...
class KnowledgeBaseOptions:
    """
    The one configuration: everything that can be chosen about how a knowledge base finds and ranks. See docs/configuration.md.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_json(json: str) -> KnowledgeBaseOptions:
        """
        From the text of a configuration file. InvalidInput as read().
        """
    @staticmethod
    def read(file: os.PathLike[str] | str) -> KnowledgeBaseOptions:
        """
        From a configuration file; parameters that it leaves out have their default. InvalidInput with everything that is wrong, by line and column.
        """
    def __copy__(self) -> KnowledgeBaseOptions:
        ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> KnowledgeBaseOptions:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def __getstate__(self) -> tuple[str]:
        ...
    def __init__(self, *, index: IndexOptions = ..., thesaurus: ThesaurusOptions = ..., query: QueryOptions = ..., vocabulary: VocabularyOptions = ..., spelling: SpellingOptions = ..., ranking: RankingOptions = ..., knowers: KnowerOptions = ..., confidence: ConfidenceOptions = ..., verdict: VerdictOptions = ..., connect: ConnectWeights = ..., speakers: FitWeights = ..., expertise: ExpertiseOptions = ...) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[typing.Any, ...]) -> None:
        ...
    def check(self) -> None:
        """
        InvalidInput with every parameter that is out of its range.
        """
    def get(self, name: str) -> float | int | bool | str:
        """
        The value of a parameter by its name. InvalidInput when there is none.
        """
    def set(self, name: str, value: bool | int | float | str) -> None:
        """
        Sets a parameter by its name. InvalidInput for an unknown name (the nearest is suggested) and for a value of another type or out of range.
        """
    def to_json(self) -> str:
        """
        The text of a configuration file.
        """
    def write(self, file: os.PathLike[str] | str) -> None:
        """
        Writes a configuration file: every parameter, one a line. StoreError when it cannot be written.
        """
    @property
    def confidence(self) -> ConfidenceOptions:
        """
        How sure it is that an answer helps.
        """
    @confidence.setter
    def confidence(self, arg0: ConfidenceOptions) -> None:
        ...
    @property
    def connect(self) -> ConnectWeights:
        """
        Whom to connect.
        """
    @connect.setter
    def connect(self, arg0: ConnectWeights) -> None:
        ...
    @property
    def expertise(self) -> ExpertiseOptions:
        """
        How evidence becomes expertise.
        """
    @expertise.setter
    def expertise(self, arg0: ExpertiseOptions) -> None:
        ...
    @property
    def index(self) -> IndexOptions:
        """
        What is stored of each word, and BM25.
        """
    @index.setter
    def index(self, arg0: IndexOptions) -> None:
        ...
    @property
    def knowers(self) -> KnowerOptions:
        """
        Who knows.
        """
    @knowers.setter
    def knowers(self, arg0: KnowerOptions) -> None:
        ...
    @property
    def query(self) -> QueryOptions:
        """
        What is made of a question.
        """
    @query.setter
    def query(self, arg0: QueryOptions) -> None:
        ...
    @property
    def ranking(self) -> RankingOptions:
        """
        Existing answers.
        """
    @ranking.setter
    def ranking(self, arg0: RankingOptions) -> None:
        ...
    @property
    def speakers(self) -> FitWeights:
        """
        Speakers for an agenda.
        """
    @speakers.setter
    def speakers(self, arg0: FitWeights) -> None:
        ...
    @property
    def spelling(self) -> SpellingOptions:
        """
        How misspelt words are read.
        """
    @spelling.setter
    def spelling(self, arg0: SpellingOptions) -> None:
        ...
    @property
    def thesaurus(self) -> ThesaurusOptions:
        """
        What the labels of topics bring in.
        """
    @thesaurus.setter
    def thesaurus(self, arg0: ThesaurusOptions) -> None:
        ...
    @property
    def verdict(self) -> VerdictOptions:
        """
        What is said of that.
        """
    @verdict.setter
    def verdict(self, arg0: VerdictOptions) -> None:
        ...
    @property
    def vocabulary(self) -> VocabularyOptions:
        """
        Abbreviations and other words.
        """
    @vocabulary.setter
    def vocabulary(self, arg0: VocabularyOptions) -> None:
        ...
class Parameter:
    """
    One parameter of KnowledgeBaseOptions; docs/configuration.md lists all.
    """
    def __repr__(self) -> str:
        ...
    @property
    def choices(self) -> tuple[str, ...]:
        """
        Of a choice.
        """
    @property
    def default(self) -> float | int | bool | str:
        """
        The value when none is given.
        """
    @property
    def high(self) -> float:
        """
        Of numbers: the largest value allowed.
        """
    @property
    def low(self) -> float:
        """
        Of numbers: the smallest value allowed.
        """
    @property
    def makes_index(self) -> bool:
        """
        Whether another value makes another index; else it only ranks.
        """
    @property
    def meaning(self) -> str:
        """
        What it is, in a line.
        """
    @property
    def name(self) -> str:
        """
        Such as index.title_weight: the path of the attribute.
        """
    @property
    def step(self) -> float:
        """
        Values between its multiples make no difference; 0: all of them differ.
        """
    @property
    def type(self) -> str:
        """
        real, integer, boolean or choice.
        """
class Reason:
    """
    One contribution to a score. The shares of a score's reasons add up to it, to 1e-9.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __eq__(self, other: object) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    def explain(self, lang: str = 'nl') -> str:
        """
        The reason as a sentence in 'nl' or 'en'.
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Code, share, text, values and parts as plain values.
        """
    def value(self, name: str) -> str:
        """
        The first value with this name, or empty text.
        """
    @property
    def code(self) -> str:
        """
        The kind of contribution: 'words', 'answer', 'offers', 'path', ...
        """
    @property
    def parts(self) -> tuple[Reason, ...]:
        """
        The share split further; when there are parts they add up to it.
        """
    @property
    def share(self) -> float:
        """
        Its part of the score, in the score's unit; may be negative.
        """
    @property
    def text(self) -> str:
        """
        The reason as a sentence in Dutch, its parts not included.
        """
    @property
    def text_en(self) -> str:
        """
        The same in English.
        """
    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """
        Names and values that the sentence is made of: ids, dates, words. A name may come twice.
        """
class Snippet:
    """
    The piece of a text that shows why it was found.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def matches(self) -> tuple[tuple[int, int], ...]:
        """
        Where it matches the question: characters [begin, end) of text, ascending.
        """
    @property
    def of(self) -> str:
        """
        The id of the question or the answer that it is a piece of.
        """
    @property
    def text(self) -> str:
        """
        The piece, cut between words, with '...' where it was cut.
        """
class QueryTerm:
    """
    One term that a question looks for.
    """
    def __repr__(self) -> str:
        ...
    @property
    def kind(self) -> str:
        """
        'word', 'correction' (of a misspelt word), 'part' (of a compound), 'joined' (words as one), 'synonym' (from another label of a topic) or 'topic'.
        """
    @property
    def origin(self) -> str:
        """
        The words it comes from, as typed.
        """
    @property
    def term(self) -> str:
        """
        What is looked up in the index.
        """
    @property
    def via(self) -> str:
        """
        For synonyms and topics: the topic's id.
        """
    @property
    def weight(self) -> float:
        """
        Multiplies what the term counts for.
        """
class QueryNote:
    """
    What was made of a word of a question, other than what it says.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    def explain(self, lang: str = 'nl') -> str:
        """
        As a sentence in 'nl' or 'en'.
        """
    @property
    def because(self) -> tuple[str, ...]:
        """
        Words of the question that speak for it, as typed.
        """
    @property
    def kind(self) -> str:
        """
        'correction' (a misspelt word is read as meaning), 'suggestion' (perhaps the name meaning was meant: nothing was done), 'abbreviation' (read as meaning), 'synonym' (meaning is looked for as well) or 'topic' (the word names the topic meaning, which is looked for as well).
        """
    @property
    def meaning(self) -> str:
        """
        Several are separated by ', '.
        """
    @property
    def share(self) -> float:
        """
        0..1: how likely this reading is; below 1 when others stand beside it.
        """
    @property
    def source(self) -> str:
        """
        Of abbreviations, synonyms and topics: 'table', 'records', 'topic', 'word' (the ordinary word), or the id of a vocabulary entry.
        """
    @property
    def text(self) -> str:
        """
        As a sentence in Dutch.
        """
    @property
    def word(self) -> str:
        """
        As typed.
        """
class Understood:
    """
    What a question was taken to look for: a sequence of QueryTerm, with what was made of its words.
    """
    def __getitem__(self, index: int) -> QueryTerm:
        ...
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def sentences(self, *, lang: str = 'nl') -> tuple[str, ...]:
        """
        The notes, and what was not looked for, as sentences in 'nl' or 'en'.
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; sentences in 'nl' or 'en'.
        """
    @property
    def ignored(self) -> tuple[str, ...]:
        """
        Words of the question that were not looked for, as typed.
        """
    @property
    def notes(self) -> tuple[QueryNote, ...]:
        """
        Corrections and suggestions, then topics, abbreviations and other words, each in the order of the question.
        """
    @property
    def terms(self) -> tuple[QueryTerm, ...]:
        """
        What is looked for: first what the question says, in its order, then what was filled in.
        """
class FoundAnswer:
    """
    An existing question with its answers, and how well it fits what was asked.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def answers(self) -> tuple[Answer, ...]:
        """
        Its answers that the viewer may see, ascending by date; empty when nobody answered yet.
        """
    @property
    def question(self) -> Question:
        """
        The existing question.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        Why the score is what it is.
        """
    @property
    def score(self) -> float:
        """
        Comparable across questions; the sum of the reasons' shares.
        """
    @property
    def snippet(self) -> Snippet:
        """
        The piece of the question, or of one of the answers, that shows most of what was asked.
        """
class Knower:
    """
    A municipality that knows about what was asked.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def confidence(self) -> float:
        """
        0..1 that it knows, if the question is of the field.
        """
    @property
    def municipality(self) -> str:
        """
        Its code.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        The evidence.
        """
    @property
    def score(self) -> float:
        """
        Comparable across questions; the sum of the reasons' shares.
        """
class Reply:
    """
    What is known about a question: existing answers, who knows, and how sure that is.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def explain_verdict(self, lang: str = 'nl') -> str:
        """
        The verdict in words, in 'nl' or 'en'.
        """
    def knowers_frame(self) -> pandas.DataFrame:
        """
        One row per municipality that knows: municipality, name, score, why. Needs pandas (ImportError).
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per existing answer: question, title, date, asked_by, answers, accepted, score, why. Needs pandas (ImportError).
        """
    @property
    def answers(self) -> tuple[FoundAnswer, ...]:
        """
        Existing question-answer pairs, best first; ties by the question's id.
        """
    @property
    def confidence(self) -> float:
        """
        0..1 that an existing answer helps.
        """
    @property
    def municipalities(self) -> tuple[Knower, ...]:
        """
        Who knows, best first; ties by code.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the asker should know, with share 0: a merged municipality, nothing to search for.
        """
    @property
    def understood(self) -> Understood:
        """
        What was looked for: a sequence of terms, with what was made of the question's words.
        """
    @property
    def verdict(self) -> str:
        """
        What to make of the confidence: 'likely' (an existing answer probably helps), 'perhaps', 'somebody' (probably not, but one of the municipalities named probably knows) or 'nobody' (nobody knows yet). The limits are the parameters verdict.*.
        """
class Introduction:
    """
    A letter that brings two municipalities into contact.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def given_back(self) -> tuple[str, ...]:
        """
        Ids of those that it names the other way round.
        """
    @property
    def question(self) -> str | None:
        """
        Id of the question that it proposes to start with; None: one from a template.
        """
    @property
    def subject(self) -> str:
        """
        One line.
        """
    @property
    def text(self) -> str:
        """
        To send as it is.
        """
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics that it names for the learner, most useful first.
        """
    @property
    def withheld(self) -> tuple[str, ...]:
        """
        Ids of the connection's topics that it does not name: the two may not both see why.
        """
class Connection:
    """
    Two municipalities to bring into contact.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def introduction(self, *, lang: str = 'nl', sender: str = 'AVH') -> Introduction:
        """
        A letter to both, ready to send, in 'nl' or 'en': why the two, on what, and a first question. It names only what
        both may see.

        sender: under the letter, 1 to 200 bytes.

        InvalidInput: a sender that is empty or too long. The GIL is released.
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def guide(self) -> str:
        """
        Code of the municipality that knows it.
        """
    @property
    def guide_name(self) -> str:
        """
        Name of the guide.
        """
    @property
    def learner(self) -> str:
        """
        Code of the municipality that needs something.
        """
    @property
    def learner_name(self) -> str:
        """
        Name of the learner.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        Why the score is what it is.
        """
    @property
    def score(self) -> float:
        """
        The sum of the reasons' shares.
        """
    @property
    def topics(self) -> tuple[str, ...]:
        """
        Ids of the topics to talk about, most useful first.
        """
class Connections:
    """
    The best connections for one municipality, best first; a sequence.
    """
    def __getitem__(self, index: int) -> Connection:
        ...
    def __iter__(self) -> collections.abc.Iterator[Connection]:
        ...
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per connection: learner, learner_name, guide, guide_name, topics, score, why. Needs pandas (ImportError).
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know: why there are none, why nobody of guide_networks guides.
        """
class Unconnected:
    """
    A municipality that the plan gives fewer guides than wanted.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        The three by name.
        """
    @property
    def missing(self) -> int:
        """
        Guides short of what was wanted.
        """
    @property
    def municipality(self) -> str:
        """
        Its code.
        """
    @property
    def why(self) -> str:
        """
        'no-demand', 'nobody-knows', 'paused' (who knows asked not to be recommended), 'already-connected', 'guides-full', 'repeats' (another guide on the same topics is worth nothing) or 'no-weight'.
        """
class ConnectionPlan:
    """
    The best plan for the whole network in which nobody has more than its share.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per connection: learner, learner_name, guide, guide_name, topics, score, why. Needs pandas (ImportError).
        """
    @property
    def connections(self) -> tuple[Connection, ...]:
        """
        Ascending by learner, then best first.
        """
    @property
    def gap(self) -> float:
        """
        By which part of the objective it could be better at most.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know: nobody may guide, nobody has a place.
        """
    @property
    def objective(self) -> float:
        """
        Sum of the scores.
        """
    @property
    def proved(self) -> bool:
        """
        Whether no plan is better, but for the rounding of a score: gap at most 1e-9.
        """
    @property
    def unconnected(self) -> tuple[Unconnected, ...]:
        """
        Who has fewer guides than wanted, and why; ascending by code.
        """
    @property
    def upper_bound(self) -> float:
        """
        No plan within the limits can exceed this: the proof of optimality.
        """
class Broker:
    """
    A municipality's place in the network of ties.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def betweenness(self) -> float:
        """
        The part of the pairs of other members whose shortest ways lead through it: 0..1 (Freeman 1977).
        """
    @property
    def component(self) -> int | None:
        """
        Index in Brokers.components; None: it has no tie.
        """
    @property
    def degree(self) -> int:
        """
        Members that it has a tie with.
        """
    @property
    def location(self) -> tuple[float, float] | None:
        """
        Degrees north and east; None: not known.
        """
    @property
    def municipality(self) -> str:
        """
        Its code.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def pieces(self) -> int:
        """
        Into how many pieces its component falls without it: 1: the rest stays together; more: an articulation point; 0: it has no tie.
        """
class NetworkTie:
    """
    Two municipalities that know each other; a before b.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def a(self) -> str:
        """
        Code of the one.
        """
    @property
    def b(self) -> str:
        """
        Code of the other.
        """
    @property
    def border(self) -> bool:
        """
        They share a border; False when borders do not count.
        """
    @property
    def contacts(self) -> int:
        """
        Contacts between the two that were not declined.
        """
    @property
    def last(self) -> datetime.date | None:
        """
        Day of the last contact, or of the group's end (today: it runs); None: a border alone.
        """
    @property
    def working_groups(self) -> int:
        """
        Working groups that both are in.
        """
class LoneTopic:
    """
    A topic that exactly one member knows.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def expertise(self) -> float:
        """
        Its expertise, 0..1: the sum of the reasons.
        """
    @property
    def label(self) -> str:
        """
        The topic's label.
        """
    @property
    def lost(self) -> float:
        """
        What the best expertise on the topic falls by without it.
        """
    @property
    def municipality(self) -> str:
        """
        Code of the one that knows it.
        """
    @property
    def name(self) -> str:
        """
        Name of the one that knows it.
        """
    @property
    def next(self) -> str | None:
        """
        Code of the member that knows most after it; None: no other knows anything.
        """
    @property
    def next_expertise(self) -> float:
        """
        The expertise of that one.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        Why it knows.
        """
    @property
    def share(self) -> float:
        """
        Its part of all members' expertise on the topic, 0..1.
        """
    @property
    def topic(self) -> str:
        """
        Id of the topic.
        """
    @property
    def would_miss(self) -> int:
        """
        Other members whose demand for it is at least 1/4.
        """
class Brokers:
    """
    Who holds the network together, who was never connected, and which topic rests on one municipality.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def ties_frame(self) -> pandas.DataFrame:
        """
        One row per tie: a, b, contacts, working_groups, border, last. Needs pandas (ImportError).
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per municipality: municipality, name, betweenness, degree, component (missing: no tie), pieces. Needs pandas (ImportError).
        """
    def to_graphml(self) -> str:
        """
        The network as GraphML, for Gephi, yEd, Cytoscape or networkx.
        """
    def to_svg(self, *, width: int = 720) -> str:
        """
        The network as a picture (SVG): municipalities where they lie, larger the more they lie between others, with their
        ties. width: in pixels, 200 to 4000.

        InvalidInput: a width out of range.
        """
    def topics_frame(self) -> pandas.DataFrame:
        """
        One row per topic that rests on one municipality: topic, label, municipality, name, expertise, next, next_expertise, lost, share, would_miss, why. Needs pandas (ImportError).
        """
    @property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """
        Codes of those that are connected with each other, over however many ties: two and more, the largest first.
        """
    @property
    def known_topics(self) -> int:
        """
        How many topics at least one member knows.
        """
    @property
    def municipalities(self) -> tuple[Broker, ...]:
        """
        All members: largest betweenness first, then degree, then code.
        """
    @property
    def since(self) -> datetime.date | None:
        """
        The day that was given: only ties that were there on or after it are counted. None: all.
        """
    @property
    def ties(self) -> tuple[NetworkTie, ...]:
        """
        Ascending by the two codes.
        """
    @property
    def topics(self) -> tuple[LoneTopic, ...]:
        """
        Topics that exactly one member knows, most missed first: by would_miss times lost.
        """
    @property
    def unconnected(self) -> tuple[str, ...]:
        """
        Codes of members without a tie (since `since`, when that was given), ascending.
        """
class SpeakerFit:
    """
    How well each speaker fits each item: rows are items, columns are speakers.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def reasons(self, item: int, speaker: int) -> tuple[Reason, ...]:
        """
        Why the fit at a row and a column is what it is. IndexError when there is none.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Items, speakers and the rows of values.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        Items as index, speakers as columns. Needs pandas (ImportError).
        """
    def value(self, item: int, speaker: int) -> float:
        """
        The fit at a row and a column. IndexError when there is none.
        """
    @property
    def items(self) -> tuple[str, ...]:
        """
        Ids of the items, in the order of the agenda: the rows.
        """
    @property
    def speakers(self) -> tuple[str, ...]:
        """
        Ids of the speakers, ascending: the columns.
        """
    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Array of shape (items, speakers), 0..1, comparable across items; read only, not copied.
        """
class Slot:
    """
    A speaker in an item of a programme, or an alternate for it.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def fit(self) -> float:
        """
        How well speaker and item fit, 0..1.
        """
    @property
    def municipality(self) -> bool:
        """
        Whether speaker is the code of a municipality that knows, and is to be asked.
        """
    @property
    def name(self) -> str:
        """
        Whom to ask: the speaker's role, or the name of the municipality.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        Why the fit is what it is.
        """
    @property
    def role(self) -> str:
        """
        The speaker's role.
        """
    @property
    def speaker(self) -> str:
        """
        Id of the speaker.
        """
class ProgrammeItem:
    """
    One item of a programme with its speakers.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def alternates(self) -> tuple[Slot, ...]:
        """
        Candidates who can take over a place in this item while all others stay where they are, best first.
        """
    @property
    def item(self) -> str:
        """
        Id of the agenda item.
        """
    @property
    def missing(self) -> int:
        """
        Speakers short of the item's minimum.
        """
    @property
    def served(self) -> float:
        """
        Sum of the fits for each speaker that the item asks for.
        """
    @property
    def speakers(self) -> tuple[Slot, ...]:
        """
        Its speakers, best first.
        """
class Unfilled:
    """
    What the programme could not do.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def id(self) -> str:
        """
        Id of the item (of a lock too) or the speaker; else empty.
        """
    @property
    def items(self) -> tuple[str, ...]:
        """
        Ids of the items that stand in each other's way.
        """
    @property
    def missing(self) -> int:
        """
        How many places short.
        """
    @property
    def speakers(self) -> tuple[str, ...]:
        """
        Ids of the speakers that stand in each other's way.
        """
    @property
    def what(self) -> str:
        """
        'item', 'speaker', 'lock', 'municipalities' or 'newcomers'.
        """
    @property
    def why(self) -> str:
        """
        'no-candidates', 'too-few-speakers', 'too-few-items', 'rules-contradict' or 'limit'.
        """
class LockPrice:
    """
    A lock of a programme, and what it costs.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def item(self) -> str:
        """
        Id of the item.
        """
    @property
    def kept(self) -> bool:
        """
        Whether it could be kept.
        """
    @property
    def price(self) -> float:
        """
        What the sum of the fits would gain if this lock alone were let go.
        """
    @property
    def speaker(self) -> str:
        """
        Id of the speaker.
        """
    @property
    def worst_price(self) -> float:
        """
        What the item served worst would gain.
        """
class Programme:
    """
    The best programme within all rules.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per speaker and alternate: item, speaker, role, place ('speaker' or 'alternate'), fit, why. Needs pandas (ImportError).
        """
    @property
    def complete(self) -> bool:
        """
        Whether nothing is in unfilled.
        """
    @property
    def contradiction(self) -> tuple[Reason, ...]:
        """
        When not complete: as few rules as can be that cannot all hold; a notice says when a limit left that unproved.
        """
    @property
    def items(self) -> tuple[ProgrammeItem, ...]:
        """
        In the order of the agenda.
        """
    @property
    def locks(self) -> tuple[LockPrice, ...]:
        """
        What each lock costs, in the order given.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know.
        """
    @property
    def objective(self) -> float:
        """
        Sum of the fits.
        """
    @property
    def proved(self) -> bool:
        """
        Whether nothing is better; False when a limit was reached.
        """
    @property
    def relaxation(self) -> tuple[Reason, ...]:
        """
        When not complete: the cheapest rules to give way on so that the rest holds; share: minus the price.
        """
    @property
    def unfilled(self) -> tuple[Unfilled, ...]:
        """
        What could not be filled, and which constraint stops it.
        """
    @property
    def upper_bound(self) -> float:
        """
        The proof of optimality: no programme as good in what comes before the sum has a larger one.
        """
    @property
    def worst(self) -> float:
        """
        How it is served.
        """
    @property
    def worst_bound(self) -> float:
        """
        With goal='worst-first': no programme serves its worst item better.
        """
    @property
    def worst_item(self) -> str:
        """
        Id of the item served worst among those that somebody fits; empty: none.
        """
class Pair:
    """
    A question with those of its answers that the viewer may see.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __eq__(self, other: object) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Both as plain values.
        """
    @property
    def answers(self) -> tuple[Answer, ...]:
        """
        Its answers, ascending by date, then id.
        """
    @property
    def question(self) -> Question:
        """
        The question.
        """
class Snapshot:
    """
    The knowledge base as one viewer may see it on one day. Immutable; may be used from any number of threads; stays as it is whatever is committed later, and after the knowledge base is closed.
    """
    def __repr__(self) -> str:
        ...
    def ask(self, text: str | None = None, *, question: str | None = None, asked_by: str | None = None, limit: int = 10, topics: collections.abc.Sequence[str] = (), networks: collections.abc.Sequence[str] = (), provinces: collections.abc.Sequence[str] = (), from_: datetime.date | str | None = None, to: datetime.date | str | None = None, about: collections.abc.Sequence[str] = (), embedding: numpy.typing.ArrayLike | None = None) -> Reply:
        """
        Which answers exist, who knows, and how sure that is.

        text: the question in the asker's own words, at most 1,000,000 bytes of UTF-8.
        question: instead of a text, the id of a stored question, which is put again: its text, topics and vector count, and it is not among what is found.
        asked_by: code of the asker, who is never recommended to itself; None: who asked the stored question.
        limit: answers, and municipalities, wanted: 1 to 1000; no more answers are found than KnowledgeBaseOptions.ranking.candidates and .nearest together.
        topics, networks, provinces, from_, to: only pairs on one of these topics, asked or answered by one of these
        networks or provinces, in this period.
        about: topics that the question is known to be on, which narrows nothing; else they are judged.
        embedding: where the model that documents were given vectors by puts the question; None: where the function given to embed_with() does, if there is one.

        InvalidInput: an empty text, an unknown question, or both, a limit out of range, an unknown municipality, topic, network or province, a
        period that ends before it starts. The GIL is released.
        """
    def brokers(self, network: str | None = None, *, since: datetime.date | str | None = None, borders: bool = False, knows_from: float = 0.5) -> Brokers:
        """
        Who holds the network together, who was never connected, and which topic rests on one municipality.

        network: only its members, and ties among them; None: all municipalities.
        since: only ties that were there on or after this day; None: whenever. A tie is a contact that was not declined, or
        a working group that two are in.
        borders: a shared border is a tie, too.
        knows_from: a municipality of this expertise on a topic knows it, above 0 to 1.

        InvalidInput: an unknown network or one without members, a day after today, a threshold out of range. The GIL is
        released.
        """
    def connect(self, municipality: str, *, limit: int = 5, network: str | None = None, topics: collections.abc.Sequence[str] = (), weights: ConnectWeights | None = None, guide_networks: collections.abc.Sequence[str] = (), knows_from: float = 0.5, unconnected_since: datetime.date | str | None = None) -> Connections:
        """
        The best municipalities to connect this one with, best first: it learns, they guide. Of all sets of so many
        it is the one with the largest sum of scores; who asked not to be recommended is no guide.

        limit: connections wanted, 1 to 1000. network: only with its members. topics: only about these.
        guide_networks: guides from these networks too, for what no member of network (which must be given) knows: for the
        topics on which none that may be asked, other than the learner, has an expertise of knows_from, 0 to 1.
        unconnected_since: only pairs without a contact or a shared working group on or after this day; None: these are worth
        less (ConnectWeights.known).
        weights: None: the knowledge base's.

        InvalidInput: an unknown municipality, network or topic, guide_networks without network, a limit or threshold out
        of range, weights that are negative or not finite. The GIL is released.
        """
    def connect_all(self, *, per_municipality: int = 3, per_guide: int = 3, per_municipality_of: collections.abc.Mapping[str, int] = {}, per_guide_of: collections.abc.Mapping[str, int] = {}, network: str | None = None, weights: ConnectWeights | None = None, guide_networks: collections.abc.Sequence[str] = (), knows_from: float = 0.5, unconnected_since: datetime.date | str | None = None) -> ConnectionPlan:
        """
        One plan for the whole network with the largest sum of scores: exact, and proved.

        per_municipality: guides for each learner, at most, 0 to 100. per_guide: learners for each guide, at most.
        per_municipality_of, per_guide_of: the same by code, for some of them, instead; 0: none.
        network: learners and guides are its members; None: all municipalities.
        guide_networks: guides from these networks too, for what no member of network (which must be given) knows: for the
        topics on which none that may be asked, other than the learner, has an expertise of knows_from, 0 to 1.
        unconnected_since: only pairs without a contact or a shared working group on or after this day; None: these are worth
        less (ConnectWeights.known).
        weights: None: the knowledge base's.

        InvalidInput: an unknown network, guide_networks without network, capacities or a threshold out of range, a capacity
        of a municipality without that part in the plan, weights that are negative or not finite. The GIL is released.
        """
    def contact(self, id: str) -> Contact | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def contacts(self) -> list[Contact]:
        """
        The visible records of this type, ascending by id: Two municipalities that were brought into contact.
        """
    def explain(self, reason: Reason, lang: str = 'nl') -> str:
        """
        One sentence for a reason, its parts not included, in 'nl' or 'en'.
        """
    def explain_all(self, reasons: collections.abc.Sequence[Reason], lang: str = 'nl') -> str:
        """
        The reasons as indented lines with their shares, parts under their reason.
        """
    def frame(self, plural: str) -> pandas.DataFrame:
        """
        The visible records of a type as a table: 'municipalities', 'topics', 'questions' (without texts), ... ValueError for another name, ImportError without pandas.
        """
    def gap_map(self, network: str | None = None, *, since: datetime.date | str | None = None, weights: GapWeights = ..., burst_times: float = 2.0, burst_cost: float = 1.0, listed: int = 10) -> GapMap:
        """
        What plays in a network, topic by topic: what is asked, who could help, when it was last treated, who would come.

        network: None: all municipalities. since: first day of the questions counted; None: a year before today.
        burst_times: how much more often questions come in a burst, above 1; burst_cost: of entering one. listed:
        municipalities named of those who would come and who know.

        InvalidInput: an unknown network or one without members, a period that starts after today, options out of
        range. The GIL is released.
        """
    def gaps(self, network: str | None = None, *, since: datetime.date | str | None = None, weights: GapWeights = ..., helped_by_one: int = 3, most_questions: int = 500) -> Gaps:
        """
        What nobody knows yet: topics that more members need than those who know can help, and open questions of which ask() says, when they are put again, that nobody knows yet, or of which the last outcome is no-answer. A question that an outcome says was helped is not open. Each with an item for an agenda.

        network, since, weights: as in gap_map(). helped_by_one: municipalities that one that knows can help, each by itself: as many as share_load lets one be asked. most_questions: open questions that are put again, the newest first.

        InvalidInput: as gap_map(), and numbers out of range. The GIL is released.
        """
    def host(self, region: Region | collections.abc.Sequence[str], *, hosts: collections.abc.Sequence[str] = (), most: int = 5, furthest_weight: float = 0.1, lately_km: float = 10.0, lately_days: float = 365.0) -> HostRanking:
        """
        Where the members of a region could meet, best first.

        region: a Region, or codes of municipalities. hosts: of them, those that can receive the others; empty: all. most:
        hosts named.
        furthest_weight: what each km of the one who travels furthest counts as, in km. lately_km: what having been host
        today counts as, halved for every lately_days that it is ago.

        InvalidInput: no municipalities, unknown ones, hosts that are not among them, options out of range. The GIL is
        released.
        """
    def inventory(self) -> list[InventoryResponse]:
        """
        The visible records of this type, ascending by id: One line of an inventory: what a municipality needs and offers on a topic.
        """
    def inventory_response(self, id: str) -> InventoryResponse | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def is_member(self, municipality: str, network: str) -> bool:
        """
        Whether the municipality is a member of the network today; False for unknown ones.
        """
    def match_speakers(self, agenda: Meeting | str | collections.abc.Sequence[AgendaItem], *, date: datetime.date | str | None = None, max_items_per_speaker: int = 1, min_items_per_speaker: int = 0, invited: collections.abc.Sequence[str] = (), least_fit: float = 0.05, alternates: int = 2, weights: FitWeights | None = None, goal: str = 'sum', limits: collections.abc.Mapping[str, tuple[int, int]] = {}, max_per_organisation: int = 0, min_municipalities: int = 0, min_newcomers: int = 0, rest_meetings: int = 0, network: str | None = None, max_travel_km: float | None = None, host: str | None = None, conflicts: collections.abc.Sequence[tuple[str, str]] = (), parallel: collections.abc.Sequence[collections.abc.Sequence[str]] = (), locks: collections.abc.Sequence[tuple[str, str]] = (), forbidden: collections.abc.Sequence[tuple[str, str]] = (), keep: collections.abc.Sequence[tuple[str, str]] = (), municipality_candidates: int = 0, prices: RulePrices = ..., max_nodes: int = 200000, max_seconds: float = 0.0, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> Programme:
        """
        The best programme within all rules: exact.

        agenda: a meeting, its id, or agenda items. date, network, host: None: the meeting's, when agenda is one. Who is not
        available on the day is left out.
        max_items_per_speaker: 1 to 100. min_items_per_speaker: what each of invited (ids of speakers) is promised. limits: for
        single speakers, id: (at least, at most).
        least_fit: 0..1; who fits an item less is no candidate for it. alternates: listed for each item. weights: None: the
        knowledge base's.
        goal: 'sum' of the fits, or 'worst-first': the item served worst before the sum.
        max_per_organisation: speakers of one organisation or municipality, 0: no limit. min_municipalities, min_newcomers:
        speakers of municipalities, and speakers who never spoke, at least.
        rest_meetings: who spoke on a topic of an item at one of so many last meetings of network is no candidate for it.
        max_travel_km: from the speaker's municipality to host.
        conflicts: pairs of speakers who are not both in it. parallel: lists of ids of items at the same time. locks, forbidden:
        (item, speaker). keep: the same of an earlier programme: as many stay as can without leaving more places empty.
        municipality_candidates: for each item so many municipalities that know most are candidates too.
        prices: of giving way, for .relaxation. max_nodes, max_seconds (0: none): when to stop with the best found; then
        .proved is False. progress: a function of (stage, done, total), True for a line of text; returning False cancels.

        What cannot be filled is in the programme with the reason, not an error. InvalidInput: as speaker_fit, options out
        of range, unknown speakers, items, networks and municipalities, cancelled. The GIL is released.
        """
    def meeting(self, id: str) -> Meeting | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def meetings(self) -> list[Meeting]:
        """
        The visible records of this type, ascending by id: A meeting (bijeenkomst) with its agenda and registrations.
        """
    def municipalities(self) -> list[Municipality]:
        """
        The visible records of this type, ascending by id: A gemeente: the unit that asks, answers and is connected.
        """
    def municipality(self, id: str) -> Municipality | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def network(self, id: str) -> Network | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def networks(self) -> list[Network]:
        """
        The visible records of this type, ascending by id: A network of municipalities: bands of inhabitants and explicit members, both dated.
        """
    def news(self) -> list[NewsItem]:
        """
        The visible records of this type, ascending by id: An actualiteit.
        """
    def news_item(self, id: str) -> NewsItem | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def organisation(self, id: str) -> Organisation | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def organisations(self) -> list[Organisation]:
        """
        The visible records of this type, ascending by id: An organisation that the networks work with: VNG, CCV, a ministry.
        """
    def outcome(self, id: str) -> Outcome | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def outcome_figures(self, network: str | None = None, *, since: datetime.date | str | None = None, by: str = 'quarter') -> OutcomeFigures:
        """
        What became of questions, by topic and period of asking. Outcomes of one stored question are one case; of what was told again of one municipality or pair the last verdict counts. An answer of the base answers it unless it turned out unhelpful, a municipality once it is told that it helped: until then the case is waiting, or unanswered when a later no-answer says so.

        network: asked by its members; None: all. since: asked from this day on. by: 'year', 'quarter' or 'month'.

        InvalidInput: an unknown network, a `since` after today. The GIL is released.
        """
    def outcomes(self) -> list[Outcome]:
        """
        The visible records of this type, ascending by id: What became of a question that was put to the base or to AVH.
        """
    def pause(self, id: str) -> Pause | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def pauses(self) -> list[Pause]:
        """
        The visible records of this type, ascending by id: A municipality that asked not to be recommended: an opt-out, or a pause when it ends.
        """
    def plan_meeting(self, meeting: Meeting | str | MeetingPlan | EditedPlan, *, gaps: dict[str, typing.Any] = {}, agenda: dict[str, typing.Any] = {}, speakers: dict[str, typing.Any] = {}, seating: dict[str, typing.Any] = {}, replace_agenda: bool | None = None, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> MeetingPlan:
        """
        Plans a meeting as a whole: gap_map, propose_agenda (unless the meeting has an agenda, which is kept), match_speakers
        and seat, each on what the one before gave.

        meeting: a Meeting or its id; or a MeetingPlan, or an EditedPlan (from its lock, forbid, swap, with_meeting), to plan it
        again around what was changed: what was not changed stays as it was, as far as can be.
        gaps, agenda, speakers, seating: dicts with the options of the steps, named as the fields of GapMapOptions,
        AgendaOptions, MatchSpeakersOptions and SeatOptions: {'minutes': 180, 'solver': {'most_seconds': 5}}; when planning
        again the others stay as they were.
        replace_agenda: True: propose an agenda though the meeting has one. progress: a function of (stage, done, total), True
        for a line of text; returning False cancels.

        What cannot be done is in .notices and in the steps, not an error: a meeting in the past, no demand, nobody registered
        (then nobody is seated). InvalidInput: as the steps, an unknown meeting or option, cancelled. The GIL is released.
        """
    def propose_agenda(self, meeting: Meeting | str | collections.abc.Sequence[AgendaItem], *, minutes: int = 180, lengths: collections.abc.Sequence[int] = (20, 30, 45), half_minutes: float = 20.0, most_topics: int = 8, parallel_sessions: int = 0, parallel_minutes: int = 45, step: float = 1.0, second: float = 0.5, third: float = 0.25, first_wish: float = 1.0, last_wish: float = 0.5, news: float = 0.2, must: collections.abc.Sequence[str] = (), never: collections.abc.Sequence[str] = (), rest_meetings: int = 1, grown: float = 1.5, others: int = 2, differ_by: int = 2, stay_near: ProposedAgenda | None = None, max_nodes: int = 200000, max_seconds: float = 0.0, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> AgendaProposal:
        """
        The agenda that meets most of the demand of those who come: exact.

        meeting: a Meeting or its id; its network, date and registrations count. Without registrations all members of the
        network are taken to come.
        minutes: of the plenary programme. lengths: minutes a plenary item may take. half_minutes: an item of d minutes meets
        1 - 2 ** (-d / half_minutes) of a need. most_topics: of all. parallel_sessions: at the same time, of parallel_minutes
        each, beside the plenary programme.
        step, second, third: what meets a municipality's needs counts in full up to step, the next step for second, all beyond
        for third. first_wish, last_wish: what wishes of a registration count as demand. news: how much news raises demand.
        must, never: topics. rest_meetings: topics of so many last meetings rest, unless questions on them grew by grown.
        others: further agendas, in which differ_by topics of each earlier one are missing.
        stay_near: an earlier agenda, of which as many topics as can be stay, and of them as many as can be for as long.
        max_nodes, max_seconds (0: none): when to stop with the best found; then .proved is False. progress: a function of
        (stage, done, total), True for a line of text; returning False cancels.

        InvalidInput: an unknown meeting, network or topic, options out of range, topics that must and must not be treated,
        more that must than fit, cancelled. The GIL is released.
        """
    def propose_working_groups(self, network: str | None = None, *, topics: collections.abc.Sequence[str] = (), groups: int = 4, at_least: int = 5, at_most: int = 12, knowers: int = 2, needers: int = 3, knows: float = 0.5, needs: float = 0.25, step: float = 0.05, per_municipality: int = 2, regions: str = 'safety_region', least_regions: int = 2, joining: int = 3, period_days: int = 91, periods: int = 6, lasting: int = 3, askers: int = 1, bundle: int = 2, shared: float = 0.7, physical: bool = False, quiet_periods: int = 2, faded: float = 0.25, stay_near: WorkingGroupProposals | None = None, keep: float = 0.1, noise: float = 0.0, seed: int = 1, weights: WorkingGroupWeights = ..., max_nodes: int = 2000, max_seconds: float = 0.0, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> WorkingGroupProposals:
        """
        Working groups to start where demand lasts, new members of those that run, and those that have served: exact.

        (working_groups() lists the records.)
        network: None: all municipalities. topics: new groups only on these; empty: on any. groups: new ones at most.
        at_least, at_most: members of a group. knowers, needers: of them, at least. knows, needs: who knows or needs, from this
        expertise or demand on, 0..1; step: both count in steps of this, 0: as they are.
        per_municipality: groups it is in at most, running ones included. regions: 'safety_region' or 'province', of which
        least_regions different ones are in a group. joining: new members of a running group at most.
        lasting: demand lasts when in so many of the last periods of period_days days at least askers members asked.
        bundle: related topics that a group may take up together; each of n counts for shared ** (n - 1).
        physical: it meets at its chair's, so that travel counts. quiet_periods, faded: when a running group is proposed for
        closing (docs/meetings.md).
        stay_near: proposals of before; each of their members who is in the group on the same topics again adds keep.
        noise, seed: levels are multiplied by numbers from 1 - noise to 1 + noise, to see how firm a proposal stands.
        max_nodes, max_seconds (0: none): when to stop each search with the best found; then .proved is False. progress: a
        function of (stage, done, total), True for a line of text; returning False cancels.

        InvalidInput: an unknown network or one without members, unknown topics, options out of range or that contradict each
        other, cancelled. What cannot be done is in .topics and .notices. The GIL is released.
        """
    def question(self, id: str) -> Pair | None:
        """
        The question with its answers; None when it is unknown, or not for the viewer's eyes.
        """
    def question_count(self) -> int:
        """
        How many questions are visible.
        """
    def question_facts(self) -> list[dict[str, typing.Any]]:
        """
        Every visible question without its texts, ascending by id: dicts of id, asked_by, date, topics, answers (how many) and accepted (whether one of them was).
        """
    def regions(self, network: str, count: int = 8, *, spread: float = 0.15, along: str | None = None, along_km: float = 10.0, others_weight: float = 0.1, hosts: collections.abc.Sequence[str] = (), stay_near: RegionPlan | dict[str, typing.Any] | None = None, move_km: float = 10.0, seed: int = 1, most_work: int = 400000, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> RegionPlan:
        """
        The network divided in regions that hang together over borders and crossings, of about equal size, with short ways to
        a host.

        count: regions, 1 up to the number of members. spread: by how much of the smallest sizes may differ, 0 to 10; wider only
        when nothing within it was found.
        along: 'province' or 'safety_region': keep these together; along_km: what each member cut off from most of its
        area counts as, in km, 0 to 500.
        others_weight: what the travel of municipalities that are no members counts for, 0 to 1. hosts: members that can
        receive the others; empty: all.
        stay_near: an earlier plan, or what its to_dict() gave, to change as little as can be; move_km: what each member that
        changes region counts as.
        seed: of where the search starts. most_work: what integer programs may search, in columns times nodes. progress: a
        function of (stage, done, total), True for a line of text; returning False cancels.

        InvalidInput: an unknown network or one without members, options out of range, more regions than members or hosts, a
        plan to stay near with another number of regions, cancelled. The GIL is released.
        """
    def resolve(self, municipality: str) -> str:
        """
        The code that it stands for today: itself, or its successor. InvalidInput when it is unknown or has none.
        """
    def seat(self, meeting: Meeting | str | collections.abc.Sequence[AgendaItem], rounds: int = 3, table_size: int = 8, *, knows: float = 0.5, weights: SeatWeights = ..., earlier: collections.abc.Sequence[SeatingPlan] = (), stay_near: SeatingPlan | None = None, move: int = 200, another_topic: int = 400, fixed: collections.abc.Sequence[tuple[str, int, int, int]] = (), apart: collections.abc.Sequence[tuple[str, str]] = (), seed: int = 1, steps: int = 0, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> SeatingPlan:
        """
        Who sits at which table in which round, and on what topic: a seeded local search, with a bound beside it.

        meeting: a Meeting or its id; its registrations are seated. rounds: 1 to 20. table_size: at most, 2 to 50; tables
        differ by one person at most.
        knows: a municipality knows a topic from this expertise on, 0..1. weights: what counts against what. earlier: plans of
        earlier meetings, so that others meet now.
        stay_near: a plan to change as little as can be, for late registrations and cancellations; move: what a changed seat
        costs, another_topic: a table that gets another topic than it had, as in weights.
        fixed: (municipality, number, round, table), both counted from 1: seats that stand. apart: pairs of municipalities whose
        people do not sit together.
        seed, steps: of the search; steps 0: by size. progress: a function of (stage, done, total), True for a line of text;
        returning False cancels.

        InvalidInput: nobody is registered, an unknown meeting, options out of range, a plan to stay near with another number
        of rounds, fixed seats that cannot all hold, cancelled. The GIL is released.
        """
    def share_load(self, questions: collections.abc.Sequence[str | tuple[str, str | None] | collections.abc.Mapping[str, typing.Any]], *, per_question: int = 3, capacity: int = 3, capacities: collections.abc.Mapping[str, int] = {}, load_so_far: collections.abc.Mapping[str, int] = {}, since: datetime.date | str | None = None, fairness: float = 0.5, step: float = 0.02, least: float = 0.0) -> LoadPlan:
        """
        Whom to ask for which question of a period, so that the load is shared: exact, with the proof.

        questions: 1 to 1000, each a text, a tuple (text, code of who asks) or a mapping with arguments of ask(): text,
        asked_by, about, topics, networks, provinces, from_, to.
        per_question: municipalities to ask for each, at most, 1 to 100.
        capacity: how often a municipality is asked in the period, at most, 0 to 10,000; capacities: by code, where it
        differs.
        load_so_far: by code, how often it was asked in this period already. since: first day of the period: who was asked
        from that day on, by outcomes passed_on and contacted, counts as well, once for a stored question however often
        it is told; None: none do.
        fairness: 0: the best are asked, within their capacities; 1: the load is as even as can be among those who know
        anything of it, and only then the best. Between, (1 - fairness) * scores - fairness * step * crowding is largest.
        step: at fairness 0.5, by how much in score somebody must be better for each time more that it was asked; above 0,
        at most 1.
        least: who scores less than this part of what the best scores is not asked, 0..1.

        InvalidInput, for all questions together: what ask() refuses, options out of range. The GIL is released.
        """
    def similar(self, question: str | None = None, *, text: str | None = None, limit: int = 10, embedding: numpy.typing.ArrayLike | None = None) -> list[FoundAnswer]:
        """
        What was asked before that is most like a question: duplicates, before it is posted. Best first, with the
        scores and reasons of ask().

        question: id of a stored question; its title, text and topics are compared, and it is not found itself.
        text: instead, title and text of a question that is still to be posted.
        embedding: with text, as in ask(); a stored question has the vector that it was given.
        limit: pairs wanted, 1 to 1000; at most KnowledgeBaseOptions.ranking.candidates are found.

        InvalidInput: neither or both given, an unknown question, an empty text, a limit out of range. The GIL is
        released.
        """
    def speaker(self, id: str) -> Speaker | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def speaker_fit(self, agenda: Meeting | str | collections.abc.Sequence[AgendaItem], *, weights: FitWeights | None = None) -> SpeakerFit:
        """
        How well each speaker fits each item: a matrix items x speakers of 0..1, comparable across items.

        agenda: a meeting, its id, or agenda items. weights: None: the knowledge base's.

        InvalidInput: an agenda without items, with an id twice or with unknown topics. The GIL is released.
        """
    def speakers(self) -> list[Speaker]:
        """
        The visible records of this type, ascending by id: A speaker: an opaque id with a role. No name of a person is asked for or kept.
        """
    def topic(self, id: str) -> Topic | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def topics(self) -> list[Topic]:
        """
        The visible records of this type, ascending by id: A topic (onderwerp), in SKOS's terms.
        """
    def vocabulary(self) -> list[VocabularyEntry]:
        """
        The visible records of this type, ascending by id: A word that stands for others, kept by hand. The entries of a term take the place of what the library's own table says of it.
        """
    def vocabulary_entry(self, id: str) -> VocabularyEntry | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def who_knows(self, text: str | None = None, *, question: str | None = None, asked_by: str | None = None, limit: int = 10, about: collections.abc.Sequence[str] = (), embedding: numpy.typing.ArrayLike | None = None) -> list[Knower]:
        """
        ask(text).municipalities, without the answers: who knows, best first, with the evidence.

        text, question, asked_by, limit, about, embedding: as in ask(). InvalidInput as there. The GIL is released.
        """
    def working_group(self, id: str) -> WorkingGroup | None:
        """
        The record with this id; None when it is unknown, or not for the viewer's eyes.
        """
    def working_groups(self) -> list[WorkingGroup]:
        """
        The visible records of this type, ascending by id: Municipalities that work on a topic together for a period.
        """
    @property
    def options(self) -> KnowledgeBaseOptions:
        """
        How it finds and ranks: a copy.
        """
    @property
    def revision(self) -> int:
        """
        Number of the commit that it shows.
        """
    @property
    def today(self) -> datetime.date:
        """
        The day on which it looks: as_of, or that of the newest record.
        """
    @property
    def viewer(self) -> str | None:
        """
        Code of the viewer; None: AVH, which sees everything.
        """
class SharedQuestion:
    """
    Whom a plan of shared load asks one question.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def asked(self) -> tuple[Knower, ...]:
        """
        The municipalities to ask, best first; ties by code.
        """
    @property
    def asked_by(self) -> str | None:
        """
        Code of who asks, or None.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        With share 0: who of ranked was passed over and why, places that stay empty, what ask() says.
        """
    @property
    def ranked(self) -> tuple[Knower, ...]:
        """
        The best, had nothing been shared.
        """
    @property
    def ranked_score(self) -> float:
        """
        Sum of the scores of ranked: the difference is what sharing costs this question.
        """
    @property
    def score(self) -> float:
        """
        Sum of the scores of asked.
        """
    @property
    def text(self) -> str:
        """
        The question, as given.
        """
class MunicipalityLoad:
    """
    How often a plan asks one municipality.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def asked(self) -> int:
        """
        How often the plan asks it.
        """
    @property
    def before(self) -> int:
        """
        How often it was asked in the period already.
        """
    @property
    def capacity(self) -> int:
        """
        How often it may be asked.
        """
    @property
    def knows(self) -> int:
        """
        Of how many of the questions it could be asked.
        """
    @property
    def load(self) -> int:
        """
        before and asked together.
        """
    @property
    def municipality(self) -> str:
        """
        Its code.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def ranked(self) -> int:
        """
        How often it would be asked if nothing were shared.
        """
class LoadPlan:
    """
    Whom to ask for which question, the load shared.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def loads_frame(self) -> pandas.DataFrame:
        """
        One row per municipality: municipality, name, before, asked, capacity, knows, ranked. Needs pandas (ImportError).
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per question and municipality asked: question (its number, from 1), text, asked_by, municipality, name, score, why. Needs pandas (ImportError).
        """
    @property
    def crowding(self) -> int:
        """
        Sum over those asked of how often each had been asked before.
        """
    @property
    def gini(self) -> float:
        """
        Of the loads: 0 when all are alike, near 1 when one carries everything.
        """
    @property
    def gini_ranked(self) -> float:
        """
        The same if nothing were shared.
        """
    @property
    def loads(self) -> tuple[MunicipalityLoad, ...]:
        """
        Of all who could be asked anything, ascending by code.
        """
    @property
    def never_asked(self) -> tuple[str, ...]:
        """
        Codes of those of them who were not asked before and are not now.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        With share 0: that everybody asked to be left alone.
        """
    @property
    def objective(self) -> float:
        """
        score - price * crowding.
        """
    @property
    def price(self) -> float:
        """
        What asking costs for each time that a municipality was asked before.
        """
    @property
    def questions(self) -> tuple[SharedQuestion, ...]:
        """
        In the order given.
        """
    @property
    def ranked_score(self) -> float:
        """
        The same if nothing were shared.
        """
    @property
    def score(self) -> float:
        """
        Sum over the questions.
        """
    @property
    def unfair_score(self) -> float:
        """
        The same at fairness 0, within the capacities.
        """
    @property
    def upper_bound(self) -> float:
        """
        No plan that fills as many places as evenly exceeds this: the proof.
        """
class QuestionBurst:
    """
    Months in which many questions came on a topic.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def from_(self) -> datetime.date:
        """
        First day of its first month.
        """
    @property
    def questions(self) -> int:
        """
        On the topic in it.
        """
    @property
    def to(self) -> datetime.date:
        """
        Last day of its last month, or today.
        """
    @property
    def weight(self) -> float:
        """
        By how much a burst explains them better than the usual rate does.
        """
class TopicGap:
    """
    What plays on a topic: demand, supply, and how that changes.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def bursts(self) -> tuple[QuestionBurst, ...]:
        """
        Bursts of questions (Kleinberg 2002) that reach into the period.
        """
    @property
    def comers(self) -> tuple[tuple[str, float], ...]:
        """
        Of those, (code, demand), the largest first.
        """
    @property
    def demand(self) -> float:
        """
        Mean over the members, 0..1.
        """
    @property
    def know(self) -> int:
        """
        Members whose expertise is at least 1/2.
        """
    @property
    def knowers(self) -> tuple[tuple[str, float], ...]:
        """
        Of those, (code, expertise), the largest first.
        """
    @property
    def label(self) -> str:
        """
        The topic's label.
        """
    @property
    def last_meeting(self) -> str | None:
        """
        Id of that meeting.
        """
    @property
    def last_treated(self) -> datetime.date | None:
        """
        Day of the last meeting that treated it; None: none did.
        """
    @property
    def news(self) -> tuple[str, ...]:
        """
        Ids of the news items of the period, newest first.
        """
    @property
    def open_questions(self) -> int:
        """
        Of questions: without an answer that is up to date, nor helped otherwise.
        """
    @property
    def questions(self) -> int:
        """
        Of members in the period.
        """
    @property
    def questions_before(self) -> int:
        """
        In as long a period before.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        What raises it.
        """
    @property
    def score(self) -> float:
        """
        The sum of reasons.
        """
    @property
    def supply(self) -> float:
        """
        Mean expertise of the members, 0..1.
        """
    @property
    def topic(self) -> str:
        """
        Id of the topic.
        """
    @property
    def would_come(self) -> int:
        """
        Members whose demand is at least 1/4.
        """
class GapMap:
    """
    What plays in a network, topic by topic.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per topic: topic, label, score, demand, supply, questions, questions_before, open_questions, last_treated, would_come, know. Needs pandas (ImportError).
        """
    @property
    def members(self) -> int:
        """
        Municipalities counted.
        """
    @property
    def since(self) -> datetime.date:
        """
        First day counted.
        """
    @property
    def today(self) -> datetime.date:
        """
        Last day counted.
        """
    @property
    def topics(self) -> tuple[TopicGap, ...]:
        """
        All topics, by descending score, ties by id.
        """
class TopicWithoutSupply:
    """
    A topic that more need than those who know can help.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything but `gap` in full, as plain values.
        """
    @property
    def available(self) -> int:
        """
        Municipalities that know and did not ask to be left alone.
        """
    @property
    def gap(self) -> TopicGap:
        """
        What gap_map says of it.
        """
    @property
    def item(self) -> AgendaItem:
        """
        To be put on an agenda.
        """
    @property
    def unserved(self) -> int:
        """
        Municipalities that would come for it, beyond those that can be helped.
        """
class QuestionWithoutAnswer:
    """
    An open question of which the reply is that nobody knows yet, or of which it was told last that nobody answered.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def best(self) -> str | None:
        """
        Code of who surest knows of those that ask() names; None: nobody.
        """
    @property
    def best_confidence(self) -> float:
        """
        0..1 that it knows.
        """
    @property
    def best_name(self) -> str | None:
        """
        Its name; None: nobody.
        """
    @property
    def confidence(self) -> float:
        """
        0..1 that something existing helps.
        """
    @property
    def date(self) -> datetime.date:
        """
        Day on which it was asked.
        """
    @property
    def item(self) -> AgendaItem:
        """
        To be put on an agenda.
        """
    @property
    def question(self) -> str:
        """
        Id of the question.
        """
    @property
    def told(self) -> bool:
        """
        Whether its last outcome says that nobody answered it; else that is guessed.
        """
class Gaps:
    """
    What nobody knows yet: demand without supply.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per topic, then one per question: kind, id, title, date, unserved, available, confidence, told, best, best_name, best_confidence. Needs pandas (ImportError).
        """
    @property
    def asked_again(self) -> int:
        """
        Open questions that were put again.
        """
    @property
    def open_questions(self) -> int:
        """
        Open questions of members in the period.
        """
    @property
    def questions(self) -> tuple[QuestionWithoutAnswer, ...]:
        """
        Questions, newest first.
        """
    @property
    def since(self) -> datetime.date:
        """
        First day of the open questions.
        """
    @property
    def today(self) -> datetime.date:
        """
        Last day counted.
        """
    @property
    def topics(self) -> tuple[TopicWithoutSupply, ...]:
        """
        Topics, those with the most unserved first.
        """
class ProposedItem:
    """
    A topic of a proposed agenda.
    """
    def __repr__(self) -> str:
        ...
    @property
    def item(self) -> AgendaItem:
        """
        As an agenda item, titled by its topic, for one speaker.
        """
    @property
    def municipalities(self) -> int:
        """
        How many need it and are there for it.
        """
    @property
    def parallel(self) -> bool:
        """
        Whether it is a session at the same time as others.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        Whose needs it meets.
        """
    @property
    def value(self) -> float:
        """
        The sum of its reasons.
        """
class ProposedAgenda:
    """
    Which topics, how long, together or at once.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    @property
    def gap(self) -> float:
        """
        By which part of its value the bound lies above it.
        """
    @property
    def items(self) -> tuple[ProposedItem, ...]:
        """
        Plenary first, each by descending value.
        """
    @property
    def proved(self) -> bool:
        """
        Whether nothing is better; False when a limit was reached.
        """
    @property
    def upper_bound(self) -> float:
        """
        No agenda (that differs as asked) is worth more.
        """
    @property
    def value(self) -> float:
        """
        Sum of the items' values: how many municipalities' needs are met.
        """
class RestingTopic:
    """
    A topic that was treated lately.
    """
    def __repr__(self) -> str:
        ...
    @property
    def before(self) -> int:
        """
        In as long a period before.
        """
    @property
    def date(self) -> datetime.date:
        """
        The day on which it was treated.
        """
    @property
    def meeting(self) -> str:
        """
        Where it was treated.
        """
    @property
    def questions(self) -> int:
        """
        On it since then.
        """
    @property
    def returns(self) -> bool:
        """
        Whether it grew enough to come back.
        """
    @property
    def topic(self) -> str:
        """
        Id of the topic.
        """
class AgendaProposal:
    """
    The agenda that meets most of the demand of those who come.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per item: agenda (0: the best), item, topic, title, minutes, parallel, value, municipalities, why. Needs pandas (ImportError).
        """
    @property
    def best(self) -> ProposedAgenda:
        """
        The best agenda.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know.
        """
    @property
    def others(self) -> tuple[ProposedAgenda, ...]:
        """
        Further agendas, each unlike those before it.
        """
    @property
    def participants(self) -> int:
        """
        Municipalities.
        """
    @property
    def resting(self) -> tuple[RestingTopic, ...]:
        """
        Topics of the last meetings.
        """
    @property
    def unserved(self) -> tuple[str, ...]:
        """
        Participants who need something, and nothing of the best agenda.
        """
class MeetingTable:
    """
    A table in a round.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def knowers(self) -> tuple[str, ...]:
        """
        Municipalities at the table that know the topic.
        """
    @property
    def label(self) -> str:
        """
        The preferred label of its topic; empty: none.
        """
    @property
    def people(self) -> tuple[tuple[str, int], ...]:
        """
        (code of the municipality, number of the person among those it registered), ascending.
        """
    @property
    def topic(self) -> str | None:
        """
        Id of its topic; None: there were not wishes enough.
        """
class SeatingPlan:
    """
    Who sits at which table in which round of a meeting.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; notices in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per seat: round, table, topic, municipality, number. Needs pandas (ImportError).
        """
    @property
    def met_before(self) -> int:
        """
        Pairs at one table whose municipalities sat together before or were in contact.
        """
    @property
    def moves(self) -> int:
        """
        Seats changed from the plan to stay near.
        """
    @property
    def names(self) -> collections.abc.Mapping[str, str]:
        """
        Of the municipalities that are seated, by code.
        """
    @property
    def no_wish_met(self) -> tuple[tuple[str, int], ...]:
        """
        Who has wishes, and none was met.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know.
        """
    @property
    def people(self) -> int:
        """
        How many are seated.
        """
    @property
    def repeats(self) -> int:
        """
        Times after the first that two people meet.
        """
    @property
    def repeats_bound(self) -> int:
        """
        No plan at tables of these sizes has fewer repeats.
        """
    @property
    def rounds(self) -> tuple[tuple[MeetingTable, ...], ...]:
        """
        Of each round the tables.
        """
    @property
    def same_municipality(self) -> int:
        """
        Pairs of one municipality at one table.
        """
    @property
    def same_region(self) -> int:
        """
        Pairs of one veiligheidsregio and two municipalities at one table.
        """
    @property
    def tables_without_knower(self) -> int:
        """
        Of those with a topic.
        """
    @property
    def topics_changed(self) -> int:
        """
        Tables with another topic than in that plan.
        """
    @property
    def wishes(self) -> int:
        """
        Of everybody, those that the rounds have room for.
        """
    @property
    def wishes_bound(self) -> int:
        """
        No plan at tables of these sizes meets more, whatever their topics.
        """
    @property
    def wishes_met(self) -> int:
        """
        How many of them are met.
        """
class OutcomeFigures:
    """
    How often the base answered, and how long that took, by topic and period.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_frame(self) -> pandas.DataFrame:
        """
        The rows as a table. Needs pandas (ImportError).
        """
    @property
    def helped_part(self) -> float:
        """
        Part of those in which an answer of the base helped.
        """
    @property
    def rows(self) -> list[dict[str, typing.Any]]:
        """
        Topic and from None: all of them. All topics first, then topic by topic. Of the cases: by_base, passed_on, contacted (answered by), waiting (with a municipality, which has not answered yet), unanswered; declined (somebody could not help); told (the asker said of something whether it helped), told_helpful (something did); part_by_base; median_days from asked to answered: to the day the base gave its answer, or it was told that a municipality helped.
        """
    @property
    def said(self) -> int:
        """
        Cases of which it is told what confidence the base had said.
        """
    @property
    def said_mean(self) -> float:
        """
        Mean of those confidences.
        """
class RecordedOutcome:
    """
    What record_outcome() wrote.
    """
    def __repr__(self) -> str:
        ...
    @property
    def notices(self) -> list[str]:
        """
        In words: a merged municipality that was resolved to its successor.
        """
    @property
    def outcome(self) -> Outcome:
        """
        As it was written.
        """
class Recalibration:
    """
    How far a confidence was off, and what puts it right.
    """
    def __repr__(self) -> str:
        ...
    @property
    def better(self) -> bool:
        """
        loss_after is below loss_before and ln 2, and the slope is .1 or more: below, next to the same would be said of everything. Else all is left as it was.
        """
    @property
    def constant(self) -> float:
        """
        and this is added.
        """
    @property
    def happened(self) -> float:
        """
        Part of the outcomes that went so.
        """
    @property
    def loss_after(self) -> float:
        """
        The same recalibrated, each fifth of the questions by the other four.
        """
    @property
    def loss_before(self) -> float:
        """
        Mean of -ln(chance of what happened), as it is said now.
        """
    @property
    def loss_constant(self) -> float:
        """
        The same had always the part been said that went so in the other four fifths. While loss_after is above it, the confidence does not tell one case from another.
        """
    @property
    def outcomes(self) -> int:
        """
        That taught it; what is told of the same several times is one.
        """
    @property
    def said(self) -> float:
        """
        Mean confidence as it is said now.
        """
    @property
    def slope(self) -> float:
        """
        The log-odds are multiplied by this,
        """
class Recalibrated:
    """
    What recalibrate() learned.
    """
    @property
    def answers(self) -> Recalibration | None:
        """
        Of the confidence that an answer helps; None: too few outcomes, or all alike.
        """
    @property
    def knowers(self) -> Recalibration | None:
        """
        Of the confidence that a municipality knows.
        """
    @property
    def options(self) -> KnowledgeBaseOptions:
        """
        The base's, for configure().
        """
class FittedKnowers:
    """
    What fit_knowers() learned.
    """
    def __repr__(self) -> str:
        ...
    @property
    def converged(self) -> bool:
        """
        Whether the fit came to its end.
        """
    @property
    def loss(self) -> float:
        """
        Mean -ln(chance of those who answered), under these weights.
        """
    @property
    def loss_before(self) -> float:
        """
        The same of the base as it is, under its own weights.
        """
    @property
    def loss_of_none(self) -> float:
        """
        The same when each is as likely as the other.
        """
    @property
    def loss_over_all(self) -> float:
        """
        The same over all questions asked; those that taught nothing as a guess among all municipalities.
        """
    @property
    def options(self) -> KnowledgeBaseOptions:
        """
        The base's, for configure().
        """
    @property
    def questions(self) -> int:
        """
        That taught: somebody answered who could be named.
        """
    @property
    def tried(self) -> list[tuple[str, float, float]]:
        """
        (parameter, value, loss_over_all) of `choose`, in the order in which they were tried, each with the others as they were chosen by then.
        """
class Region:
    """
    Municipalities that meet together.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def cut_borders(self) -> int:
        """
        Borders between neighbours that leave the region.
        """
    @property
    def furthest(self) -> str:
        """
        Code of that member.
        """
    @property
    def host(self) -> str:
        """
        Code of the member that the others travel least to.
        """
    @property
    def longest_km(self) -> float:
        """
        Of the member that travels furthest.
        """
    @property
    def mean_km(self) -> float:
        """
        Of the members to the host.
        """
    @property
    def members(self) -> tuple[str, ...]:
        """
        Codes of the members of the network, ascending.
        """
    @property
    def name(self) -> str:
        """
        The host's name.
        """
    @property
    def others(self) -> tuple[str, ...]:
        """
        Codes of its municipalities that are no members, ascending.
        """
    @property
    def spread_km(self) -> float:
        """
        Root mean square distance of the members to their middle.
        """
class SplitArea:
    """
    A province or veiligheidsregio whose members do not all meet together.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def cut_off(self) -> tuple[str, ...]:
        """
        Codes of those outside the region where most are.
        """
    @property
    def kind(self) -> str:
        """
        'province' or 'safety_region'.
        """
    @property
    def members(self) -> int:
        """
        Members of the network in it.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def regions(self) -> int:
        """
        Over how many they are divided.
        """
class AssumedCrossing:
    """
    A way over water that is in no record, assumed so that nobody is left out.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def from_(self) -> str:
        """
        Code of the one end.
        """
    @property
    def km(self) -> float:
        """
        Between the two, as the crow flies.
        """
    @property
    def places(self) -> tuple[str, ...]:
        """
        Codes of all that it joins.
        """
    @property
    def to(self) -> str:
        """
        Code of the other.
        """
class RegionPlan:
    """
    A network divided in regions that meet by themselves.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values, which stay_near takes as well; sentences in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per municipality: region (counted from 1), host, municipality, member. Needs pandas (ImportError).
        """
    @property
    def assumed(self) -> tuple[AssumedCrossing, ...]:
        """
        Ways over water that are in no record.
        """
    @property
    def at_least(self) -> int:
        """
        Members that a region was to have at least.
        """
    @property
    def at_most(self) -> int:
        """
        And at most.
        """
    @property
    def borders(self) -> int:
        """
        Between neighbours.
        """
    @property
    def cost(self) -> float:
        """
        In km: the sum of reasons.
        """
    @property
    def cut_borders(self) -> int:
        """
        Of those, between two regions.
        """
    @property
    def gap(self) -> float:
        """
        The part of the cost by which it may exceed the best.
        """
    @property
    def joined(self) -> tuple[str, ...]:
        """
        Codes of members that were no members in the plan to stay near.
        """
    @property
    def largest(self) -> int:
        """
        Members of the largest region.
        """
    @property
    def lower_bound(self) -> float:
        """
        No plan with regions of at_least to at_most members costs less.
        """
    @property
    def mean_km(self) -> float:
        """
        Of all members to the hosts of their regions.
        """
    @property
    def members(self) -> int:
        """
        How many are placed.
        """
    @property
    def moved(self) -> tuple[str, ...]:
        """
        Codes of members of the plan to stay near that change region.
        """
    @property
    def names(self) -> collections.abc.Mapping[str, str]:
        """
        Of the municipalities in the regions, by code.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know.
        """
    @property
    def proved(self) -> bool:
        """
        Whether none of those is cheaper.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        What the cost is made of.
        """
    @property
    def regions(self) -> tuple[Region, ...]:
        """
        The regions.
        """
    @property
    def smallest(self) -> int:
        """
        Members of the smallest region.
        """
    @property
    def splits(self) -> tuple[SplitArea, ...]:
        """
        Provinces, then veiligheidsregio's, whose members do not all meet together.
        """
    @property
    def unplaced(self) -> tuple[str, ...]:
        """
        Codes of members in no region: without location and neighbours.
        """
class HostProposal:
    """
    Where municipalities could meet.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def cost(self) -> float:
        """
        In km, the less the better: the sum of reasons.
        """
    @property
    def furthest(self) -> str:
        """
        Code of that member.
        """
    @property
    def longest_km(self) -> float:
        """
        Of the member that travels furthest.
        """
    @property
    def mean_km(self) -> float:
        """
        Of all members.
        """
    @property
    def municipality(self) -> str:
        """
        Code of the host.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        What the cost is made of.
        """
    @property
    def was_host(self) -> datetime.date | None:
        """
        Day of the last meeting that it was host of; None: none known.
        """
class HostRanking:
    """
    Where municipalities could meet, best first.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per host, best first. Needs pandas (ImportError).
        """
    @property
    def hosts(self) -> tuple[HostProposal, ...]:
        """
        The cheapest first.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know.
        """
class GroupMember:
    """
    A municipality in a proposed working group.
    """
    def __repr__(self) -> str:
        ...
    @property
    def demand(self) -> float:
        """
        The same of its demand.
        """
    @property
    def expertise(self) -> float:
        """
        The largest on one of the topics, 0..1, in steps.
        """
    @property
    def knows(self) -> bool:
        """
        Whether it counts as a knower.
        """
    @property
    def municipality(self) -> str:
        """
        Its code.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def needs(self) -> bool:
        """
        Whether it counts as a needer; who knows does not.
        """
class ProposedGroup:
    """
    A working group to start.
    """
    def __repr__(self) -> str:
        ...
    def record(self, id: str, *, from_: datetime.date | str, name: str | None = None) -> WorkingGroup:
        """
        As a record for KnowledgeBase.add. InvalidInput: an id that is none.
        """
    @property
    def asked(self) -> tuple[int, ...]:
        """
        Members of the network who asked for it in each period, the newest first.
        """
    @property
    def chair(self) -> str:
        """
        Code of a knower among them who runs no other group.
        """
    @property
    def members(self) -> tuple[GroupMember, ...]:
        """
        Ascending by code.
        """
    @property
    def name(self) -> str:
        """
        By the topics' labels.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        What it is worth.
        """
    @property
    def regions(self) -> int:
        """
        Different ones among the members.
        """
    @property
    def score(self) -> float:
        """
        The sum of its reasons.
        """
    @property
    def topics(self) -> tuple[str, ...]:
        """
        What it takes up; the topic asked for in most periods first.
        """
class JoinProposal:
    """
    Who could join a running working group.
    """
    def __repr__(self) -> str:
        ...
    def record(self) -> WorkingGroup:
        """
        The group's record with the new members, for KnowledgeBase.replace.
        """
    @property
    def group(self) -> str:
        """
        Id of the group.
        """
    @property
    def members(self) -> tuple[GroupMember, ...]:
        """
        The new ones, ascending.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        What they add.
        """
    @property
    def score(self) -> float:
        """
        The sum of its reasons.
        """
class ClosingProposal:
    """
    A running working group that has served its purpose.
    """
    def __repr__(self) -> str:
        ...
    def record(self, *, delivered: str, to: datetime.date | str | None = None) -> WorkingGroup:
        """
        The group's record, closed, for KnowledgeBase.replace.

        delivered: what it leaves behind, which becomes evidence for its members; may be empty. to: its last day; None: today.
        InvalidInput: a last day before its first, or before a milestone.
        """
    @property
    def group(self) -> str:
        """
        Id of the group.
        """
    @property
    def reasons(self) -> tuple[Reason, ...]:
        """
        Why it has served.
        """
class GroupTopic:
    """
    What became of a topic when working groups were proposed.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def group(self) -> str | None:
        """
        Id of the group that runs on it, or None.
        """
    @property
    def knowers(self) -> int:
        """
        Municipalities that know it.
        """
    @property
    def needers(self) -> int:
        """
        That need it and do not know it.
        """
    @property
    def periods(self) -> int:
        """
        Of the last ones, with demand.
        """
    @property
    def topic(self) -> str:
        """
        Id of the topic.
        """
    @property
    def why(self) -> str:
        """
        'proposed', 'running', 'closing', 'not-asked', 'not-lasting', 'nobody-knows', 'few-knowers', 'few-needers',
        'few-members', 'few-regions', 'no-room' or 'outweighed'.
        """
class WorkingGroupProposals:
    """
    Working groups to start, to join and to close.
    """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def agreement(self, other: WorkingGroupProposals) -> tuple[float, float]:
        """
        How alike the new groups are: (part of the memberships in either that is in both, adjusted Rand index of the pairs
        that share a group).
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per member of a new group and per new member of a running one: group (its name or id), new, topic, municipality, name,
        chair, knows, needs, expertise, demand. Needs pandas (ImportError).
        """
    @property
    def closings(self) -> tuple[ClosingProposal, ...]:
        """
        Running groups that have served.
        """
    @property
    def gap(self) -> float:
        """
        By which part of its value the bound lies above it.
        """
    @property
    def groups(self) -> tuple[ProposedGroup, ...]:
        """
        To start, by descending score.
        """
    @property
    def joins(self) -> tuple[JoinProposal, ...]:
        """
        New members of running groups.
        """
    @property
    def municipalities(self) -> int:
        """
        That could be placed.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know.
        """
    @property
    def proved(self) -> bool:
        """
        Whether nothing is worth more; False when a limit was reached.
        """
    @property
    def topics(self) -> tuple[GroupTopic, ...]:
        """
        What became of each topic, ascending by id.
        """
    @property
    def upper_bound(self) -> float:
        """
        No groups under these options are worth more.
        """
    @property
    def value(self) -> float:
        """
        Sum of the scores of groups and joins.
        """
class MeetingPlan:
    """
    A meeting planned as a whole: what plays, what to treat, who speaks, who sits where.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def load(path: os.PathLike[str] | str, now: Snapshot | None = None) -> MeetingPlan:
        """
        The plan that save() wrote. now: gives the names of topics, speakers and municipalities in words; without it their
        ids stand for them.

        InvalidInput, with the place, for a file that is no plan or of another version, and for an agenda that was changed by
        hand: lock(), forbid() and swap() change it.
        """
    def __eq__(self, other: object) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def diff(self, earlier: MeetingPlan) -> PlanDiff:
        """
        What this plan changed of an earlier one.
        """
    def forbid(self, *, topic: str | None = None, item: str | None = None, speaker: str | None = None, apart: tuple[str, str] | None = None) -> EditedPlan:
        """
        A topic on the agenda; a speaker in an item; or that people of two municipalities sit at one table. InvalidInput as
        lock().
        """
    def lock(self, *, topic: str | None = None, item: str | None = None, speaker: str | None = None, municipality: str | None = None, number: int = 1, round: int | None = None, table: int | None = None) -> EditedPlan:
        """
        A topic on the agenda; a speaker in an item; or one of the people of a municipality at a table of a round, both
        counted from 1. Takes the place of an earlier edit that says the opposite. InvalidInput for an item or a seat that is not in the plan, and for what is not known.
        """
    def release(self, *, topic: str | None = None, item: str | None = None, speaker: str | None = None, municipality: str | None = None, number: int = 1, round: int | None = None, table: int | None = None, apart: tuple[str, str] | None = None) -> EditedPlan:
        """
        Takes back what was decided by hand, with lock(), forbid() or swap(), about a topic; a speaker in an item; one of the
        people of a municipality in a round, whatever the table; or two municipalities that sit apart. InvalidInput when
        nothing was decided about it.
        """
    def save(self, path: os.PathLike[str] | str) -> None:
        """
        Writes the plan to a file that load() reads: the same bytes for the same plan. StoreError when it cannot be written.
        """
    def swap(self, *, topics: tuple[str, str] | None = None, speakers: tuple[tuple[str, str], tuple[str, str]] | None = None, seats: tuple[tuple[str, int], tuple[str, int]] | None = None, round: int = 1) -> EditedPlan:
        """
        topics: (leaves, comes). speakers: ((item, speaker), (item, speaker)), who change places. seats: ((municipality,
        number), (municipality, number)), who change tables in a round. InvalidInput as lock().
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values; reasons and notices in 'nl' or 'en'.
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        One row per item and speaker: item, title, minutes, parallel, speaker, role, fit. The other steps have frames of
        their own: .gaps, .proposal, .programme, .seating. Needs pandas (ImportError).
        """
    def to_json(self) -> str:
        """
        Everything, as save() writes it.
        """
    def with_meeting(self, meeting: Meeting) -> EditedPlan:
        """
        With other registrations, another date or host. InvalidInput for another agenda than that of a plan whose agenda was
        proposed: it would be lost.
        """
    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """
        What is treated. A proposed item has the id of its topic.
        """
    @property
    def agenda_kept(self) -> bool:
        """
        Whether the meeting had an agenda, which was kept.
        """
    @property
    def edits(self) -> dict[str, typing.Any]:
        """
        What was decided by hand, as plain values.
        """
    @property
    def gaps(self) -> GapMap:
        """
        What plays.
        """
    @property
    def meeting(self) -> Meeting:
        """
        The meeting with the agenda of the plan.
        """
    @property
    def notices(self) -> tuple[Reason, ...]:
        """
        What the reader should know, of all steps, each once.
        """
    @property
    def parallel(self) -> tuple[str, ...]:
        """
        Ids of the proposed items that are at the same time.
        """
    @property
    def programme(self) -> Programme | None:
        """
        Who speaks; None: there is nothing to speak on.
        """
    @property
    def proposal(self) -> AgendaProposal | None:
        """
        The agenda that was proposed; None: the meeting's was kept.
        """
    @property
    def seating(self) -> SeatingPlan | None:
        """
        Who sits where; None: nobody is registered.
        """
    @property
    def today(self) -> datetime.date:
        """
        The day it was planned as of.
        """
class PlanDiff:
    """
    What one plan of a meeting changed of another.
    """
    def __bool__(self) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        ...
    def sentences(self, lang: str = 'nl') -> list[str]:
        """
        The changes in 'nl' or 'en'.
        """
    def to_dict(self, *, lang: str = 'nl') -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def changes(self) -> tuple[Reason, ...]:
        """
        Each change, to be said in words; empty: nothing changed.
        """
    @property
    def items_added(self) -> int:
        """
        On the agenda.
        """
    @property
    def items_changed(self) -> int:
        """
        Of other length, or now at the same time as others, or no more.
        """
    @property
    def items_removed(self) -> int:
        """
        From the agenda.
        """
    @property
    def people_added(self) -> int:
        """
        Registered since.
        """
    @property
    def people_removed(self) -> int:
        """
        Who cancelled.
        """
    @property
    def seats_changed(self) -> int:
        """
        Seats of people in both plans that are no more with most of their table.
        """
    @property
    def speakers_changed(self) -> int:
        """
        Places on items of both plans; one instead of another counts once.
        """
class EditedPlan:
    """
    A plan with edits: Snapshot.plan_meeting() plans it again around them.
    """
    def __repr__(self) -> str:
        ...
    def forbid(self, *, topic: str | None = None, item: str | None = None, speaker: str | None = None, apart: tuple[str, str] | None = None) -> EditedPlan:
        """
        A topic on the agenda; a speaker in an item; or that people of two municipalities sit at one table. InvalidInput as
        lock().
        """
    def lock(self, *, topic: str | None = None, item: str | None = None, speaker: str | None = None, municipality: str | None = None, number: int = 1, round: int | None = None, table: int | None = None) -> EditedPlan:
        """
        A topic on the agenda; a speaker in an item; or one of the people of a municipality at a table of a round, both
        counted from 1. Takes the place of an earlier edit that says the opposite. InvalidInput for an item or a seat that is not in the plan, and for what is not known.
        """
    def release(self, *, topic: str | None = None, item: str | None = None, speaker: str | None = None, municipality: str | None = None, number: int = 1, round: int | None = None, table: int | None = None, apart: tuple[str, str] | None = None) -> EditedPlan:
        """
        Takes back what was decided by hand, with lock(), forbid() or swap(), about a topic; a speaker in an item; one of the
        people of a municipality in a round, whatever the table; or two municipalities that sit apart. InvalidInput when
        nothing was decided about it.
        """
    def swap(self, *, topics: tuple[str, str] | None = None, speakers: tuple[tuple[str, str], tuple[str, str]] | None = None, seats: tuple[tuple[str, int], tuple[str, int]] | None = None, round: int = 1) -> EditedPlan:
        """
        topics: (leaves, comes). speakers: ((item, speaker), (item, speaker)), who change places. seats: ((municipality,
        number), (municipality, number)), who change tables in a round. InvalidInput as lock().
        """
    def with_meeting(self, meeting: Meeting) -> EditedPlan:
        """
        With other registrations, another date or host. InvalidInput for another agenda than that of a plan whose agenda was
        proposed: it would be lost.
        """
    @property
    def edits(self) -> dict[str, typing.Any]:
        """
        Everything that was decided by hand, as plain values.
        """
    @property
    def plan(self) -> MeetingPlan:
        """
        The plan that was edited.
        """
class LoadReport:
    """
    What a load wrote.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __eq__(self, other: object) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Both as plain values.
        """
    @property
    def notices(self) -> tuple[str, ...]:
        """
        Encodings detected, municipalities resolved, files passed over.
        """
    @property
    def records(self) -> collections.abc.Mapping[str, int]:
        """
        How many records were written, by plural type name.
        """
class MeetingImport:
    """
    What an import of a meeting's results wrote.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __eq__(self, other: object) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as plain values.
        """
    @property
    def attended(self) -> int:
        """
        Of them, those that attended.
        """
    @property
    def contacts(self) -> int:
        """
        Contacts on the list.
        """
    @property
    def notices(self) -> tuple[str, ...]:
        """
        Columns that were left out, encodings detected, municipalities resolved.
        """
    @property
    def passed_over(self) -> int:
        """
        Records that were there already, just so.
        """
    @property
    def questions(self) -> int:
        """
        Questions on the list.
        """
    @property
    def ratings(self) -> int:
        """
        Talks that were given a rating.
        """
    @property
    def records(self) -> collections.abc.Mapping[str, int]:
        """
        How many records were written, by plural type name.
        """
    @property
    def registrations(self) -> int:
        """
        Municipalities on the list.
        """
class Transaction:
    """
    A block of writes, made by KnowledgeBase.transaction().
    """
    def __enter__(self) -> Transaction:
        ...
    def __exit__(self, type: typing.Any, value: typing.Any, traceback: typing.Any) -> None:
        ...
class SpaceInfo:
    """
    The semantic space that a knowledge base uses.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        As plain data.
        """
    @property
    def description(self) -> dict[str, str]:
        """
        How it was learned and from what, by name.
        """
    @property
    def dimension(self) -> int:
        """
        Components of a vector.
        """
    @property
    def hash(self) -> str:
        """
        Tells spaces apart: 16 hexadecimal digits.
        """
    @property
    def own(self) -> bool:
        """
        Whether it is the knowledge base's own; else it is the one inside the library.
        """
    @property
    def problem(self) -> Problem | None:
        """
        Why the knowledge base's own is not used, or knows less than it could; None: all is well.
        """
    @property
    def words(self) -> int:
        """
        How many it knows; 0: there is none for the language.
        """
class EmbeddingsInfo:
    """
    Whose vectors documents were given, and how many have one.
    """
    def __repr__(self) -> str:
        ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        As plain data.
        """
    @property
    def dimension(self) -> int:
        """
        Components of a vector.
        """
    @property
    def documents(self) -> int:
        """
        Documents with a vector: questions with what everybody sees of them, and answers for fewer eyes.
        """
    @property
    def missing(self) -> int:
        """
        Documents without: their text came, or was changed, later.
        """
    @property
    def model(self) -> str:
        """
        Name of the model.
        """
class KnowledgeBase:
    """
    One knowledge base: a directory with records and an index, or the same in memory. May be called from any thread. What raises has changed nothing. After close() every method raises InvalidInput; in a forked child StoreError.
    """
    @staticmethod
    def create(path: os.PathLike[str] | str, *, options: KnowledgeBaseOptions | os.PathLike[str] | str | None = None, language: str | None = None) -> KnowledgeBase:
        """
        Makes a directory, which must not hold anything yet, a knowledge base and opens it for writing.

        options: how it finds and ranks, as a value or the path of a configuration file; kept in the directory. None: the defaults.

        language: of the texts it will hold, 'nl' or 'en'; kept in the directory. None: as the options say, Dutch by default. What is rendered for people (reasons, notices) is in either language at any time.

        StoreError when it cannot be made, InvalidInput for options out of range.
        """
    @staticmethod
    def in_memory(*, options: KnowledgeBaseOptions | os.PathLike[str] | str | None = None, language: str | None = None) -> KnowledgeBase:
        """
        An empty knowledge base without files. options, language: as for create().
        """
    @staticmethod
    def open(path: os.PathLike[str] | str, *, read_only: bool = False, options: KnowledgeBaseOptions | os.PathLike[str] | str | None = None) -> KnowledgeBase:
        """
        Opens an existing one and repairs what a crash left behind. One process at a time may write; any number may read.

        options: as for create(), but for this opening only; None: those kept in the directory, or the defaults. The index is made anew when they ask for another one. A semantic space in the directory that cannot be used, or was learned with other word lists, is warned of.

        StoreError when it is no knowledge base, from a newer schema, or being written by another process.
        """
    def __enter__(self) -> KnowledgeBase:
        ...
    def __exit__(self, type: typing.Any, value: typing.Any, traceback: typing.Any) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def add(self, records: Municipality | Network | Organisation | Topic | VocabularyEntry | Question | Answer | InventoryResponse | NewsItem | Meeting | Speaker | Contact | WorkingGroup | Outcome | Pause | collections.abc.Iterable[Municipality | Network | Organisation | Topic | VocabularyEntry | Question | Answer | InventoryResponse | NewsItem | Meeting | Speaker | Contact | WorkingGroup | Outcome | Pause]) -> list[str]:
        """
        Adds one record, or all of an iterable or none. Opens a transaction when none is open; commit() makes it lasting. Returns notices in words. InvalidInput: ids that are known already, references to nothing, values that are not valid; lists the problems of all records, up to 100.
        """
    def check(self) -> list[Problem]:
        """
        Verifies records, index and graph against each other: everything that is wrong, empty when all is well. Of a document in the index it compares the texts that are kept with it, not the terms that were made of them. A record that today is taken from, and that is dated more than a year after 99 in 100 of the others, is named as well.
        """
    def close(self) -> None:
        """
        Rolls back what was not committed and lets go of the files. Snapshots stay usable.
        """
    def commit(self) -> int:
        """
        Makes what was written lasting and visible to later snapshots. Returns the revision. StoreError when it cannot be written; the last commit is intact then.
        """
    def configure(self, options: KnowledgeBaseOptions | os.PathLike[str] | str | None) -> None:
        """
        Finds and ranks by these options from now on, and keeps them in the directory; None: the defaults. Makes the index anew when they ask for another one. InvalidInput in a transaction.
        """
    def drop_embeddings(self) -> None:
        """
        Lets go of all vectors, and of the function. InvalidInput in a transaction.
        """
    def embed_with(self, model: str, function: typing.Any, *, dimension: int | None = None, batch: int = 64, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> None:
        """
        Has a function place every document that has no vector, and from now on what is written, at its commit(), and every question that is asked. Only the vectors are kept: give the function again after opening. Of a base that is read-only it places the questions.

        model: its name, with its version. function: takes a list of texts and gives an array with a row for each; called from any thread, with the interpreter lock. None: none is used any more. dimension: of its rows; None: it is asked. batch: texts given at a time. progress: a function of stage, done, total.

        InvalidInput: another model or dimension than those that are kept (drop_embeddings() first), a wrong shape, numbers that are not finite; and in a transaction. What the function raises is passed on; nothing was changed then.
        """
    def export(self, directory: os.PathLike[str] | str) -> None:
        """
        Writes every record to a directory, which is made or must be empty; load() reads it, and exporting again gives the same bytes. InvalidInput while a transaction is open, StoreError when it cannot be written.
        """
    def fit_knowers(self, *, windows: int = 3, horizon: float = 0.25, step: float = 0.125, most: int = 2000, choose: collections.abc.Sequence[tuple[str, collections.abc.Sequence[float]]] = (), passes: int = 2, ridge: float = 0.01, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> FittedKnowers:
        """
        Learns from the network's own past who answers what: the weights of KnowerOptions under which those who answered were likeliest. Changes nothing: configure(result.options) does.

        choose: further parameters, each with values to choose among by the same measure, as in [('expertise.half_life_days', [365, 730]), ('knowers.prior_answers', [1, 3, 10])]: one after the other, until nothing changes or `passes` times. Each of the windows asks what was known by a day the questions that came next: `horizon` of all questions, each window `step` earlier; at most `most` questions together. InvalidInput when no question teaches anything, and for a parameter that cannot be chosen.
        """
    def import_meeting(self, meeting: str, *, registrations: os.PathLike[str] | str | None = None, ratings: os.PathLike[str] | str | None = None, contacts: os.PathLike[str] | str | None = None, questions: os.PathLike[str] | str | None = None, attended: bool | None = None, highest_rating: int = 5, max_errors: int = 100) -> MeetingImport:
        """
        What a meeting brought, from CSV files: all or nothing. Commits, unless a transaction is open.

        registrations: columns gemeente, aantal, wensen, aanwezig. ratings: spreker, agendapunt, cijfer, aantal. contacts: van,
        naar, onderwerp, uitkomst. questions: gemeente, vraag, onderwerp, titel. Other columns (names, e-mail, telephone) are left
        out, and named in the notices.
        attended: of rows that do not say it: True for a list of those who were there. highest_rating: 5, or 10 for school
        marks.

        A list that is read again changes nothing. InvalidInput lists every problem as file:line:column, up to max_errors;
        nothing is changed then. The GIL is released.
        """
    def load(self, directory: os.PathLike[str] | str, *, replace: bool = False, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None, max_errors: int = 100) -> LoadReport:
        """
        Loads every <plural>.csv and <plural>.jsonl of a directory: all or nothing. Commits, unless a transaction is open.

        replace: a record whose id is known replaces it; False: that is an error.
        progress: a function of stage, done, total that may return False to cancel; True: a line on stderr.

        InvalidInput lists every problem as file:line:column, up to max_errors; nothing is changed then, nor after Ctrl-C. The GIL is released.
        """
    def load_vac(self, file: os.PathLike[str] | str, *, organisation: str, id_prefix: str = 'vac-', audience: str = 'public', provenance: str = '', date: datetime.date | str | None = None, topics: collections.abc.Mapping[str, str] = {}, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> LoadReport:
        """
        Loads VACs (vraag-antwoordcombinaties) from JSON, with the same promises as load().

        organisation: id of who answers; must be known. id_prefix: before the ids of the file. provenance: the file's name when empty. date: of VACs without one. topics: trefwoord in lower case to topic id.
        """
    def rebuild_index(self, *, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> None:
        """
        Makes the index anew from the records. progress as for load().
        """
    def recalibrate(self, *, most: int = 1000, least: int = 20, progress: collections.abc.Callable[[str, int, int], bool | None] | bool | None = None) -> Recalibrated:
        """
        Learns from what became of questions how sure to be: that an answer helps, and that a municipality knows (Platt scaling). Changes nothing: configure(result.options) does.

        Of one that it does not make better on questions that it was not fitted to nothing is changed: Recalibration.better. most: questions looked at; least: fewer outcomes teach nothing. InvalidInput when there are too few.
        """
    def record_outcome(self, question: str | None, kind: str, *, date: datetime.date | str, municipality: str | None = None, pair: str | None = None, helpful: bool | None = None, asked: datetime.date | str | None = None, asked_by: str | None = None, topics: collections.abc.Sequence[str] = (), confidence: float | None = None, id: str | None = None) -> RecordedOutcome:
        """
        Tells what became of a question, in a transaction as add(). Returns the outcome as it was written, and add()'s notices.

        question: its id; None: it is not stored. kind: 'answered-by-base', 'passed-on', 'contacted', 'declined' or 'no-answer'. date: when that was known. municipality: who was asked. pair: id of the question whose answers were there. helpful: whether it helped; None: nobody said. asked, asked_by, topics: of the question; left out, they are those of the stored one (asked: the day of `date` when it is not stored). confidence: Reply.confidence, as it was said. id: left out, the next that is free.

        InvalidInput: what contradicts itself or what was told before of the question (that the same pair, or the same municipality however it was asked, helped and did not; no answer when it was helped by then), as for add() and load(); references to nothing. A verdict that has changed is told by replace() of the outcome that says otherwise.
        """
    @typing.overload
    def remove(self, record: Municipality | Network | Organisation | Topic | VocabularyEntry | Question | Answer | InventoryResponse | NewsItem | Meeting | Speaker | Contact | WorkingGroup | Outcome | Pause) -> None:
        """
        Removes a record, in a transaction as add(). InvalidInput when it is unknown or another record refers to it.
        """
    @typing.overload
    def remove(self, type: type[Municipality | Network | Organisation | Topic | VocabularyEntry | Question | Answer | InventoryResponse | NewsItem | Meeting | Speaker | Contact | WorkingGroup | Outcome | Pause], id: str) -> None:
        """
        The same by type and id: remove(m150.Answer, 'a-1').
        """
    def replace(self, record: Municipality | Network | Organisation | Topic | VocabularyEntry | Question | Answer | InventoryResponse | NewsItem | Meeting | Speaker | Contact | WorkingGroup | Outcome | Pause) -> list[str]:
        """
        Replaces the record with the same id, in a transaction as add(). InvalidInput when the id is unknown.
        """
    def rollback(self) -> None:
        """
        Forgets what was written since the last commit.
        """
    def scrub(self) -> None:
        """
        Makes the words of removed records disappear from every file.
        """
    def set_embeddings(self, model: str, ids: collections.abc.Sequence[str], matrix: numpy.typing.ArrayLike) -> None:
        """
        Gives questions, with the answers that everybody sees who sees them, the vectors of a model outside the library; a commit of its own. Which are near a question counts in what ask() finds from then on. They are kept, each as long as its text stays what it was.

        ids: of questions, each once. matrix: a row of finite numbers for each, of any numeric type and order in memory; a row of zeros: no vector.

        InvalidInput, with all that is wrong: another model or dimension than those that are kept (drop_embeddings() first), a shape that does not fit, unknown ids, numbers that are not finite; and in a transaction.
        """
    def snapshot(self, *, viewer: str | None = None, as_of: datetime.date | str | None = None, options: KnowledgeBaseOptions | os.PathLike[str] | str | None = None) -> Snapshot:
        """
        The last commit as a viewer may see it.

        viewer: code of a municipality (one that has merged sees with its successor's eyes); None: AVH, which sees everything. as_of: what was known at the end of this day; None: now, the day of the newest record. options: ranks by these (or by a configuration file) instead of the knowledge base's own, to try them out.

        InvalidInput for an unknown viewer, and for options that ask for another index.
        """
    def transaction(self) -> Transaction:
        """
        For `with`: commits at the end of the block, rolls back when it raises. InvalidInput when a transaction is open already.
        """
    def use_space(self, file: os.PathLike[str] | str | None) -> None:
        """
        Words mean from now on what a semantic space says that `m150-bench learn-space` wrote; None: what the one inside the library says. It is kept in the directory, and the index is made anew.

        InvalidInput when the file is damaged or was made for another language or other rules, and in a transaction; StoreError when it cannot be read.
        """
    @property
    def closed(self) -> bool:
        """
        Whether close() was called.
        """
    @property
    def directory(self) -> pathlib.Path | None:
        """
        Where it is; None for one in memory.
        """
    @property
    def embeddings(self) -> EmbeddingsInfo | None:
        """
        Whose vectors documents were given; None: there are none.
        """
    @property
    def in_transaction(self) -> bool:
        """
        Whether something was written that is not committed yet.
        """
    @property
    def options(self) -> KnowledgeBaseOptions:
        """
        How it finds and ranks: a copy; configure() changes it.
        """
    @property
    def read_only(self) -> bool:
        """
        Whether it was opened for reading only.
        """
    @property
    def revision(self) -> int:
        """
        Number of the last commit; 0 for an empty knowledge base.
        """
    @property
    def space(self) -> SpaceInfo:
        """
        The semantic space by which words are compared.
        """
class TestObjective:
    """
    Test sets that can be asked under any configuration; configurations that make the same index share it. Made by m150.objective(). May be used from several threads. Those of the queries that are `asked` (ids; None: all) see nothing of the others: documents that only others ask for are not there.
    """
    def __call__(self, options: KnowledgeBaseOptions, asked: collections.abc.Sequence[str] | None = None) -> float:
        """
        Mean of the first measure over the queries asked. InvalidInput for options out of range.
        """
    def __init__(self, *, test_sets: collections.abc.Sequence[str], measures: str, corpus: os.PathLike[str] | str, vac: os.PathLike[str] | str, network: os.PathLike[str] | str, topics: bool, language: str | None, slip_rate: float, seed: int, depth: int, semantic_space: os.PathLike[str] | str, program: str) -> None:
        ...
    def _fit_confidence(self, *, start: KnowledgeBaseOptions, labels: collections.abc.Sequence[str], folds: int, seed: int, l2: float) -> dict[str, typing.Any]:
        """
        Behind m150.fit_confidence, which makes tables of it.
        """
    def _tune(self, *, space: str, start: KnowledgeBaseOptions, strategy: str, trials: int, passes: int, rule: str, seed: int, labels: collections.abc.Sequence[str], forward: bool, folds: int, inner: int, one_world: bool, threads: int, log: os.PathLike[str] | str, progress: typing.Any) -> dict[str, typing.Any]:
        """
        Behind m150.tune, which makes tables of it.
        """
    def means(self, options: KnowledgeBaseOptions, asked: collections.abc.Sequence[str] | None = None) -> dict[str, float]:
        """
        Every measure by its name, over the queries asked.
        """
    def values(self, options: KnowledgeBaseOptions, asked: collections.abc.Sequence[str] | None = None) -> dict[str, float]:
        """
        The first measure of each query asked, by its id.
        """
    @property
    def measures(self) -> tuple[str, ...]:
        """
        Names; the first is the one to choose by.
        """
    @property
    def needs(self) -> tuple[str, ...]:
        """
        The need of each query; empty when it has none.
        """
    @property
    def queries(self) -> tuple[str, ...]:
        """
        Ids of the queries, ascending in each set; of several sets with the set's name and a slash before.
        """
    @property
    def remarks(self) -> tuple[str, ...]:
        """
        Sentences: what was left out.
        """
def ablate_system(system: str, *, test_set: str, measures: str, corpus: os.PathLike[str] | str, vac: os.PathLike[str] | str, network: os.PathLike[str] | str, language: str | None, slip_rate: float, depth: int, seed: int, resamples: int, level: float, semantic_space: os.PathLike[str] | str) -> dict[str, typing.Any]:
    """
    Behind m150.ablate, which makes a table of it.
    """
def compare_systems(a: str, b: str, *, test_set: str, measures: str, corpus: os.PathLike[str] | str, vac: os.PathLike[str] | str, network: os.PathLike[str] | str, language: str | None, slip_rate: float, depth: int, seed: int, resamples: int, level: float, semantic_space: os.PathLike[str] | str, embedder: typing.Any, changes: int) -> dict[str, typing.Any]:
    """
    Behind m150.compare, which makes a table of it.
    """
def evaluate_systems(systems: collections.abc.Sequence[str], *, test_set: str, measures: str, corpus: os.PathLike[str] | str, vac: os.PathLike[str] | str, network: os.PathLike[str] | str, language: str | None, slip_rate: float, depth: int, seed: int, resamples: int, level: float, semantic_space: os.PathLike[str] | str, embedder: typing.Any) -> dict[str, typing.Any]:
    """
    Behind m150.evaluate, which makes a table of it.
    """
def nobody_knows_of(system: str, *, test_set: str, corpus: os.PathLike[str] | str, network: os.PathLike[str] | str, language: str | None, semantic_space: os.PathLike[str] | str, bins: int) -> dict[str, typing.Any]:
    """
    Behind m150.nobody_knows, which makes tables of it.
    """
def parameters() -> tuple[Parameter, ...]:
    """
    All parameters of KnowledgeBaseOptions, in its order.
    """
def parse_municipality_id(text: str) -> str:
    """
    The canonical code of a municipality written as GM0355, gm0355, 0355, 355 or the TOOI URI. InvalidInput on anything else.
    """
def record_fields() -> dict[str, list[str]]:
    """
    The names of the fields of every record type, by plural type name, in the order of the files.
    """
__version__: str = '0.1.0'
pybind11_version: str
