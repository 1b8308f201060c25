// List comprehensions, quantifiers and reduce: expressions that give each element of a list a name.
// The elements of all rows of a batch are evaluated together, not row by row.
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/nodes.hpp"

namespace hearsay::engine::expressions {
namespace {

using grammar::QuantifierKind;
using graphs::Kind;
using graphs::List;
using graphs::Value;

class ListComprehension final : public CompiledExpression {
  public:
    ListComprehension(ListScope scope, Compiled filter, grammar::Span filter_span, Compiled projection)
        : scope_(std::move(scope)),
          filter_(std::move(filter)),
          projection_(std::move(projection)),
          filter_span_(filter_span) {
        inner_columns_ = scope_.columns;
        inner_columns_.push_back(scope_.variable);
    }

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand lists(*scope_.list, in, context);
        std::vector<List> made(in.rows);
        flatten(in, lists, scope_.columns, scope_.variable, scope_.list_span, context,
                [&](const Batch& inner, const Rows& owners) { add(inner, owners, made, context); });
        std::vector<Value> out;
        out.reserve(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) {
            if (lists[row].is_null())
                out.emplace_back();
            else
                out.push_back(within_bounds(std::move(made[row]), scope_.list_span));
        }
        return Column(std::move(out));
    }

  private:
    void add(const Batch& inner, const Rows& owners, std::vector<List>& made, QueryContext& context) const {
        if (!filter_) return project(inner, owners, made, context);
        Rows kept, kept_owners;
        {
            Operand truths(*filter_, inner, context);
            for (std::size_t i = 0; i < inner.rows; ++i) {
                if (truth_of(truths[i], filter_span_) != Truth::True) continue;
                kept.push_back(static_cast<std::uint32_t>(i));
                kept_owners.push_back(owners[i]);
            }
        }
        if (kept.size() == inner.rows) return project(inner, owners, made, context);
        if (!kept.empty()) project(pick(inner, inner_columns_, kept), kept_owners, made, context);
    }

    void project(const Batch& inner, const Rows& owners, std::vector<List>& made,
                 QueryContext& context) const {
        if (!projection_) {
            for (std::size_t i = 0; i < inner.rows; ++i) {
                make_room(made[owners[i]], context);
                made[owners[i]].push_back(inner.columns[scope_.variable].at(i));
            }
            return;
        }
        Operand projected(*projection_, inner, context);
        for (std::size_t i = 0; i < inner.rows; ++i) {
            make_room(made[owners[i]], context);
            made[owners[i]].push_back(projected[i]);
        }
    }

    ListScope scope_;
    Compiled filter_, projection_;
    grammar::Span filter_span_;
    std::vector<std::size_t> inner_columns_;
};

class Quantifier final : public CompiledExpression {
  public:
    Quantifier(QuantifierKind kind, ListScope scope, Compiled filter, grammar::Span filter_span)
        : kind_(kind), scope_(std::move(scope)), filter_(std::move(filter)), filter_span_(filter_span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        struct Count {
            std::uint32_t yes = 0, no = 0, unknown = 0;
        };
        Operand lists(*scope_.list, in, context);
        std::vector<Count> counts(in.rows);
        flatten(in, lists, scope_.columns, scope_.variable, scope_.list_span, context,
                [&](const Batch& inner, const Rows& owners) {
                    if (!filter_) {
                        for (std::uint32_t owner : owners) ++counts[owner].yes;
                        return;
                    }
                    Operand truths(*filter_, inner, context);
                    for (std::size_t i = 0; i < inner.rows; ++i) {
                        Count& count = counts[owners[i]];
                        switch (truth_of(truths[i], filter_span_)) {
                            case Truth::True:
                                ++count.yes;
                                break;
                            case Truth::False:
                                ++count.no;
                                break;
                            case Truth::Unknown:
                                ++count.unknown;
                                break;
                        }
                    }
                });
        std::vector<Value> out;
        out.reserve(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) {
            const Count& count = counts[row];
            out.push_back(lists[row].is_null() ? Value()
                                               : value_of(decide(count.yes, count.no, count.unknown)));
        }
        return Column(std::move(out));
    }

  private:
    Truth decide(std::uint32_t yes, std::uint32_t no, std::uint32_t unknown) const {
        const Truth open = unknown > 0 ? Truth::Unknown : Truth::True;
        switch (kind_) {
            case QuantifierKind::All:
                return no > 0 ? Truth::False : open;
            case QuantifierKind::None:
                return yes > 0 ? Truth::False : open;
            case QuantifierKind::Any:
                return yes > 0 ? Truth::True : (unknown > 0 ? Truth::Unknown : Truth::False);
            case QuantifierKind::Single:
                if (yes > 1) return Truth::False;
                if (unknown > 0) return Truth::Unknown;
                return yes == 1 ? Truth::True : Truth::False;
        }
        return Truth::Unknown;
    }

    QuantifierKind kind_;
    ListScope scope_;
    Compiled filter_;
    grammar::Span filter_span_;
};

// Step k is taken for the k-th elements of all rows at once.
class Reduce final : public CompiledExpression {
  public:
    Reduce(ListScope scope, std::size_t accumulator, Compiled initial, Compiled step)
        : scope_(std::move(scope)),
          accumulator_(accumulator),
          initial_(std::move(initial)),
          step_(std::move(step)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand lists(*scope_.list, in, context), initial(*initial_, in, context);
        std::vector<Value> out(in.rows);
        Rows open;
        for (std::size_t row = 0; row < in.rows; ++row) {
            const Value& list = lists[row];
            if (list.is_null()) continue;
            if (list.kind() != Kind::List) fail_type(scope_.list_span, "a List", list);
            out[row] = initial[row];
            open.push_back(static_cast<std::uint32_t>(row));
        }
        for (std::size_t k = 0; !open.empty(); ++k) {
            context.check();
            std::erase_if(open, [&](std::uint32_t row) { return lists[row].list().size() <= k; });
            if (open.empty()) break;
            std::vector<Value> elements, so_far;
            elements.reserve(open.size());
            so_far.reserve(open.size());
            for (std::uint32_t row : open) {
                elements.push_back(lists[row].list()[k]);
                so_far.push_back(std::move(out[row]));
            }
            Batch inner = pick(in, scope_.columns, open);
            inner.columns.resize(std::max({inner.columns.size(), scope_.variable + 1, accumulator_ + 1}));
            inner.columns[scope_.variable] = Column(std::move(elements));
            inner.columns[accumulator_] = Column(std::move(so_far));
            Operand next(*step_, inner, context);
            for (std::size_t i = 0; i < open.size(); ++i) out[open[i]] = next[i];
        }
        return Column(std::move(out));
    }

  private:
    ListScope scope_;
    std::size_t accumulator_;
    Compiled initial_, step_;
};

}  // namespace

Compiled make_list_comprehension(ListScope scope, Compiled filter, grammar::Span filter_span,
                                 Compiled projection) {
    return std::make_unique<ListComprehension>(std::move(scope), std::move(filter), filter_span,
                                               std::move(projection));
}
Compiled make_quantifier(QuantifierKind kind, ListScope scope, Compiled filter, grammar::Span filter_span) {
    return std::make_unique<Quantifier>(kind, std::move(scope), std::move(filter), filter_span);
}
Compiled make_reduce(ListScope scope, std::size_t accumulator, Compiled initial, Compiled step) {
    return std::make_unique<Reduce>(std::move(scope), accumulator, std::move(initial), std::move(step));
}

}  // namespace hearsay::engine::expressions
