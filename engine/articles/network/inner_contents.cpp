#include "engine/articles/network/inner_contents.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/articles/attribution/cue_verbs.hpp"

namespace hearsay::engine {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_speech(std::string_view text) {
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_letter(text[i])) {
            word += static_cast<char>(text[i] | 0x20);
            continue;
        }
        const CueVerb* verb = word.empty() ? nullptr : cue_verb(word);
        if (verb != nullptr && (verb->act == CueAct::Speech || verb->act == CueAct::Denial)) return true;
        word.clear();
    }
    // "according to" is no verb
    return text.find("ccording to ") != std::string_view::npos;
}

Span without_that(const Document& document, Span span) {
    constexpr std::string_view that = "that ";
    if (document.slice(span).substr(0, that.size()) == that) span.begin += that.size();
    return span;
}

}  // namespace

std::vector<Span> inner_contents(const Document& document) {
    std::vector<Span> found;
    for (const SpanReading& reading : document.readings) {
        for (const Span& piece : reading.content) {
            if (has_speech(document.slice(piece))) found.push_back(without_that(document, piece));
        }
    }
    std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Span> out;
    for (const Span& span : found) {
        if (!out.empty() && span.begin < out.back().end) {
            if (span.end - span.begin > out.back().end - out.back().begin) out.back() = span;
            continue;
        }
        out.push_back(span);
    }
    return out;
}

}  // namespace hearsay::engine
