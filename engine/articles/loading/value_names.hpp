// The form of speech, the force and the strength of a cue as the graph and the filter write them.
#pragma once

#include <string_view>

#include "engine/articles/text/document.hpp"

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

inline std::string_view force_name(Force force) {
    switch (force) {
        case Force::Asserted:
            return "asserted";
        case Force::Wanted:
            return "wanted";
        case Force::Asked:
            return "asked";
        case Force::Referred:
            return "referred";
        case Force::Withheld:
            return "withheld";
    }
    return "";
}

inline std::string_view strength_name(CueStrength strength) {
    switch (strength) {
        case CueStrength::Neutral:
            return "neutral";
        case CueStrength::Factive:
            return "factive";
        case CueStrength::Emphatic:
            return "emphatic";
        case CueStrength::Tentative:
            return "tentative";
        case CueStrength::Distancing:
            return "distancing";
    }
    return "";
}

}  // namespace hearsay::engine
