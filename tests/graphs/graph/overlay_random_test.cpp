// Random changes to a graph and to a model so simple that it cannot be wrong; after each step both must say
// the same.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "graphs/graph/property_graph.hpp"

using namespace hearsay::graphs;

namespace {

struct Model {
    struct Vertex {
        std::set<LabelId> labels;
        std::map<KeyId, Value> properties;
    };
    struct Edge {
        VertexId source, target;
        TypeId type;
        std::map<KeyId, Value> properties;
    };
    std::map<VertexId, Vertex> vertices;
    std::map<EdgeId, Edge> edges;
};

bool same(const Properties& found, const std::map<KeyId, Value>& wanted) {
    return std::equal(
        found.begin(), found.end(), wanted.begin(), wanted.end(), [](const auto& a, const auto& b) {
            return a.first == b.first && a.second.kind() == b.second.kind() && equivalent(a.second, b.second);
        });
}

class Walk {
  public:
    explicit Walk(unsigned seed) : random_(seed) {
        for (const char* name : {"A", "B", "C"}) labels_.push_back(g_.label(name));
        for (const char* name : {"R", "S"}) types_.push_back(g_.type(name));
        for (const char* name : {"x", "y", "z"}) keys_.push_back(g_.key(name));
        g_.accept();
    }

    void run(int steps) {
        Model accepted = model_;
        for (int i = 0; i < steps; ++i) {
            step();
            if (below(40) == 0) check();
            if (below(60) == 0) {
                g_.accept();
                accepted = model_;
            } else if (below(60) == 0) {
                g_.take_back();
                model_ = accepted;
                check();
            }
        }
        g_.take_back();
        model_ = accepted;
        check();
    }

  private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
    template <class M>
    auto any(const M& map) {
        return std::next(map.begin(), static_cast<std::ptrdiff_t>(below(map.size())))->first;
    }
    Value value() {
        switch (below(7)) {
            case 0:
                return static_cast<int>(below(4));
            case 1:
                return static_cast<double>(below(4)) / 2;
            case 2:
                return std::string(below(3), 'q');
            case 3:
                return below(2) == 0;
            case 4:
                return Date{static_cast<std::int64_t>(below(3))};
            case 5:
                return Value(List{static_cast<int>(below(2)), "l"});
            default:
                return {};
        }
    }
    Properties properties(std::map<KeyId, Value>& into) {
        Properties given;
        for (const KeyId key : keys_) {
            const Value v = below(2) == 0 ? value() : Value();
            if (v.is_null()) continue;
            given.emplace_back(key, v);
            into[key] = v;
        }
        return given;
    }
    static void assign(std::map<KeyId, Value>& properties, KeyId key, const Value& v) {
        if (v.is_null())
            properties.erase(key);
        else
            properties[key] = v;
    }

    void step() {
        const std::size_t what = below(100);
        if (model_.vertices.empty() || what < 15) {
            Model::Vertex v;
            for (const LabelId label : labels_) {
                if (below(3) == 0) v.labels.insert(label);
            }
            const Properties given = properties(v.properties);
            const VertexId id = g_.add_vertex(std::vector<LabelId>(v.labels.begin(), v.labels.end()), given);
            REQUIRE(model_.vertices.count(id) == 0);
            model_.vertices[id] = v;
        } else if (what < 55) {
            // A few hubs, so that long rows change as well.
            const VertexId from = below(3) == 0 ? model_.vertices.begin()->first : any(model_.vertices);
            Model::Edge e{from, any(model_.vertices), types_[below(2)], {}};
            const Properties given = properties(e.properties);
            const EdgeId id = g_.add_edge(e.source, e.type, e.target, given);
            REQUIRE(model_.edges.count(id) == 0);
            model_.edges[id] = e;
        } else if (what < 65) {
            const VertexId v = any(model_.vertices);
            const KeyId key = keys_[below(3)];
            const Value given = value();
            g_.set_property(v, key, given);
            assign(model_.vertices[v].properties, key, given);
        } else if (what < 75) {
            const VertexId v = any(model_.vertices);
            const LabelId label = labels_[below(3)];
            if (below(2) == 0) {
                g_.add_label(v, label);
                model_.vertices[v].labels.insert(label);
            } else {
                g_.remove_label(v, label);
                model_.vertices[v].labels.erase(label);
            }
        } else if (what < 80) {
            const VertexId v = any(model_.vertices);
            std::erase_if(model_.edges, [&](const auto& edge) {
                if (edge.second.source != v && edge.second.target != v) return false;
                g_.remove(edge.first);
                return true;
            });
            g_.remove(v);
            model_.vertices.erase(v);
        } else if (!model_.edges.empty()) {
            const EdgeId e = any(model_.edges);
            if (what < 90) {
                g_.remove(e);
                model_.edges.erase(e);
            } else {
                const KeyId key = keys_[below(3)];
                const Value given = value();
                g_.set_property(e, key, given);
                assign(model_.edges[e].properties, key, given);
            }
        }
    }

    void check() {
        REQUIRE(g_.vertex_count() == model_.vertices.size());
        REQUIRE(g_.edge_count() == model_.edges.size());
        std::map<std::pair<VertexId, TypeId>, std::vector<std::pair<EdgeId, VertexId>>> out, in;
        for (const auto& [id, e] : model_.edges) {
            REQUIRE(g_.alive(id));
            REQUIRE((g_.source(id) == e.source && g_.target(id) == e.target && g_.type(id) == e.type));
            REQUIRE(same(g_.properties(id), e.properties));
            out[{e.source, e.type}].emplace_back(id, e.target);
            in[{e.target, e.type}].emplace_back(id, e.source);
        }
        for (std::uint32_t v = 0; v < g_.vertex_capacity(); ++v) {
            const VertexId id{v};
            REQUIRE(g_.alive(id) == (model_.vertices.count(id) == 1));
            for (const TypeId type : types_) {
                const auto agrees = [](std::span<const Neighbour> row, const auto& wanted) {
                    return std::equal(
                        row.begin(), row.end(), wanted.begin(), wanted.end(),
                        [](auto& n, auto& w) { return n.edge == w.first && n.vertex == w.second; });
                };
                REQUIRE(agrees(g_.out(id, type), out[{id, type}]));
                REQUIRE(agrees(g_.in(id, type), in[{id, type}]));
            }
        }
        for (const TypeId type : types_) check_ends(type);
        for (const LabelId label : labels_) {
            std::vector<VertexId> wanted;
            for (const auto& [id, v] : model_.vertices) {
                if (v.labels.count(label) != 0) wanted.push_back(id);
                REQUIRE(g_.has_label(id, label) == (v.labels.count(label) == 1));
            }
            const auto found = g_.vertices(label);
            REQUIRE(std::equal(found.begin(), found.end(), wanted.begin(), wanted.end()));
            for (const Value& sought : {Value(1), Value(0.5), Value("q"), Value(true), Value(List{0, "l"})}) {
                std::vector<VertexId> with;
                for (const VertexId id : wanted) {
                    const auto& properties = model_.vertices[id].properties;
                    const auto it = properties.find(keys_[0]);
                    if (it != properties.end() && equivalent(it->second, sought)) with.push_back(id);
                }
                const auto by_index = g_.find(label, keys_[0], sought);
                REQUIRE(std::equal(by_index.begin(), by_index.end(), with.begin(), with.end()));
            }
        }
        for (const auto& [id, v] : model_.vertices) REQUIRE(same(g_.properties(id), v.properties));
    }

    void check_ends(TypeId type) {
        const auto count = [&](auto end, const LabelId* label) {
            EndCount ends;
            std::set<VertexId> vertices;
            for (const auto& [id, edge] : model_.edges) {
                const VertexId v = edge.*end;
                if (edge.type != type || (label != nullptr && !g_.has_label(v, *label))) continue;
                ++ends.edges;
                vertices.insert(v);
            }
            ends.vertices = vertices.size();
            return ends;
        };
        REQUIRE(g_.sources(type) == count(&Model::Edge::source, nullptr));
        REQUIRE(g_.targets(type) == count(&Model::Edge::target, nullptr));
        for (const LabelId label : labels_) {
            REQUIRE(g_.sources(type, label) == count(&Model::Edge::source, &label));
            REQUIRE(g_.targets(type, label) == count(&Model::Edge::target, &label));
        }
    }

    std::mt19937 random_;
    PropertyGraph g_;
    Model model_;
    std::vector<LabelId> labels_;
    std::vector<TypeId> types_;
    std::vector<KeyId> keys_;
};

}  // namespace

TEST_CASE("random changes leave the graph as a naive model has it", "[graph][random]") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        INFO("seed " << seed);
        Walk(seed).run(1500);
    }
}

TEST_CASE("rows stay right through many merges", "[graph][random]") {
    PropertyGraph g;
    const TypeId type = g.type("T");
    for (int i = 0; i < 50; ++i) g.add_vertex({});
    std::mt19937 random(7);
    std::map<std::uint32_t, std::vector<std::uint32_t>> wanted;
    std::vector<EdgeId> alive;
    for (int i = 0; i < 30000; ++i) {
        if (i % 3 == 2) {
            const std::size_t which = random() % alive.size();
            const EdgeId e = alive[which];
            std::erase(wanted[g.source(e).value], e.value);
            g.remove(e);
            alive[which] = alive.back();
            alive.pop_back();
        } else {
            const VertexId from{static_cast<std::uint32_t>(random() % 50)};
            alive.push_back(g.add_edge(from, type, VertexId{0}));
            wanted[from.value].push_back(alive.back().value);
        }
        if (i % 500 == 0) g.accept();
    }
    std::size_t total = 0;
    for (std::uint32_t v = 0; v < 50; ++v) {
        const auto row = g.out(VertexId{v}, type);
        total += row.size();
        CHECK(std::equal(row.begin(), row.end(), wanted[v].begin(), wanted[v].end(),
                         [](const Neighbour& n, std::uint32_t e) { return n.edge.value == e; }));
    }
    CHECK(total == alive.size());
    CHECK(g.in_degree(VertexId{0}) == alive.size());
}
