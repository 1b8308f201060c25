// In which order a pattern is laid out: which vertex to begin at, which edge to walk next, from which end.
//
// Greedy: of everything that could come next, the step after which there are the fewest rows. Where to begin
// matters most, so each vertex is tried, and the order is taken whose steps together touch the fewest edges
// and vertices. (Large patterns begin at the vertex with the fewest candidates.)
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/facts/estimates.hpp"

namespace hearsay::engine {

// Could both be one edge of the graph? Not if no type is among those of both.
bool may_be_same_edge(const PatternEdge& a, const PatternEdge& b);

class PatternOrder {
  public:
    // `above`: what is made of the pattern's rows. `merged`: the pattern is MERGE's, so it will have more
    // edges than it has now. The pattern must outlive it.
    PatternOrder(const MatchPattern& pattern, const Layout& given, const Above& above, bool merged,
                 const PlanContext& context);

    // A node to be listed or looked up, or an edge to be walked, from its second node if `against`.
    struct Choice {
        std::optional<std::size_t> node, edge;
        bool against = false;
    };
    // Nothing when every node and edge is bound.
    std::optional<Choice> next() const { return next(progress_, true); }
    void take(const Choice& choice) { take(choice, progress_); }
    // The edge and its nodes are bound by another step.
    void bind(std::size_t edge);

  private:
    // A property of a node that an index could find, once what it reads is bound.
    struct Lookup {
        double found = 0;
        std::vector<std::size_t> nodes, edges;  // that must be bound
    };
    struct Node {
        const grammar::Name* label = nullptr;  // the one that the fewest vertices have
        graphs::LabelId likely;                // that the vertices are expected to have, or none
        double listed = 0;                     // with the label
        double passes = 1;  // the part of them for which the other predicates on this node alone hold
        double test = 0;    // what these cost
        std::vector<Lookup> lookups;
        bool bound = false;
    };
    // An edge, seen from one of its nodes.
    struct Way {
        double fan_out = 0;    // edges at one near node
        double fits = 1;       // the part of them whose far node has the labels and passes
        double reaches = 1;    // the candidates for the far node
        double has_any = 1;    // the part of the near nodes that have an edge
        bool counted = false;  // nothing but the number of the edges is asked for
    };
    struct Edge {
        Way ways[2];                        // from its first node, from its second
        std::vector<std::size_t> overlaps;  // edges that could be the same edge of the graph
        // What the properties of a range and the predicates of a shortest path read: that must be bound
        // before it is walked.
        std::vector<std::size_t> read_nodes, read_edges;
    };
    struct Progress {
        std::vector<bool> nodes, edges;  // bound
        double rows = 1;
        double cost = 0;
    };

    void add_node(std::size_t index);
    void guess_label(std::size_t edge, std::size_t node);
    void add_edge(std::size_t index);
    Way way_of(std::size_t edge, bool against) const;
    bool only_counted(std::size_t edge, std::size_t far) const;

    std::optional<Choice> next(const Progress& progress, bool tries) const;
    void take(const Choice& choice, Progress& progress) const;
    double cost_from(std::size_t node) const;
    const Lookup* lookup(std::size_t node, const Progress& progress) const;
    bool is_counted(std::size_t edge, const Way& way, const Progress& progress) const;
    double growth(std::size_t edge, bool against, const Progress& progress) const;
    bool is_ready(std::size_t edge, const Progress& progress) const;
    // Only among those that are ready, unless `all`.
    std::optional<Choice> cheapest_edge(const Progress& progress, double& rows, bool all = false) const;
    std::optional<std::size_t> cheapest_lookup(const Progress& progress, double& rows) const;
    std::optional<std::size_t> start(const Progress& progress, bool tries) const;

    const MatchPattern& pattern_;
    const Above& above_;
    bool merged_;
    const PlanContext& context_;
    std::unordered_map<std::string, std::size_t> node_index_, edge_index_;
    std::unordered_set<std::string> in_paths_;
    std::unordered_map<std::string, std::vector<const grammar::Expression*>> about_;  // predicates by name
    std::vector<std::size_t> edges_at_;                                               // how many, by node
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    Progress progress_;
};

}  // namespace hearsay::engine
