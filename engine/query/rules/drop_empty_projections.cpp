#include <algorithm>

#include "engine/query/rules/rules.hpp"

namespace hearsay::engine {

namespace {

bool changes_nothing(const Project& project, const Layout& columns) {
    return std::equal(project.items.begin(), project.items.end(), columns.begin(), columns.end(),
                      [](const NamedExpression& item, const std::string& column) {
                          const auto* leaf = std::get_if<grammar::Variable>(&item.second.node);
                          return item.first == column && leaf != nullptr && leaf->name == column;
                      });
}

}  // namespace

bool drop_empty_projections(Plan& plan, const PlanContext&) {
    bool changed = false;
    for_each_plan(plan, [&changed](Plan& each) {
        const auto* project = std::get_if<Project>(&each.step);
        if (project == nullptr || !changes_nothing(*project, each.inputs[0].columns)) return;
        Plan input = std::move(each.inputs[0]);
        each = std::move(input);
        changed = true;
    });
    return changed;
}

}  // namespace hearsay::engine
