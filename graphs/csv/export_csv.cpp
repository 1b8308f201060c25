#include "graphs/csv/export_csv.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <unordered_set>

#include "graphs/csv/cells/literal_cells.hpp"
#include "graphs/csv/cells/type.hpp"
#include "graphs/csv/names_of_files.hpp"
#include "graphs/interruptible.hpp"

namespace hearsay::graphs::csv {
namespace {

CellType type_of(Kind kind) {
    switch (kind) {
        case Kind::Boolean:
            return CellType::Boolean;
        case Kind::Integer:
            return CellType::Integer;
        case Kind::Float:
            return CellType::Float;
        case Kind::String:
            return CellType::String;
        case Kind::List:
            return CellType::List;
        case Kind::Date:
            return CellType::Date;
        case Kind::LocalTime:
            return CellType::LocalTime;
        case Kind::Time:
            return CellType::Time;
        case Kind::LocalDateTime:
            return CellType::LocalDateTime;
        case Kind::DateTime:
            return CellType::DateTime;
        case Kind::Duration:
            return CellType::Duration;
        case Kind::Null:
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            break;
    }
    return CellType::Any;
}

void append_quoted(std::string& line, std::string_view text) {
    const bool plain = !text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos &&
                       trimmed(text).size() == text.size() && text.front() != '\xef';
    if (plain) {
        line += text;
        return;
    }
    line += '"';
    for (const char c : text) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

void append_cell(std::string& line, const Value& value, CellType type) {
    if (value.is_null()) return;
    if (type == CellType::String)
        append_quoted(line, value.string());
    else if (type == CellType::Any || !value.is_temporal())
        append_quoted(line, literal_text(value));
    else
        append_quoted(line, temporal_text(value));
}

// The columns of some elements: each key that one of them has, with the kind that all of them have.
template <class ElementId>
std::map<KeyId, CellType> columns_of(const PropertyGraph& graph, const std::vector<ElementId>& elements,
                                     Interruptible& interruptible) {
    std::map<KeyId, CellType> columns;
    for (const ElementId element : elements) {
        interruptible.step();
        for (const auto& [key, value] : graph.properties(element)) {
            const CellType type = type_of(value.kind());
            const auto [known, is_new] = columns.try_emplace(key, type);
            if (!is_new && known->second != type) known->second = CellType::Any;
        }
    }
    return columns;
}

class Folder {
  public:
    Folder(const PropertyGraph& graph, std::filesystem::path folder, const std::atomic<bool>* interrupt)
        : graph_(graph), folder_(std::move(folder)), interruptible_(interrupt) {
        contents_ = "kind,name,from,to,file\n";
    }

    Result<Exported> write() {
        if (auto made = make(); !made) return tl::unexpected(made.error());
        Result<Exported> written;
        try {
            written = write_all();
        } catch (const Interrupted&) {
            written = fail(folder_.string(), "was not written: interrupted");
        }
        if (!written) remove();
        return written;
    }

  private:
    using Set = std::uint32_t;  // of labels
    struct Where {
        TypeId type;
        std::optional<Set> from, to;
        auto operator<=>(const Where&) const = default;
    };

    Result<Exported> write_all() {
        sort_into_sets();
        by_id_ = ids_tell_all_apart();
        for (std::uint32_t e = 0; e < graph_.edge_capacity(); ++e) {
            const EdgeId edge{e};
            interruptible_.step();
            if (!graph_.alive(edge)) continue;
            Where where{graph_.type(edge), {}, {}};
            if (by_id_) {
                where.from = set_of(graph_.source(edge));
                where.to = set_of(graph_.target(edge));
            }
            edges_[where].push_back(edge);
        }
        for (const auto& [set, vertices] : vertices_) {
            if (auto wrote = write_vertices(set, vertices); !wrote) return tl::unexpected(wrote.error());
        }
        for (const auto& [where, edges] : edges_) {
            if (auto wrote = write_edges(where, edges); !wrote) return tl::unexpected(wrote.error());
        }
        if (auto wrote = write_file(contents_file, contents_); !wrote) return tl::unexpected(wrote.error());
        return exported_;
    }

    Result<void> make() {
        std::error_code error;
        made_ = std::filesystem::create_directories(folder_, error);
        if (error) return fail(folder_.string(), "cannot be made (" + error.message() + ")");
        const bool empty = std::filesystem::is_empty(folder_, error);
        if (error) return fail(folder_.string(), "cannot be read (" + error.message() + ")");
        if (!empty) return fail(folder_.string(), "is not empty; name a folder that is not there yet");
        return {};
    }

    // Half an export is none: only what this object made.
    void remove() const {
        std::error_code ignored;
        for (const std::filesystem::path& file : files_) std::filesystem::remove(file, ignored);
        if (made_) std::filesystem::remove(folder_, ignored);
    }

    std::ofstream create(const std::string& file) {
        files_.push_back(folder_ / file);
        return std::ofstream(files_.back(), std::ios::binary);
    }

    void sort_into_sets() {
        for (std::uint32_t v = 0; v < graph_.vertex_capacity(); ++v) {
            interruptible_.step();
            if (graph_.alive(VertexId{v})) vertices_[set_of(VertexId{v})].push_back(VertexId{v});
        }
    }

    Set set_of(VertexId vertex) const { return graph_.label_sets()[vertex.value]; }

    // Whether the ends of every edge are found by `id` among the nodes with the labels of their sets.
    bool ids_tell_all_apart() {
        const KeyId key = graph_.find_key("id");
        if (key.is_none()) return vertices_.empty();
        for (const auto& [set, its] : vertices_) {
            const auto labels = graph_.labels_of_set(set);
            std::unordered_set<std::string> ids;
            std::optional<Kind> kind;
            for (const auto& [other, vertices] : vertices_) {
                const auto others = graph_.labels_of_set(other);
                if (!std::includes(others.begin(), others.end(), labels.begin(), labels.end())) continue;
                for (const VertexId vertex : vertices) {
                    interruptible_.step();
                    const Value id = graph_.property(vertex, key);
                    if (id.kind() != Kind::Integer && id.kind() != Kind::String) return false;
                    if (other == set && kind.value_or(id.kind()) != id.kind()) return false;
                    if (other == set) kind = id.kind();
                    const bool text = id.kind() == Kind::String;
                    if (!ids.insert(text ? std::string(id.string()) : std::to_string(id.integer())).second)
                        return false;
                }
            }
        }
        return true;
    }

    Result<void> write_vertices(Set set, const std::vector<VertexId>& vertices) {
        const KeyId id = graph_.find_key("id");
        std::map<KeyId, CellType> columns = columns_of(graph_, vertices, interruptible_);
        std::string head = ":id";
        CellType id_type = CellType::Integer;
        if (by_id_) {
            id_type = columns.at(id);
            columns.erase(id);
            head = "id:" + std::string(name(id_type));
        }
        append_header(head, columns);
        const std::vector<std::string> labels = names_of(set);
        exported_.vertices += vertices.size();
        return write_table("nodes", labels_text(labels), {}, {}, file_name(labels, "nodes"), head, columns,
                           vertices, [&](std::string& line, VertexId vertex) { append_id(line, vertex); });
    }

    Result<void> write_edges(const Where& where, const std::vector<EdgeId>& edges) {
        const std::map<KeyId, CellType> columns = columns_of(graph_, edges, interruptible_);
        std::string head = "from,to";
        append_header(head, columns);
        const std::vector<std::string> type{std::string(graph_.name(where.type))};
        std::vector<std::string> words = type;
        std::string from, to;
        if (where.from) {
            for (const auto& set : {*where.from, *where.to})
                for (const std::string& label : names_of(set)) words.push_back(label);
            from = labels_text(names_of(*where.from));
            to = labels_text(names_of(*where.to));
        }
        exported_.edges += edges.size();
        return write_table("edges", labels_text(type), from, to, file_name(words, "edges"), head, columns,
                           edges, [&](std::string& line, EdgeId edge) {
                               append_id(line, graph_.source(edge));
                               line += ',';
                               append_id(line, graph_.target(edge));
                           });
    }

    template <class ElementId, class AppendKeys>
    Result<void> write_table(const char* kind, const std::string& what, const std::string& from,
                             const std::string& to, const std::string& file, const std::string& head,
                             const std::map<KeyId, CellType>& columns, const std::vector<ElementId>& elements,
                             const AppendKeys& append_keys) {
        contents_ += kind;
        for (const std::string& field : {what, from, to, file}) {
            contents_ += ',';
            if (!field.empty()) append_quoted(contents_, field);
        }
        contents_ += '\n';
        std::ofstream out = create(file);
        std::string lines = head + "\n";
        for (const ElementId element : elements) {
            interruptible_.step();
            append_keys(lines, element);
            for (const auto& [key, type] : columns) {
                lines += ',';
                append_cell(lines, graph_.property(element, key), type);
            }
            lines += '\n';
            if (lines.size() < std::size_t{1} << 16) continue;
            out.write(lines.data(), static_cast<std::streamsize>(lines.size()));
            lines.clear();
        }
        return close(out, lines, file);
    }

    Result<void> write_file(const std::string& file, const std::string& text) {
        std::ofstream out = create(file);
        return close(out, text, file);
    }

    Result<void> close(std::ofstream& out, const std::string& last, const std::string& file) {
        out.write(last.data(), static_cast<std::streamsize>(last.size()));
        out.close();
        ++exported_.files;
        if (out) return {};
        return fail((folder_ / file).string(),
                    "cannot be written (" + std::system_category().message(errno) + ")");
    }

    void append_header(std::string& head, const std::map<KeyId, CellType>& columns) const {
        for (const auto& [key, type] : columns) {
            head += ',';
            append_quoted(head, std::string(graph_.name(key)) + ":" + std::string(name(type)));
        }
    }

    void append_id(std::string& line, VertexId vertex) const {
        if (!by_id_) {
            line += std::to_string(vertex.value);
            return;
        }
        const Value id = graph_.property(vertex, graph_.find_key("id"));
        append_cell(line, id, type_of(id.kind()));
    }

    std::vector<std::string> names_of(Set set) const {
        std::vector<std::string> names;
        for (const LabelId label : graph_.labels_of_set(set)) names.emplace_back(graph_.name(label));
        return names;
    }

    // Letters, digits and _ only, and no two alike where capitals are small letters.
    std::string file_name(const std::vector<std::string>& words, const char* without) {
        std::string text;
        for (const std::string& word : words) {
            if (!text.empty()) text += '-';
            for (const char c : word.substr(0, 40)) {
                const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                text += plain ? c : '_';
            }
        }
        if (text.empty()) text = without;
        text.resize(std::min<std::size_t>(text.size(), 120));
        const auto free = [this](const std::string& candidate) {
            std::string small = candidate;
            for (char& c : small)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
            return small != "contents" && taken_.insert(small).second;
        };
        std::string candidate = text;
        for (int i = 2; !free(candidate); ++i) candidate = text + "-" + std::to_string(i);
        return candidate + ".csv";
    }

    const PropertyGraph& graph_;
    std::filesystem::path folder_;
    Interruptible interruptible_;
    bool made_ = false;  // the folder
    std::vector<std::filesystem::path> files_;
    std::string contents_;
    std::set<std::string> taken_;  // names of files
    bool by_id_ = false;
    std::map<Set, std::vector<VertexId>> vertices_;
    std::map<Where, std::vector<EdgeId>> edges_;
    Exported exported_;
};

}  // namespace

Result<Exported> export_csv(const PropertyGraph& graph, const std::filesystem::path& folder,
                            const std::atomic<bool>* interrupt) {
    return Folder(graph, folder, interrupt).write();
}

}  // namespace hearsay::graphs::csv
