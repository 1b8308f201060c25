#include "graphs/file/check_file.hpp"

#include <algorithm>
#include <bit>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include "graphs/file/chunks/bytes.hpp"
#include "graphs/file/chunks/chunk.hpp"
#include "graphs/file/graph_file.hpp"
#include "graphs/file/layout.hpp"
#include "graphs/file/schema.hpp"
#include "graphs/graph/bulk_fill.hpp"

namespace hearsay::graphs {
namespace {

using namespace layout;

constexpr int most_words_of_sqlite = 20;
constexpr std::uint32_t most_names_looked_for = 4096;
constexpr std::uint32_t spare_names = 256;
constexpr std::uint32_t last_chunk = VertexId::none().value / chunk_size;

struct Table {
    const char *name, *elements;                    // "vertices", "nodes"
    std::map<std::uint32_t, std::uint64_t> chunks;  // that are whole, with the ids that are alive in them
    std::set<std::uint32_t> bad;
    bool readable = true;  // from its first row to its last
};

// A file that may have been damaged anywhere: what one step cannot read, the others do without.
class Salvage {
  public:
    // `of_file`: the tables are those of the file, to its last page.
    Salvage(const std::filesystem::path& file, const sqlite::Connection& db, std::int64_t format,
            bool of_file)
        : file_(file.string()), db_(db), format_(format), of_file_(of_file) {}

    CheckedFile run() {
        if (of_file_) ask_sqlite();
        read_names();
        read_counts();
        for (Table* table : {&vertices_, &edges_}) scan(*table);
        // A chunk may be whole and say what cannot be: then again, without it.
        while (!fill()) continue;
        for (const Table* table : {&vertices_, &edges_}) say_bad(*table);
        say_lost();
        return std::move(checked_);
    }

  private:
    void say(const std::string& what) { checked_.faults.push_back({file_, what}); }
    void say_of(const std::string& part, const std::string& what) {
        checked_.faults.push_back({file_ + ": " + part, what});
    }
    std::string why(int code) const { return sqlite::reason(db_.get(), code); }

    void ask_sqlite() {
        int code = SQLITE_OK;
        const std::string foreign = foreign_schema(db_, format_, code);
        if (!foreign.empty()) say(foreign);
        const std::string ask = "PRAGMA integrity_check(" + std::to_string(most_words_of_sqlite) + ")";
        sqlite::Statement rows(db_, ask.c_str());
        while (rows.step() == SQLITE_ROW)
            if (rows.bytes(0) != "ok") say("is damaged: " + std::string(rows.bytes(0)));
        if (rows.code() != SQLITE_DONE) say(why(rows.code()));
    }

    // --- names, indexes, counts ----------------------------------------------------------------------------

    void read_names() {
        sqlite::Statement all(db_, "SELECT kind, id, name FROM names ORDER BY kind, id");
        while (all.step() == SQLITE_ROW) take_name(all.number(0), all.number(1), all.bytes(2));
        names_whole_ = all.code() == SQLITE_DONE;
        if (!names_whole_) {
            say_of("names", why(all.code()));
            sqlite::Statement one(db_, "SELECT kind, id, name FROM names WHERE kind=? AND id=?");
            for (const NameKind kind : {label_names, type_names, key_names})
                for (std::uint32_t id = 0; id < most_names_looked_for; ++id) {
                    one.bind(1, std::int64_t{kind});
                    one.bind(2, std::int64_t{id});
                    if (one.step() == SQLITE_ROW) take_name(one.number(0), one.number(1), one.bytes(2));
                    one.run();
                }
        }
        for (const NameKind kind : {label_names, type_names, key_names}) {
            const auto& known = names_[kind];
            std::uint32_t end = known.empty() ? 0 : known.rbegin()->first + 1;
            for (std::uint32_t id = 0; id < end; ++id)
                if (known.count(id) == 0) {
                    names_whole_ = false;
                    say_of("names", "the name of " + std::string(kind_word(kind)) + " " + std::to_string(id) +
                                        " is lost; it is called `" + lost_name(kind, id) + "`");
                }
        }
    }

    static const char* kind_word(int kind) {
        return kind == label_names ? "label" : kind == type_names ? "type" : "property";
    }
    static std::string lost_name(int kind, std::uint32_t id) {
        return "lost_" + std::string(kind_word(kind)) + "_" + std::to_string(id);
    }

    void take_name(std::int64_t kind, std::int64_t id, std::string_view name) {
        if (kind < label_names || kind > key_names || id < 0 || id >= most_names_looked_for) {
            names_whole_ = false;
            return say_of("names", "`" + std::string(name) + "` has a number that no name has");
        }
        auto& of_kind = names_[static_cast<int>(kind)];
        for (const auto& [other, known] : of_kind)
            if (known == name && other != id)
                return say_of("names", "`" + std::string(name) + "` is there twice");
        of_kind.emplace(static_cast<std::uint32_t>(id), name);
    }

    void name_all(PropertyGraph& graph) const {
        const auto each = [&](NameKind kind, auto&& intern) {
            const auto found = names_.find(kind);
            const std::map<std::uint32_t, std::string> none;
            const auto& known = found == names_.end() ? none : found->second;
            std::uint32_t end = known.empty() ? 0 : known.rbegin()->first + 1;
            if (!names_whole_) end += spare_names;
            for (std::uint32_t id = 0; id < end; ++id) {
                const auto name = known.find(id);
                intern(name == known.end() ? lost_name(kind, id) : name->second);
            }
        };
        each(label_names, [&](const std::string& name) { graph.label(name); });
        each(type_names, [&](const std::string& name) { graph.type(name); });
        each(key_names, [&](const std::string& name) { graph.key(name); });
    }

    // Whoever has not read the counts reads what is there.
    void read_counts() {
        sqlite::Statement row(
            db_, "SELECT vertices, edges, vertex_capacity, edge_capacity, commits, checksum FROM graph");
        if (row.step() != SQLITE_ROW)
            return say_of("counts", row.code() == SQLITE_DONE ? "are missing" : why(row.code()));
        Counts counts;
        int column = 0;
        for (std::uint64_t& n : counts) n = static_cast<std::uint64_t>(row.number(column++));
        PropertyGraph named;
        name_all(named);
        BulkFill with_indexes(named);
        read_indexes(with_indexes);
        if (names_whole_ && row.number(column) != checksum_of(named, counts))
            return say_of("counts", "are damaged, or names or indexes are: their checksum does not fit");
        if (names_whole_) counts_ = counts;
    }

    void read_indexes(BulkFill& fill) {
        if (format_ <= format_without_indexes) return;
        sqlite::Statement rows(db_, "SELECT name, kind, label, key FROM indexes ORDER BY name");
        while (rows.step() == SQLITE_ROW) {
            const bool of_texts = rows.number(1) == static_cast<int>(IndexKind::Text);
            IndexDefinition index{std::string(rows.bytes(0)), of_texts ? IndexKind::Text : IndexKind::Range,
                                  std::string(rows.bytes(2)), std::string(rows.bytes(3))};
            if (fill.graph().find_index(index.kind, index.label, index.key) == nullptr &&
                fill.graph().find_index(index.name) == nullptr)
                fill.index(std::move(index));
        }
        if (rows.code() != SQLITE_DONE && !indexes_said_) say_of("indexes", why(rows.code()));
        indexes_said_ = true;
    }

    // --- nodes and relationships
    // -----------------------------------------------------------------------------

    void scan(Table& table) {
        const std::string name = table.name;
        sqlite::Statement all(db_, ("SELECT chunk, content FROM " + name).c_str());
        while (all.step() == SQLITE_ROW) take_chunk(table, all.number(0), all.bytes(1));
        if (all.code() == SQLITE_DONE) return;
        say_of(table.elements, why(all.code()));
        table.readable = false;
        // Behind the place that cannot be read there may be more.
        sqlite::Statement one(db_, ("SELECT content FROM " + name + " WHERE chunk=?").c_str());
        const std::uint32_t end = highest_chunk(table);
        for (std::uint32_t chunk = 0; chunk < end; ++chunk) {
            if (table.chunks.count(chunk) > 0) continue;
            one.bind(1, std::int64_t{chunk});
            if (one.step() == SQLITE_ROW)
                take_chunk(table, chunk, one.bytes(0));
            else if (one.code() != SQLITE_DONE)
                table.bad.insert(chunk);
            one.run();
        }
    }

    // One past the last that may be there.
    std::uint32_t highest_chunk(const Table& table) const {
        if (counts_) {
            const std::uint64_t end = (*counts_)[&table == &vertices_ ? vertex_capacity : edge_capacity];
            return static_cast<std::uint32_t>(
                std::min<std::uint64_t>((end + chunk_size - 1) / chunk_size, last_chunk));
        }
        int code = SQLITE_OK;
        const std::int64_t last =
            db_.number(("SELECT max(chunk) FROM " + std::string(table.name)).c_str(), code);
        if (code == SQLITE_ROW && last >= 0)
            return static_cast<std::uint32_t>(std::min<std::int64_t>(last + 1, last_chunk));
        // A row takes some bytes at least.
        std::error_code error;
        const std::uintmax_t size = std::filesystem::file_size(file_, error);
        return static_cast<std::uint32_t>(std::min<std::uintmax_t>(error ? 0 : size / 16, last_chunk));
    }

    void take_chunk(Table& table, std::int64_t chunk, std::string_view content) {
        if (chunk < 0 || chunk >= last_chunk)
            return say_of(table.elements, "a row has a number that none has: " + std::to_string(chunk));
        const auto number = static_cast<std::uint32_t>(chunk);
        if (!is_whole(content, number)) {
            table.bad.insert(number);
            return;
        }
        table.chunks.emplace(number, load_word(content.data() + 8));
    }
    static bool is_whole(std::string_view content, std::uint32_t number) {
        return content.size() >= 16 && load_word(content.data()) == checksum(content.substr(8), number) &&
               load_word(content.data() + 8) != 0;
    }

    // False: some chunks turned out to be bad, and are left out from now on.
    bool fill() {
        PropertyGraph graph;
        name_all(graph);
        BulkFill filled(graph);
        read_indexes(filled);
        filled.expect(expect(vertices_, vertex_capacity), expect(edges_, edge_capacity));
        filled.number(numbers(vertices_, vertex_capacity), numbers(edges_, edge_capacity));
        bool fine = decode(vertices_, filled, decode_vertices);
        fine = decode(edges_, filled, decode_edges) && fine;
        if (!fine) return false;
        std::map<std::string, std::size_t> loose;  // by type
        for (const EdgeId edge : filled.drop_loose_edges())
            ++loose[std::string(graph.name(graph.type(edge)))];
        for (const auto& [type, count] : loose)
            say_of("relationships",
                   std::to_string(count) + " of type " + type + " lead from or to a node that is not there");
        filled.link_edges();
        filled.finish();
        checked_.graph = std::move(graph);
        return true;
    }

    std::uint64_t alive_in(const Table& table) const {
        std::uint64_t alive = 0;
        for (const auto& chunk : table.chunks)
            alive += static_cast<std::uint64_t>(std::popcount(chunk.second));
        return alive;
    }
    // One past the highest id: also of lost ones, which edges may name.
    std::uint64_t end_of(const Table& table, CountOf which) const {
        const std::uint64_t end =
            table.chunks.empty() ? 0 : (std::uint64_t{table.chunks.rbegin()->first} + 1) * chunk_size;
        return counts_ ? std::max(end, std::min<std::uint64_t>((*counts_)[which], VertexId::none().value))
                       : end;
    }
    Numbering numbers(const Table& table, CountOf which) const {
        Numbering numbers;
        if (!Numbering::closes_up(alive_in(table), end_of(table, which))) return numbers;
        numbers.close_up();
        for (const auto& [chunk, alive] : table.chunks) numbers.add(chunk, alive);
        return numbers;
    }
    std::uint64_t expect(const Table& table, CountOf which) const {
        return Numbering::closes_up(alive_in(table), end_of(table, which)) ? alive_in(table)
                                                                           : end_of(table, which);
    }

    // A row in the wrong place is found by going through all rows, and one behind a place that cannot be read
    // by its number.
    template <class Decode>
    bool decode(Table& table, BulkFill& filled, Decode&& decoder) {
        std::set<std::uint32_t> left, bad;
        for (const auto& chunk : table.chunks) left.insert(chunk.first);
        const auto take = [&](std::uint32_t number, std::string_view content) {
            if (left.erase(number) > 0 && !decoder(content, number, filled)) bad.insert(number);
        };
        sqlite::Statement all(db_, ("SELECT chunk, content FROM " + std::string(table.name)).c_str());
        while (all.step() == SQLITE_ROW) {
            const std::int64_t chunk = all.number(0);
            const auto number = static_cast<std::uint32_t>(chunk);
            if (chunk >= 0 && chunk < last_chunk && is_whole(all.bytes(1), number))
                take(number, all.bytes(1));
        }
        sqlite::Statement one(db_,
                              ("SELECT content FROM " + std::string(table.name) + " WHERE chunk=?").c_str());
        for (const std::uint32_t number : std::set(left)) {
            one.bind(1, std::int64_t{number});
            if (one.step() == SQLITE_ROW) take(number, one.bytes(0));
            one.run();
        }
        bad.merge(left);
        for (const std::uint32_t number : bad) table.chunks.erase(number);
        table.bad.insert(bad.begin(), bad.end());
        return bad.empty();
    }

    void say_bad(const Table& table) {
        for (auto chunk = table.bad.begin(); chunk != table.bad.end();) {
            const std::uint64_t first = *chunk;
            std::uint64_t end = first;
            for (; chunk != table.bad.end() && *chunk == end; ++chunk) ++end;
            say_of(table.elements, "those with id() " + std::to_string(first * chunk_size) + " to " +
                                       std::to_string(end * chunk_size - 1) +
                                       " cannot be read: their bytes are damaged");
        }
    }

    void say_lost() {
        if (!counts_) return;
        const auto lost = [&](CountOf which, std::uint64_t found, const char* elements) -> std::uint64_t {
            const std::uint64_t said = (*counts_)[which];
            if (said == found) return 0;
            say_of(elements, std::to_string(found) + " are there, of " + std::to_string(said));
            return said > found ? said - found : 0;
        };
        checked_.lost_vertices = lost(vertices, checked_.graph.vertex_count(), vertices_.elements);
        checked_.lost_edges = lost(edges, checked_.graph.edge_count(), edges_.elements);
    }

    std::string file_;
    const sqlite::Connection& db_;
    std::int64_t format_;
    bool of_file_;
    std::map<int, std::map<std::uint32_t, std::string>> names_;  // by kind and id
    bool names_whole_ = true, indexes_said_ = false;
    std::optional<Counts> counts_;  // none: not to be trusted
    Table vertices_{"vertices", "nodes", {}, {}, true};
    Table edges_{"edges", "relationships", {}, {}, true};
    CheckedFile checked_;
};

// The first page of a file says what it is and where its tables begin, and that is the same in every graph
// without indexes: where it is lost, that of an empty graph does. The bytes of the file with it; none if the
// file is no graph's by the looks of its next pages.
std::optional<std::string> with_new_first_page(const std::filesystem::path& file) {
    const Result<std::string> empty = empty_file();
    if (!empty) return std::nullopt;
    const std::size_t page = page_bytes;
    std::ifstream in(file, std::ios::binary);
    std::string bytes(empty->size(), '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
    for (std::size_t at = page; at < bytes.size(); at += page) {
        const char kind = bytes[at];  // of a page of a B-tree
        if (kind != 2 && kind != 5 && kind != 10 && kind != 13) return std::nullopt;
    }
    std::ostringstream rest;
    rest << in.rdbuf();
    bytes += rest.str();
    bytes.resize(bytes.size() / page * page);
    bytes.replace(0, page, *empty, 0, page);
    const auto pages = static_cast<std::uint32_t>(bytes.size() / page);
    for (std::size_t i = 0; i < 4; ++i) bytes[28 + i] = static_cast<char>(pages >> (24 - 8 * i));
    return bytes;
}

// What can be read of a file without its first page; none if that is nothing.
std::optional<CheckedFile> check_without_first_page(const std::filesystem::path& file) {
    std::optional<std::string> bytes = with_new_first_page(file);
    sqlite::Connection db;
    if (!bytes || db.open_in_memory() != SQLITE_OK) return std::nullopt;
    const auto size = static_cast<sqlite3_int64>(bytes->size());
    if (sqlite3_deserialize(db.get(), "main", reinterpret_cast<unsigned char*>(bytes->data()), size, size,
                            SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        return std::nullopt;
    CheckedFile checked = Salvage(file, db, format_without_indexes, false).run();
    db.close();  // before its bytes
    if (checked.graph.vertex_count() == 0) return std::nullopt;
    checked.faults.insert(
        checked.faults.begin(),
        {file.string(), "has lost its first page; indexes that were asked for are lost with it"});
    return checked;
}

}  // namespace

Result<CheckedFile> check_file(const std::filesystem::path& file) {
    Result<GraphFile> opened = GraphFile::open(file, {});
    if (opened) opened->close();
    const auto refused = [&]() -> Result<CheckedFile> {
        if (opened) return fail(file.string(), "cannot be read");
        // By its words: what cannot be opened at all has no pages to look into.
        if (auto rest =
                std::filesystem::is_regular_file(file) ? check_without_first_page(file) : std::nullopt)
            return std::move(*rest);
        return tl::unexpected(opened.error());
    };
    sqlite::Connection db;
    LockWait wait(nullptr);
    if (db.open(file, SQLITE_OPEN_READWRITE) != SQLITE_OK) return refused();
    wait.set(db.get(), patience_for_commit);
    if (db.run("PRAGMA query_only=ON; BEGIN") != SQLITE_OK) return refused();
    int code = SQLITE_OK;
    const std::int64_t application = db.number("PRAGMA application_id", code);
    if (code != SQLITE_ROW || application != application_id) return refused();
    const std::int64_t format = db.number("PRAGMA user_version", code);
    if (code == SQLITE_ROW && format > newest_format && !opened) return tl::unexpected(opened.error());
    if (code != SQLITE_ROW || format < 1 || format > newest_format) return refused();
    CheckedFile checked = Salvage(file, db, format, true).run();
    if (checked.faults.empty() || checked.graph.vertex_count() > 0) return checked;
    // Nothing is to be had by what the first page says.
    if (auto rest = check_without_first_page(file)) return std::move(*rest);
    return checked;
}

void copy_graph(const PropertyGraph& from, PropertyGraph& to) {
    HEARSAY_ASSERT(to.vertex_capacity() == 0);
    const auto properties = [&](auto element) {
        Properties all = from.properties(element);
        for (auto& property : all) property.first = to.key(from.name(property.first));
        return all;
    };
    std::vector<VertexId> copies(from.vertex_capacity());
    std::vector<LabelId> labels;
    for (std::uint32_t v = 0; v < from.vertex_capacity(); ++v) {
        if (!from.alive(VertexId{v})) continue;
        labels.clear();
        for (const LabelId label : from.labels(VertexId{v})) labels.push_back(to.label(from.name(label)));
        copies[v] = to.add_vertex(labels, properties(VertexId{v}));
    }
    for (std::uint32_t e = 0; e < from.edge_capacity(); ++e) {
        const EdgeId edge{e};
        if (!from.alive(edge)) continue;
        to.add_edge(copies[from.source(edge).value], to.type(from.name(from.type(edge))),
                    copies[from.target(edge).value], properties(edge));
    }
    for (const IndexDefinition& index : from.indexes()) to.add_index(index, no_progress);
}

}  // namespace hearsay::graphs
