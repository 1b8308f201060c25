// The commands :timeout, :max-memory, :max-rows and :max-article: each shows its limit, or sets it.
#pragma once

#include "repl/commands/commands.hpp"

namespace hearsay::repl {

CommandOutcome run_timeout(Session& session, const SourceText&, std::string_view rest);
CommandOutcome run_max_memory(Session& session, const SourceText&, std::string_view rest);
CommandOutcome run_max_article(Session& session, const SourceText&, std::string_view rest);
CommandOutcome run_max_rows(Session& session, const SourceText&, std::string_view rest);

}  // namespace hearsay::repl
