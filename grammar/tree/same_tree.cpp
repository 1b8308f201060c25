// Expressions compared piece by piece: most differ at once.
#include <algorithm>

#include "grammar/tree/tree_text.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

bool same(const std::vector<Expression>& a, const std::vector<Expression>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Expression& x, const Expression& y) { return engine::same(x, y); });
}

bool same(const Name& a, const Name& b) {
    return a.text == b.text;
}

template <class First>
bool same(const std::vector<std::pair<First, Expression>>& a,
          const std::vector<std::pair<First, Expression>>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        if constexpr (std::is_same_v<First, Name>) {
            return x.first.text == y.first.text && engine::same(x.second, y.second);
        } else {
            return x.first == y.first && engine::same(x.second, y.second);
        }
    });
}

// Two nodes of one kind.
struct SameNode {
    const Expression& a;
    const Expression& b;

    bool operator()(const NullLiteral&, const NullLiteral&) const { return true; }
    bool operator()(const BooleanLiteral& x, const BooleanLiteral& y) const { return x.value == y.value; }
    bool operator()(const IntegerLiteral& x, const IntegerLiteral& y) const { return x.value == y.value; }
    bool operator()(const FloatLiteral& x, const FloatLiteral& y) const { return x.value == y.value; }
    bool operator()(const StringLiteral& x, const StringLiteral& y) const { return x.value == y.value; }
    bool operator()(const CountStar&, const CountStar&) const { return true; }
    bool operator()(const Variable& x, const Variable& y) const { return x.name == y.name; }
    bool operator()(const Parameter& x, const Parameter& y) const { return x.name == y.name; }
    bool operator()(const ListLiteral& x, const ListLiteral& y) const { return same(x.items, y.items); }
    bool operator()(const MapLiteral& x, const MapLiteral& y) const { return same(x.entries, y.entries); }
    bool operator()(const PropertyLookup& x, const PropertyLookup& y) const {
        return same(x.key, y.key) && engine::same(*x.object, *y.object);
    }
    bool operator()(const Subscript& x, const Subscript& y) const {
        return engine::same(*x.object, *y.object) && engine::same(*x.index, *y.index);
    }
    bool operator()(const Unary& x, const Unary& y) const {
        return x.op == y.op && engine::same(*x.operand, *y.operand);
    }
    bool operator()(const Binary& x, const Binary& y) const {
        return x.op == y.op && engine::same(*x.left, *y.left) && engine::same(*x.right, *y.right);
    }
    bool operator()(const Comparison& x, const Comparison& y) const {
        return engine::same(*x.first, *y.first) && same(x.rest, y.rest);
    }
    bool operator()(const FunctionCall& x, const FunctionCall& y) const {
        return same(x.name, y.name) && x.distinct == y.distinct && same(x.arguments, y.arguments);
    }
    // What is rare is compared as text.
    template <class Node>
    bool operator()(const Node&, const Node&) const {
        return to_text(a) == to_text(b);
    }
};

}  // namespace

bool same(const Expression& a, const Expression& b) {
    if (a.node.index() != b.node.index()) return false;
    return std::visit(
        [&](const auto& node) {
            return SameNode{a, b}(node, std::get<std::decay_t<decltype(node)>>(b.node));
        },
        a.node);
}

}  // namespace hearsay::engine
