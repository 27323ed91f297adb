// Whom to connect: five guides for Zeist with a letter to the first, a plan for the whole of M150, and who
// holds it together.
//
// Usage: 03_connect [directory of records]     The twin in Python is 03_connect.py; both print the same
// lines.
#include <libm150/m150.hpp>

#include <algorithm>
#include <cstdio>
#include <string>

namespace {

void connect_one(const m150::Snapshot& now) {
    m150::ConnectOptions options;
    options.municipality = m150::parse_municipality_id("GM0355");
    options.limit = 5;
    for (const m150::Connection& connection : m150::connect(now, options)) {
        std::string topics;
        for (const auto& topic : connection.topics)
            topics += (topics.empty() ? "" : ", ") + topic.str();
        std::printf("%.3f %s learns from %s: %s\n", connection.score,
                    now.find(connection.learner)->name.c_str(), now.find(connection.guide)->name.c_str(),
                    topics.c_str());
        for (const m150::Reason& reason : connection.reasons) {
            std::printf("  %+.3f %s\n", reason.share, m150::explain(now, reason).c_str());
        }
    }
}

// It goes to both, so it names only what both may see.
void write_letter(const m150::Snapshot& now) {
    m150::ConnectOptions options;
    options.municipality = m150::parse_municipality_id("GM0355");
    options.limit = 1;
    const m150::Introduction letter = m150::introduction(now, m150::connect(now, options).front());
    std::printf("%s\n%s", letter.subject.c_str(), letter.text.c_str());
}

// Nobody guides more than three, so the best guide is not everybody's.
void connect_everybody(const m150::Snapshot& now) {
    m150::ConnectAllOptions options;
    options.per_municipality = 3;
    options.per_guide = 3;
    options.network = m150::Id<m150::Network>("M150");
    const m150::ConnectionPlan plan = m150::connect_all(now, options);
    std::printf("%zu connections, objective %.3f, at most %.3f\n", plan.connections.size(), plan.objective,
                plan.upper_bound);
    for (std::size_t i = 0; i < std::min<std::size_t>(5, plan.unconnected.size()); ++i) {
        const m150::Unconnected& left = plan.unconnected[i];
        std::printf("  %s misses %d: %s\n", left.municipality.str().c_str(), left.missing, left.why.c_str());
    }
}

// What nobody in M150 knows well, a member of G40 is asked for.
void connect_across(const m150::Snapshot& now) {
    m150::ConnectAllOptions options;
    options.network = m150::Id<m150::Network>("M150");
    options.guide_networks = {m150::Id<m150::Network>("G40")};
    options.knows_from = 0.8;
    options.unconnected_since = m150::Date(2025, 1, 1);
    const m150::ConnectionPlan plan = m150::connect_all(now, options);
    const auto outside = std::count_if(
        plan.connections.begin(), plan.connections.end(),
        [&](const m150::Connection& one) { return !now.is_member(one.guide, *options.network); });
    std::printf("%zu new connections, %td with a guide from outside\n", plan.connections.size(), outside);
}

void who_holds_it_together(const m150::Snapshot& now) {
    m150::BrokerOptions options;
    options.network = m150::Id<m150::Network>("M150");
    options.knows_from = 0.8;
    const m150::Brokers network = m150::brokers(now, options);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, network.municipalities.size()); ++i) {
        const m150::Broker& broker = network.municipalities[i];
        std::printf("%s lies between others: %.3f, %d ties\n", now.find(broker.municipality)->name.c_str(),
                    broker.betweenness, broker.degree);
    }
    std::printf("%zu were never connected; %zu of %d topics rest on one\n", network.unconnected.size(),
                network.topics.size(), network.known_topics);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        auto kb = m150::KnowledgeBase::in_memory();
        kb.load(argc > 1 ? argv[1] : M150_EXAMPLES_DIR "/network");
        const m150::Snapshot now = kb.snapshot();
        connect_one(now);
        write_letter(now);
        connect_everybody(now);
        connect_across(now);
        who_holds_it_together(now);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
