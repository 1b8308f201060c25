// The words of a session for completion: of its graph, its parameters, the language.
#pragma once

#include "repl/prompt/completion.hpp"
#include "repl/session/session.hpp"

namespace hearsay::repl {

// Refers to the session's graph: use it before the graph changes.
Vocabulary vocabulary_of(Session& session);

}  // namespace hearsay::repl
