#include "engine/claims/procedures.hpp"

#include <string>
#include <vector>

#include "engine/claims/trace.hpp"

namespace hearsay::engine::claims {
namespace {

// The words that the spans cut out.
graphs::Value words(const std::string& sentence, const std::vector<TextSpan>& spans) {
    std::string text;
    for (const TextSpan& span : spans) {
        if (!text.empty()) text += " ... ";
        text += sentence.substr(span.begin, span.end - span.begin);
    }
    return text.empty() ? graphs::Value() : graphs::Value(std::move(text));
}

graphs::Value text_or_null(const std::string& text) {
    return text.empty() ? graphs::Value() : graphs::Value(text);
}

}  // namespace

Procedure trace_procedure() {
    return {"hearsay.trace",
            "What a statement rests on: the sentences that it was read from.",
            {{"statement", "ANY?"}},
            {{"stance", "STRING"},
             {"who", "STRING?"},
             {"source", "STRING?"},
             {"cue", "STRING?"},
             {"content", "STRING?"},
             {"sentence", "STRING?"},
             {"title", "STRING?"},
             {"outlet", "STRING?"},
             {"published", "DATE?"},
             {"file", "STRING?"}},
            [](QueryContext& context, const graphs::List& arguments) {
                std::vector<graphs::List> rows;
                for (const Evidence& each : trace(context.graph, arguments[0])) {
                    rows.push_back({each.stance, text_or_null(each.who), words(each.sentence, each.source),
                                    words(each.sentence, each.cue), words(each.sentence, each.content),
                                    text_or_null(each.sentence), text_or_null(each.title),
                                    text_or_null(each.outlet), each.published, text_or_null(each.file)});
                }
                return rows;
            }};
}

}  // namespace hearsay::engine::claims
