// ICU does not throw where there is no memory: it says so by a status, or by a text that is bogus, which
// reads as an empty one. Here it becomes std::bad_alloc.
#pragma once

#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <new>

namespace hearsay::engine {

inline void need_memory(UErrorCode status) {
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}
inline const icu::UnicodeString& need_memory(const icu::UnicodeString& text) {
    if (text.isBogus()) throw std::bad_alloc();
    return text;
}

}  // namespace hearsay::engine
