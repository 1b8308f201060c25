#include "engine/claims/about_and_named.hpp"

#include <optional>
#include <unordered_map>

#include "engine/claims/name_matcher.hpp"
#include "engine/claims/word_matcher.hpp"
#include "engine/query/expressions/evaluate.hpp"
#include "engine/query/functions/entry.hpp"
#include "engine/schema/schema.hpp"

namespace hearsay::engine::claims {
namespace {

using builtins::Arguments;
using builtins::CallSite;
using graphs::Value;

using expressions::Operand;
using graphs::Kind;

// What the two have in common: a thing, and words that are few or the same on all rows, so that their
// matchers are kept.
template <class Matcher>
class WordFunction : public CompiledExpression {
  public:
    WordFunction(std::vector<Compiled> arguments, CallSite site)
        : thing_(std::move(arguments[0])), words_(std::move(arguments[1])), site_(std::move(site)) {}

    Column evaluate(const Batch& in, QueryContext& context) const final {
        Operand thing(*thing_, in, context), words(*words_, in, context);
        std::vector<const Value*> values(2);
        const Arguments arguments(values, site_, context);
        return expressions::for_each_row(in, thing, words,
                                         [&](const Value& one, const Value& wanted) -> Value {
                                             if (one.is_null() || wanted.is_null()) return {};
                                             values = {&one, &wanted};
                                             return test(one, matcher(arguments), arguments);
                                         });
    }

  protected:
    virtual Matcher make(const std::string& words, const Arguments& arguments) const = 0;
    virtual Value test(const Value& thing, Matcher& matcher, const Arguments& arguments) const = 0;

  private:
    Matcher& matcher(const Arguments& arguments) const {
        constexpr std::size_t most_matchers = 256;  // then they are made anew, so that memory stays bounded
        const std::string words(arguments.string(1));
        auto found = matchers_.find(words);
        if (found == matchers_.end()) {
            if (matchers_.size() >= most_matchers) matchers_.clear();
            found = matchers_.emplace(words, make(words, arguments)).first;
        }
        return found->second;
    }

    Compiled thing_, words_;
    CallSite site_;
    mutable std::unordered_map<std::string, Matcher> matchers_;  // a compiled expression is run by one thread
};

class About final : public WordFunction<WordMatcher> {
  public:
    using WordFunction::WordFunction;

  private:
    WordMatcher make(const std::string& words, const Arguments& arguments) const override {
        if (WordMatcher::word_count(words) > WordMatcher::most_words) {
            arguments.wrong_value(1, "more than 64 different words", "ArgumentError", "NumberOutOfRange");
        }
        if (!names_) names_.emplace(arguments.graph());
        return WordMatcher(words, *names_, arguments.graph());
    }

    Value test(const Value& thing, WordMatcher& matcher, const Arguments& arguments) const override {
        if (thing.kind() == Kind::String) return matcher.matches(thing.string());
        if (thing.kind() != Kind::Vertex) arguments.wrong_type(0, "a String or a Node");
        const graphs::PropertyGraph& graph = arguments.graph();
        const graphs::KeyId key = graph.find_key(schema::key::text);
        if (key.is_none()) return {};
        const Value text = graph.property(thing.vertex(), key);
        if (text.kind() != Kind::String) return {};
        return matcher.matches(text.string(), thing.vertex(), graph);
    }

    mutable std::optional<NameIndex> names_;  // of the graph as it is when the query first asks
};

class Named final : public WordFunction<NameMatcher> {
  public:
    using WordFunction::WordFunction;

  private:
    NameMatcher make(const std::string& words, const Arguments&) const override { return NameMatcher(words); }

    Value test(const Value& thing, NameMatcher& matcher, const Arguments& arguments) const override {
        if (thing.kind() == Kind::String) return matcher.matches(thing.string());
        if (thing.kind() != Kind::Vertex) arguments.wrong_type(0, "a String or a Node");
        for (const std::string& name : names_of(thing.vertex(), arguments.graph())) {
            if (matcher.matches(name)) return true;
        }
        return false;
    }
};

Compiled make_about(std::vector<Compiled> arguments, CallSite site) {
    return std::make_unique<About>(std::move(arguments), std::move(site));
}
Compiled make_named(std::vector<Compiled> arguments, CallSite site) {
    return std::make_unique<Named>(std::move(arguments), std::move(site));
}

}  // namespace

std::vector<builtins::Function> about_and_named() {
    return {builtins::extension(builtins::made("about(thing :: NODE | STRING, words :: STRING) :: BOOLEAN",
                                               "Whether a statement or text says all the words, in any form "
                                               "and without case and accents, or names "
                                               "who they name by another of its names.",
                                               make_about)),
            builtins::extension(builtins::made(
                "named(party :: NODE | STRING, words :: STRING) :: BOOLEAN",
                "Whether the name or an alias of a party or place has all the words, in any order and "
                "romanisation.",
                make_named))};
}

FunctionFamily words_and_names() {
    return {"Words and names",
            {
                {"about", "MATCH (s:Statement) RETURN about(s, 'ferry SAILS')", "true"},
                {"named", "MATCH (p:Actor) RETURN named(p, 'VOSS')", "true"},
            }};
}

}  // namespace hearsay::engine::claims
