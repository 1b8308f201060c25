#include "tests/bench/front_times.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>

#include "engine/query/check/check.hpp"
#include "engine/query/functions/function.hpp"
#include "engine/query/lowering/make_operators.hpp"
#include "engine/query/plan/plan_query.hpp"
#include "engine/query/procedures/procedures.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/parse.hpp"
#include "graphs/error.hpp"

namespace hearsay::bench {

FrontTimes front_times(graphs::PropertyGraph& graph, std::string_view text, std::size_t repetitions) {
    using Clock = std::chrono::steady_clock;
    constexpr double most = std::numeric_limits<double>::max();
    FrontTimes least{most, most, most, most};
    const engine::Parameters parameters;
    for (std::size_t i = 0; i < repetitions; ++i) {
        auto begin = Clock::now();
        const auto lap = [&begin](double& best) {
            const auto now = Clock::now();
            best = std::min(best, std::chrono::duration<double, std::micro>(now - begin).count());
            begin = Clock::now();
        };
        const auto statement = grammar::parse(text);
        lap(least.parse);
        HEARSAY_ASSERT(statement.has_value());
        const auto& query = std::get<grammar::Query>(statement->body);
        engine::PlanContext planning{graph, parameters, text, engine::Procedures::standard(),
                                     engine::builtins::Functions::standard()};
        begin = Clock::now();
        const auto found = engine::check(query, planning);
        lap(least.check);
        engine::QueryContext context{graph, parameters, text};
        planning.running = &context;
        begin = Clock::now();
        engine::Plan plan = engine::plan_query(query, planning);
        engine::apply_rules(plan, planning);
        lap(least.plan);
        const engine::ArgumentRows one_row;
        const auto root = engine::make_operators(plan, context, planning, one_row);
        lap(least.operators);
    }
    return least;
}

}  // namespace hearsay::bench
