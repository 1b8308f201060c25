// What goes wrong with a graph or its file: a value that the caller shows, never a crash.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace hearsay::graphs {

struct Error {
    std::string place;   // the file or the thing that it is about; may be empty
    std::string reason;  // in a sentence, without the place: "is a directory"
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string place, std::string reason) {
    return tl::unexpected(Error{std::move(place), std::move(reason)});
}

// Reports a broken invariant on standard error and aborts. For bugs, never for bad input.
[[noreturn]] void broken(const char* what, const char* file, int line);

}  // namespace hearsay::graphs

#define HEARSAY_ASSERT(condition) \
    ((condition) ? (void)0 : ::hearsay::graphs::broken(#condition, __FILE__, __LINE__))
