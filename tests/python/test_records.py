"""Records in Python are what they are in files: every field, in text or in Python's own types."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from typing import Any

import pytest

import m150

FULL: list[Any] = [
    m150.Municipality(
        id="355", name="Zeist", province="Utrecht", safety_region="Utrecht", inhabitants={2022: 64000, 2023: 65000}, latitude=52.09,
        longitude=5.23, urbanity=2, area_km2=48.5, neighbours=["GM0307"], crossings=["GM0310"], valid_from="1811-01-01", valid_to="2030-12-31",
        successor="GM0307", audience="avh", provenance="synthetic: test",
    ),
    m150.Network(
        id="M150", name="M150", bands=[m150.Band(at_least=25000, at_most=75000, from_="2020-01-01", to="2030-01-01")],
        members=[m150.Membership(municipality="355", excluded=True, from_="2021-01-01", to=None)],
    ),
    m150.Organisation(id="VNG", name="VNG", kind="koepel", url="https://vng.nl"),
    m150.Topic(id="bodycams", preferred_label="Bodycams", alternative_labels=["camera", "a|b"], broader=["x"], related=["y"], definition="d"),
    m150.Question(
        id="v-1", asked_by="GM0355", date="2026-03-02", title="t", text="x", topics=["bodycams"], keywords=["k"], target_group="boa's",
        audience="members:GM0307+GM0355",
    ),
    m150.Answer(id="a-1", question="v-1", by_organisation="VNG", date="2026-03-04", text="ja", accepted=True, status="outdated"),
    m150.InventoryResponse(id="i", municipality="GM0355", topic="bodycams", needs=1, offers=2, date="2026-01-01", remark="r"),
    m150.NewsItem(id="n", date="2026-01-01", organisation="VNG", title="t", text="x", topics=["bodycams"], url="u"),
    m150.Meeting(
        id="m", title="t", kind="regional", network="M150", date="2026-10-10", online=True, host="GM0355",
        agenda=[m150.AgendaItem(id="1", title="a", text="b", topics=["bodycams"], minutes=45, speakers_at_least=0, speakers_at_most=3)],
        registrations=[m150.Registration(municipality="GM0355", people=2, wishes=["bodycams"], attended=True)],
    ),
    m150.Speaker(
        id="s", role="r", municipality="GM0355", profile="p", topics=["bodycams"],
        talks=[m150.Talk(date="2025-01-01", title="t", topics=["bodycams"], meeting="m", rating=4.5)],
        availability=[m150.Period(from_="2026-01-01", to="2026-12-31")],
    ),
    m150.Contact(id="c", from_="GM0355", to="GM0307", date="2026-01-01", topics=["bodycams"], outcome="not-helpful"),
    m150.VocabularyEntry(id="b", term="BOT", means=["bedrijfsopvangteam"], kind="abbreviation", context=["agressie"]),
    m150.WorkingGroup(
        id="w", name="n", topics=["bodycams"], members=["GM0355"], chair="GM0355", from_="2026-01-01", to="2026-02-01",
        milestones=[m150.Milestone(date="2026-01-10", text="eerste keer bijeen")], delivered="een modelprotocol",
    ),
    m150.Outcome(
        id="u", question="v-1", asked_by="GM0355", asked="2026-01-01", date="2026-01-03", topics=["bodycams"], kind="answered-by-base",
        pair="v-2", helpful=True, confidence=0.5,
    ),
    m150.Pause(id="p", municipality="GM0355", topics=["bodycams"], from_="2026-01-01", to="2026-02-01"),
]  # fmt: skip


@pytest.mark.parametrize("record", FULL, ids=lambda record: type(record).__name__)
class TestEveryRecordType:
    def test_survives_dict_json_pickle_and_copy(self, record: Any) -> None:
        plain = record.to_dict()
        for again in (
            type(record).from_dict(plain),
            type(record).from_dict(json.loads(json.dumps(plain))),
            pickle.loads(pickle.dumps(record)),
            copy.copy(record),
            copy.deepcopy(record),
        ):
            assert again == record
            assert again is not record
        assert record != "something else"

    def test_every_field_of_the_record_above_is_set(self, record: Any) -> None:
        """Otherwise the test above would not notice a field that is lost."""
        unset = {name for name, value in record.to_dict().items() if value in ("", None, 0, False, [], {})}
        # The other of two that exclude each other, and what a record of the kind above does not need.
        assert unset <= {"by", "organisation", "provenance"} | ({"municipality"} if isinstance(record, m150.Outcome) else set())

    def test_dict_names_fields_as_the_files_do(self, record: Any) -> None:
        names = list(record.to_dict())
        assert names in [fields for fields in m150.record_fields().values()]

    def test_every_field_can_be_read_and_set(self, record: Any) -> None:
        twin = copy.copy(record)
        for name in record.to_dict():
            attribute = "from_" if name == "from" else name
            setattr(twin, attribute, getattr(record, attribute))
        assert twin == record

    def test_is_shown_by_its_fields(self, record: Any) -> None:
        assert repr(record).startswith(f"m150.{type(record).__name__}(id=")


def test_ids_are_text_and_codes_are_canonical() -> None:
    for written in ("355", "0355", "gm0355", "https://identifier.overheid.nl/tooi/id/gemeente/gm0355"):
        assert m150.Question(id=" v ", date="2026-01-01", asked_by=written).asked_by == "GM0355"
    assert m150.Question(id=" v ", date="2026-01-01").id == "v"
    assert m150.parse_municipality_id("355") == "GM0355"


def test_dates_are_read_as_dates_and_taken_as_text_too() -> None:
    day = datetime.date(2026, 3, 2)
    for given in (day, "2026-03-02", datetime.datetime(2026, 3, 2, 13, 45)):
        assert m150.Question(id="v", date=given).date == day


def test_lists_and_mappings_that_are_read_cannot_be_changed_without_effect() -> None:
    question = m150.Question(id="v", date="2026-01-01", topics=["a"])
    assert question.topics == ("a",)
    question.topics = [*question.topics, "b"]
    assert question.topics == ("a", "b")
    municipality = m150.Municipality(id="1", name="n", inhabitants={2023: 5})
    assert dict(municipality.inhabitants) == {2023: 5}
    with pytest.raises(TypeError):
        municipality.inhabitants[2024] = 6  # type: ignore[index]
    item = m150.AgendaItem(id="1", title="t")
    with pytest.raises(AttributeError):
        item.title = "u"  # type: ignore[misc]
    assert item.replaced(title="u").title == "u"
    assert item.title == "t"


def test_parts_may_be_given_as_dicts() -> None:
    meeting = m150.Meeting(id="m", title="t", network="M150", date="2026-10-10", agenda=[{"id": "1", "title": "a"}])  # type: ignore[list-item]
    assert meeting.agenda == (m150.AgendaItem(id="1", title="a"),)


def test_a_value_that_cannot_be_read_says_where_it_is_and_what_is_expected() -> None:
    with pytest.raises(m150.InvalidInput) as caught:
        m150.Question(id="v-1", date="2026-02-30", asked_by="Zeist", audience="iedereen")
    problems = caught.value.problems
    assert [problem.where for problem in problems] == [
        "question v-1, field asked_by",
        "question v-1, field date",
        "question v-1, field audience",
    ]
    assert "public" in problems[2].expected
    assert caught.value.total == 3
    assert str(problems[1]) in str(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [("date", 5, "datetime.date or str"), ("topics", "bodycams", "a sequence of str"), ("id", None, "str"), ("title", b"bytes", "str")],
)
def test_a_value_of_the_wrong_type_says_which_field_and_what_is_expected(field: str, value: object, expected: str) -> None:
    arguments: dict[str, Any] = {"id": "v-1", "date": "2026-01-01", field: value}
    with pytest.raises(TypeError, match=f"field {field}: expected {expected}"):
        m150.Question(**arguments)


def test_unknown_and_missing_fields_are_said_with_a_guess() -> None:
    with pytest.raises(m150.InvalidInput) as caught:
        m150.Question.from_dict({"id": "v-1", "titl": "x"})
    assert {problem.what for problem in caught.value.problems} == {"is missing", "has no field 'titl'"}
    assert "did you mean title?" in str(caught.value)
    with pytest.raises(TypeError, match="Question"):
        m150.Question(id="v-1", date="2026-01-01", titel="x")  # type: ignore[call-arg]


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(m150.InvalidInput, match="surrogate"):
        m150.Question(id="v-1", date="2026-01-01", title="\ud800")


def test_validate_lists_everything_that_is_wrong() -> None:
    record = m150.Answer(id="a", question="v", date="2026-01-01", text="")
    whats = record.validate()
    assert len(whats) >= 2  # no text, and neither by nor by_organisation
    assert all(problem.where for problem in whats)


def test_small_questions_to_records() -> None:
    zeist = m150.Municipality(id="355", name="Zeist", inhabitants={2020: 60000, 2023: 65000}, valid_to="2024-12-31")
    assert zeist.exists_on("2024-12-31") and not zeist.exists_on("2025-01-01")
    assert zeist.inhabitants_in(2021) == 60000
    band = m150.Network(id="M150", name="M150", bands=[m150.Band(at_least=25000, at_most=75000)])
    assert band.has_member(zeist, "2023-05-01")
    assert not band.has_member(zeist, "2026-05-01")
