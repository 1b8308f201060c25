// Writes annotated articles into the graph: articles, parties, statements, and the edges that say who claims
// what.
//
// Every statement in the article's body or headline is a vertex that the article ATTRIBUTES. Its source
// CLAIMS or DENIES it (or ATTRIBUTES it, if it only passes it on) where the attribution's force is Asserted;
// what is wanted, asked, referred to or withheld is nobody's claim and keeps the article's edge alone, which
// carries source and cue as written.
//
// A statement's `text`, an edge's `cue` and its `source_text` are always what their offsets cut out of the
// article. Where a role has several pieces ("..., he said, ..."), that takes in what stands between them, and
// the pieces alone are in a list of offsets, [begin, end, begin, end, ...]: `spans`, `cue_spans`,
// `source_spans`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/articles/parties/party_index.hpp"
#include "engine/articles/text/document.hpp"
#include "graphs/graph/property_graph.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

class GraphBuilder {
  public:
    // Continues the graph: its parties are found again, and ids go on from its highest.
    explicit GraphBuilder(graphs::PropertyGraph& graph);

    // How many vertices and edges an article brought.
    struct Added {
        std::size_t statements = 0, claims = 0, denials = 0;
        std::size_t parties = 0;  // actors, organisations and outlets
        std::size_t places = 0;
    };
    // Adds the article with its statements and parties; `sha256` is the hexadecimal digest of its text, may
    // be empty. REQUIRES: every annotator of the pipeline has run; the graph has no article with this id. The
    // changes are left uncommitted. `progress` may throw to end it in the midst of the article. After that,
    // and after a take-back of the graph's changes, the builder is stale: take back, and make another one.
    Added add(const Document& document, const std::string& sha256 = {},
              const graphs::Progress& progress = graphs::no_progress);

  private:
    graphs::PropertyGraph& graph_;
    PartyIndex parties_;
    std::int64_t next_id_ = 1;
};

}  // namespace hearsay::engine
