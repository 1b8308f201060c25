// Expressions of the syntax tree -> compiled expressions. One function a node: a kind of node that is missing
// here does not compile.
#include <algorithm>

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/leaves.hpp"
#include "engine/query/expressions/nodes.hpp"
#include "engine/query/functions/function.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

using expressions::Branch;
using expressions::fail;
using grammar::Expression;
using grammar::Span;

class Compiler {
  public:
    Compiler(const Layout& layout, const builtins::Functions& functions, const SubqueryCompiler& subqueries)
        : layout_(layout), functions_(functions), subqueries_(subqueries), used_(layout.size()) {}

    Compiled compile(const Expression& expression) {
        return std::visit([&](const auto& node) { return make(node, expression); }, expression.node);
    }

  private:
    // --- helpers
    // ------------------------------------------------------------------------------------------------
    Compiled compile(const grammar::Box<Expression>& box) { return compile(*box); }
    Compiled compile(const std::optional<grammar::Box<Expression>>& box) {
        return box ? compile(**box) : nullptr;
    }

    std::vector<Compiled> compile_all(const std::vector<Expression>& all) {
        std::vector<Compiled> compiled;
        for (const Expression& one : all) compiled.push_back(compile(one));
        return compiled;
    }

    static std::vector<std::size_t> indexes(const std::vector<bool>& used, std::size_t below) {
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < std::min(used.size(), below); ++i) {
            if (used[i]) columns.push_back(i);
        }
        return columns;
    }

    // Takes note of the columns that the expression reads.
    Branch branch(const Expression& expression) {
        std::vector<bool> around(layout_.size());
        std::swap(around, used_);
        Branch made{compile(expression), {}};
        made.columns = indexes(used_, used_.size());
        for (std::size_t i = 0; i < used_.size(); ++i) around[i] = around[i] || used_[i];
        std::swap(around, used_);
        return made;
    }

    std::size_t column_of(const std::string& name, Span span) {
        // From the back: an inner variable hides an outer one.
        const auto found = std::find(layout_.rbegin(), layout_.rend(), name);
        if (found == layout_.rend()) {
            fail(span, "the variable `" + name + "` is not defined", "SyntaxError", "UndefinedVariable",
                 grammar::did_you_mean(name, layout_));
        }
        const auto column = static_cast<std::size_t>(layout_.rend() - found) - 1;
        used_[column] = true;
        return column;
    }

    // The compiler of what stands inside a list expression: the columns around, then its own variables.
    struct Inner {
        Layout layout;
        std::unique_ptr<Compiler> compiler;
    };
    std::unique_ptr<Inner> inner(std::vector<std::string> variables) {
        auto made = std::make_unique<Inner>();
        made->layout = layout_;
        for (std::string& variable : variables) made->layout.push_back(std::move(variable));
        made->compiler = std::make_unique<Compiler>(made->layout, functions_, subqueries_);
        return made;
    }
    // The outer columns that were read inside.
    std::vector<std::size_t> taken(const Inner& from) {
        std::vector<std::size_t> columns = indexes(from.compiler->used_, layout_.size());
        for (std::size_t column : columns) used_[column] = true;
        return columns;
    }

    // A literal that is no Boolean is refused at once, even where the other side would decide.
    Compiled condition(Compiled operand, Span span) {
        const graphs::Value* value = expressions::literal_value(*operand);
        if (value && !value->is_null() && value->kind() != graphs::Kind::Boolean) {
            fail(span, "expected a Boolean but got a " + std::string(graphs::kind_name(value->kind())),
                 "SyntaxError", "InvalidArgumentType");
        }
        return operand;
    }
    Branch condition(Branch operand, Span span) {
        operand.expression = condition(std::move(operand.expression), span);
        return operand;
    }

    static Span span_of(const std::optional<grammar::Box<Expression>>& box) {
        return box ? (*box)->span : Span{};
    }

    // --- leaves
    // -------------------------------------------------------------------------------------------------
    static Compiled literal(graphs::Value value) {
        return std::make_unique<expressions::Literal>(std::move(value));
    }
    Compiled make(const grammar::NullLiteral&, const Expression&) { return literal({}); }
    Compiled make(const grammar::BooleanLiteral& node, const Expression&) { return literal(node.value); }
    Compiled make(const grammar::IntegerLiteral& node, const Expression&) { return literal(node.value); }
    Compiled make(const grammar::FloatLiteral& node, const Expression&) { return literal(node.value); }
    Compiled make(const grammar::StringLiteral& node, const Expression&) { return literal(node.value); }
    Compiled make(const grammar::Parameter& node, const Expression& whole) {
        return std::make_unique<expressions::ParameterReference>(node.name, whole.span);
    }
    Compiled make(const grammar::Variable& node, const Expression& whole) {
        return std::make_unique<expressions::ColumnReference>(column_of(node.name, whole.span));
    }

    // --- collections and access
    // ---------------------------------------------------------------------------------
    Compiled make(const grammar::ListLiteral& node, const Expression&) {
        return expressions::make_list(compile_all(node.items));
    }
    Compiled make(const grammar::MapLiteral& node, const Expression&) {
        std::vector<std::pair<std::string, Compiled>> entries;
        for (const auto& [key, value] : node.entries) entries.emplace_back(key.text, compile(value));
        return expressions::make_map(std::move(entries));
    }
    Compiled make(const grammar::MapProjection& node, const Expression&) {
        std::vector<std::pair<std::string, Compiled>> entries;
        Compiled object = compile(node.object);
        for (const auto& [key, value] : node.entries) entries.emplace_back(key.text, compile(value));
        Compiled all;
        if (node.all) {
            const Span span = node.object->span;
            const builtins::Function* properties = functions_.find("properties");
            HEARSAY_ASSERT(properties != nullptr);
            std::vector<Compiled> of;
            of.push_back(compile(node.object));
            all = builtins::make_call(*properties, std::move(of), {properties->signature.name, span, {span}});
        }
        return expressions::make_map_projection(std::move(object), std::move(all),
                                                expressions::make_map(std::move(entries)));
    }
    Compiled make(const grammar::PropertyLookup& node, const Expression& whole) {
        return expressions::make_property(compile(node.object), node.key.text, whole.span);
    }
    Compiled make(const grammar::Subscript& node, const Expression& whole) {
        Compiled object = compile(node.object);
        return expressions::make_subscript(std::move(object), compile(node.index), whole.span);
    }
    Compiled make(const grammar::Slice& node, const Expression& whole) {
        Compiled object = compile(node.object), from = compile(node.from);
        return expressions::make_slice(std::move(object), std::move(from), compile(node.to), whole.span);
    }
    Compiled make(const grammar::HasLabels& node, const Expression& whole) {
        if (node.labels.empty()) return expressions::make_is_node(compile(node.object));
        std::vector<std::string> labels;
        for (const grammar::Name& label : node.labels) labels.push_back(label.text);
        return expressions::make_has_labels(compile(node.object), std::move(labels), whole.span);
    }

    // --- operators
    // ----------------------------------------------------------------------------------------------
    Compiled make(const grammar::Unary& node, const Expression& whole) {
        Compiled operand = compile(node.operand);
        switch (node.op) {
            case grammar::UnaryOperator::Not:
                return expressions::make_not(condition(std::move(operand), node.operand->span),
                                             node.operand->span);
            case grammar::UnaryOperator::Plus:
                return expressions::make_sign(false, std::move(operand), whole.span);
            case grammar::UnaryOperator::Minus:
                return expressions::make_sign(true, std::move(operand), whole.span);
            case grammar::UnaryOperator::IsNull:
                return expressions::make_null_test(std::move(operand), true);
            case grammar::UnaryOperator::IsNotNull:
                return expressions::make_null_test(std::move(operand), false);
        }
        return nullptr;
    }

    Compiled make(const grammar::Binary& node, const Expression& whole) {
        using grammar::BinaryOperator;
        Compiled left = compile(node.left);
        const Span left_span = node.left->span, right_span = node.right->span;
        switch (node.op) {
            case BinaryOperator::And:
            case BinaryOperator::Or:
                left = condition(std::move(left), left_span);
                return expressions::make_connective(node.op == BinaryOperator::And, std::move(left),
                                                    left_span, condition(branch(*node.right), right_span),
                                                    right_span);
            case BinaryOperator::Xor:
                left = condition(std::move(left), left_span);
                return expressions::make_exclusive_or(std::move(left), left_span,
                                                      condition(compile(node.right), right_span), right_span);
            case BinaryOperator::Add:
            case BinaryOperator::Subtract:
            case BinaryOperator::Multiply:
            case BinaryOperator::Divide:
            case BinaryOperator::Modulo:
            case BinaryOperator::Power:
                return expressions::make_arithmetic(node.op, std::move(left), compile(node.right),
                                                    whole.span);
            case BinaryOperator::In:
                return expressions::make_membership(std::move(left), compile(node.right), right_span);
            case BinaryOperator::StartsWith:
            case BinaryOperator::EndsWith:
            case BinaryOperator::Contains:
                return expressions::make_text_test(node.op, std::move(left), compile(node.right));
            case BinaryOperator::Matches:
                return expressions::make_match(std::move(left), compile(node.right), right_span);
        }
        return nullptr;
    }

    Compiled make(const grammar::Comparison& node, const Expression&) {
        Compiled first = compile(node.first);
        std::vector<std::pair<grammar::ComparisonOperator, Compiled>> rest;
        for (const auto& [op, operand] : node.rest) rest.emplace_back(op, compile(operand));
        return expressions::make_comparison(std::move(first), std::move(rest));
    }

    // --- functions
    // ----------------------------------------------------------------------------------------------
    Compiled make(const grammar::CountStar&, const Expression& whole) {
        misplaced_aggregate("count", whole.span);
    }

    [[noreturn]] static void misplaced_aggregate(const std::string& name, Span span) {
        fail(span, "the aggregate `" + name + "` cannot stand here", "SyntaxError", "InvalidAggregation",
             "aggregates stand in WITH and RETURN");
    }

    Compiled make(const grammar::FunctionCall& node, const Expression& whole) {
        const builtins::Function* function = functions_.find(node.name.text);
        if (!function) {
            fail(node.name.span, "unknown function `" + node.name.text + "`", "SyntaxError",
                 "UnknownFunction", grammar::did_you_mean(node.name.text, functions_.names()));
        }
        const FunctionSignature& signature = function->signature;
        if (signature.aggregate) misplaced_aggregate(signature.name, whole.span);
        if (node.arguments.size() < signature.least || node.arguments.size() > signature.most) {
            fail(whole.span,
                 signature.name + "() does not take " + std::to_string(node.arguments.size()) + " arguments",
                 "SyntaxError", "InvalidNumberOfArguments", signature.signature);
        }
        if (signature.name == "exists") return make_exists(node.arguments.front());
        if (signature.name == "coalesce") {
            std::vector<Branch> choices;
            for (const Expression& argument : node.arguments) choices.push_back(branch(argument));
            return expressions::make_coalesce(std::move(choices));
        }
        builtins::CallSite site{signature.name, whole.span, {}};
        for (const Expression& argument : node.arguments) site.arguments.push_back(argument.span);
        return builtins::make_call(*function, compile_all(node.arguments), std::move(site));
    }

    Compiled make_exists(const Expression& argument) {
        if (std::holds_alternative<grammar::PatternPredicate>(argument.node)) return compile(argument);
        return expressions::make_null_test(compile(argument), false);
    }

    Compiled make(const grammar::Case& node, const Expression&) {
        Compiled subject = compile(node.subject);
        std::vector<expressions::Alternative> alternatives;
        for (const auto& [when, then] : node.alternatives) {
            Branch condition = branch(when);
            alternatives.push_back({std::move(condition), branch(then), when.span});
        }
        std::optional<Branch> otherwise;
        if (node.otherwise) otherwise = branch(**node.otherwise);
        return expressions::make_case(std::move(subject), std::move(alternatives), std::move(otherwise));
    }

    // --- list expressions
    // ---------------------------------------------------------------------------------------
    Compiled make(const grammar::ListComprehension& node, const Expression&) {
        expressions::ListScope scope{compile(node.list), node.list->span, layout_.size(), {}};
        const auto within = inner({node.variable.text});
        Compiled filter = within->compiler->compile(node.filter);
        Compiled projection = within->compiler->compile(node.projection);
        scope.columns = taken(*within);
        return expressions::make_list_comprehension(std::move(scope), std::move(filter), span_of(node.filter),
                                                    std::move(projection));
    }
    Compiled make(const grammar::Quantifier& node, const Expression&) {
        expressions::ListScope scope{compile(node.list), node.list->span, layout_.size(), {}};
        const auto within = inner({node.variable.text});
        Compiled filter = within->compiler->compile(node.filter);
        scope.columns = taken(*within);
        return expressions::make_quantifier(node.kind, std::move(scope), std::move(filter),
                                            span_of(node.filter));
    }
    Compiled make(const grammar::Reduce& node, const Expression&) {
        Compiled initial = compile(node.initial);
        expressions::ListScope scope{compile(node.list), node.list->span, layout_.size() + 1, {}};
        const auto within = inner({node.accumulator.text, node.variable.text});
        Compiled step = within->compiler->compile(node.expression);
        scope.columns = taken(*within);
        return expressions::make_reduce(std::move(scope), layout_.size(), std::move(initial),
                                        std::move(step));
    }

    // --- subqueries: the planner's
    // ------------------------------------------------------------------------------
    Compiled subquery(const Expression& whole) {
        if (!subqueries_) fail(whole.span, "a pattern cannot stand here", "SyntaxError", "UnexpectedSyntax");
        used_.assign(used_.size(), true);  // it may read any variable
        return subqueries_(whole, layout_);
    }
    Compiled make(const grammar::PatternComprehension&, const Expression& whole) { return subquery(whole); }
    Compiled make(const grammar::PatternPredicate&, const Expression& whole) { return subquery(whole); }
    Compiled make(const grammar::Subquery&, const Expression& whole) { return subquery(whole); }

    const Layout& layout_;
    const builtins::Functions& functions_;
    const SubqueryCompiler& subqueries_;
    std::vector<bool> used_;  // columns of the layout that were read so far
};

}  // namespace

Compiled compile(const Expression& expression, const Layout& layout, const builtins::Functions& functions,
                 const SubqueryCompiler& subqueries) {
    return Compiler(layout, functions, subqueries).compile(expression);
}

}  // namespace hearsay::engine
