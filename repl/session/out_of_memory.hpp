// Where the memory ends, what is being done ends, and not the program.
#pragma once

#include <cstdio>
#include <new>
#include <stdexcept>

namespace hearsay::repl {

// act(); false where there is no memory for it, after the words were written to standard error, which takes
// none.
template <class Act>
bool unless_out_of_memory(const char* words, Act&& act) {
    try {
        return act();
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {  // more than any machine has
    }
    std::fputs("hearsay: ", stderr);
    std::fputs(words, stderr);
    std::fputs("\n", stderr);
    return false;
}

}  // namespace hearsay::repl
