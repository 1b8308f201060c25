#include "engine/query/operators/walks/element_filter.hpp"

#include "engine/query/operators/operator.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

bool is_variable(const Expression& expression, const std::string& name) {
    const auto* leaf = std::get_if<Variable>(&expression.node);
    return leaf != nullptr && !name.empty() && leaf->name == name;
}

// Is it `function`(path)?
bool is_call(const Expression& expression, std::string_view function, const std::string& path) {
    const auto* call = std::get_if<FunctionCall>(&expression.node);
    return call != nullptr && call->arguments.size() == 1 && is_variable(call->arguments[0], path) &&
           is_called(call->name.text, function);
}

}  // namespace

std::optional<ElementFilter> ElementFilter::of(const Expression& predicate, const ShortestPath& step,
                                               const Layout& input, const Compile& compile) {
    const auto* quantifier = std::get_if<Quantifier>(&predicate.node);
    if (quantifier == nullptr || !quantifier->filter) return std::nullopt;
    const bool all = quantifier->kind == QuantifierKind::All;
    if (!all && quantifier->kind != QuantifierKind::None) return std::nullopt;

    const Expression& list = *quantifier->list;
    ElementFilter test;
    test.wanted_ = all;
    test.of_nodes_ = is_call(list, "nodes", step.path);
    if (!test.of_nodes_ && !is_call(list, "relationships", step.path) &&
        !is_variable(list, step.expand.walk.edge))
        return std::nullopt;

    const Expression& filter = **quantifier->filter;
    const std::string& element = quantifier->variable.text;
    const Names reads = variables_read(filter);
    const bool reads_walk = (element != step.path && reads.contains(step.path)) ||
                            (element != step.expand.walk.edge && reads.contains(step.expand.walk.edge));
    if (reads_walk || has_column(input, element)) return std::nullopt;
    Layout layout = input;
    layout.push_back(element);
    test.predicate_ = compile(filter, layout);
    return test;
}

void ElementFilter::begin_row(const Batch& batch, std::size_t row) {
    row_ = Batch{1, {}};
    copy_rows(batch, {static_cast<std::uint32_t>(row)}, row_);
    row_.columns.emplace_back();
    known_.clear();
}

bool ElementFilter::passes(std::uint64_t id, graphs::Value element, QueryContext& context) {
    const auto found = known_.find(id);
    if (found != known_.end()) return found->second;
    row_.columns.back() = Column::repeat(std::move(element), 1);
    const graphs::Value truth = predicate_->evaluate(row_, context).at(0);
    const bool passes = truth.kind() == graphs::Kind::Boolean && truth.boolean() == wanted_;
    known_.emplace(id, passes);
    return passes;
}

}  // namespace hearsay::engine
