// Operators: chains of equals become trees.
#include "grammar/build/builder.hpp"

namespace hearsay::grammar::build {

namespace {

BinaryOperator arithmetic(Kind kind) {
    switch (kind) {
        case Kind::Add:
            return BinaryOperator::Add;
        case Kind::Subtract:
            return BinaryOperator::Subtract;
        case Kind::Multiply:
            return BinaryOperator::Multiply;
        case Kind::Divide:
            return BinaryOperator::Divide;
        case Kind::Modulo:
            return BinaryOperator::Modulo;
        default:
            return BinaryOperator::Power;
    }
}

ComparisonOperator comparison_operator(Kind kind) {
    switch (kind) {
        case Kind::Equal:
            return ComparisonOperator::Equal;
        case Kind::NotEqual:
            return ComparisonOperator::NotEqual;
        case Kind::Less:
            return ComparisonOperator::Less;
        case Kind::LessEqual:
            return ComparisonOperator::LessEqual;
        case Kind::Greater:
            return ComparisonOperator::Greater;
        default:
            return ComparisonOperator::GreaterEqual;
    }
}

Expression binary(BinaryOperator op, Expression left, Expression right) {
    const Span span{left.span.begin, right.span.end};
    return {Binary{op, std::move(left), std::move(right)}, span};
}

}  // namespace

Builder::Deeper::Deeper(Builder& builder, std::size_t levels, const Node& node)
    : builder_(builder), levels_(levels) {
    if (builder.depth_ + levels > max_depth)
        fail(span(node),
             "this expression is nested too deeply: " + std::to_string(max_depth) + " levels are the most",
             "UnexpectedSyntax",
             "a list and a function such as `reduce` or `any` can take the place of a long chain");
    builder.depth_ += levels;
}

Expression Builder::truth(const Node& node) {
    truth_asked_ = true;
    return expression(node);
}

Expression Builder::expression(const Node& node) {
    const bool truth_asked = std::exchange(truth_asked_, false);
    switch (node.kind) {
        case Kind::OrExpression:
            return associative(children(node), BinaryOperator::Or);
        case Kind::XorExpression:
            return associative(children(node), BinaryOperator::Xor);
        case Kind::AndExpression:
            return associative(children(node), BinaryOperator::And);
        case Kind::NotExpression:
            return not_chain(node);
        case Kind::ComparisonExpression:
            return comparison(node);
        case Kind::StringListNullPredicateExpression: {
            const Deeper deeper(*this, count(children(node)), node);
            return predicates(children(node));
        }
        case Kind::AddOrSubtractExpression:
        case Kind::MultiplyDivideModuloExpression:
        case Kind::PowerOfExpression: {
            const Deeper deeper(*this, count(children(node)) / 2, node);
            return left_associative(children(node));
        }
        case Kind::UnaryAddOrSubtractExpression:
            return sign_chain(node);
        case Kind::NonArithmeticOperatorExpression: {
            const Deeper deeper(*this, count(children(node)), node);
            return postfix_chain(children(node));
        }
        default: {
            const Deeper deeper(*this, 1, node);
            return atom(node, truth_asked);
        }
    }
}

std::size_t Builder::count(Children parts) const {
    std::size_t number = 0;
    for (; !parts.empty(); parts.take()) ++number;
    return number;
}

// OR, XOR and AND are associative also where truth is unknown, so a long chain can become a tree of little
// depth.
Expression Builder::associative(Children parts, BinaryOperator op) {
    std::vector<Expression> operands;
    while (!parts.empty()) operands.push_back(truth(parts.take()));
    return balanced(operands, 0, operands.size(), op);
}

Expression Builder::balanced(std::vector<Expression>& operands, std::size_t begin, std::size_t end,
                             BinaryOperator op) {
    if (end - begin == 1) return std::move(operands[begin]);
    const std::size_t middle = begin + (end - begin + 1) / 2;
    Expression left = balanced(operands, begin, middle, op);
    return binary(op, std::move(left), balanced(operands, middle, end, op));
}

Expression Builder::left_associative(Children parts) {
    Expression left = expression(parts.take());
    while (!parts.empty()) {
        const BinaryOperator op = arithmetic(parts.take().kind);
        left = binary(op, std::move(left), expression(parts.take()));
    }
    return left;
}

Expression Builder::not_chain(const Node& node) {
    Children parts = children(node);
    std::vector<std::size_t> begins;
    while (const Node* sign = parts.take_if(Kind::NotOperator)) begins.push_back(sign->begin);
    const Deeper deeper(*this, begins.size(), node);
    Expression operand = truth(parts.take());
    for (; !begins.empty(); begins.pop_back()) {
        const Span span{begins.back(), operand.span.end};
        operand = {Unary{UnaryOperator::Not, std::move(operand)}, span};
    }
    return operand;
}

Expression Builder::sign_chain(const Node& node) {
    Children parts = children(node);
    std::vector<const Node*> signs;
    while (parts.at(Kind::PlusSign) || parts.at(Kind::MinusSign)) signs.push_back(&parts.take());
    const Deeper deeper(*this, signs.size(), node);
    const Node& number = parts.take();
    const bool negative = signs.back()->kind == Kind::MinusSign;
    Expression operand;
    if (number.kind == Kind::IntegerLiteral && negative) {
        // The least integer has no positive counterpart: its sign belongs to the literal.
        const Span signed_span{signs.back()->begin, number.end};
        const std::int64_t value = integer_value(written(number), true, signed_span);
        if (value == INT64_MIN) {
            operand = {IntegerLiteral{value}, signed_span};
            signs.pop_back();
        } else {
            operand = {IntegerLiteral{-value}, span(number)};
        }
    } else {
        operand = expression(number);
    }
    for (; !signs.empty(); signs.pop_back()) {
        const UnaryOperator op =
            signs.back()->kind == Kind::MinusSign ? UnaryOperator::Minus : UnaryOperator::Plus;
        const Span whole{signs.back()->begin, operand.span.end};
        operand = {Unary{op, std::move(operand)}, whole};
    }
    return operand;
}

Expression Builder::comparison(const Node& node) {
    Children parts = children(node);
    Comparison comparison{expression(parts.take()), {}};
    while (!parts.empty()) {
        const ComparisonOperator op = comparison_operator(parts.take().kind);
        comparison.rest.emplace_back(op, expression(parts.take()));
    }
    return {std::move(comparison), span(node)};
}

Expression Builder::predicates(Children parts) {
    Expression object = expression(parts.take());
    while (!parts.empty()) object = predicate(std::move(object), parts.take());
    return object;
}

Expression Builder::predicate(Expression object, const Node& node) {
    Children parts = children(node);
    const Span whole{object.span.begin, node.end};
    const auto with = [&](BinaryOperator op) {
        return Expression{Binary{op, std::move(object), expression(parts.take())}, whole};
    };
    switch (node.kind) {
        case Kind::Matches:
            return with(BinaryOperator::Matches);
        case Kind::StartsWith:
            return with(BinaryOperator::StartsWith);
        case Kind::EndsWith:
            return with(BinaryOperator::EndsWith);
        case Kind::Contains:
            return with(BinaryOperator::Contains);
        case Kind::InList:
            return with(BinaryOperator::In);
        default: {
            const UnaryOperator op = parts.empty() ? UnaryOperator::IsNull : UnaryOperator::IsNotNull;
            return {Unary{op, std::move(object)}, whole};
        }
    }
}

Expression Builder::postfix_chain(Children parts) {
    Expression object = expression(parts.take());
    while (!parts.empty()) object = postfix(std::move(object), parts.take());
    return object;
}

Expression Builder::postfix(Expression object, const Node& node) {
    Children parts = children(node);
    const Span whole{object.span.begin, node.end};
    if (node.kind == Kind::PropertyLookup)
        return {PropertyLookup{std::move(object), name(parts.take())}, whole};
    if (node.kind == Kind::NodeLabels) return {HasLabels{std::move(object), labels(node)}, whole};
    // [index]  [from..to]
    std::optional<Box<Expression>> from;
    if (!parts.at(Kind::RangeDots)) from = boxed(parts.take());
    if (parts.empty()) return {Subscript{std::move(object), std::move(*from)}, whole};
    parts.take();
    std::optional<Box<Expression>> to;
    if (!parts.empty()) to = boxed(parts.take());
    return {Slice{std::move(object), std::move(from), std::move(to)}, whole};
}

}  // namespace hearsay::grammar::build
