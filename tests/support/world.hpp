// A small synthetic network, seeded: municipalities, topics, questions and answers for every kind of eyes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {

struct World {
    std::vector<Municipality> municipalities;
    std::vector<Network> networks;
    std::vector<Organisation> organisations;
    std::vector<Topic> topics;
    std::vector<Question> questions;
    std::vector<Answer> answers;
    std::vector<InventoryResponse> inventory;
    std::vector<Contact> contacts;
    std::vector<WorkingGroup> working_groups;
    std::vector<Speaker> speakers;
    std::vector<NewsItem> news;
    std::vector<Meeting> meetings;
    std::vector<VocabularyEntry> vocabulary;
};

struct WorldOptions {
    int municipalities = 12;
    int topics = 5;
    int questions = 60;
    bool all_audiences = true;  // false: every record is for everyone
    bool around = false;        // news, meetings and a vocabulary as well
};

// Dates run from 2024-01-01 over two years. Every text holds the record's id as a word of its own ("w" + id
// without punctuation), so that a leak of a record's words can be told.
World make_world(std::uint64_t seed, const WorldOptions& options = {});

// The word that only this record's text holds.
std::string mark(const std::string& id);

// Adds and commits everything.
void fill(KnowledgeBase& base, const World& world);

// Adds and commits GM0099 Oudeplaats, which merged into the world's first municipality a day before its days
// begin.
Id<Municipality> add_merged(KnowledgeBase& base, const World& world);

}  // namespace m150::testing
