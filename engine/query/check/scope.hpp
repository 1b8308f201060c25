// What the checks know of a variable: its name and, as far as the text tells, its type.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/query/check/static_type.hpp"
#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

// The variables that can be seen, in the order in which they came.
class Scope {
  public:
    struct Entry {
        std::string name;
        StaticType type;
    };
    const Entry* find(std::string_view name) const;  // the last of that name
    void declare(std::string name, StaticType type);
    const std::vector<Entry>& entries() const { return entries_; }
    std::vector<std::string> names() const;

  private:
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> last_;  // of each name
};

// Thrown where checking on is of no use: there are errors enough.
struct EnoughErrors {};

// What the checks share: what they look things up in, and what they have found wrong.
struct CheckState {
    const PlanContext& context;
    grammar::Diagnostics found{};
    // Names that the clauses so far give to the graph: they are not unknown to those that follow.
    std::set<std::string, std::less<>> made_labels{}, made_types{}, made_keys{};
    bool makes_any_key = false;  // the text does not tell which
    std::size_t steps = 0;       // of the plan so far (size.hpp)

    // Throws EnoughErrors once nobody would read on.
    void error(grammar::Span span, std::string message, std::string_view detail, std::string suggestion = {},
               std::string_view type = "SyntaxError");
    // Each unknown name is warned of once, and of the first few only. Nothing is said of a graph that holds
    // nothing.
    void check_label(const grammar::Name& label);
    void check_type(const grammar::Name& type);
    void check_key(const grammar::Name& key);
    std::size_t error_count() const;
    bool has_errors() const { return error_count() > 0; }

  private:
    static constexpr std::size_t most = 20;  // errors, and as many warnings

    std::size_t count(grammar::Severity severity) const;
    void unknown(std::string_view what, const grammar::Name& name, const std::vector<std::string>& known);
};

}  // namespace hearsay::engine
