#include "engine/query/operators/text_lookup.hpp"

namespace hearsay::engine {

void TextLookupOperator::begin_row(std::size_t row) {
    const auto& graph = context_.graph;
    const graphs::Value part = parts_.at(row);
    if (part.kind() != graphs::Kind::String)
        list({});  // the comparison is null
    else if (in_order_)
        list(graph.find_between(label_, key_, graphs::texts_with_prefix(part.string()), progress_));
    else
        list(graph.find_text(label_, key_, test_, part.string(), progress_));
}

}  // namespace hearsay::engine
