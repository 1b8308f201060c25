#include "engine/query/procedures/graph_procedures.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <boost/pending/queue.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/query/expressions/error.hpp"
#include "engine/query/procedures/graph_options.hpp"

namespace hearsay::engine {

using graphs::Direction;
using graphs::List;
using graphs::Subgraph;
using graphs::Value;

namespace {

using Rows = std::vector<List>;

// Looks at the limits every few thousand easy steps.
class Watch {
  public:
    explicit Watch(const QueryContext& context) : context_(context) {}
    void step() {
        if ((++steps_ & 4095U) == 0) context_.check();
    }

  private:
    const QueryContext& context_;
    unsigned steps_ = 0;
};

// A property map over the numbers of vertices that looks at the limits as it is written: what stops an
// algorithm that has no visitor.
template <class T>
struct WatchedMap {
    using key_type = std::size_t;
    using value_type = T;
    using reference = T&;
    using category = boost::read_write_property_map_tag;

    std::vector<T>* items;
    Watch* watch;

    friend T get(const WatchedMap& map, std::size_t key) { return (*map.items)[key]; }
    friend void put(const WatchedMap& map, std::size_t key, T value) {
        map.watch->step();
        (*map.items)[key] = std::move(value);
    }
};

template <class T>
auto map_of(std::vector<T>& items) {
    return boost::make_iterator_property_map(items.begin(),
                                             boost::typed_identity_property_map<std::size_t>());
}

Rows scored(const Subgraph& subgraph, const std::vector<double>& scores, const QueryContext& context) {
    context.reserve(scores.size() * (sizeof(List) + 2 * sizeof(Value)));
    Rows rows;
    rows.reserve(scores.size());
    Watch watch(context);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        watch.step();
        rows.push_back({subgraph.vertex(i), scores[i]});
    }
    return rows;
}

// --- graph.pagerank --------------------------------------------------------------------------------------
Rows page_rank(QueryContext& context, const List& arguments) {
    const GraphOptions options(arguments[0], {"damping", "iterations", "tolerance"}, context);
    const Subgraph subgraph = options.subgraph(Direction::Out);
    const double damping = options.number("damping", 0.85, 0.0, 1.0);
    const double tolerance = options.number("tolerance", 1e-6, 0.0, 1.0);
    auto left = static_cast<std::size_t>(options.number("iterations", 100, 1, 1e6));
    context.reserve(subgraph.size() * 3 * sizeof(double));
    std::vector<double> ranks(subgraph.size()), next(subgraph.size()), before(subgraph.size());
    bool begun = false;
    Watch watch(context);
    const auto done = [&](const auto& current, const auto&) {  // asked before every round
        context.check();
        double moved = 0.0;
        for (std::size_t v = 0; v < before.size(); ++v) {
            moved = std::max(moved, std::abs(get(current, v) - before[v]));
            before[v] = get(current, v);
        }
        return left-- == 0 || (std::exchange(begun, true) && moved < tolerance);
    };
    if (subgraph.size() > 0)
        boost::graph::page_rank(subgraph, WatchedMap<double>{&ranks, &watch}, done, damping, subgraph.size(),
                                WatchedMap<double>{&next, &watch});
    return scored(subgraph, ranks, context);
}

// --- graph.betweenness -----------------------------------------------------------------------------------
// The shortest paths from one vertex after another, by a breadth-first search each (Brandes 2001). Boost's
// own brandes_betweenness_centrality begins each search by setting anew what it keeps of every vertex; this
// keeps to those that the search before has reached.
class Brandes {
  public:
    Brandes(const Subgraph& subgraph, const QueryContext& context)
        : subgraph_(subgraph),
          watch_(context),
          reached_(room(subgraph, context)),
          colours_(subgraph.size()) {}

    std::vector<double> run() {
        std::vector<double> centrality(subgraph_.size());
        for (std::size_t source = 0; source < subgraph_.size(); ++source) {
            search(source);
            // From the farthest back: what hangs on each vertex, shared out among those before it.
            for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
                Reached& here = reached_[*at];
                for (const std::size_t before : here.before) {
                    watch_.step();
                    reached_[before].dependency +=
                        (reached_[before].paths / here.paths) * (1 + here.dependency);
                }
                if (*at != source) centrality[*at] += here.dependency;
            }
            for (const std::size_t v : order_) {
                watch_.step();
                reached_[v].clear();
                colours_[v] = boost::white_color;
            }
            order_.clear();
        }
        return centrality;
    }

  private:
    // What a search knows of a vertex.
    struct Reached {
        std::vector<std::size_t> before;  // on the shortest paths to it, once an edge
        double paths = 0, dependency = 0;
        std::size_t distance = 0;

        void clear() {
            before.clear();  // but its room stays
            paths = dependency = 0;
        }
    };

    struct Visitor : boost::bfs_visitor<> {
        Brandes* all;

        explicit Visitor(Brandes* brandes) : all(brandes) {}
        void examine_vertex(std::size_t v, const Subgraph&) const { all->order_.push_back(v); }
        void examine_edge(const Subgraph::Edge&, const Subgraph&) const { all->watch_.step(); }
        void tree_edge(const Subgraph::Edge& edge, const Subgraph&) const {
            all->reached_[edge.target].distance = all->reached_[edge.source].distance + 1;
            arrive(edge);
        }
        void non_tree_edge(const Subgraph::Edge& edge, const Subgraph&) const {
            if (all->reached_[edge.target].distance == all->reached_[edge.source].distance + 1) arrive(edge);
        }
        void arrive(const Subgraph::Edge& edge) const {
            all->reached_[edge.target].paths += all->reached_[edge.source].paths;
            all->reached_[edge.target].before.push_back(edge.source);
        }
    };

    static std::size_t room(const Subgraph& subgraph, const QueryContext& context) {
        context.reserve(subgraph.size() *
                            (sizeof(Reached) + sizeof(boost::default_color_type) + 2 * sizeof(double)) +
                        num_edges(subgraph) * sizeof(std::size_t));
        return subgraph.size();
    }

    void search(std::size_t source) {
        watch_.step();
        reached_[source].paths = 1;
        reached_[source].distance = 0;
        boost::queue<std::size_t> waiting;
        boost::breadth_first_visit(subgraph_, source, waiting, Visitor(this), map_of(colours_));
    }

    const Subgraph& subgraph_;
    Watch watch_;
    std::vector<Reached> reached_;
    std::vector<boost::default_color_type> colours_;
    std::vector<std::size_t> order_;  // as reached
};

Rows betweenness(QueryContext& context, const List& arguments) {
    const GraphOptions options(arguments[0], {}, context);
    const Subgraph subgraph = options.subgraph(Direction::Both);
    std::vector<double> centrality = Brandes(subgraph, context).run();
    if (options.both_ways(Direction::Both)) {  // each pair was counted from either end
        for (double& each : centrality) each /= 2;
    }
    return scored(subgraph, centrality, context);
}

// --- graph.components ------------------------------------------------------------------------------------
Rows components(QueryContext& context, const List& arguments) {
    const GraphOptions options(arguments[0], {}, context);
    const Subgraph subgraph = options.subgraph(Direction::Out);
    const std::size_t count = subgraph.size();
    context.reserve(count * (4 * sizeof(std::size_t) + sizeof(List) + 3 * sizeof(Value)));
    std::vector<std::size_t> rank(count), parent(count);
    boost::disjoint_sets sets(map_of(rank), map_of(parent));
    Watch watch(context);
    for (std::size_t v = 0; v < count; ++v) sets.make_set(v);
    for (const auto& edge : boost::make_iterator_range(edges(subgraph))) {
        watch.step();
        sets.union_set(edge.source, edge.target);
    }
    std::vector<std::size_t> sizes(count), order;
    for (std::size_t v = 0; v < count; ++v) {
        if (sizes[sets.find_set(v)]++ == 0) order.push_back(sets.find_set(v));
    }
    // The largest is number 1; of the same size, the one with the oldest node comes first.
    std::stable_sort(order.begin(), order.end(),
                     [&sizes](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    std::vector<std::int64_t> number(count);
    for (std::size_t i = 0; i < order.size(); ++i) number[order[i]] = static_cast<std::int64_t>(i) + 1;
    Rows rows;
    rows.reserve(count);
    for (std::size_t v = 0; v < count; ++v) {
        watch.step();
        const std::size_t set = sets.find_set(v);
        rows.push_back({subgraph.vertex(v), number[set], static_cast<std::int64_t>(sizes[set])});
    }
    return rows;
}

// --- graph.shortestPath ----------------------------------------------------------------------------------
struct Arrived {};

// Keeps the edge by which each vertex is reached best, and stops at the target.
class PathVisitor : public boost::dijkstra_visitor<> {
  public:
    PathVisitor(std::size_t target, std::vector<Subgraph::Edge>& reached_by, Watch& watch)
        : target_(target), reached_by_(&reached_by), watch_(&watch) {}
    void examine_vertex(std::size_t v, const Subgraph&) const {
        if (v == target_) throw Arrived();
    }
    void examine_edge(const Subgraph::Edge&, const Subgraph&) const { watch_->step(); }
    void edge_relaxed(const Subgraph::Edge& edge, const Subgraph&) const {
        (*reached_by_)[edge.target] = edge;
    }

  private:
    std::size_t target_;
    std::vector<Subgraph::Edge>* reached_by_;
    Watch* watch_;
};

std::size_t number_of(const Value& node, const Subgraph& subgraph, const QueryContext& context) {
    if (node.kind() != graphs::Kind::Vertex) expressions::fail_type({}, "a Node", node);
    if (!context.is_there(node)) expressions::fail_deleted({}, node);
    return subgraph.number(node.vertex());
}

// A relationship without the property weighs 1.
double weight_of(const Subgraph::Edge& edge, graphs::KeyId key, const graphs::PropertyGraph& graph) {
    if (key.is_none()) return 1.0;
    const Value value = graph.property(edge.id, key);
    if (value.is_null()) return 1.0;
    if (!value.is_number()) expressions::fail_type({}, "a number as the weight of a relationship", value);
    if (value.number() >= 0.0) return value.number();
    expressions::fail({}, "the weight of a relationship is below 0 or NaN", "ArgumentError",
                      "NumberOutOfRange", "the weights of a shortest path are 0 or more");
}

Rows shortest_path(QueryContext& context, const List& arguments) {
    const GraphOptions options(arguments[2], {"weight"}, context);
    if (arguments[0].is_null() || arguments[1].is_null()) return {};
    const Subgraph subgraph = options.subgraph(Direction::Both);
    const std::size_t from = number_of(arguments[0], subgraph, context);
    const std::size_t to = number_of(arguments[1], subgraph, context);
    if (from == Subgraph::none || to == Subgraph::none) return {};
    const graphs::KeyId key = options.key("weight");
    context.reserve(subgraph.size() * (sizeof(Subgraph::Edge) + 4 * sizeof(double)));
    std::vector<Subgraph::Edge> reached_by(subgraph.size());
    std::vector<double> cost(subgraph.size());
    Watch watch(context);
    const auto weights = boost::make_function_property_map<Subgraph::Edge>(
        [&](const Subgraph::Edge& edge) { return weight_of(edge, key, context.graph); });
    try {
        boost::dijkstra_shortest_paths(subgraph, from,
                                       boost::weight_map(weights)
                                           .distance_map(map_of(cost))
                                           .predecessor_map(boost::dummy_property_map())
                                           .visitor(PathVisitor(to, reached_by, watch)));
        return {};
    } catch (const Arrived&) {  // the quickest way out of the search
    }
    graphs::Path path;
    path.vertices.push_back(subgraph.vertex(to));
    for (std::size_t at = to; at != from; at = reached_by[at].source) {
        path.edges.push_back(reached_by[at].id);
        path.vertices.push_back(subgraph.vertex(reached_by[at].source));
    }
    std::reverse(path.vertices.begin(), path.vertices.end());
    std::reverse(path.edges.begin(), path.edges.end());
    return {{std::move(path), cost[to]}};
}

}  // namespace

void add_graph_procedures(Procedures& procedures) {
    const Procedure::Field options{"options", "MAP?", true};
    const std::vector<Procedure::Field> score{{"node", "NODE"}, {"score", "FLOAT"}};
    procedures.add({"graph.pagerank",
                    "How much each node is pointed at by nodes that are pointed at much (not normalised).",
                    {options},
                    score,
                    page_rank});
    procedures.add({"graph.betweenness",
                    "How many of the shortest paths between two other nodes lead through each node.",
                    {options},
                    score,
                    betweenness});
    procedures.add({"graph.components",
                    "Which nodes hang together; the largest component is number 1.",
                    {options},
                    {{"node", "NODE"}, {"component", "INTEGER"}, {"size", "INTEGER"}},
                    components});
    procedures.add({"graph.shortestPath",
                    "The path between two nodes with the least sum of weights.",
                    {{"from", "NODE?"}, {"to", "NODE?"}, options},
                    {{"path", "PATH"}, {"cost", "FLOAT"}},
                    shortest_path});
}

}  // namespace hearsay::engine
