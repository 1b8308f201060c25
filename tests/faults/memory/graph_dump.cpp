#include "tests/faults/memory/graph_dump.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "graphs/columns/rows.hpp"
#include "repl/output/cypher_text.hpp"

namespace hearsay::faults {
namespace {

using namespace graphs;

const Progress go_on = [](std::size_t) {};

template <class Ids>
std::string listed(const Ids& ids) {
    std::string text;
    for (const auto id : ids) text += " " + std::to_string(id.value);
    return text;
}

std::string properties_text(const PropertyGraph& graph, const Properties& properties) {
    std::string text;
    for (const auto& [key, value] : properties) {
        text += " " + std::string(graph.name(key)) + "=" + std::string(kind_name(value.kind())) + " " +
                repl::to_expression(graph, value);
    }
    return text;
}

class Dump {
  public:
    explicit Dump(const PropertyGraph& graph) : graph_(graph) {}

    std::string content() {
        name<LabelId>("label", graph_.label_count());
        name<TypeId>("type", graph_.type_count());
        name<KeyId>("key", graph_.key_count());
        for (std::uint32_t v = 0; v < graph_.vertex_capacity(); ++v) {
            if (!graph_.alive(VertexId{v})) continue;
            line("vertex " + std::to_string(v) + listed(graph_.labels(VertexId{v})) +
                 properties_text(graph_, graph_.properties(VertexId{v})));
        }
        for (std::uint32_t e = 0; e < graph_.edge_capacity(); ++e) {
            const EdgeId edge{e};
            if (!graph_.alive(edge)) continue;
            line("edge " + std::to_string(e) + " " + std::to_string(graph_.source(edge).value) + " " +
                 std::to_string(graph_.type(edge).value) + " " + std::to_string(graph_.target(edge).value) +
                 properties_text(graph_, graph_.properties(edge)));
        }
        line("capacities " + std::to_string(graph_.vertex_capacity()) + " " +
             std::to_string(graph_.edge_capacity()));
        for (const IndexDefinition& index : graph_.indexes())
            line("index " + index.name + " " + std::to_string(static_cast<int>(index.kind)) + " " +
                 index.label + " " + index.key);
        return std::move(text_);
    }

    std::string all() {
        text_ = content();
        counts();
        for (std::uint32_t label = 0; label < graph_.label_count(); ++label) members(LabelId{label});
        for (std::uint32_t type = 0; type < graph_.type_count(); ++type) adjacency(TypeId{type});
        for (std::uint32_t label = 0; label < graph_.label_count(); ++label)
            for (std::uint32_t key = 0; key < graph_.key_count(); ++key) indexes(LabelId{label}, KeyId{key});
        return std::move(text_);
    }

  private:
    void line(const std::string& text) { text_ += text + "\n"; }
    void same(const std::string& what, const std::string& kept, const std::string& counted) {
        line(what + kept);
        if (kept != counted) line("WRONG " + what + counted);
    }
    template <class NameId>
    void name(const std::string& what, std::size_t count) {
        for (std::uint32_t i = 0; i < count; ++i)
            line(what + " " + std::to_string(i) + " " + std::string(graph_.name(NameId{i})));
    }
    template <class F>
    void each_vertex(F&& f) const {
        for (std::uint32_t v = 0; v < graph_.vertex_capacity(); ++v)
            if (graph_.alive(VertexId{v})) f(VertexId{v});
    }
    template <class F>
    void each_edge(F&& f) const {
        for (std::uint32_t e = 0; e < graph_.edge_capacity(); ++e)
            if (graph_.alive(EdgeId{e})) f(EdgeId{e});
    }

    void counts() {
        std::size_t vertices = 0, edges = 0;
        each_vertex([&](VertexId) { ++vertices; });
        each_edge([&](EdgeId) { ++edges; });
        same("vertices ", std::to_string(graph_.vertex_count()), std::to_string(vertices));
        same("edges ", std::to_string(graph_.edge_count()), std::to_string(edges));
    }

    void members(LabelId label) {
        std::vector<VertexId> found;
        each_vertex([&](VertexId v) {
            if (graph_.has_label(v, label)) found.push_back(v);
        });
        same("members " + std::to_string(label.value), listed(graph_.vertices(label)), listed(found));
    }

    void adjacency(TypeId type) {
        std::size_t count = 0;
        std::map<VertexId, std::vector<Neighbour>> out, in;
        each_edge([&](EdgeId e) {
            if (graph_.type(e) != type) return;
            ++count;
            out[graph_.source(e)].push_back({graph_.target(e), e});
            in[graph_.target(e)].push_back({graph_.source(e), e});
        });
        const std::string of = std::to_string(type.value) + " ";
        same("edges of " + of, std::to_string(graph_.edge_count(type)), std::to_string(count));
        const auto text = [](const auto& neighbours) {
            std::string all;
            for (const Neighbour& n : neighbours)
                all += " " + std::to_string(n.vertex.value) + "/" + std::to_string(n.edge.value);
            return all + " (" + std::to_string(neighbours.size()) + ")";
        };
        for (std::uint32_t v = 0; v < graph_.vertex_capacity(); ++v) {
            const VertexId vertex{v};
            const auto leaving = graph_.out(vertex, type);
            const auto entering = graph_.in(vertex, type);
            if (!leaving.empty() || !out[vertex].empty())
                same("out " + of + std::to_string(v), text(leaving), text(out[vertex]));
            if (!entering.empty() || !in[vertex].empty())
                same("in " + of + std::to_string(v), text(entering), text(in[vertex]));
            if (graph_.out_rows(type).row_size(v) != out[vertex].size() ||
                graph_.in_rows(type).row_size(v) != in[vertex].size())
                line("WRONG sizes of rows of " + of + std::to_string(v));
        }
        const auto ends = [](const EndCount& end) {
            return std::to_string(end.edges) + " at " + std::to_string(end.vertices);
        };
        const auto counted = [&](const auto& rows, const LabelId* label) {
            EndCount end;
            for (const auto& [vertex, edges] : rows) {
                if (edges.empty() || (label != nullptr && !graph_.has_label(vertex, *label))) continue;
                end.edges += edges.size();
                ++end.vertices;
            }
            return ends(end);
        };
        same("sources of " + of, ends(graph_.sources(type)), counted(out, nullptr));
        same("targets of " + of, ends(graph_.targets(type)), counted(in, nullptr));
        for (std::uint32_t i = 0; i < graph_.label_count(); ++i) {
            const LabelId label{i};
            const std::string with = of + "with " + std::to_string(i) + " ";
            same("sources of " + with, ends(graph_.sources(type, label)), counted(out, &label));
            same("targets of " + with, ends(graph_.targets(type, label)), counted(in, &label));
        }
    }

    void indexes(LabelId label, KeyId key) {
        struct Before {
            bool operator()(const Value& a, const Value& b) const { return order(a, b) < 0; }
        };
        std::map<Value, std::vector<VertexId>, Before> by_value;
        std::vector<VertexId> with_part, between, without;
        const ValueRange range{ValueRange::Bound{Value("b"), true}, ValueRange::Bound{Value("t"), false}};
        each_vertex([&](VertexId v) {
            if (!graph_.has_label(v, label)) return;
            const Value value = graph_.property(v, key);
            if (value.is_null()) return without.push_back(v);
            by_value[value].push_back(v);
            if (value.kind() == Kind::String && value.string().find("an") != std::string_view::npos)
                with_part.push_back(v);
            if (range.contains(value)) between.push_back(v);
        });
        const std::string of = std::to_string(label.value) + "." + std::to_string(key.value);
        std::vector<VertexId> in_order;
        for (const auto& [value, vertices] : by_value) {
            same("find " + of, listed(graph_.find(label, key, value, go_on)), listed(vertices));
            in_order.insert(in_order.end(), vertices.begin(), vertices.end());
        }
        in_order.insert(in_order.end(), without.begin(), without.end());
        if (const auto distinct = graph_.distinct_values(label, key);
            distinct && *distinct != by_value.size())
            line("WRONG distinct values of " + of);
        same("texts " + of, listed(graph_.find_text(label, key, TextPredicate::Contains, "an", go_on)),
             listed(with_part));
        same("between " + of, listed(graph_.find_between(label, key, range, go_on)), listed(between));
        std::vector<VertexId> walked;
        auto walk = graph_.in_order(label, key, false, go_on);
        while (walk.give(100, walked, go_on) > 0) continue;
        same("in order " + of, listed(walked), listed(in_order));
    }

    const PropertyGraph& graph_;
    std::string text_;
};

}  // namespace

std::string dump_content(const PropertyGraph& graph) {
    return Dump(graph).content();
}
std::string dump_all(const PropertyGraph& graph) {
    return Dump(graph).all();
}

}  // namespace hearsay::faults
