#include "engine/query/functions/function.hpp"

#include <algorithm>
#include <deque>

#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/evaluate.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine::builtins {
namespace {

using expressions::Operand;
using graphs::Kind;
using graphs::Value;

// The name and the numbers of arguments stand in the signature: f(a :: T, b = default :: T, c... :: T) :: T.
void read_signature(FunctionSignature& signature) {
    const std::string& text = signature.signature;
    const std::size_t open = text.find('('), close = text.find(") ::");
    signature.name = text.substr(0, open);
    signature.least = signature.most = 0;
    std::size_t from = open + 1;
    while (from < close) {
        const std::size_t end = std::min(text.find(", ", from), close);
        const std::string argument = text.substr(from, end - from);
        ++signature.most;
        if (argument.find(" = ") == std::string::npos) ++signature.least;
        if (argument.find("...") != std::string::npos) signature.most = std::string::npos;
        from = end + 2;
    }
}

std::string lower(std::string_view name) {
    std::string text(name);
    for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return text;
}

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

Functions::Functions(std::vector<Function> functions) : functions_(std::move(functions)) {
    for (Function& function : functions_) read_signature(function.signature);
    std::sort(functions_.begin(), functions_.end(),
              [](const Function& a, const Function& b) { return a.signature.name < b.signature.name; });
    for (std::size_t i = 0; i < functions_.size(); ++i) {
        const bool is_new = by_name_.emplace(lower(functions_[i].signature.name), i).second;
        HEARSAY_ASSERT(is_new);
    }
}

Functions Functions::with(std::vector<Function> more) const {
    for (const Function& function : more) HEARSAY_ASSERT(!function.signature.aggregate && !function.varies);
    more.insert(more.end(), functions_.begin(), functions_.end());
    return Functions(std::move(more));
}

const Function* Functions::find(std::string_view name) const {
    const auto found = by_name_.find(lower(name));
    return found == by_name_.end() ? nullptr : &functions_[found->second];
}

std::vector<std::string> Functions::names() const {
    std::vector<std::string> names;
    for (const Function& function : functions_) names.push_back(function.signature.name);
    return names;
}

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
