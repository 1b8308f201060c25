// What a program adds to openCypher: functions, procedures, and questions in plain words. The query engine
// itself knows openCypher alone.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/query/functions/function.hpp"
#include "engine/query/procedures/procedures.hpp"
#include "engine/query/running/context.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/short_form.hpp"
#include "grammar/tree/tree.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

// Outlives every statement that is asked in it, and the caches of these, and stays as it is meanwhile.
struct Language {
    builtins::Functions functions = builtins::Functions::standard();
    Procedures procedures = Procedures::standard();

    // The questions in plain words, and what each stands for, as openCypher text without an error in it.
    grammar::ShortForms short_forms = {};
    std::function<std::string(const grammar::ShortForm&)> rewrite = {};
    // What the asker should know of a short form that gave no rows. `whole`: where it stands in the text.
    std::function<grammar::Diagnostics(const grammar::ShortForm&, grammar::Span whole,
                                       const graphs::PropertyGraph&, const Parameters&)>
        found_nothing = {};

    static const Language& opencypher();  // nothing added
};

}  // namespace hearsay::engine
