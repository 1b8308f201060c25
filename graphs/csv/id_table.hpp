// Vertices by their ids. An id is known by how it is written: 7 and '7' are one.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphs/ids.hpp"

namespace hearsay::graphs::csv {

class IdTable {
  public:
    // How many ids there will be: numbers up to some times that are kept in an array.
    explicit IdTable(std::size_t count) : near_(4 * count + 1024) {}

    // The vertex that has the id, none if there is no such; `put` gives it and changes nothing if there is.
    VertexId put(std::int64_t id, VertexId vertex) {
        VertexId& place = is_near(id) ? near_[static_cast<std::size_t>(id)] : far_[id];
        if (!place.is_none()) return place;
        place = vertex;
        return VertexId::none();
    }
    VertexId put(std::string_view id, VertexId vertex) {  // REQUIRES: the text stays where it is
        const auto [place, is_new] = texts_.try_emplace(id, vertex);
        return is_new ? VertexId::none() : place->second;
    }
    VertexId find(std::int64_t id) const {
        if (is_near(id)) return near_[static_cast<std::size_t>(id)];
        const auto known = far_.find(id);
        return known == far_.end() ? VertexId::none() : known->second;
    }
    VertexId find(std::string_view id) const {
        const auto known = texts_.find(id);
        return known == texts_.end() ? VertexId::none() : known->second;
    }

  private:
    bool is_near(std::int64_t id) const { return static_cast<std::uint64_t>(id) < near_.size(); }

    std::vector<VertexId> near_;
    std::unordered_map<std::int64_t, VertexId> far_;
    std::unordered_map<std::string_view, VertexId> texts_;
};

}  // namespace hearsay::graphs::csv
