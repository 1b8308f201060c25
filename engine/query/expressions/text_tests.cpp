// STARTS WITH, ENDS WITH, CONTAINS: null where either side is no string.
#include "engine/query/expressions/nodes.hpp"
#include "engine/query/find_text.hpp"

namespace hearsay::engine::expressions {
namespace {

using grammar::BinaryOperator;
using graphs::Kind;
using graphs::Value;

class TextTest final : public CompiledExpression {
  public:
    TextTest(BinaryOperator op, Compiled text, Compiled part)
        : op_(op), text_(std::move(text)), part_(std::move(part)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand text(*text_, in, context), part(*part_, in, context);
        return for_each_row(in, text, part, [this](const Value& whole, const Value& piece) -> Value {
            if (whole.kind() != Kind::String || piece.kind() != Kind::String) return {};
            switch (op_) {
                case BinaryOperator::StartsWith:
                    return whole.string().starts_with(piece.string());
                case BinaryOperator::EndsWith:
                    return whole.string().ends_with(piece.string());
                default:
                    return find_text(whole.string(), piece.string()) != std::string::npos;
            }
        });
    }

  private:
    BinaryOperator op_;
    Compiled text_, part_;
};

}  // namespace

Compiled make_text_test(BinaryOperator op, Compiled text, Compiled part) {
    return std::make_unique<TextTest>(op, std::move(text), std::move(part));
}

}  // namespace hearsay::engine::expressions
