// STARTS WITH, ENDS WITH, CONTAINS: null where either side is no string.
#include "engine/query/expressions/nodes.hpp"
#include "graphs/indexes/find_text.hpp"

namespace hearsay::engine::expressions {
namespace {

using grammar::BinaryOperator;
using graphs::Kind;
using graphs::Value;

class StringPredicate final : public CompiledExpression {
  public:
    StringPredicate(BinaryOperator op, Compiled text, Compiled part)
        : op_(op), text_(std::move(text)), part_(std::move(part)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand text(*text_, in, context), part(*part_, in, context);
        const auto* texts = text.column().as<Texts>();
        if (const Value* piece = part.repeated(); texts && piece && piece->kind() == Kind::String)
            return of_texts(*texts, piece->string(), context);
        return for_each_truth(in, text, part, [this](const Value& whole, const Value& piece) {
            if (whole.kind() != Kind::String || piece.kind() != Kind::String) return Truth::Unknown;
            return truth_from(holds(whole.string(), piece.string()));
        });
    }

  private:
    bool holds(std::string_view whole, std::string_view piece) const {
        switch (op_) {
            case BinaryOperator::StartsWith:
                return whole.starts_with(piece);
            case BinaryOperator::EndsWith:
                return whole.ends_with(piece);
            default:
                return graphs::find_text(whole, piece) != std::string::npos;
        }
    }

    Column of_texts(const Texts& texts, std::string_view piece, const QueryContext& context) const {
        if (op_ != BinaryOperator::Contains)
            return test_each(texts, context, [&](std::string_view whole) { return holds(whole, piece); });
        const graphs::TextFinder finder(piece, sample_of(texts));
        return test_each(texts, context, [&](std::string_view whole) { return finder.is_in(whole); });
    }

    template <class Test>
    static Column test_each(const Texts& texts, const QueryContext& context, Test test) {
        std::vector<Truth> truths(texts.size(), Truth::Unknown);
        Pace pace(context);
        for (std::size_t row = 0; row < truths.size(); ++row) {
            if (texts.ids[row].is_none()) continue;
            const std::string_view whole = texts.pool->text(texts.ids[row]);
            truths[row] = truth_from(test(whole));
            pace.look_through(whole.size());
        }
        return Column(std::move(truths));
    }

    // What tells which bytes are rare: worth its while where there are many texts.
    static std::string sample_of(const Texts& texts) {
        constexpr std::size_t some_bytes = 4096, many_rows = 64;
        std::string sample;
        if (texts.size() < many_rows) return sample;
        for (const graphs::StringId id : texts.ids) {
            if (!id.is_none()) sample += texts.pool->text(id).substr(0, some_bytes);
            if (sample.size() >= some_bytes) break;
        }
        return sample;
    }

    BinaryOperator op_;
    Compiled text_, part_;
};

}  // namespace

Compiled make_text_test(BinaryOperator op, Compiled text, Compiled part) {
    return std::make_unique<StringPredicate>(op, std::move(text), std::move(part));
}

}  // namespace hearsay::engine::expressions
