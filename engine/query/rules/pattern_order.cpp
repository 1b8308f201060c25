#include "engine/query/rules/pattern_order.hpp"

#include <algorithm>
#include <limits>

#include "engine/query/rules/facts/walk_statistics.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// What steps cost, in edges walked.
constexpr double list_vertex = 0.1;
constexpr double test_row = 0.3;
constexpr double call_on_row = 5;
constexpr double count_at_vertex = 0.3;
constexpr double hand_row_on = 1;

constexpr std::size_t tried_edges = 12;  // of larger patterns not every start is tried
constexpr double few = 10;
constexpr double never = std::numeric_limits<double>::infinity();

bool calls_function(const Expression& expression) {
    if (std::holds_alternative<FunctionCall>(expression.node) || has_subquery(expression)) return true;
    bool found = false;
    for_each_child(expression, [&](const Expression& child) { found = found || calls_function(child); });
    return found;
}

double test_cost(const Expression& predicate) {
    return calls_function(predicate) ? call_on_row : test_row;
}

Direction turned(Direction direction) {
    if (direction == Direction::Either) return direction;
    return direction == Direction::Right ? Direction::Left : Direction::Right;
}

}  // namespace

bool may_be_same_edge(const PatternEdge& a, const PatternEdge& b) {
    if (a.types.empty() || b.types.empty()) return true;
    return std::any_of(a.types.begin(), a.types.end(), [&b](const Name& type) {
        return std::any_of(b.types.begin(), b.types.end(),
                           [&type](const Name& other) { return other.text == type.text; });
    });
}

PatternOrder::PatternOrder(const MatchPattern& pattern, const Layout& given, const Above& above, bool merged,
                           const PlanContext& context)
    : pattern_(pattern),
      above_(above),
      merged_(merged),
      context_(context),
      edges_at_(pattern.nodes.size(), 0),
      nodes_(pattern.nodes.size()),
      edges_(pattern.edges.size()) {
    const std::unordered_set<std::string> bound(given.begin(), given.end());
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) node_index_[pattern.nodes[i]] = i;
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
        edge_index_[pattern.edges[i].variable] = i;
        ++edges_at_[pattern.edges[i].from];
        ++edges_at_[pattern.edges[i].to];
    }
    for (const auto& path : pattern.paths) {
        in_paths_.insert(path.nodes.begin(), path.nodes.end());
        in_paths_.insert(path.edges.begin(), path.edges.end());
    }
    for (const auto& predicate : pattern.predicates) {
        for (const auto& name : variables_read(predicate)) about_[name].push_back(&predicate);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        nodes_[i].bound = bound.contains(pattern.nodes[i]);
        add_node(i);
        context.check();
    }
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        guess_label(i, pattern.edges[i].from);
        guess_label(i, pattern.edges[i].to);
    }
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        add_edge(i);
        context.check();
    }
    progress_.edges.assign(edges_.size(), false);
    for (const Node& node : nodes_) progress_.nodes.push_back(node.bound);
}

void PatternOrder::add_node(std::size_t index) {
    Node& node = nodes_[index];
    const std::string& name = pattern_.nodes[index];
    for (const Expression* predicate : about_[name]) {
        const Name* label = label_test(*predicate, name);
        if (label == nullptr) continue;
        const double with = vertices_with(*label, context_);
        if (node.label == nullptr || with < node.listed) {
            node.label = label;
            node.listed = with;
        }
    }
    if (node.label != nullptr) node.likely = context_.graph.find_label(node.label->text);
    if (node.label == nullptr) node.listed = static_cast<double>(context_.graph.vertex_count());
    for (const Expression* predicate : about_[name]) {
        if (label_test(*predicate, name) == node.label && node.label != nullptr) continue;
        const Names reads = variables_read(*predicate);
        const bool alone = std::none_of(reads.begin(), reads.end(), [&](const std::string& read) {
            return read != name && (node_index_.contains(read) || edge_index_.contains(read));
        });
        if (alone) node.test += test_cost(*predicate);
        if (alone) node.passes *= selectivity(*predicate, context_, node.likely);
        const auto equality = property_equality(*predicate, name);
        if (!equality || node.label == nullptr) continue;
        Lookup lookup{vertices_found(*node.label, *equality, context_), {}, {}};
        for (const auto& read : variables_read(*equality->value)) {
            if (const auto at = node_index_.find(read); at != node_index_.end())
                lookup.nodes.push_back(at->second);
            if (const auto at = edge_index_.find(read); at != edge_index_.end())
                lookup.edges.push_back(at->second);
        }
        node.lookups.push_back(std::move(lookup));
    }
}

// A node without a label is expected to have one that all edges of its kind have at this end.
void PatternOrder::guess_label(std::size_t edge, std::size_t node) {
    const PatternEdge& at = pattern_.edges[edge];
    Node& guessed = nodes_[node];
    if (guessed.label != nullptr || at.range || edges_.size() > tried_edges) return;
    const WalkStatistics walk(at.types, at.direction, context_.graph);
    const graphs::LabelId label = at.from == node ? walk.common_near() : walk.common_far();
    if (guessed.likely.is_none() ||
        (!label.is_none() && vertices_with(label, context_) < vertices_with(guessed.likely, context_)))
        guessed.likely = label;
    if (!guessed.likely.is_none()) guessed.listed = vertices_with(guessed.likely, context_);
}

void PatternOrder::add_edge(std::size_t index) {
    Edge& edge = edges_[index];
    for (std::size_t other = 0; other < edges_.size(); ++other) {
        if (other != index && may_be_same_edge(pattern_.edges[index], pattern_.edges[other]))
            edge.overlaps.push_back(other);
    }
    const auto add_read = [&](const Expression& expression) {
        for (const auto& name : variables_read(expression)) {
            if (const auto at = node_index_.find(name); at != node_index_.end())
                edge.read_nodes.push_back(at->second);
            if (const auto at = edge_index_.find(name); at != edge_index_.end() && at->second != index)
                edge.read_edges.push_back(at->second);
        }
    };
    for (const auto& property : pattern_.edges[index].properties) add_read(property.second);
    for (const auto& predicate : pattern_.edges[index].predicates) add_read(predicate);
    edge.ways[0] = way_of(index, false);
    edge.ways[1] = way_of(index, true);
}

PatternOrder::Way PatternOrder::way_of(std::size_t index, bool against) const {
    const PatternEdge& edge = pattern_.edges[index];
    const std::size_t near = against ? edge.to : edge.from;
    const std::size_t far = against ? edge.from : edge.to;
    const WalkStatistics walk(edge.types, against ? turned(edge.direction) : edge.direction, context_.graph);
    const auto edges = static_cast<double>(walk.near().edges);

    Way way;
    const graphs::LabelId label = nodes_[near].likely;
    const graphs::EndCount count = label.is_none() ? walk.near() : walk.near(label);
    const double candidates =
        std::max(1.0, label.is_none() ? nodes_[near].listed : vertices_with(label, context_));
    way.fan_out = static_cast<double>(count.edges) / candidates;
    way.has_any = std::min(1.0, static_cast<double>(count.vertices) / candidates);
    way.reaches = std::max(1.0, static_cast<double>(walk.far().vertices));
    bool implied = true;
    for (const Expression* predicate : about_.at(pattern_.nodes[far])) {
        const Name* label_there = label_test(*predicate, pattern_.nodes[far]);
        if (label_there == nullptr) {
            implied = false;
            continue;
        }
        const graphs::LabelId id = context_.graph.find_label(label_there->text);
        implied = implied && walk.all_far(id);
        if (label_there == nodes_[far].label)
            way.fits = static_cast<double>(walk.far(id).edges) / std::max(1.0, edges);
    }
    way.fits *= nodes_[far].passes;
    way.counted = implied && only_counted(index, far);
    if (edge.range) {
        const double steps = static_cast<double>(std::min<std::int64_t>(edge.range->to.value_or(5), 5));
        const double each = std::max(edges / std::max(1.0, static_cast<double>(walk.near().vertices)), 1.1);
        for (double step = 1; step < steps; ++step) way.fan_out *= each;
    }
    return way;
}

bool PatternOrder::only_counted(std::size_t index, std::size_t far) const {
    const PatternEdge& edge = pattern_.edges[index];
    const std::string& end = pattern_.nodes[far];
    return above_.copies != Copies::Matter && !context_.statement_changes && !edge.range &&
           edge.selector == PathSelector::All && edges_at_[far] == 1 && !nodes_[far].bound &&
           !above_.reads(edge.variable) && !above_.reads(end) && !about_.contains(edge.variable) &&
           !in_paths_.contains(edge.variable) && !in_paths_.contains(end);
}

void PatternOrder::bind(std::size_t edge) {
    progress_.edges[edge] = true;
    progress_.nodes[pattern_.edges[edge].from] = true;
    progress_.nodes[pattern_.edges[edge].to] = true;
}

const PatternOrder::Lookup* PatternOrder::lookup(std::size_t node, const Progress& progress) const {
    const Lookup* best = nullptr;
    for (const Lookup& each : nodes_[node].lookups) {
        const bool known = std::all_of(each.nodes.begin(), each.nodes.end(),
                                       [&](std::size_t i) { return progress.nodes[i]; }) &&
                           std::all_of(each.edges.begin(), each.edges.end(),
                                       [&](std::size_t i) { return progress.edges[i]; });
        if (known && (best == nullptr || each.found < best->found)) best = &each;
    }
    return best;
}

bool PatternOrder::is_counted(std::size_t edge, const Way& way, const Progress& progress) const {
    const auto& overlaps = edges_[edge].overlaps;
    return way.counted && std::all_of(overlaps.begin(), overlaps.end(),
                                      [&](std::size_t other) { return progress.edges[other]; });
}

// By how much the rows become more, or fewer, when the edge is walked.
double PatternOrder::growth(std::size_t edge, bool against, const Progress& progress) const {
    const PatternEdge& walked = pattern_.edges[edge];
    const Way& way = edges_[edge].ways[against ? 1 : 0];
    if (walked.selector != PathSelector::All) return 1;
    if (progress.nodes[against ? walked.from : walked.to]) return way.fan_out / way.reaches;
    return is_counted(edge, way, progress) ? way.has_any : way.fan_out * way.fits;
}

bool PatternOrder::is_ready(std::size_t edge, const Progress& progress) const {
    const Edge& at = edges_[edge];
    return std::all_of(at.read_nodes.begin(), at.read_nodes.end(),
                       [&](std::size_t node) { return progress.nodes[node]; }) &&
           std::all_of(at.read_edges.begin(), at.read_edges.end(),
                       [&](std::size_t other) { return progress.edges[other]; });
}

std::optional<PatternOrder::Choice> PatternOrder::cheapest_edge(const Progress& progress, double& rows,
                                                                bool all) const {
    std::optional<Choice> best;
    rows = never;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        if (progress.edges[i] || (!all && !is_ready(i, progress))) continue;
        const PatternEdge& edge = pattern_.edges[i];
        const bool from = progress.nodes[edge.from], to = progress.nodes[edge.to];
        if (edge.selector == PathSelector::All ? !from && !to : !from || !to) continue;
        const double after = growth(i, !from, progress);
        if (!best || after < rows) {
            best = Choice{std::nullopt, i, !from};
            rows = after;
        }
    }
    return best;
}

std::optional<std::size_t> PatternOrder::cheapest_lookup(const Progress& progress, double& rows) const {
    std::optional<std::size_t> best;
    rows = never;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (progress.nodes[i] || nodes_[i].lookups.empty()) continue;
        const Lookup* found = lookup(i, progress);
        if (found == nullptr || (best && found->found >= rows)) continue;
        best = i;
        rows = found->found;
    }
    return best;
}

std::optional<PatternOrder::Choice> PatternOrder::next(const Progress& progress, bool tries) const {
    double edge_rows = never, found = never;
    const auto edge = cheapest_edge(progress, edge_rows);
    // Looking a vertex up can beat walking to it; otherwise a pattern is walked from what is bound.
    if (edge) {
        const auto node = cheapest_lookup(progress, found);
        if (node && (merged_ ? found <= few : found < edge_rows)) return Choice{*node, std::nullopt};
        return edge;
    }
    if (const auto node = start(progress, tries)) return Choice{*node, std::nullopt};
    return cheapest_edge(progress, edge_rows, true);  // ranges that read each other: an error when compiled
}

std::optional<std::size_t> PatternOrder::start(const Progress& progress, bool tries) const {
    tries = tries && edges_.size() <= tried_edges && !merged_;
    std::optional<std::size_t> best;
    double best_cost = never;
    bool best_waits = true;
    // A few vertices that are looked up beat any list, whatever is expected from there on.
    double fewest = never;
    cheapest_lookup(progress, fewest);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (progress.nodes[i]) continue;
        const Lookup* found = lookup(i, progress);
        if (fewest <= few && (found == nullptr || found->found > few)) continue;
        // A node that can be looked up once more of the pattern is bound had better wait.
        const bool waits = found == nullptr && !nodes_[i].lookups.empty();
        if (best && waits && !best_waits) continue;
        double cost = found != nullptr ? found->found : nodes_[i].listed;
        if (tries) {
            Progress tried = progress;
            tried.cost = 0;
            take({i, std::nullopt}, tried);
            while (const auto choice = next(tried, false)) take(*choice, tried);
            cost = tried.cost + tried.rows * hand_row_on;
        }
        if (!best || (best_waits && !waits) || cost < best_cost) {
            best = i;
            best_cost = cost;
            best_waits = waits;
        }
    }
    return best;
}

void PatternOrder::take(const Choice& choice, Progress& progress) const {
    context_.check();
    if (choice.node) {
        const Node& node = nodes_[*choice.node];
        if (const Lookup* found = lookup(*choice.node, progress)) {
            progress.cost += progress.rows * (1 + found->found);
            progress.rows *= found->found;
        } else {
            progress.cost += progress.rows * node.listed * (list_vertex + node.test);
            progress.rows *= node.listed * node.passes;
        }
        progress.nodes[*choice.node] = true;
        return;
    }
    const PatternEdge& edge = pattern_.edges[*choice.edge];
    const Way& way = edges_[*choice.edge].ways[choice.against ? 1 : 0];
    if (is_counted(*choice.edge, way, progress)) {
        progress.cost += progress.rows * count_at_vertex;
    } else {
        const std::size_t far = choice.against ? edge.from : edge.to;
        progress.cost += progress.rows * way.fan_out * (1 + (progress.nodes[far] ? 0 : nodes_[far].test));
    }
    progress.rows *= growth(*choice.edge, choice.against, progress);
    progress.edges[*choice.edge] = true;
    progress.nodes[edge.from] = progress.nodes[edge.to] = true;
}

}  // namespace hearsay::engine
