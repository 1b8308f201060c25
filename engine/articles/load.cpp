#include "engine/articles/load.hpp"

#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "engine/articles/graph_builder.hpp"
#include "engine/articles/pipeline.hpp"
#include "engine/articles/reader/read_articles.hpp"
#include "engine/articles/reader/sha256.hpp"

namespace hearsay::engine {
namespace {

using Clock = std::chrono::steady_clock;

// A batch is committed when one of these is reached: a commit costs a disk's turn, and a killed load loses
// its batch.
constexpr std::size_t batch_articles = 64;
constexpr std::size_t batch_bytes = 4 << 20;  // of text
constexpr std::chrono::seconds batch_time{1};

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

class Loading {
  public:
    Loading(graphs::Store& store, const LoadEvents& events)
        : store_(store), graph_(store.graph()), events_(events), builder_(graph_) {
        article_ = graph_.label("Article");
        id_ = graph_.key("id");
        sha256_ = graph_.key("sha256");
    }

    graphs::Result<LoadSummary> run(const std::vector<std::string>& paths) {
        const auto begin = Clock::now();
        ReadEvents reading;
        reading.note = [this](const std::string& place, const std::string& text) { note(place, text); };
        reading.error = [this](const std::string& place, const std::string& reason) {
            ++summary_.failed;
            if (events_.error) events_.error(place, reason);
        };
        if (events_.progress)
            reading.progress = [this](std::uintmax_t done, std::uintmax_t total, const std::string& name) {
                events_.progress(static_cast<std::size_t>(done), static_cast<std::size_t>(total), name);
            };
        last_commit_ = begin;
        read_articles(paths, std::cin, reading, [this](Document&& document, const std::string& place) {
            return !interrupted() && take(document, place);
        });
        if (!failure_) commit();
        if (failure_) return tl::unexpected(*failure_);
        summary_.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        return summary_;
    }

  private:
    void note(const std::string& place, const std::string& text) const {
        if (events_.note) events_.note(place, text);
    }
    bool interrupted() const { return events_.interrupt && *events_.interrupt; }

    // False: the load ends.
    bool take(Document& document, const std::string& place) {
        const std::string digest = sha256(document.text);
        if (const auto same = graph_.find(article_, sha256_, digest); !same.empty()) {
            ++summary_.duplicates;
            note(place, "is loaded already as '" + id_of(same.front()) + "'");
            return true;
        }
        give_own_id(document, place);
        pipeline_.annotate(document);
        for (const std::string& text : document.notes) note(place, text);
        const GraphBuilder::Added added = builder_.add(document, digest);

        ++batch_.articles;
        batch_.statements += added.statements;
        batch_.claims += added.claims;
        batch_.denials += added.denials;
        batch_.parties += added.parties;
        batch_.places += added.places;
        batch_.words += count_words(document.text);
        bytes_ += document.text.size();
        waiting_.emplace_back(place, document.title.empty() ? document.id : document.title);
        if (waiting_.size() >= batch_articles || bytes_ >= batch_bytes ||
            Clock::now() - last_commit_ >= batch_time)
            commit();
        return !failure_;
    }

    std::string id_of(graphs::VertexId vertex) const {
        const graphs::Value id = graph_.property(vertex, id_);
        return id.kind() == graphs::Kind::String ? id.string() : std::string();
    }

    // Two articles never share an id: the later one gets a number behind it.
    void give_own_id(Document& document, const std::string& place) const {
        const std::string given = document.id;
        for (std::size_t number = 2; !graph_.find(article_, id_, document.id).empty(); ++number)
            document.id = fmt::format("{}~{}", given, number);
        if (document.id != given)
            note(place,
                 fmt::format("another text has the id '{}' already; loaded as '{}'", given, document.id));
    }

    void commit() {
        if (waiting_.empty()) return;
        if (const auto done = store_.commit(); !done) {
            failure_ = done.error();
            return;
        }
        summary_.articles += batch_.articles;
        summary_.statements += batch_.statements;
        summary_.claims += batch_.claims;
        summary_.denials += batch_.denials;
        summary_.parties += batch_.parties;
        summary_.places += batch_.places;
        summary_.words += batch_.words;
        if (events_.loaded)
            for (const auto& [place, title] : waiting_) events_.loaded(place, title);
        waiting_.clear();
        batch_ = {};
        bytes_ = 0;
        last_commit_ = Clock::now();
    }

    graphs::Store& store_;
    graphs::PropertyGraph& graph_;
    const LoadEvents& events_;
    GraphBuilder builder_;
    const Pipeline pipeline_ = Pipeline::standard();
    graphs::LabelId article_;
    graphs::KeyId id_, sha256_;

    LoadSummary summary_, batch_;
    std::size_t bytes_ = 0;  // of text in the batch
    std::vector<std::pair<std::string, std::string>>
        waiting_;  // place and title of each article in the batch
    Clock::time_point last_commit_;
    std::optional<graphs::Error> failure_;
};

}  // namespace

graphs::Result<LoadSummary> load_articles(graphs::Store& store, const std::vector<std::string>& paths,
                                          const LoadEvents& events) {
    if (store.read_only())
        return graphs::fail(store.name(), "is read-only, so nothing can be loaded into it");
    return Loading(store, events).run(paths);
}

}  // namespace hearsay::engine
