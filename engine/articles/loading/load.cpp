#include "engine/articles/loading/load.hpp"

#include <fmt/format.h>

#include <chrono>
#include <istream>
#include <optional>
#include <unordered_map>

#include "engine/articles/loading/graph_builder.hpp"
#include "engine/articles/loading/in_order.hpp"
#include "engine/articles/loading/sha256.hpp"
#include "engine/articles/reader/read_articles.hpp"
#include "engine/articles/reader/watched_input.hpp"
#include "engine/schema/schema.hpp"

namespace hearsay::engine {
namespace {

// A batch is committed when one of these is reached: a commit costs a disk's turn, and a killed load loses
// its batch. No clock among them, so that the file is the same however fast the articles are read.
constexpr std::size_t batch_articles = 64;
constexpr std::size_t batch_bytes = 32 << 10;  // of text; about a second's reading on one core

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

// An article, or what the reading of the files said between two articles.
struct Step {
    enum class Kind { Article, Note, Error } kind;
    std::string place;
    std::string text;  // Note, Error
    Document document;
    std::string digest;    // of the document's text
    bool stopped = false;  // it was not read to its end
};

class Loading {
  public:
    Loading(graphs::Store& store, const Pipeline& pipeline, const LoadEvents& events, std::size_t threads,
            const Watch& watch)
        : store_(store),
          graph_(store.graph()),
          events_(events),
          watch_(watch),
          progress_(watch.progress()),
          builder_(graph_),
          steps_(
              threads, {16 * threads, InOrderLimits{}.weight},
              [this, &pipeline](Step& step) { annotate(pipeline, step); },
              [this](Step& step) {
                  if (goes_on() && !step.stopped) return take(step);
                  stop_at(step.place);
                  return false;
              }) {
        article_ = graph_.label(schema::label::article);
        id_ = graph_.key(schema::key::id);
        sha256_ = graph_.key(schema::key::sha256);
    }

    graphs::Result<LoadSummary> run(const std::vector<std::string>& paths) {
        const auto begin = std::chrono::steady_clock::now();
        ReadEvents reading;
        reading.note = [this](const std::string& place, const std::string& text) {
            pass({Step::Kind::Note, place, text, {}, {}});
        };
        reading.error = [this](const std::string& place, const std::string& reason) {
            pass({Step::Kind::Error, place, reason, {}, {}});
        };
        std::string at_hand;
        reading.progress = [&](std::uintmax_t done, std::uintmax_t total, const std::string& name) {
            at_hand = name;
            if (events_.progress)
                events_.progress(static_cast<std::size_t>(done), static_cast<std::size_t>(total), name);
        };
        // Somebody may be waiting at the other end of a pipe for what they sent to be on the disk.
        WatchedInput input(watch_, [this] {
            if (steps_.finish()) commit();
        });
        std::istream standard_input(&input);
        try {
            read_articles(
                paths, standard_input, reading,
                [this](Document&& document, const std::string& place) {
                    if (goes_on()) return put(std::move(document), place);
                    stop_at(place);
                    return false;
                },
                watch_);
            steps_.finish();
        } catch (const ReadingStopped&) {
        }
        if (!failure_) commit();
        if (watch_.over()) stop_at(at_hand);
        if (failure_) return tl::unexpected(*failure_);
        summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return summary_;
    }

  private:
    void annotate(const Pipeline& pipeline, Step& step) const {
        try {
            pipeline.annotate(step.document, progress_);
        } catch (const ReadingStopped&) {
            step.stopped = true;
        }
    }

    // The first that is named counts: articles are taken in order.
    void stop_at(const std::string& place) {
        if (summary_.stopped_at.empty()) summary_.stopped_at = place;
    }

    bool goes_on() const { return !failure_ && !watch_.over(); }

    // Input that was cut off is reported as broken; that is nobody's fault and not worth a word.
    void pass(Step&& step) {
        if (!watch_.over()) steps_.pass(std::move(step));
    }

    // False: the load ends.
    bool put(Document&& document, const std::string& place) {
        Step step{Step::Kind::Article, place, {}, std::move(document), {}};
        step.digest = sha256(step.document.text);
        if (!graph_.find(article_, sha256_, step.digest).empty()) {
            step.document = {};  // `add` will find that it is there; no need to read it
            return steps_.pass(std::move(step));
        }
        const std::size_t bytes = step.document.text.size();
        return steps_.put(std::move(step), bytes);
    }

    bool take(Step& step) {
        switch (step.kind) {
            case Step::Kind::Note:
                say(events_.note, step.place, step.text);
                break;
            case Step::Kind::Error:
                ++summary_.failed;
                say(events_.error, step.place, step.text);
                break;
            case Step::Kind::Article:
                add(step.document, step.digest, step.place);
        }
        return !failure_;
    }

    void add(Document& document, const std::string& digest, const std::string& place) {
        if (const auto same = graph_.find(article_, sha256_, digest); !same.empty()) {
            ++summary_.duplicates;
            say(events_.note, place, "is loaded already as '" + id_of(same.front()) + "'");
            return;
        }
        // One that is a batch by itself may be stopped while it is added, and then goes alone.
        const bool large = document.text.size() >= batch_bytes;
        if (large) commit();
        if (failure_) return;
        const std::string given = document.id;
        give_own_id(document);
        GraphBuilder::Added added;
        try {
            added = builder_.add(document, digest, large ? progress_ : graphs::no_progress);
        } catch (const ReadingStopped&) {
            store_.roll_back();
            stop_at(place);
            throw;
        }
        ++batch_.articles;
        if (document.id != given)
            say(events_.note, place,
                fmt::format("another text has the id '{}' already; loaded as '{}'", given, document.id));
        for (const std::string& text : document.notes) say(events_.note, place, text);
        batch_.statements += added.statements;
        batch_.claims += added.claims;
        batch_.denials += added.denials;
        batch_.parties += added.parties;
        batch_.places += added.places;
        batch_.words += count_words(document.text);
        bytes_ += document.text.size();
        say(events_.loaded, place, document.title.empty() ? document.id : document.title);
        if (batch_.articles >= batch_articles || bytes_ >= batch_bytes) commit();
    }

    std::string id_of(graphs::VertexId vertex) const {
        const graphs::Value id = graph_.property(vertex, id_);
        return id.kind() == graphs::Kind::String ? std::string(id.string()) : std::string();
    }

    // Two articles never share an id: the later one gets a number behind it. Numbers that were found to be
    // taken are not tried again, so that any number of articles may come with one id.
    void give_own_id(Document& document) {
        const std::string given = document.id;
        const auto taken = [&] { return !graph_.find(article_, id_, document.id).empty(); };
        if (!taken()) return;
        std::size_t& number = last_numbers_.try_emplace(given, 1).first->second;
        do {
            document.id = fmt::format("{}~{}", given, ++number);
        } while (taken());
    }

    // Says it when the batch at hand is on the disk, at once if there is none. `event` is one of `events_`.
    using Event = std::function<void(const std::string& place, const std::string& text)>;
    void say(const Event& event, const std::string& place, const std::string& text) {
        unsaid_.push_back({&event, place, text});
        if (batch_.articles == 0) say_all();
    }
    void say_all() {
        for (const auto& [event, place, text] : unsaid_)
            if (*event) (*event)(place, text);
        unsaid_.clear();
    }

    void commit() {
        if (batch_.articles > 0) {
            if (const auto done = store_.commit(); !done) {
                failure_ = done.error();
                std::erase_if(unsaid_, [&](const Unsaid& u) { return u.event != &events_.error; });
                say_all();
                return;
            }
        }
        summary_.articles += batch_.articles;
        summary_.statements += batch_.statements;
        summary_.claims += batch_.claims;
        summary_.denials += batch_.denials;
        summary_.parties += batch_.parties;
        summary_.places += batch_.places;
        summary_.words += batch_.words;
        batch_ = {};
        bytes_ = 0;
        say_all();
    }

    struct Unsaid {
        const Event* event;
        std::string place, text;
    };

    graphs::Store& store_;
    graphs::PropertyGraph& graph_;
    const LoadEvents& events_;
    const Watch& watch_;
    const graphs::Progress progress_;
    GraphBuilder builder_;
    graphs::LabelId article_;
    graphs::KeyId id_, sha256_;

    LoadSummary summary_, batch_;
    std::size_t bytes_ = 0;                                      // of text in the batch
    std::unordered_map<std::string, std::size_t> last_numbers_;  // behind ids that came more than once
    std::vector<Unsaid> unsaid_;                                 // of the batch, in order
    std::optional<graphs::Error> failure_;

    InOrder<Step> steps_;
};

}  // namespace

graphs::Result<LoadSummary> load_articles(graphs::Store& store, const Pipeline& pipeline,
                                          const std::vector<std::string>& paths, const LoadEvents& events,
                                          std::size_t threads, const Watch& watch) {
    HEARSAY_ASSERT(threads >= 1);
    if (store.read_only())
        return graphs::fail(store.name(), "is read-only, so nothing can be loaded into it");
    return Loading(store, pipeline, events, threads, watch).run(paths);
}

}  // namespace hearsay::engine
