#include "tests/fuzz/check_document.hpp"

#include <string>

#include "engine/articles/text/encoding.hpp"
#include "tests/fuzz/target.hpp"

namespace hearsay::fuzz {

using namespace engine;
using namespace graphs;

namespace {

bool between_characters(const std::string& text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_span(const Document& document, const Span& span, const char* what) {
    require(span.begin < span.end && span.end <= document.text.size(), "a span lies in the text", what);
    require(between_characters(document.text, span.begin) && between_characters(document.text, span.end),
            "a span cuts no character", what);
}

void check_pieces(const Document& document, const std::vector<Span>& pieces, const char* what) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        check_span(document, pieces[i], what);
        require(i == 0 || pieces[i - 1].end <= pieces[i].begin, "pieces stand in order", what);
    }
}

void check_zones(const Document& document) {
    std::size_t end = 0;
    for (const Zone& zone : document.zones) {
        check_span(document, zone.span, "zone");
        require(zone.span.begin == end, "zones leave nothing out");
        end = zone.span.end;
    }
    require(end == document.text.size(), "zones cover the text");
}

void check_words(const Document& document) {
    std::size_t end = 0;
    for (const Token& token : document.tokens) {
        check_span(document, token.span, "token");
        require(token.span.begin >= end, "tokens stand in order");
        end = token.span.end;
    }
    std::size_t token = 0;
    for (const Sentence& sentence : document.sentences) {
        check_span(document, sentence.span, "sentence");
        require(sentence.first_token >= token && sentence.first_token < sentence.last_token &&
                    sentence.last_token <= document.tokens.size(),
                "sentences share no tokens");
        require(sentence.span.begin == document.tokens[sentence.first_token].span.begin &&
                    sentence.span.end == document.tokens[sentence.last_token - 1].span.end,
                "a sentence is its tokens");
        token = sentence.last_token;
    }
    for (const Quotation& quotation : document.quotations) {
        check_span(document, quotation.span, "quotation");
        check_span(document, quotation.inside, "inside of a quotation");
        require(quotation.span.contains(quotation.inside), "a quotation holds its inside");
    }
}

void check_names(const Document& document) {
    const std::size_t chains = document.chain_names.size();
    require(document.chain_kinds.size() == chains && document.chain_aliases.size() == chains,
            "every chain has a name and a kind");
    for (const Mention& mention : document.mentions) {
        check_span(document, mention.span, "mention");
        require(mention.chain == Mention::npos || mention.chain < chains, "mentions name chains");
        for (const std::string* text : {&mention.name, &mention.role, &mention.owner})
            require(is_utf8(*text), "mentions are UTF-8", *text);
    }
    for (const std::string& name : document.chain_names) require(is_utf8(name), "names are UTF-8", name);
    for (const std::vector<std::string>& aliases : document.chain_aliases)
        for (const std::string& alias : aliases) require(is_utf8(alias), "aliases are UTF-8", alias);
}

void check_attributions(const Document& document) {
    for (const Attribution& attribution : document.attributions) {
        check_pieces(document, attribution.source, "source");
        check_pieces(document, attribution.cue, "cue");
        check_pieces(document, attribution.content, "content");
        require(!attribution.cue.empty() && !attribution.content.empty(), "something is said somehow");
        require(attribution.confidence >= 0 && attribution.confidence <= 1, "confidence is a share");
        require(is_utf8(attribution.source_name), "sources are UTF-8", attribution.source_name);
        require(!attribution.outer || *attribution.outer < document.attributions.size(),
                "outer ones are there");
        for (const std::size_t chain : attribution.parties)
            require(chain < document.chain_names.size(), "parties are there");
    }
}

// The properties of one vertex or edge, by name.
class Named {
  public:
    Named(const PropertyGraph& graph, Properties properties)
        : graph_(graph), properties_(std::move(properties)) {}
    const Value* find(std::string_view key) const {
        for (const auto& [id, value] : properties_)
            if (graph_.name(id) == key) return &value;
        return nullptr;
    }
    std::size_t number(std::string_view key) const {
        const Value* value = find(key);
        require(value != nullptr && value->kind() == Kind::Integer, "offsets are numbers", std::string(key));
        return static_cast<std::size_t>(value->integer());
    }
    // What `text` holds is what `begin` and `end` cut out of the article.
    void check_cut(const Document& document, std::string_view text, std::string_view begin,
                   std::string_view end) const {
        const Value* value = find(text);
        if (value == nullptr) return;
        const Span span{number(begin), number(end)};
        check_span(document, span, "evidence");
        require(value->kind() == Kind::String && document.slice(span) == value->string(),
                "evidence is what its offsets cut out", std::string(text));
    }

  private:
    const PropertyGraph& graph_;
    Properties properties_;
};

}  // namespace

void check_document(const Document& document) {
    for (const std::string* text : {&document.id, &document.text, &document.title, &document.outlet,
                                    &document.author, &document.url, &document.file})
        require(is_utf8(*text), "an article's texts are UTF-8", *text);
    check_zones(document);
    check_words(document);
    check_names(document);
    check_attributions(document);
}

void check_evidence(const PropertyGraph& graph, const Document& document) {
    const LabelId statement = graph.find_label("Statement");
    for (std::uint32_t i = 0; i < graph.vertex_capacity(); ++i) {
        const VertexId vertex{i};
        if (!graph.alive(vertex) || statement.is_none() || !graph.has_label(vertex, statement)) continue;
        Named(graph, graph.properties(vertex)).check_cut(document, "text", "begin", "end");
    }
    for (std::uint32_t i = 0; i < graph.edge_capacity(); ++i) {
        const EdgeId edge{i};
        if (!graph.alive(edge)) continue;
        const Named evidence(graph, graph.properties(edge));
        evidence.check_cut(document, "cue", "cue_begin", "cue_end");
        evidence.check_cut(document, "source_text", "source_begin", "source_end");
    }
}

}  // namespace hearsay::fuzz
