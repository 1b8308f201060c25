// List and map literals.
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/leaves.hpp"
#include "engine/query/expressions/nodes.hpp"

namespace hearsay::engine::expressions {
namespace {

using graphs::List;
using graphs::Map;
using graphs::Value;

class ListOf final : public CompiledExpression {
  public:
    explicit ListOf(std::vector<Compiled> items) : items_(std::move(items)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::vector<List> lists(in.rows);
        for (List& list : lists) list.reserve(items_.size());
        for (const Compiled& item : items_) {
            Operand operand(*item, in, context);
            for (std::size_t row = 0; row < in.rows; ++row) lists[row].push_back(operand[row]);
        }
        std::vector<Value> out;
        out.reserve(in.rows);
        for (List& list : lists) out.push_back(within_bounds(std::move(list)));
        return Column(std::move(out));
    }

  private:
    std::vector<Compiled> items_;
};

class MapOf final : public CompiledExpression {
  public:
    explicit MapOf(std::vector<std::pair<std::string, Compiled>> entries) : entries_(std::move(entries)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        std::vector<Map> maps(in.rows);
        for (const auto& [key, expression] : entries_) {
            Operand operand(*expression, in, context);
            for (std::size_t row = 0; row < in.rows; ++row) maps[row].insert_or_assign(key, operand[row]);
        }
        std::vector<Value> out;
        out.reserve(in.rows);
        for (Map& map : maps) out.push_back(within_bounds(std::move(map)));
        return Column(std::move(out));
    }

  private:
    std::vector<std::pair<std::string, Compiled>> entries_;
};

}  // namespace

Compiled make_list(std::vector<Compiled> items) {
    List values;
    for (const Compiled& item : items) {
        const Value* value = literal_value(*item);
        if (!value) return std::make_unique<ListOf>(std::move(items));
        values.push_back(*value);
    }
    return std::make_unique<Literal>(within_bounds(std::move(values)));
}

Compiled make_map(std::vector<std::pair<std::string, Compiled>> entries) {
    Map values;
    for (const auto& [key, entry] : entries) {
        const Value* value = literal_value(*entry);
        if (!value) return std::make_unique<MapOf>(std::move(entries));
        values.insert_or_assign(key, *value);
    }
    return std::make_unique<Literal>(within_bounds(std::move(values)));
}

}  // namespace hearsay::engine::expressions
