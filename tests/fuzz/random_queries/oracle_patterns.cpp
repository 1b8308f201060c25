#include "tests/fuzz/random_queries/oracle.hpp"

namespace hearsay::random_queries {
namespace {

constexpr std::size_t most_steps = 8'000;

}  // namespace

std::set<std::string> names_of(const std::vector<Path>& paths) {
    std::set<std::string> names;
    for (const Path& path : paths) {
        names.insert(path.name);
        for (const auto& node : path.nodes) names.insert(node.name);
        for (const auto& relationship : path.relationships) names.insert(relationship.name);
    }
    names.erase("");
    return names;
}

void Oracle::step() {
    if (++steps_ > most_steps) throw TooMuch{};
}

bool Oracle::properties_fit(const KeyValues& wanted, const Map& properties, const Row& row) {
    for (const auto& [key, expression] : wanted) {
        const auto found = properties.find(key);
        Value value;
        try {
            value = evaluate(expression, row);
        } catch (const Failure& failure) {
            throw Unsure(failure.what());
        }
        if (found == properties.end() || equals(found->second, value) != true) return false;
    }
    return true;
}

// The row with the node bound, if it fits.
std::optional<Row> Oracle::with_node(const NodePattern& pattern, std::size_t index, const Row& row) {
    step();
    const Node& node = graph_.nodes[index];
    if (node.deleted) return std::nullopt;
    for (const auto& label : pattern.labels) {
        if (!node.labels.contains(label)) return std::nullopt;
    }
    if (!properties_fit(pattern.properties, node.properties, row)) return std::nullopt;
    if (pattern.name.empty()) return row;
    const auto bound = row.find(pattern.name);
    if (bound != row.end()) {  // null is no node
        const auto* is = bound->second.as<NodeRef>();
        return is != nullptr && is->index == index ? std::optional(row) : std::nullopt;
    }
    Row more = row;
    more[pattern.name] = NodeRef{index};
    return more;
}

bool Oracle::edge_fits(const RelationshipPattern& pattern, std::size_t index, const Row& row) {
    step();
    const Edge& edge = graph_.edges[index];
    if (edge.deleted) return false;
    bool of_type = pattern.types.empty();
    for (const auto& type : pattern.types) of_type = of_type || type == edge.type;
    return of_type && properties_fit(pattern.properties, edge.properties, row);
}

namespace {

// The other ends of the edge if it is walked from the node: none, or one.
std::optional<std::size_t> other_end(const Edge& edge, std::size_t from, int way) {
    if (way >= 0 && edge.from == from) return edge.to;
    if (way <= 0 && edge.to == from) return edge.from;
    return std::nullopt;
}

}  // namespace

// Finds the rest of the path, from relationship `at` on, behind the nodes and edges that it has so far.
void Oracle::extend(const Path& path, std::size_t at, const PathRef& so_far, const Row& row, const Used& used,
                    const Found& found) {
    if (at == path.relationships.size()) return found(row, so_far, used);
    const RelationshipPattern& pattern = path.relationships[at];
    if (pattern.is_walk) return extend_walk(path, at, so_far, {}, row, used, found);
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
        const auto end = other_end(graph_.edges[i], so_far.nodes.back(), pattern.way);
        if (!end || used.contains(i) || !edge_fits(pattern, i, row)) continue;
        Row more = row;
        if (!pattern.name.empty()) {
            const auto bound = row.find(pattern.name);
            if (bound == row.end()) {
                more[pattern.name] = EdgeRef{i};
            } else if (const auto* is = bound->second.as<EdgeRef>(); is == nullptr || is->index != i) {
                continue;
            }
        }
        const auto with_end = with_node(path.nodes[at + 1], *end, more);
        if (!with_end) continue;
        PathRef longer = so_far;
        longer.nodes.push_back(*end);
        longer.edges.push_back(i);
        Used more_used = used;
        more_used.insert(i);
        extend(path, at + 1, longer, *with_end, more_used, found);
    }
}

// The same, in the middle of a walk that has these edges so far.
void Oracle::extend_walk(const Path& path, std::size_t at, const PathRef& so_far, const List& edges,
                         const Row& row, const Used& used, const Found& found) {
    const RelationshipPattern& pattern = path.relationships[at];
    const auto length = static_cast<int>(edges.size());
    if (length >= pattern.least.value_or(1)) {
        Row more = row;
        if (!pattern.name.empty()) more[pattern.name] = edges;
        if (const auto with_end = with_node(path.nodes[at + 1], so_far.nodes.back(), more))
            extend(path, at + 1, so_far, *with_end, used, found);
    }
    if (pattern.most && length >= *pattern.most) return;
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
        const auto end = other_end(graph_.edges[i], so_far.nodes.back(), pattern.way);
        if (!end || used.contains(i) || !edge_fits(pattern, i, row)) continue;
        PathRef longer = so_far;
        longer.nodes.push_back(*end);
        longer.edges.push_back(i);
        List more_edges = edges;
        more_edges.push_back(EdgeRef{i});
        Used more_used = used;
        more_used.insert(i);
        extend_walk(path, at, longer, more_edges, row, more_used, found);
    }
}

// All ways between two nodes, and of these the shortest that the WHERE lets through.
void Oracle::match_shortest(const Match& match, std::size_t at, const Row& row, const Used& used) {
    const Path& path = match.paths[at];
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::pair<Row, PathRef>>> ways;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        const auto with_start = with_node(path.nodes[0], i, row);
        if (!with_start) continue;
        extend(path, 0, {{i}, {}}, *with_start, used, [&](const Row& more, const PathRef& way, const Used&) {
            Row whole = more;
            if (!path.name.empty()) whole[path.name] = way;
            if (match.where && !is_true(*match.where, whole)) return;
            // What leads back to where it began is no way between two nodes.
            if (way.nodes.back() == i && !way.edges.empty()) return;
            ways[{i, way.nodes.back()}].emplace_back(whole, way);
        });
    }
    for (auto& [ends, candidates] : ways) {
        std::size_t least = candidates[0].second.edges.size();
        for (const auto& each : candidates) least = std::min(least, each.second.edges.size());
        std::erase_if(candidates, [&](const auto& each) { return each.second.edges.size() > least; });
        if (any_order_) dice_.shuffle(candidates);
        if (path.of == Path::Of::Shortest) candidates.resize(1);
        for (const auto& [whole, way] : candidates) match_from(match, at + 1, whole, used);
    }
}

void Oracle::match_from(const Match& match, std::size_t at, const Row& row, const Used& used) {
    if (at == match.paths.size()) {
        if (!match.where || is_true(*match.where, row)) match.rows.push_back(row);
        return;
    }
    const Path& path = match.paths[at];
    if (path.of != Path::Of::All) return match_shortest(match, at, row, used);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        const auto with_start = with_node(path.nodes[0], i, row);
        if (!with_start) continue;
        extend(path, 0, {{i}, {}}, *with_start, used,
               [&](const Row& more, const PathRef& whole, const Used& more_used) {
                   Row with_path = more;
                   if (!path.name.empty()) with_path[path.name] = whole;
                   match_from(match, at + 1, with_path, more_used);
               });
    }
}

Oracle::Rows Oracle::match(const std::vector<Path>& paths, const std::optional<Expression>& where,
                           const Row& row) {
    // What is gone is not found; but whether one that the row still holds is looked at before, is open.
    for (const auto& [name, value] : row) {
        const auto* node = value.as<NodeRef>();
        const auto* edge = value.as<EdgeRef>();
        if ((node != nullptr && graph_.nodes[node->index].deleted) ||
            (edge != nullptr && graph_.edges[edge->index].deleted))
            throw Unsure("something deleted may be looked at");
    }
    Rows rows;
    match_from({paths, where, rows}, 0, row, {});
    stir(rows);
    return rows;
}

}  // namespace hearsay::random_queries
