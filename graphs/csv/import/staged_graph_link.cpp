#include <algorithm>
#include <map>
#include <memory>

#include "graphs/csv/import/id_table.hpp"
#include "graphs/csv/import/staged_graph.hpp"
#include "graphs/interruptible.hpp"

namespace hearsay::graphs::csv {
namespace {

using Labels = std::vector<std::string>;  // ascending

// The ids of the vertices that are in the graph already and carry all of the labels.
IdTable ids_in(const PropertyGraph& graph, const Labels& labels, Interruptible& interruptible) {
    const KeyId key = graph.find_key("id");
    std::vector<LabelId> wanted;
    for (const std::string& label : labels) wanted.push_back(graph.find_label(label));
    const bool known =
        std::none_of(wanted.begin(), wanted.end(), [](LabelId label) { return label.is_none(); });
    if (key.is_none() || !known) return IdTable(0);
    IdTable ids(graph.vertex_count());
    for (std::uint32_t i = 0; i < graph.vertex_capacity(); ++i) {
        const VertexId vertex{i};
        interruptible.step();
        if (!graph.alive(vertex)) continue;
        if (!std::all_of(wanted.begin(), wanted.end(),
                         [&](LabelId label) { return graph.has_label(vertex, label); }))
            continue;
        const Value id = graph.property(vertex, key);
        if (id.kind() == Kind::Integer) ids.put_or_blur(id.integer(), vertex);
        // The text is one of the graph's pool, which keeps it where it is.
        if (id.kind() == Kind::String) ids.put_or_blur(id.string(), vertex);
    }
    return ids;
}

class Linker {
  public:
    Linker(StagedGraph& staged, const PropertyGraph& graph, const std::atomic<bool>* interrupt)
        : staged_(staged), graph_(graph), interruptible_(interrupt) {}

    void number_vertices() {
        std::map<Labels, std::size_t> counts;
        for (const StagedNodes& nodes : staged_.nodes) counts[nodes.labels] += nodes.file.rows;
        auto next = static_cast<std::uint32_t>(graph_.vertex_capacity());
        for (StagedNodes& nodes : staged_.nodes) {
            nodes.first = VertexId{next};
            if (nodes.file.rows == 0) continue;
            IdTable& known = new_ids_.try_emplace(nodes.labels, counts[nodes.labels]).first->second;
            enter(nodes, known);
            next += static_cast<std::uint32_t>(nodes.file.rows);
        }
    }

    void find_ends(StagedEdges& edges) {
        edges.sources = edges.source_ids.resolve(lookup(edges.from));
        edges.targets = edges.target_ids.resolve(lookup(edges.to));
        std::vector<std::uint64_t> bad;
        for (std::uint64_t row = 0; row < edges.file.rows; ++row) {
            interruptible_.step();
            const bool bad_source = is_bad(edges.sources[row]);
            if (!bad_source && !is_bad(edges.targets[row])) continue;
            bad.push_back(row);
            edges.file.bad.add(
                edges.file.file, edges.file.lines.line(row),
                bad_source ? reason("from", edges.source_ids.id_text(row), edges.sources[row], edges.from)
                           : reason("to", edges.target_ids.id_text(row), edges.targets[row], edges.to));
        }
        edges.source_ids = {};
        edges.target_ids = {};
        if (bad.empty()) return;
        std::erase_if(edges.sources, [&, row = std::uint64_t{0}](VertexId) mutable {
            return std::binary_search(bad.begin(), bad.end(), row++);
        });
        std::erase_if(edges.targets, [&, row = std::uint64_t{0}](VertexId) mutable {
            return std::binary_search(bad.begin(), bad.end(), row++);
        });
        edges.file.erase(bad);
    }

  private:
    // Among the vertices of this import first, then among those of the graph.
    struct Lookup {
        std::vector<const IdTable*> tables;
        const IdTable* in_graph = nullptr;
        Interruptible* interruptible = nullptr;
        template <class Id>
        VertexId operator()(Id id) const {
            interruptible->step();
            VertexId found = VertexId::none();
            for (const IdTable* table : tables) {
                const VertexId vertex = table->find(id);
                if (vertex.is_none()) continue;
                if (!found.is_none()) return IdTable::several();
                found = vertex;
            }
            return found.is_none() && in_graph != nullptr ? in_graph->find(id) : found;
        }
    };

    Lookup lookup(const Labels& labels) {
        Lookup found;
        for (const auto& [of, table] : new_ids_) {
            if (std::includes(of.begin(), of.end(), labels.begin(), labels.end()))
                found.tables.push_back(&table);
        }
        found.in_graph = old_ids(labels);
        found.interruptible = &interruptible_;
        return found;
    }

    const IdTable* old_ids(const Labels& labels) {
        if (graph_.vertex_count() == 0) return nullptr;
        auto known = old_ids_.find(labels);
        if (known == old_ids_.end())
            known = old_ids_.emplace(labels, ids_in(graph_, labels, interruptible_)).first;
        return &known->second;
    }

    static bool is_bad(VertexId end) { return end.is_none() || end == IdTable::several(); }

    static std::string reason(const char* column, const std::string& id, VertexId found,
                              const Labels& labels) {
        std::string text = "`" + std::string(column) + "` is '" + id + "': ";
        text += found.is_none() ? "no node" : "more than one node";
        for (const std::string& label : labels) text += (&label == &labels.front() ? " :" : ":") + label;
        return text + " has that id";
    }

    void enter(StagedNodes& nodes, IdTable& known) {
        const StagedColumn& ids = nodes.file.properties.front().cells;
        const auto* numbers = ids.as<std::int64_t>();
        const auto* texts = ids.as<StringId>();
        const IdTable* old = nodes.keeps_id ? old_ids(nodes.labels) : nullptr;
        std::vector<std::uint64_t> bad;
        std::uint32_t next = nodes.first.value;
        const auto enter_row = [&](auto id) {
            if (old != nullptr && !old->find(id).is_none()) return false;
            return known.put(id, VertexId{next}).is_none();
        };
        for (std::uint64_t row = 0; row < nodes.file.rows; ++row) {
            interruptible_.step();
            std::string wrong = "the id is missing";
            if (ids.has(row)) {
                if (numbers != nullptr ? enter_row((*numbers)[row])
                                       : enter_row(staged_.vertex_texts.text((*texts)[row]))) {
                    ++next;
                    continue;
                }
                const std::string id = numbers != nullptr
                                           ? std::to_string((*numbers)[row])
                                           : std::string(staged_.vertex_texts.text((*texts)[row]));
                wrong = "the id '" + id + "' is there already";
            }
            nodes.file.bad.add(nodes.file.file, nodes.file.lines.line(row), std::move(wrong));
            bad.push_back(row);
        }
        nodes.file.erase(bad);
    }

    StagedGraph& staged_;
    const PropertyGraph& graph_;
    Interruptible interruptible_;
    std::map<Labels, IdTable> new_ids_, old_ids_;
};

}  // namespace

void StagedGraph::link(const PropertyGraph& graph, const std::atomic<bool>* interrupt) {
    Linker linker(*this, graph, interrupt);
    linker.number_vertices();
    for (StagedEdges& each : edges) linker.find_ends(each);
}

}  // namespace hearsay::graphs::csv
