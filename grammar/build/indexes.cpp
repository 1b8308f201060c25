// CREATE INDEX, DROP INDEX, SHOW INDEXES.
#include "grammar/build/builder.hpp"

namespace hearsay::grammar::build {

namespace {

constexpr const char* one_property =
    "an index is of one property of the nodes with one label: "
    "`FOR (n:Label) ON (n.key)`";

}  // namespace

IndexCommand Builder::index_command(const Node& node) {
    Children parts = children(node);
    const auto kind = [&parts]() -> std::optional<IndexKind> {
        if (parts.take_if(Kind::RangeIndex)) return IndexKind::Range;
        if (parts.take_if(Kind::TextIndex)) return IndexKind::Text;
        return std::nullopt;
    };
    if (node.kind == Kind::ShowIndexes) return ShowIndexes{kind()};
    if (node.kind == Kind::DropIndex) {
        Name dropped = name(parts.take());
        return DropIndex{std::move(dropped), !parts.empty()};
    }
    CreateIndex made;
    made.kind = kind().value_or(IndexKind::Range);
    if (const Node* called = parts.take_if(Kind::IndexName)) made.name = name(*called);
    made.if_not_exists = parts.take_if(Kind::IfNotExists) != nullptr;
    const Name variable = name(parts.take());
    made.label = name(parts.take());
    const Name object = name(parts.take());
    made.key = name(parts.take());
    if (object.text != variable.text)
        fail(object.span, "variable `" + object.text + "` is not defined", "UndefinedVariable", one_property);
    return made;
}

}  // namespace hearsay::grammar::build
