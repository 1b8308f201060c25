#include "engine/query/functions/function.hpp"

#include <deque>

#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/evaluate.hpp"

namespace hearsay::engine::builtins {
namespace {

using expressions::Operand;
using graphs::Kind;
using graphs::Value;

class Call final : public CompiledExpression {
  public:
    Call(const Function& function, std::vector<Compiled> arguments, CallSite site)
        : function_(function), arguments_(std::move(arguments)), site_(std::move(site)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::deque<Operand> operands;  // an operand stays where it is
        bool same = !function_.varies;
        for (const Compiled& argument : arguments_) {
            operands.emplace_back(*argument, in, context);
            same = same && operands.back().repeated();
        }
        if (function_.column) {
            if (auto made = function_.column(operands.front().column(), context)) return std::move(*made);
        }
        std::vector<const Value*> values(operands.size());
        const Arguments arguments(values, site_, context);
        const auto call = [&](std::size_t row) -> Value {
            bool has_null = false;
            for (std::size_t i = 0; i < values.size(); ++i) {
                values[i] = &operands[i][row];
                has_null = has_null || values[i]->is_null();
            }
            if (has_null && function_.nulls == Nulls::GiveNull) return {};
            return function_.row(arguments);
        };
        Pace pace(context);
        if (same && in.rows > 0) return Column::repeat(call(0), in.rows);
        std::vector<Value> out;
        out.reserve(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) {
            out.push_back(call(row));
            pace.step(out.back());
            for (const Value* value : values) pace.step(*value);
        }
        return Column(std::move(out));
    }

  private:
    const Function& function_;
    std::vector<Compiled> arguments_;
    CallSite site_;
};

}  // namespace

Compiled make_call(const Function& function, std::vector<Compiled> arguments, CallSite site) {
    if (function.make) return function.make(std::move(arguments), std::move(site));
    return std::make_unique<Call>(function, std::move(arguments), std::move(site));
}

void Arguments::wrong_type(std::size_t i, std::string_view wanted, std::string_view detail) const {
    expressions::fail_type(site_.arguments[i], std::string(wanted) + " in " + site_.name + "()", *values_[i],
                           detail);
}

void Arguments::wrong_value(std::size_t i, std::string_view problem, std::string_view type,
                            std::string_view detail) const {
    expressions::fail(site_.arguments[i], site_.name + "(): " + std::string(problem), type, detail);
}

std::string_view Arguments::string(std::size_t i) const {
    if (values_[i]->kind() != Kind::String) wrong_type(i, "a String");
    return values_[i]->string();
}
const graphs::List& Arguments::list(std::size_t i) const {
    if (values_[i]->kind() != Kind::List) wrong_type(i, "a List");
    return values_[i]->list();
}
const graphs::Path& Arguments::path(std::size_t i) const {
    if (values_[i]->kind() != Kind::Path) wrong_type(i, "a Path");
    return values_[i]->path();
}
graphs::EdgeId Arguments::edge(std::size_t i) const {
    if (values_[i]->kind() != Kind::Edge) wrong_type(i, "a Relationship");
    return values_[i]->edge();
}
std::int64_t Arguments::integer(std::size_t i) const {
    if (values_[i]->kind() != Kind::Integer) wrong_type(i, "an Integer");
    return values_[i]->integer();
}
double Arguments::number(std::size_t i) const {
    if (!values_[i]->is_number()) wrong_type(i, "a number");
    return values_[i]->number();
}

}  // namespace hearsay::engine::builtins
