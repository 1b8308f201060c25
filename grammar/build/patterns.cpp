// Patterns.
#include "grammar/build/builder.hpp"

namespace hearsay::grammar::build {

Pattern Builder::pattern(const Node& node) {
    Pattern result{{}, span(node)};
    for (Children parts = children(node); !parts.empty();) {
        const Node& part = parts.take();
        Children inner = children(part);
        result.parts.push_back(pattern_part(inner, span(part)));
    }
    return result;
}

// Takes what belongs to the pattern and leaves what follows it.
PatternPart Builder::pattern_part(Children& parts, Span whole) {
    PatternPart part;
    part.span = whole;
    if (const Node* variable = parts.take_if(Kind::Variable)) part.variable = name(*variable);
    if (parts.take_if(Kind::ShortestSelector)) part.selector = PathSelector::Shortest;
    if (parts.take_if(Kind::AllShortestSelector)) part.selector = PathSelector::AllShortest;
    part.nodes.push_back(node_pattern(parts.take()));
    while (const Node* relationship = parts.take_if(Kind::RelationshipPattern)) {
        part.relationships.push_back(relationship_pattern(*relationship));
        part.nodes.push_back(node_pattern(parts.take()));
    }
    part.span.end = std::max(part.span.end, part.nodes.back().span.end);
    return part;
}

std::vector<Name> Builder::labels(const Node& node) const {
    std::vector<Name> names;
    for (Children parts = children(node); !parts.empty();) names.push_back(name(parts.take()));
    return names;
}

NodePattern Builder::node_pattern(const Node& node) {
    Children parts = children(node);
    NodePattern result;
    result.span = span(node);
    if (const Node* variable = parts.take_if(Kind::Variable)) result.variable = name(*variable);
    if (const Node* names = parts.take_if(Kind::NodeLabels)) result.labels = labels(*names);
    if (!parts.empty()) result.properties = boxed(parts.take());
    return result;
}

RelationshipPattern Builder::relationship_pattern(const Node& node) {
    Children parts = children(node);
    RelationshipPattern result;
    result.span = span(node);
    const bool left = parts.take_if(Kind::LeftArrowHead) != nullptr;
    if (const Node* variable = parts.take_if(Kind::Variable)) result.variable = name(*variable);
    while (const Node* type = parts.take_if(Kind::RelTypeName)) result.types.push_back(name(*type));
    if (const Node* length = parts.take_if(Kind::RangeLiteral)) result.range = range(*length);
    if (!parts.empty() && !parts.at(Kind::RightArrowHead)) result.properties = boxed(parts.take());
    const bool right = parts.take_if(Kind::RightArrowHead) != nullptr;
    result.direction = left == right ? Direction::Either : left ? Direction::Left : Direction::Right;
    return result;
}

Range Builder::range(const Node& node) {
    Range result;
    Children parts = children(node);
    if (const Node* from = parts.take_if(Kind::RangeFrom))
        result.from = integer_value(written(*from), false, span(*from));
    if (parts.take_if(Kind::RangeDots)) {
        if (const Node* to = parts.take_if(Kind::RangeTo))
            result.to = integer_value(written(*to), false, span(*to));
    } else {
        result.to = result.from;  // *2 is *2..2
    }
    return result;
}

}  // namespace hearsay::grammar::build
