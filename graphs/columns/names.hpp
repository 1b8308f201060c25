// Names as small dense ids, in the order in which they were first seen.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graphs/error.hpp"

namespace hearsay::graphs {

template <class NameId>
class Names {
  public:
    NameId intern(std::string_view name) {  // strongly safe
        if (const auto known = ids_.find(name); known != ids_.end()) return known->second;
        const NameId id{static_cast<std::uint32_t>(names_.size())};
        names_.emplace_back(name);
        try {
            ids_.emplace(names_.back(), id);
        } catch (...) {
            names_.pop_back();
            throw;
        }
        return id;
    }
    NameId find(std::string_view name) const {
        const auto known = ids_.find(name);
        return known == ids_.end() ? NameId::none() : known->second;
    }
    std::string_view name(NameId id) const {
        HEARSAY_ASSERT(id.value < names_.size());
        return names_[id.value];
    }
    std::size_t size() const { return names_.size(); }
    // Forgets the id `size` and all after it: they will be given again.
    void truncate(std::size_t size) {
        while (names_.size() > size) {
            ids_.erase(names_.back());
            names_.pop_back();
        }
    }

  private:
    std::deque<std::string> names_;  // a deque: the views below stay valid as it grows
    std::unordered_map<std::string_view, NameId> ids_;
};

}  // namespace hearsay::graphs
