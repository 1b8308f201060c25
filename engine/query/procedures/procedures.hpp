// What CALL can call: procedures by name.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/query/running/context.hpp"

namespace hearsay::engine {

struct Procedure {
    struct Field {
        std::string name;
        std::string type;       // as documented: "STRING?", "INTEGER", "NUMBER?", "ANY?"
        bool optional = false;  // null where a call leaves it out; such arguments are the last ones
    };
    std::string name;  // with its namespace: "db.labels"
    std::string summary;
    std::vector<Field> arguments;
    std::vector<Field> results;
    // Gives rows, each as long as `results`. May throw QueryError.
    std::function<std::vector<graphs::List>(QueryContext&, const graphs::List& arguments)> run;

    // "db.labels() :: (label :: STRING)"
    std::string signature() const;
    std::size_t required_arguments() const;
};

class Procedures {
  public:
    void add(Procedure procedure);                       // replaces one of the same name
    const Procedure* find(std::string_view name) const;  // nullptr if there is none
    std::vector<std::string> names() const;              // ascending

    // db.labels, db.relationshipTypes, db.propertyKeys, and graph.…
    static const Procedures& standard();

  private:
    std::map<std::string, Procedure, std::less<>> procedures_;
};

}  // namespace hearsay::engine
