// Names of variables that no asker wrote: the planner's.
#pragma once

#include <string_view>

namespace hearsay::grammar {

// A hidden variable's name begins with a byte that no name in a query can hold: it is no UTF-8.
inline constexpr char hidden_mark = '\xff';
inline bool is_hidden(std::string_view name) {
    return !name.empty() && name[0] == hidden_mark;
}

}  // namespace hearsay::grammar
