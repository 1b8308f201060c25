#include "engine/claims/trace.hpp"
#include "engine/schema/schema.hpp"

#include <algorithm>
#include <tuple>

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;
using graphs::VertexId;

namespace {

// Of a character of several bytes, any but the first.
bool is_inside_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

class Tracer {
  public:
    explicit Tracer(const PropertyGraph& graph) : graph_(graph) {}

    std::vector<Evidence> run(VertexId statement) {
        statement_ = statement;
        std::vector<Evidence> all;
        for (const auto& [type, stance] : {std::pair{schema::type::claims, "claims"},
                                           {schema::type::denies, "denies"},
                                           {schema::type::attributes, "passes on"}}) {
            const graphs::TypeId id = graph_.find_type(type);
            if (id.is_none()) continue;
            for (const auto& [party, edge] : graph_.in(statement, id)) {
                if (is(party, schema::label::article) && !all.empty())
                    continue;  // somebody is named who says it
                all.push_back(evidence(edge, party, stance));
            }
        }
        std::stable_sort(all.begin(), all.end(), [](const Evidence& a, const Evidence& b) {
            return std::tie(a.article, a.place.begin) < std::tie(b.article, b.place.begin);
        });
        return all;
    }

  private:
    bool is(VertexId vertex, std::string_view label) const {
        const graphs::LabelId id = graph_.find_label(label);
        return !id.is_none() && graph_.has_label(vertex, id);
    }

    template <class Element>
    Value get(Element element, std::string_view key) const {
        const graphs::KeyId id = graph_.find_key(key);
        return id.is_none() ? Value() : graph_.property(element, id);
    }
    template <class Element>
    std::string text(Element element, std::string_view key) const {
        const Value value = get(element, key);
        return value.kind() == Kind::String ? std::string(value.string()) : std::string();
    }

    // What an article goes by: its title, or where the text shows none, its id.
    std::string heading(VertexId article) const {
        const std::string title = text(article, schema::key::title);
        return title.empty() ? text(article, schema::key::id) : title;
    }

    // Where the words stand in the article: from `begin` to `end`, or the pieces in the list.
    std::vector<TextSpan> spans(EdgeId edge, const schema::WordsKeys& keys, std::string_view text) const {
        return spans(get(edge, keys.spans), get(edge, keys.begin), get(edge, keys.end), text);
    }
    std::vector<TextSpan> spans(const Value& pieces, const Value& begin, const Value& end,
                                std::string_view text) const {
        const std::size_t size = text.size();
        std::vector<TextSpan> found;
        const auto add = [&](const Value& from, const Value& to) {
            if (from.kind() != Kind::Integer || to.kind() != Kind::Integer) return;
            if (from.integer() < 0 || from.integer() >= to.integer()) return;
            if (static_cast<std::size_t>(to.integer()) > size) return;
            TextSpan span{static_cast<std::size_t>(from.integer()), static_cast<std::size_t>(to.integer())};
            // Offsets that somebody wrote by hand may stand inside a character.
            while (span.begin > 0 && is_inside_character(text[span.begin])) --span.begin;
            while (span.end < size && is_inside_character(text[span.end])) ++span.end;
            found.push_back(span);
        };
        if (pieces.kind() == Kind::List) {
            const auto& list = pieces.list();
            for (std::size_t i = 0; i + 1 < list.size(); i += 2) add(list[i], list[i + 1]);
        }
        if (found.empty()) add(begin, end);
        return found;
    }

    Evidence evidence(EdgeId edge, VertexId party, std::string stance) const {
        Evidence found;
        found.stance = std::move(stance);
        found.who = is(party, schema::label::article) ? heading(party) : text(party, schema::key::name);
        const graphs::LabelId label = graph_.find_label(schema::label::article);
        const graphs::KeyId key = graph_.find_key(schema::key::id);
        const auto articles = label.is_none() || key.is_none()
                                  ? std::span<const VertexId>()
                                  : graph_.find(label, key, get(edge, schema::key::article));
        if (articles.empty()) return found;
        found.article = articles.front();
        found.title = text(found.article, schema::key::title);
        found.outlet = text(found.article, schema::key::outlet);
        found.file = text(found.article, schema::key::file);
        found.published = get(found.article, schema::key::published);
        const Value whole = get(found.article, schema::key::text);
        if (whole.kind() == Kind::String) cut_out(whole.string(), edge, found);
        return found;
    }

    void cut_out(std::string_view whole, EdgeId edge, Evidence& found) const {
        found.source = spans(edge, schema::source, whole);
        found.cue = spans(edge, schema::cue, whole);
        // The statement's own pieces hold for the article that it was first read from.
        const bool own =
            graphs::equivalent(get(edge, schema::key::article), get(statement_, schema::key::article)) &&
            graphs::equivalent(get(edge, schema::content.begin), get(statement_, schema::content.begin));
        found.content = spans(own ? get(statement_, schema::content.spans) : Value(),
                              get(edge, schema::content.begin), get(edge, schema::content.end), whole);

        TextSpan hull{whole.size(), 0};
        for (const auto* part : {&found.source, &found.cue, &found.content}) {
            for (const TextSpan& span : *part) {
                hull.begin = std::min(hull.begin, span.begin);
                hull.end = std::max(hull.end, span.end);
            }
        }
        if (hull.begin >= hull.end) return;
        found.place = sentences_around(whole, hull);
        found.sentence = whole.substr(found.place.begin, found.place.end - found.place.begin);
        for (auto* part : {&found.source, &found.cue, &found.content}) {
            for (TextSpan& span : *part) {
                span.begin -= found.place.begin;
                span.end -= found.place.begin;
            }
            std::sort(part->begin(), part->end(), [](auto a, auto b) { return a.begin < b.begin; });
        }
    }

    const PropertyGraph& graph_;
    VertexId statement_;
};

}  // namespace

std::vector<Evidence> trace(const PropertyGraph& graph, const Value& id) {
    const graphs::LabelId label = graph.find_label(schema::label::statement);
    const graphs::KeyId key = graph.find_key(schema::key::id);
    if (label.is_none() || key.is_none()) return {};
    std::vector<Evidence> all;
    for (VertexId statement : graph.find(label, key, id)) {
        for (auto& evidence : Tracer(graph).run(statement)) all.push_back(std::move(evidence));
    }
    return all;
}

}  // namespace hearsay::engine
