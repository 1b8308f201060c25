// Vertices by their ids. An id is known by how it is written: 7 and '7' are one.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphs/csv/cells/type.hpp"
#include "graphs/ids.hpp"

namespace hearsay::graphs::csv {

class IdTable {
  public:
    // What an id stands for: one vertex, none, or several, so that it names nobody.
    static constexpr VertexId several() { return VertexId{VertexId::none().value - 1}; }

    // `count`: about how many ids there will be. Whole numbers below some times that are kept in an array.
    explicit IdTable(std::size_t count) : near_(3 * count + 1024) {}

    // Gives the vertex that has the id already, and changes nothing then; none() where the id was free.
    VertexId put(std::int64_t id, VertexId vertex) { return put_into(place(id), vertex); }
    VertexId put(std::string_view id, VertexId vertex) {  // REQUIRES: the text stays where it is
        if (const auto number = read_canonical(id)) return put(*number, vertex);
        return put_into(texts_[id], vertex);
    }
    // As `put`, but an id that is there names several vertices from now on.
    template <class Id>
    void put_or_blur(Id id, VertexId vertex) {
        if (put(id, vertex).is_none()) return;
        if constexpr (std::is_same_v<Id, std::int64_t>) {
            place(id) = several();
        } else if (const auto number = read_canonical(id)) {
            place(*number) = several();
        } else {
            texts_[id] = several();
        }
    }

    VertexId find(std::int64_t id) const {
        if (is_near(id)) return near_[static_cast<std::size_t>(id)];
        const auto known = far_.find(id);
        return known == far_.end() ? VertexId::none() : known->second;
    }
    VertexId find(std::string_view id) const {
        if (const auto number = read_canonical(id)) return find(*number);
        const auto known = texts_.find(id);
        return known == texts_.end() ? VertexId::none() : known->second;
    }

  private:
    // A number that is written the one way in which it is written out.
    static std::optional<std::int64_t> read_canonical(std::string_view id) {
        if (id.empty() || id.front() == ' ' || id.front() == '\t' || id.back() == ' ' || id.back() == '\t')
            return std::nullopt;
        return read_integer(id);
    }
    static VertexId put_into(VertexId& place, VertexId vertex) {
        if (!place.is_none()) return place;
        place = vertex;
        return VertexId::none();
    }
    VertexId& place(std::int64_t id) { return is_near(id) ? near_[static_cast<std::size_t>(id)] : far_[id]; }
    bool is_near(std::int64_t id) const { return static_cast<std::uint64_t>(id) < near_.size(); }

    std::vector<VertexId> near_;
    std::unordered_map<std::int64_t, VertexId> far_;
    std::unordered_map<std::string_view, VertexId> texts_;
};

}  // namespace hearsay::graphs::csv
