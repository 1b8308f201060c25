// Statements made ready, for a program that sends the same texts again: `QueryOptions::cache`.
//
// Of each text is kept
//   - its tree, used again in the same language;
//   - the warnings of its check, used again while the graph has the version (PropertyGraph::version) that
//   they
//     were found for, the language is the same, and of the parameters that the text names the same are
//     given;
//   - its plan, used again under the same conditions, if also the parameters whose values the planner asked
//     for (those that a property is looked up by, say) have the same values as then.
// So a plan is used only where a new one would be the same. A text is never taken for another: they are
// compared byte by byte. A statement that failed leaves its tree alone; one that does not parse leaves
// nothing.
//
// Bounded: the texts that were not used for longest make room.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "engine/query/plan/known_parameters.hpp"
#include "engine/query/plan/plan.hpp"
#include "engine/query/statement/question.hpp"

namespace hearsay::engine {

using QuestionPointer = std::shared_ptr<const Question>;

// What was found out about a question, as far as it was.
struct Preparation {
    std::uint64_t version = 0;  // of the graph
    const Language* language = nullptr;
    struct Checked {
        grammar::Diagnostics warnings;
        ParameterLooks looks;
    };
    struct Planned {
        Plan plan;
        ParameterLooks looks;
    };
    std::optional<Checked> checked = {};
    std::optional<Planned> planned = {};
};

// One session's: used by one thread at a time. Languages that it has seen must not change.
class StatementCache {
  public:
    static constexpr std::size_t most_statements = 128;
    static constexpr std::size_t longest_text = 4096;    // bytes; a longer one is not kept
    static constexpr std::size_t most_text = 64 * 1024;  // bytes, of all texts together

    // As read_question; the question lives as long as the pointer. REQUIRES: without a cache, or where the
    // text is not kept, `text` outlives it.
    static tl::expected<QuestionPointer, grammar::Diagnostic> read(StatementCache* cache,
                                                                   std::string_view text,
                                                                   const Language& language);
    // What of an earlier run holds for the next one too. It is the caller's alone until it is kept again: a
    // statement that runs while the same text runs prepares its own.
    Preparation take(const Question& question, std::uint64_t version, const Language& language,
                     const Parameters& parameters);
    void keep(const Question& question, Preparation preparation);

    std::size_t size() const { return statements_.size(); }
    void clear();

  private:
    struct Kept {
        QuestionPointer question;
        const Language* language;  // that the question was read in
        Preparation preparation;
        std::uint64_t used = 0;  // when, counted in uses
    };
    using Statements = std::unordered_map<std::string_view, Kept>;
    void make_room(std::size_t text);
    void drop(Statements::iterator statement);

    Statements statements_;  // by their questions' own texts
    std::size_t text_ = 0;   // bytes
    std::uint64_t uses_ = 0;
};

}  // namespace hearsay::engine
