#include "engine/articles/loading/check_claims.hpp"
#include "engine/schema/schema.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace hearsay::engine {
namespace {

using graphs::EdgeId;
using graphs::Kind;
using graphs::Value;
using graphs::VertexId;

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

class Check {
  public:
    Check(const graphs::PropertyGraph& graph, std::size_t most) : graph_(graph), most_(most) {}

    CheckedClaims run() {
        for (const VertexId article : graph_.vertices(graph_.find_label(schema::label::article))) {
            ++checked_.articles;
            if (const Value id = get(article, schema::key::id); id.kind() == Kind::String)
                articles_.emplace(id.string(), article);
        }
        for (const VertexId statement : graph_.vertices(graph_.find_label(schema::label::statement))) {
            ++checked_.statements;
            look_at(statement);
            for (const std::string_view type : schema::stances)
                for (const graphs::Neighbour from : graph_.in(statement, graph_.find_type(type))) {
                    ++checked_.evidence;
                    look_at(from.edge, statement, type);
                }
        }
        return std::move(checked_);
    }

  private:
    template <class Id>
    Value get(Id element, std::string_view key) const {
        const graphs::KeyId id = graph_.find_key(key);
        return id.is_none() ? Value() : graph_.property(element, id);
    }

    // The text that it is cut out of, until the next call; none if it does not say, or `problem` is set.
    template <class Id>
    const std::string* text_for(Id element, std::string& problem) {
        const Value article = get(element, schema::key::article);
        if (article.is_null()) return nullptr;
        const auto found =
            article.kind() == Kind::String ? articles_.find(std::string(article.string())) : articles_.end();
        if (found == articles_.end()) {
            problem = "its article is not in the graph";
            return nullptr;
        }
        if (found->second != read_) {  // a statement and its edges have one article, and a text is long
            const Value text = get(found->second, schema::key::text);
            text_ = text.kind() == Kind::String ? std::string(text.string()) : std::string();
            read_ = found->second;
        }
        return &text_;
    }

    // What is wrong with the place that the two properties say, and with the words that it cuts out; empty if
    // nothing. `words` is the property that holds them; empty, there are none to compare.
    template <class Id>
    std::string place_problem(Id element, std::string_view text, const schema::WordsKeys& keys,
                              std::string_view words) const {
        const Value begin = get(element, keys.begin), end = get(element, keys.end);
        const Value said = words.empty() ? Value() : get(element, words);
        if (begin.is_null() && end.is_null())
            return said.is_null() ? "" : fmt::format("{} has no place in the text", words);
        const std::string name = fmt::format("`{}` to `{}`", keys.begin, keys.end);
        if (begin.kind() != Kind::Integer || end.kind() != Kind::Integer)
            return name + " is no place in a text";
        if (begin.integer() < 0 || end.integer() < begin.integer() ||
            static_cast<std::uint64_t>(end.integer()) > text.size())
            return name + " is not in its article's text";
        const auto from = static_cast<std::size_t>(begin.integer()),
                   to = static_cast<std::size_t>(end.integer());
        if (!is_boundary(text, from) || !is_boundary(text, to)) return name + " cuts a character in two";
        if (words.empty()) return "";
        if (said.kind() != Kind::String || said.string() != text.substr(from, to - from))
            return fmt::format("`{}` is not what its place cuts out of the article", words);
        return "";
    }

    template <class Id>
    std::string pieces_problem(Id element, std::string_view text, std::string_view key) const {
        const Value pieces = get(element, key);
        if (pieces.is_null()) return "";
        const std::string wrong = fmt::format("`{}` is no list of places in its article's text", key);
        if (pieces.kind() != Kind::List || pieces.list().size() % 2 != 0) return wrong;
        std::int64_t last = 0;
        for (const Value& at : pieces.list()) {
            if (at.kind() != Kind::Integer || at.integer() < last ||
                static_cast<std::uint64_t>(at.integer()) > text.size() ||
                !is_boundary(text, static_cast<std::size_t>(at.integer())))
                return wrong;
            last = at.integer();
        }
        return "";
    }

    std::string statement_name(VertexId statement) const {
        const Value id = get(statement, schema::key::id);
        return id.kind() == Kind::Integer ? fmt::format("statement {}", id.integer())
                                          : fmt::format("the statement with id() {}", statement.value);
    }

    void look_at(VertexId statement) {
        std::string problem;
        const std::string* text = text_for(statement, problem);
        if (text) problem = place_problem(statement, *text, schema::content, schema::content.words);
        if (text && problem.empty()) problem = pieces_problem(statement, *text, schema::content.spans);
        if (text && problem.empty() && !hangs_on_its_article(statement))
            problem = fmt::format("no {} from its article leads to it", schema::type::attributes);
        say(problem, [&] { return statement_name(statement); });
    }

    bool hangs_on_its_article(VertexId statement) const {
        const VertexId article = articles_.at(std::string(get(statement, schema::key::article).string()));
        for (const graphs::Neighbour from : graph_.in(statement, graph_.find_type(schema::type::attributes)))
            if (from.vertex == article) return true;
        return false;
    }

    void look_at(EdgeId edge, VertexId statement, std::string_view type) {
        std::string problem;
        const std::string* text = text_for(edge, problem);
        if (text) {
            problem = place_problem(edge, *text, schema::content, "");
            for (const schema::WordsKeys& keys : {schema::cue, schema::source}) {
                if (problem.empty()) problem = place_problem(edge, *text, keys, keys.words);
                if (problem.empty()) problem = pieces_problem(edge, *text, keys.spans);
            }
        }
        say(problem, [&] { return fmt::format("{} of {}", type, statement_name(statement)); });
    }

    template <class Name>
    void say(const std::string& problem, Name&& name) {
        if (problem.empty()) return;
        ++checked_.broken;
        if (checked_.faults.size() < most_) checked_.faults.push_back({name(), problem});
    }

    const graphs::PropertyGraph& graph_;
    std::size_t most_;
    std::unordered_map<std::string, VertexId> articles_;  // by id
    VertexId read_ = VertexId::none();                    // the article whose text is `text_`
    std::string text_;
    CheckedClaims checked_;
};

}  // namespace

CheckedClaims check_claims(const graphs::PropertyGraph& graph, std::size_t most_faults) {
    return Check(graph, most_faults).run();
}

}  // namespace hearsay::engine
