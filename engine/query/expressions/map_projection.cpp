// n {.name, .*, key: value}: a map of an element's properties and more.
#include <optional>

#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/nodes.hpp"

namespace hearsay::engine::expressions {
namespace {

using graphs::Value;

class MapProjection final : public CompiledExpression {
  public:
    MapProjection(Compiled object, Compiled all, Compiled entries)
        : object_(std::move(object)), all_(std::move(all)), entries_(std::move(entries)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand object(*object_, in, context), entries(*entries_, in, context);
        std::optional<Operand> all;
        if (all_) all.emplace(*all_, in, context);
        std::vector<Value> out;
        out.reserve(in.rows);
        Pace pace(context);
        for (std::size_t row = 0; row < in.rows; ++row) {
            if (object[row].is_null()) {
                out.emplace_back();
            } else if (!all) {
                out.push_back(entries[row]);
            } else {
                graphs::Map map = entries[row].map();
                map.insert((*all)[row].map().begin(),
                           (*all)[row].map().end());  // keeps the entries there are
                out.push_back(within_bounds(std::move(map)));
            }
            pace.step(out.back());
        }
        return Column(std::move(out));
    }

  private:
    Compiled object_, all_, entries_;
};

}  // namespace

Compiled make_map_projection(Compiled object, Compiled all, Compiled entries) {
    return std::make_unique<MapProjection>(std::move(object), std::move(all), std::move(entries));
}

}  // namespace hearsay::engine::expressions
