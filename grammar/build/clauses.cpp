// The clauses.
#include "grammar/build/builder.hpp"

namespace hearsay::grammar::build {

Clause Builder::clause(const Node& node) {
    Children parts = children(node);
    const Span whole = span(node);
    switch (node.kind) {
        case Kind::Match:
            return {match_clause(node), whole};
        case Kind::Unwind: {
            Expression list = expression(parts.take());
            return {Unwind{std::move(list), name(parts.take())}, whole};
        }
        case Kind::With: {
            With with{projection(parts), {}};
            if (const Node* where = parts.take_if(Kind::Where)) with.where = truth(children(*where).take());
            return {std::move(with), whole};
        }
        case Kind::Return:
            return {Return{projection(parts)}, whole};
        case Kind::Call:
            return {call(node), whole};
        case Kind::Create:
            return {Create{pattern(parts.take())}, whole};
        case Kind::Merge:
            return {merge(node), whole};
        case Kind::Set:
            return {Set{set_items(node)}, whole};
        case Kind::Remove:
            return {remove(node), whole};
        case Kind::Delete: {
            Delete result;
            result.detach = parts.take_if(Kind::Detach) != nullptr;
            while (!parts.empty()) result.expressions.push_back(expression(parts.take()));
            return {std::move(result), whole};
        }
        default:
            return {foreach (node), whole};
    }
}

Match Builder::match_clause(const Node& node) {
    Children parts = children(node);
    const bool optional = parts.take_if(Kind::Optional) != nullptr;
    Match result{optional, pattern(parts.take()), {}};
    if (const Node* where = parts.take_if(Kind::Where)) result.where = truth(children(*where).take());
    return result;
}

Projection Builder::projection(Children& parts) {
    Projection result;
    result.distinct = parts.take_if(Kind::Distinct) != nullptr;
    result.star = parts.take_if(Kind::Star) != nullptr;
    while (const Node* item = parts.take_if(Kind::ProjectionItem)) {
        Children inner = children(*item);
        ProjectionItem projected{expression(inner.take()), {}};
        if (!inner.empty()) projected.alias = name(inner.take());
        result.items.push_back(std::move(projected));
    }
    while (const Node* item = parts.take_if(Kind::SortItem)) {
        Children inner = children(*item);
        Expression key = expression(inner.take());
        result.order.push_back({std::move(key), inner.take_if(Kind::Descending) != nullptr});
    }
    if (const Node* skip = parts.take_if(Kind::Skip)) result.skip = expression(children(*skip).take());
    if (const Node* limit = parts.take_if(Kind::Limit)) result.limit = expression(children(*limit).take());
    return result;
}

Call Builder::call(const Node& node) {
    Children parts = children(node);
    Call result;
    result.procedure = dotted_name(parts.take());
    if (const Node* arguments = parts.take_if(Kind::ProcedureArguments)) {
        result.arguments.emplace();
        for (Children inner = children(*arguments); !inner.empty();)
            result.arguments->push_back(expression(inner.take()));
    }
    const Node* yield = parts.take_if(Kind::Yield);
    if (yield == nullptr) return result;
    Children inner = children(*yield);
    result.yield_star = inner.take_if(Kind::YieldStar) != nullptr;
    while (const Node* item = inner.take_if(Kind::YieldItem)) {
        Children names = children(*item);
        YieldItem field{name(names.take()), {}};
        if (!names.empty()) field.alias = name(names.take());
        result.yields.push_back(std::move(field));
    }
    if (const Node* where = inner.take_if(Kind::Where)) result.where = truth(children(*where).take());
    return result;
}

// atom.key[0].key: the last key apart from what stands before it.
std::pair<Expression, Name> Builder::property(const Node& node) {
    const Deeper deeper(*this, count(children(node)), node);
    Expression whole = postfix_chain(children(node));
    auto* lookup = std::get_if<PropertyLookup>(&whole.node);
    if (lookup == nullptr)
        fail(span(node), "only a property can be set or removed", "UnexpectedSyntax", "name it: `n.key`");
    Name key = std::move(lookup->key);
    Expression object = std::move(*lookup->object);
    return {std::move(object), std::move(key)};
}

SetItem Builder::set_item(const Node& node) {
    Children parts = children(node);
    if (node.kind == Kind::SetProperty) {
        auto [object, key] = property(parts.take());
        return SetProperty{std::move(object), std::move(key), expression(parts.take())};
    }
    Name variable = name(parts.take());
    if (node.kind == Kind::SetLabels) return SetLabels{std::move(variable), labels(parts.take())};
    return SetVariable{std::move(variable), expression(parts.take()), node.kind == Kind::ReplaceVariable};
}

std::vector<SetItem> Builder::set_items(const Node& node) {
    std::vector<SetItem> items;
    for (Children parts = children(node); !parts.empty();) items.push_back(set_item(parts.take()));
    return items;
}

Merge Builder::merge(const Node& node) {
    Children parts = children(node);
    const Node& pattern_node = parts.take();
    Children inner = children(pattern_node);
    Merge result{pattern_part(inner, span(pattern_node)), {}, {}};
    while (!parts.empty()) {
        const Node& action = parts.take();
        std::vector<SetItem>& to = action.kind == Kind::OnCreate ? result.on_create : result.on_match;
        for (SetItem& item : set_items(children(action).take())) to.push_back(std::move(item));
    }
    return result;
}

Remove Builder::remove(const Node& node) {
    Remove result;
    for (Children parts = children(node); !parts.empty();) {
        const Node& item = parts.take();
        if (item.kind == Kind::RemoveLabels) {
            Children inner = children(item);
            Name variable = name(inner.take());
            result.items.emplace_back(RemoveLabels{std::move(variable), labels(inner.take())});
        } else {
            auto [object, key] = property(item);
            result.items.emplace_back(RemoveProperty{std::move(object), std::move(key)});
        }
    }
    return result;
}

Foreach Builder::foreach (const Node& node) {
    Children parts = children(node);
    Name variable = name(parts.take());
    Foreach result{std::move(variable), expression(parts.take()), {}};
    while (!parts.empty()) {
        result.body.push_back(clause(parts.take()));
        const Clause& last = result.body.back();
        const bool updates =
            std::holds_alternative<Create>(last.node) || std::holds_alternative<Set>(last.node) ||
            std::holds_alternative<Merge>(last.node) || std::holds_alternative<Remove>(last.node) ||
            std::holds_alternative<Delete>(last.node) || std::holds_alternative<Foreach>(last.node);
        if (!updates)
            fail(last.span, "FOREACH can hold only clauses that change the graph", "InvalidClauseComposition",
                 "UNWIND makes rows of a list");
    }
    return result;
}

}  // namespace hearsay::grammar::build
