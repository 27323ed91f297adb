#include "libm150/store/migrations.hpp"

#include <cstdint>
#include <string>

#include "libm150/base/error.hpp"

namespace m150::inline v0::sql {

namespace {

// A table a record type, its columns the fields of Schema<Record> under their own names. Lists and parts are
// JSON. Without rowid, a table lies in the order of its ids, which is the order in which records are visited.
// The texts of questions and answers have tables of their own, so that scanning all heads reads few pages.
// References are checked at commit, so that records may come in any order within one transaction.
constexpr std::string_view migration_1 = R"sql(
CREATE TABLE state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (1, 0);

CREATE TABLE changes (
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (revision, type, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE municipalities (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    province TEXT NOT NULL,
    safety_region TEXT NOT NULL,
    inhabitants TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    urbanity INTEGER,
    area_km2 REAL,
    neighbours TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    successor TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE networks (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    bands TEXT NOT NULL,
    members TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE topics (
    id TEXT PRIMARY KEY,
    preferred_label TEXT NOT NULL,
    alternative_labels TEXT NOT NULL,
    broader TEXT NOT NULL,
    related TEXT NOT NULL,
    definition TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    asked_by TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    title TEXT NOT NULL,
    topics TEXT NOT NULL,
    keywords TEXT NOT NULL,
    target_group TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE question_texts (
    id TEXT PRIMARY KEY REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    question TEXT NOT NULL REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED,
    by TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    by_organisation TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    status TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_question ON answers (question, date);

CREATE TABLE answer_texts (
    id TEXT PRIMARY KEY REFERENCES answers (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE inventory (
    id TEXT PRIMARY KEY,
    municipality TEXT NOT NULL REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    topic TEXT NOT NULL REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED,
    needs INTEGER NOT NULL,
    offers INTEGER NOT NULL,
    date TEXT NOT NULL,
    remark TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE news (
    id TEXT PRIMARY KEY,
    date TEXT NOT NULL,
    organisation TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    topics TEXT NOT NULL,
    url TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    network TEXT NOT NULL REFERENCES networks (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    online INTEGER NOT NULL,
    host TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    agenda TEXT NOT NULL,
    registrations TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE speakers (
    id TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    organisation TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    municipality TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    profile TEXT NOT NULL,
    topics TEXT NOT NULL,
    talks TEXT NOT NULL,
    availability TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
    id TEXT PRIMARY KEY,
    "from" TEXT NOT NULL REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    "to" TEXT NOT NULL REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    topics TEXT NOT NULL,
    outcome TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE working_groups (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    topic TEXT NOT NULL REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED,
    members TEXT NOT NULL,
    chair TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    "from" TEXT NOT NULL,
    "to" TEXT,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Words that stand for other words.
constexpr std::string_view migration_2 = R"sql(
CREATE TABLE vocabulary (
    id TEXT PRIMARY KEY,
    term TEXT NOT NULL,
    means TEXT NOT NULL,
    kind TEXT NOT NULL,
    context TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Where a model outside the library puts documents of the search index: signed bytes. What the text was that
// it was made of is told by a hash, so that a vector is not taken for that of another text. They go with
// their question.
constexpr std::string_view migration_3 = R"sql(
CREATE TABLE embedding_model (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    name TEXT NOT NULL,
    dimension INTEGER NOT NULL
) STRICT;

CREATE TABLE embeddings (
    document TEXT PRIMARY KEY,
    question TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    text_hash INTEGER NOT NULL,
    vector BLOB NOT NULL
) STRICT;
CREATE INDEX embeddings_by_question ON embeddings (question);
)sql";

// What became of questions; who wants to be left alone; ways over water; what working groups came to.
constexpr std::string_view migration_4 = R"sql(
CREATE TABLE outcomes (
    id TEXT PRIMARY KEY,
    question TEXT REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED,
    asked_by TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    asked TEXT NOT NULL,
    date TEXT NOT NULL,
    topics TEXT NOT NULL,
    kind TEXT NOT NULL,
    pair TEXT REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED,
    municipality TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    helpful INTEGER,
    confidence REAL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pauses (
    id TEXT PRIMARY KEY,
    municipality TEXT NOT NULL REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    topics TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE municipalities ADD COLUMN crossings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE working_groups ADD COLUMN milestones TEXT NOT NULL DEFAULT '[]';
ALTER TABLE working_groups ADD COLUMN delivered TEXT NOT NULL DEFAULT '';
)sql";

// Telling an outcome holds it against the others of its question, and removing a question looks for them.
constexpr std::string_view migration_5 = R"sql(
CREATE INDEX outcomes_by_question ON outcomes (question);
)sql";

// A working group can take up related topics together.
constexpr std::string_view migration_6 = R"sql(
CREATE TABLE groups_on_topics (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    topics TEXT NOT NULL,
    members TEXT NOT NULL,
    chair TEXT REFERENCES municipalities (id) DEFERRABLE INITIALLY DEFERRED,
    "from" TEXT NOT NULL,
    "to" TEXT,
    milestones TEXT NOT NULL,
    delivered TEXT NOT NULL,
    audience TEXT NOT NULL,
    provenance TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO groups_on_topics
    SELECT id, name, json_array(topic), members, chair, "from", "to", milestones, delivered, audience, provenance
    FROM working_groups;
DROP TABLE working_groups;
ALTER TABLE groups_on_topics RENAME TO working_groups;
)sql";

}  // namespace

const std::vector<std::string_view>& migrations() {
    static const std::vector<std::string_view> steps{migration_1, migration_2, migration_3,
                                                     migration_4, migration_5, migration_6};
    return steps;
}

std::int64_t schema_version(Database& database, const std::string& name,
                            const std::vector<std::string_view>& steps) {
    if (database.integer("PRAGMA application_id") != application_id) {
        throw StoreError({name, "is no knowledge base, or its making was cut off",
                          "a directory made by create",
                          "check the path; when nothing was ever stored in it, remove it and make it again"});
    }
    const std::int64_t version = database.integer("PRAGMA user_version");
    const auto newest = static_cast<std::int64_t>(steps.size());
    if (version > newest) {
        throw StoreError({name, "has schema version " + std::to_string(version) + ", made by a newer libm150",
                          "schema version " + std::to_string(newest) + " or older", "update libm150"});
    }
    return version;
}

void migrate(Database& database, const std::vector<std::string_view>& steps) {
    for (auto step = static_cast<std::size_t>(database.integer("PRAGMA user_version")); step < steps.size();
         ++step) {
        database.execute("BEGIN IMMEDIATE");
        try {
            database.execute(std::string(steps[step]));
            database.execute("PRAGMA application_id = " + std::to_string(application_id));
            database.execute("PRAGMA user_version = " + std::to_string(step + 1));
            database.execute("COMMIT");
        } catch (...) {
            if (database.in_transaction()) database.execute("ROLLBACK");
            throw;
        }
    }
}

}  // namespace m150::inline v0::sql
