// The form of speech as the graph and the filter write it.
#pragma once

#include <string_view>

#include "engine/articles/document.hpp"

namespace hearsay::engine {

inline std::string_view form_name(SpeechForm form) {
    switch (form) {
        case SpeechForm::Direct:
            return "direct";
        case SpeechForm::Indirect:
            return "indirect";
        case SpeechForm::Mixed:
            return "mixed";
    }
    return "";
}

}  // namespace hearsay::engine
