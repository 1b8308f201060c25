// Queries, the order of their clauses, and the short forms.
#include "grammar/build/builder.hpp"

namespace hearsay::grammar::build {

Statement Builder::statement() {
    const Node& root = record_.root();
    Children parts = children(root);
    Prefix prefix = Prefix::None;
    if (parts.take_if(Kind::Explain)) prefix = Prefix::Explain;
    if (parts.take_if(Kind::Profile)) prefix = Prefix::Profile;
    const Node& body = parts.take();
    if (body.kind == Kind::RegularQuery) return {prefix, query(body, false), span(root)};
    if (body.kind == Kind::CreateIndex || body.kind == Kind::DropIndex || body.kind == Kind::ShowIndexes)
        return {prefix, index_command(body), span(root)};
    return {prefix, short_form(body), span(root)};
}

Query Builder::query(const Node& node, bool subquery) {
    Query result;
    result.span = span(node);
    for (Children parts = children(node); !parts.empty();) {
        const Node& part = parts.take();
        if (part.kind == Kind::Union) {
            result.all.push_back(!children(part).empty());
        } else {
            result.parts.push_back(single_query(part, subquery));
        }
    }
    return result;
}

SingleQuery Builder::single_query(const Node& node, bool subquery) {
    SingleQuery result;
    for (Children parts = children(node); !parts.empty();) result.clauses.push_back(clause(parts.take()));
    check_order(result.clauses, subquery);
    return result;
}

namespace {

enum class Role { Reads, Updates, With, Return };

struct Described {
    Role role;
    const char* word;
};

Described describe(const Clause& clause) {
    struct Visitor {
        Described operator()(const Match& c) const {
            return {Role::Reads, c.optional ? "OPTIONAL MATCH" : "MATCH"};
        }
        Described operator()(const Unwind&) const { return {Role::Reads, "UNWIND"}; }
        Described operator()(const Call&) const { return {Role::Reads, "CALL"}; }
        Described operator()(const With&) const { return {Role::With, "WITH"}; }
        Described operator()(const Return&) const { return {Role::Return, "RETURN"}; }
        Described operator()(const Create&) const { return {Role::Updates, "CREATE"}; }
        Described operator()(const Merge&) const { return {Role::Updates, "MERGE"}; }
        Described operator()(const Set&) const { return {Role::Updates, "SET"}; }
        Described operator()(const Remove&) const { return {Role::Updates, "REMOVE"}; }
        Described operator()(const Delete&) const { return {Role::Updates, "DELETE"}; }
        Described operator()(const Foreach&) const { return {Role::Updates, "FOREACH"}; }
    };
    return std::visit(Visitor{}, clause.node);
}

}  // namespace

void Builder::check_order(const std::vector<Clause>& clauses, bool subquery) const {
    for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
        const Described here = describe(clauses[i]);
        const Described next = describe(clauses[i + 1]);
        if (here.role == Role::Return)
            fail(clauses[i + 1].span, std::string("RETURN ends a query, but ") + next.word + " follows it",
                 "InvalidClauseComposition", "WITH hands rows on to the next clause");
        if (here.role == Role::Updates && next.role == Role::Reads)
            fail(clauses[i + 1].span,
                 std::string("WITH is needed between ") + here.word + " and " + next.word,
                 "InvalidClauseComposition", "`WITH *` hands everything on");
    }
    const Described last = describe(clauses.back());
    const bool alone = clauses.size() == 1 && std::holds_alternative<Call>(clauses.back().node);
    if (last.role == Role::With || (last.role == Role::Reads && !alone && !subquery))
        fail(clauses.back().span, std::string("a query cannot end with ") + last.word,
             "InvalidClauseComposition", "RETURN says what the answer is");
}

ShortForm Builder::short_form(const Node& node) {
    ShortForm form{record_.short_forms.all[record_.short_forms.at], {}};
    for (Children parts = children(node); !parts.empty();) form.given.push_back(expression(parts.take()));
    return form;
}

}  // namespace hearsay::grammar::build
