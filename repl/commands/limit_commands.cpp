#include "repl/commands/limit_commands.hpp"

#include <fmt/format.h>

#include "repl/session/limits.hpp"

namespace hearsay::repl {
namespace {

CommandOutcome say(Session& session, const std::string& text) {
    session.sink().write(text + "\n");
    return {};
}

}  // namespace

CommandOutcome run_timeout(Session& session, const SourceText&, std::string_view rest) {
    ChosenLimits& limits = session.settings().limits;
    if (rest.empty())
        return say(session, "timeout " + (limits.time ? engine::duration_text(*limits.time) : "off"));
    const auto time = time_limit_from(rest);
    if (!time) return {false, ":timeout " + time.error().reason};
    limits.time = *time;
    return {};
}

CommandOutcome run_max_memory(Session& session, const SourceText&, std::string_view rest) {
    ChosenLimits& limits = session.settings().limits;
    if (rest.empty()) {
        const auto memory = limits.now().memory;
        return say(session, "max-memory " + (memory ? engine::size_text(*memory) : "off"));
    }
    const auto memory = memory_limit_from(rest);
    if (!memory) return {false, ":max-memory " + memory.error().reason};
    limits.memory = *memory;
    limits.memory_chosen = true;
    return {};
}

CommandOutcome run_max_article(Session& session, const SourceText&, std::string_view rest) {
    SizeLimit& article = session.settings().limits.article;
    if (rest.empty()) return say(session, "max-article " + (article ? engine::size_text(*article) : "off"));
    const auto bytes = memory_limit_from(rest);
    if (!bytes) return {false, ":max-article " + bytes.error().reason};
    article = *bytes;
    return {};
}

CommandOutcome run_max_rows(Session& session, const SourceText&, std::string_view rest) {
    ChosenLimits& limits = session.settings().limits;
    if (rest.empty()) return say(session, "max-rows " + (limits.rows ? std::to_string(*limits.rows) : "off"));
    const auto rows = row_limit_from(rest);
    if (!rows) return {false, ":max-rows " + rows.error().reason};
    limits.rows = *rows;
    return {};
}

}  // namespace hearsay::repl
