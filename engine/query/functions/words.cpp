// about() and named(): Hearsay's own functions on words and names.
#include <optional>

#include "engine/query/expressions/evaluate.hpp"
#include "engine/query/functions/families.hpp"
#include "engine/query/words/name_matcher.hpp"
#include "engine/query/words/word_matcher.hpp"

namespace hearsay::engine::builtins {
namespace {

using expressions::Operand;
using graphs::Kind;

// What the two have in common: a thing and the words, which are the same on most rows, so that a matcher is
// kept.
class WordFunction : public CompiledExpression {
  public:
    WordFunction(std::vector<Compiled> arguments, CallSite site)
        : thing_(std::move(arguments[0])), words_(std::move(arguments[1])), site_(std::move(site)) {}

    Column evaluate(const Batch& in, QueryContext& context) const final {
        Operand thing(*thing_, in, context), words(*words_, in, context);
        const auto call = [&](const Value& one, const Value& wanted) -> Value {
            if (one.is_null() || wanted.is_null()) return {};
            std::vector<const Value*> values{&one, &wanted};
            const Arguments arguments(values, site_, context);
            const std::string& text = arguments.string(1);
            if (!ready_ || text != prepared_) {
                prepare(text, arguments);
                prepared_ = text;
                ready_ = true;
            }
            return test(one, arguments);
        };
        return expressions::for_each_row(in, thing, words, call);
    }

  protected:
    virtual void prepare(const std::string& words, const Arguments& arguments) const = 0;
    virtual Value test(const Value& thing, const Arguments& arguments) const = 0;

  private:
    Compiled thing_, words_;
    CallSite site_;
    // A compiled expression is run by one thread.
    mutable bool ready_ = false;
    mutable std::string prepared_;
};

class About final : public WordFunction {
  public:
    using WordFunction::WordFunction;

  private:
    void prepare(const std::string& words, const Arguments& arguments) const override {
        if (WordMatcher::word_count(words) > WordMatcher::most_words) {
            arguments.wrong_value(1, "more than 64 different words", "ArgumentError", "NumberOutOfRange");
        }
        if (!names_) names_.emplace(arguments.graph());
        matcher_.emplace(words, *names_, arguments.graph());
    }

    Value test(const Value& thing, const Arguments& arguments) const override {
        if (thing.kind() == Kind::String) return matcher_->matches(thing.string());
        if (thing.kind() != Kind::Vertex) arguments.wrong_type(0, "a String or a Node");
        const graphs::PropertyGraph& graph = arguments.graph();
        const graphs::KeyId key = graph.find_key("text");
        if (key.is_none()) return {};
        const Value text = graph.property(thing.vertex(), key);
        if (text.kind() != Kind::String) return {};
        return matcher_->matches(text.string(), thing.vertex(), graph);
    }

    mutable std::optional<NameIndex> names_;
    mutable std::optional<WordMatcher> matcher_;
};

class Named final : public WordFunction {
  public:
    using WordFunction::WordFunction;

  private:
    void prepare(const std::string& words, const Arguments&) const override { matcher_.emplace(words); }

    Value test(const Value& thing, const Arguments& arguments) const override {
        if (thing.kind() == Kind::String) return matcher_->matches(thing.string());
        if (thing.kind() != Kind::Vertex) arguments.wrong_type(0, "a String or a Node");
        for (const std::string& name : names_of(thing.vertex(), arguments.graph())) {
            if (matcher_->matches(name)) return true;
        }
        return false;
    }

    mutable std::optional<NameMatcher> matcher_;
};

}  // namespace

Compiled make_about(std::vector<Compiled> arguments, CallSite site) {
    return std::make_unique<About>(std::move(arguments), std::move(site));
}
Compiled make_named(std::vector<Compiled> arguments, CallSite site) {
    return std::make_unique<Named>(std::move(arguments), std::move(site));
}

}  // namespace hearsay::engine::builtins
