#include "engine/query/statement/language.hpp"

namespace hearsay::engine {

const Language& Language::opencypher() {
    static const Language language;
    return language;
}

}  // namespace hearsay::engine
