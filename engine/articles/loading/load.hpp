// Articles into a graph: files -> documents -> annotations -> vertices and edges.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "engine/articles/pipeline.hpp"
#include "engine/articles/reader/watch.hpp"
#include "graphs/file/store.hpp"

namespace hearsay::engine {

struct LoadSummary {
    std::size_t articles = 0;    // new in the graph
    std::size_t duplicates = 0;  // were there already
    std::size_t failed = 0;      // files or lines that could not be read
    std::size_t statements = 0, claims = 0, denials = 0, parties = 0, places = 0;  // new
    std::size_t words = 0;                                                         // read
    double seconds = 0;
    // Where the watch ended the load: the first article that was not loaded, or the input that was being
    // read. Empty: it was not ended.
    std::string stopped_at;
};

// What happens on the way, for a program to show; called on the thread that called `load_articles`, `note`,
// `error` and `loaded` in the order of the inputs. An article is reported as loaded only when it is on the
// disk, and what the reading notes about it not before.
struct LoadEvents {
    std::function<void(std::size_t done, std::size_t total, const std::string& name)>
        progress;  // bytes of all inputs
    std::function<void(const std::string& place, const std::string& text)>
        note;  // "read as windows-1251", "is loaded already"
    std::function<void(const std::string& place, const std::string& reason)>
        error;  // this input is passed over
    std::function<void(const std::string& place, const std::string& title)> loaded;
};

// Loads files and folders (recursively, in name order) of .txt, .html, .htm, .json and .jsonl; "-" is
// standard input. `threads` (1 and up) of them are annotated side by side; the graph, its file and the events
// are the same for any number. Articles are committed in batches. An error of the store ends the load, and so
// does the watch where it is over, also in the midst of an article; what was committed before stays, and the
// articles that were read before the end are committed.
graphs::Result<LoadSummary> load_articles(graphs::Store& store, const Pipeline& pipeline,
                                          const std::vector<std::string>& paths, const LoadEvents& events,
                                          std::size_t threads = 1, const Watch& watch = Watch());

}  // namespace hearsay::engine
