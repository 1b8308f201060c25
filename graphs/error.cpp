#include "graphs/error.hpp"

#include <cstdio>
#include <cstdlib>

namespace hearsay::graphs {

void broken(const char* what, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: broken invariant: %s\nThis is a bug in Hearsay. Please report it.\n", file,
                 line, what);
    std::abort();
}

}  // namespace hearsay::graphs
