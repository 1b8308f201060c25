// The expressions that operators join.
#include "grammar/build/builder.hpp"
#include "grammar/text/keywords.hpp"
#include "grammar/text/scan.hpp"

namespace hearsay::grammar::build {

namespace {

// What gives a value where a pattern gives none.
std::string pattern_advice(std::string_view pattern) {
    constexpr std::size_t longest = 60;
    while (!pattern.empty() && pattern.back() == ' ') pattern.remove_suffix(1);
    const std::string text(pattern.size() <= longest ? pattern : "(a)-->(b)");
    return "`COUNT { " + text + " }` counts its matches, `[" + text + " | 1]` makes a list of them";
}

}  // namespace

Name Builder::dotted_name(const Node& node) const {
    // `apoc . text` is one name; a name in back-quotes may hold a dot of its own.
    Name whole{{}, span(node)};
    std::string_view rest = written(node);
    for (std::size_t at = 0; at < rest.size();) {
        if (rest[at] == '`') {
            std::size_t end = at + 1;
            while (rest[end] != '`' || (end + 1 < rest.size() && rest[end + 1] == '`'))
                end += rest[end] == '`' ? 2 : 1;
            whole.text += name_value(rest.substr(at, end + 1 - at));
            at = end + 1;
        } else {
            const RawToken token = raw_token(rest, at);
            if (token.kind != RawToken::Kind::Space && token.kind != RawToken::Kind::Comment)
                whole.text += rest.substr(at, token.end - at);
            at = token.end;
        }
    }
    return whole;
}

Expression Builder::atom(const Node& node, bool truth_asked) {
    const Span whole = span(node);
    switch (node.kind) {
        case Kind::IntegerLiteral:
            return {IntegerLiteral{integer_value(written(node), false, whole)}, whole};
        case Kind::DoubleLiteral:
            return {FloatLiteral{double_value(written(node), whole)}, whole};
        case Kind::StringLiteral:
            return {StringLiteral{string_value(written(node), whole)}, whole};
        case Kind::TrueLiteral:
            return {BooleanLiteral{true}, whole};
        case Kind::FalseLiteral:
            return {BooleanLiteral{false}, whole};
        case Kind::NullLiteral:
            return {NullLiteral{}, whole};
        case Kind::Parameter:
            return {Parameter{name_value(written(node).substr(1))}, whole};
        case Kind::Variable:
            return {Variable{name_value(written(node))}, whole};
        case Kind::CountStar:
            return {CountStar{}, whole};
        case Kind::ParenthesizedExpression: {
            truth_asked_ = truth_asked;
            Expression inner = expression(children(node).take());
            inner.span = whole;  // a column is called as it is written
            return inner;
        }
        case Kind::ListLiteral:
            return list_literal(node);
        case Kind::MapLiteral:
            return map_literal(node);
        case Kind::CaseExpression:
            return case_expression(node);
        case Kind::FunctionInvocation:
            return function_call(node);
        case Kind::ListComprehension:
        case Kind::FilterOrExtract:
            return list_comprehension(node);
        case Kind::PatternComprehension:
            return pattern_comprehension(node);
        case Kind::Quantifier:
            return quantifier(node);
        case Kind::Reduce:
            return reduce(node);
        case Kind::Subquery:
            return subquery(node);
        case Kind::MapProjection:
            return map_projection(node);
        case Kind::PatternPredicate:
            if (!truth_asked)
                fail(whole, "a pattern can stand only where a truth value is asked, as in WHERE",
                     "UnexpectedSyntax", pattern_advice(written(node)));
            [[fallthrough]];
        case Kind::ShortestPathAtom: {
            Children parts = children(node);
            return {PatternPredicate{pattern_part(parts, whole)}, whole};
        }
        case Kind::NonArithmeticOperatorExpression:
        default:
            return postfix_chain(children(node));
    }
}

Expression Builder::list_literal(const Node& node) {
    ListLiteral list;
    list.items.reserve(count(children(node)));
    for (Children parts = children(node); !parts.empty();) list.items.push_back(expression(parts.take()));
    return {std::move(list), span(node)};
}

Expression Builder::map_literal(const Node& node) {
    MapLiteral map;
    for (Children parts = children(node); !parts.empty();) {
        Name key = name(parts.take());
        map.entries.emplace_back(std::move(key), expression(parts.take()));
    }
    return {std::move(map), span(node)};
}

Expression Builder::case_expression(const Node& node) {
    Case result;
    Children parts = children(node);
    if (const Node* subject = parts.take_if(Kind::CaseSubject))
        result.subject = boxed(children(*subject).take());
    while (const Node* alternative = parts.take_if(Kind::CaseAlternative)) {
        Children both = children(*alternative);
        const Node& when = both.take();
        Expression condition = result.subject ? expression(when) : truth(when);
        result.alternatives.emplace_back(std::move(condition), expression(both.take()));
    }
    if (const Node* otherwise = parts.take_if(Kind::CaseElse))
        result.otherwise = boxed(children(*otherwise).take());
    return {std::move(result), span(node)};
}

Expression Builder::function_call(const Node& node) {
    Children parts = children(node);
    FunctionCall call;
    call.name = dotted_name(parts.take());
    call.distinct = parts.take_if(Kind::Distinct) != nullptr;
    const std::string_view name = call.name.text;
    const bool exists = name.size() == 6 && is_keyword(name) && (name[0] == 'e' || name[0] == 'E');
    while (!parts.empty()) call.arguments.push_back(exists ? truth(parts.take()) : expression(parts.take()));
    return {std::move(call), span(node)};
}

Box<Expression> Builder::boxed_where(const Node& where) {
    return Box<Expression>(truth(children(where).take()));
}

Expression Builder::list_comprehension(const Node& node) {
    Children parts = children(node);
    Name variable = name(parts.take());
    ListComprehension result{std::move(variable), boxed(parts.take()), {}, {}};
    if (const Node* where = parts.take_if(Kind::Where)) result.filter = boxed_where(*where);
    if (const Node* projection = parts.take_if(Kind::ProjectedExpression))
        result.projection = boxed(children(*projection).take());
    return {std::move(result), span(node)};
}

Expression Builder::pattern_comprehension(const Node& node) {
    Children parts = children(node);
    const Span whole{parts.peek().begin, parts.peek().end};
    PatternPart part = pattern_part(parts, whole);
    std::optional<Box<Expression>> filter;
    if (const Node* where = parts.take_if(Kind::Where)) filter = boxed_where(*where);
    return {PatternComprehension{std::move(part), std::move(filter), boxed(children(parts.take()).take())},
            span(node)};
}

Expression Builder::quantifier(const Node& node) {
    Children parts = children(node);
    const Kind word = parts.take().kind;
    const QuantifierKind kind = word == Kind::AllQuantifier    ? QuantifierKind::All
                                : word == Kind::AnyQuantifier  ? QuantifierKind::Any
                                : word == Kind::NoneQuantifier ? QuantifierKind::None
                                                               : QuantifierKind::Single;
    Name variable = name(parts.take());
    Quantifier result{kind, std::move(variable), boxed(parts.take()), {}};
    if (const Node* where = parts.take_if(Kind::Where)) result.filter = boxed_where(*where);
    return {std::move(result), span(node)};
}

Expression Builder::reduce(const Node& node) {
    Children parts = children(node);
    Name accumulator = name(parts.take());
    Box<Expression> initial = boxed(parts.take());
    Name variable = name(parts.take());
    Box<Expression> list = boxed(parts.take());
    return {Reduce{std::move(accumulator), std::move(initial), std::move(variable), std::move(list),
                   boxed(parts.take())},
            span(node)};
}

Expression Builder::map_projection(const Node& node) {
    Children parts = children(node);
    const Node& subject = parts.take();
    const Expression object = atom(subject, false);
    MapProjection result{object, false, {}};
    while (!parts.empty()) {
        const Node& item = parts.take();
        if (item.kind == Kind::AllProperties) {
            result.all = true;
        } else if (item.kind == Kind::PropertyLookup) {
            Name key = name(children(item).take());
            Expression value{PropertyLookup{object, key}, span(item)};
            result.entries.emplace_back(std::move(key), std::move(value));
        } else if (item.kind == Kind::PropertyKeyName) {
            result.entries.emplace_back(name(item), expression(parts.take()));
        } else {
            result.entries.emplace_back(name(item), atom(item, false));
        }
    }
    return {std::move(result), span(node)};
}

Expression Builder::subquery(const Node& node) {
    Children parts = children(node);
    Subquery result;
    if (parts.take_if(Kind::CountWord)) result.kind = SubqueryKind::Count;
    if (parts.take_if(Kind::CollectWord)) result.kind = SubqueryKind::Collect;
    const Node& body = parts.take();
    if (result.kind == SubqueryKind::Collect && body.kind != Kind::RegularQuery)
        fail(span(body), "COLLECT takes a query that returns one column", "UnexpectedSyntax",
             "`COLLECT { MATCH (a)-->(b) RETURN b.name }`, or `[(a)-->(b) | b.name]`");
    if (body.kind == Kind::RegularQuery) {
        result.query = Box<Query>(query(body, true));
    } else {
        result.pattern = pattern(body);
        if (const Node* where = parts.take_if(Kind::Where)) result.filter = boxed_where(*where);
    }
    return {std::move(result), span(node)};
}

}  // namespace hearsay::grammar::build
