// What a statement changed, counted.
#pragma once

#include <cstddef>

namespace hearsay::engine {

struct Effects {
    std::size_t nodes_created = 0, nodes_deleted = 0;
    std::size_t relationships_created = 0, relationships_deleted = 0;
    std::size_t properties_set = 0;  // set, changed or removed, on what was there and on what is new
    std::size_t labels_added = 0, labels_removed = 0;
    std::size_t indexes_added = 0, indexes_removed = 0;

    bool any() const {
        return nodes_created + nodes_deleted + relationships_created + relationships_deleted +
                   properties_set + labels_added + labels_removed + indexes_added + indexes_removed >
               0;
    }
};

}  // namespace hearsay::engine
