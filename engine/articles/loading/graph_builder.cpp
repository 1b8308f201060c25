#include "engine/articles/loading/graph_builder.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/articles/coreference/denied_claims.hpp"
#include "engine/articles/loading/value_names.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/schema/schema.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

using graphs::Value;
using graphs::VertexId;

std::string_view edge_name(Stance stance) {
    switch (stance) {
        case Stance::Claim:
            return schema::type::claims;
        case Stance::Denial:
            return schema::type::denies;
        case Stance::PassedOn:
            return schema::type::attributes;
    }
    return schema::type::attributes;
}

// From the first piece to the last. REQUIRES: there is one, and they stand in order.
Span hull(const std::vector<Span>& spans) {
    HEARSAY_ASSERT(!spans.empty() && std::is_sorted(spans.begin(), spans.end()));
    return {spans.front().begin, spans.back().end};
}

Value offset(std::size_t at) {
    return Value(static_cast<std::int64_t>(at));
}

// The text from the first piece to the last, with what stands between them: it is what the offsets cut out.
// Empty if there is no piece, as where no source is named.
std::string cut(const Document& document, const std::vector<Span>& spans) {
    return spans.empty() ? std::string() : std::string(document.slice(hull(spans)));
}

Value pieces(const std::vector<Span>& spans) {
    graphs::List list;
    for (const Span& span : spans) {
        list.push_back(offset(span.begin));
        list.push_back(offset(span.end));
    }
    return Value(std::move(list));
}

// One article on its way into the graph.
class Writer {
  public:
    Writer(graphs::PropertyGraph& graph, PartyIndex& parties, std::int64_t& next_id, const Document& document,
           const graphs::Progress& progress)
        : graph_(graph),
          parties_(parties),
          next_id_(next_id),
          document_(document),
          progress_(progress),
          denied_(document),
          vertices_(document.chain_names.size()),
          mentions_of_(document.chain_names.size()) {
        for (const Mention& mention : document.mentions) {
            if (mention.chain == Mention::npos) continue;
            mentions_of_[mention.chain].push_back(&mention);
            if (mention.form == Mention::Form::Name) names_.push_back(&mention);
        }
        std::stable_sort(names_.begin(), names_.end(), begins_before);
    }

    GraphBuilder::Added write(const std::string& sha256) {
        for (const Attribution& attribution : document_.attributions) check(attribution);
        article(sha256);
        outlet();
        mentions(article_, {0, document_.text.size()});
        statements_.assign(document_.attributions.size(), VertexId::none());
        for (std::size_t i = 0; i < document_.attributions.size(); ++i) {
            progress_(0);
            if (is_stated(document_.attributions[i])) statement(i);
        }
        for (std::size_t i = 0; i < document_.attributions.size(); ++i) {
            progress_(0);
            if (!statements_[i].is_none()) edges(i);
        }
        return added_;
    }

  private:
    void check(const Attribution& attribution) const {
        for (const std::vector<Span>* spans : {&attribution.source, &attribution.cue, &attribution.content})
            for (const Span& span : *spans)
                HEARSAY_ASSERT(span.begin < span.end && span.end <= document_.text.size());
    }

    // Menus, captions and bylines state nothing; a headline that is printed twice states once.
    bool is_stated(const Attribution& attribution) {
        if (attribution.content.empty()) return false;
        const Span content = attribution.content.front();
        const auto zone =
            std::partition_point(document_.zones.begin(), document_.zones.end(),
                                 [&](const Zone& each) { return each.span.end <= content.begin; });
        if (zone == document_.zones.end() || !zone->span.overlaps(content)) return true;
        if (zone->kind == ZoneKind::Title)
            return headlines_
                .insert(cut(document_, attribution.source) + "|" + cut(document_, attribution.content))
                .second;
        return zone->kind == ZoneKind::Body || zone->kind == ZoneKind::Heading;
    }

    void set(graphs::Properties& properties, std::string_view key, Value value) {
        properties.emplace_back(graph_.key(key), std::move(value));
    }
    void set_text(graphs::Properties& properties, std::string_view key, const std::string& text) {
        if (!text.empty()) set(properties, key, Value(text));
    }

    void article(const std::string& sha256) {
        graphs::Properties properties;
        set(properties, schema::key::id, Value(document_.id));
        set_text(properties, schema::key::title, document_.title);
        set_text(properties, schema::key::outlet, document_.outlet);
        set_text(properties, schema::key::author, document_.author);
        if (document_.published) set(properties, schema::key::published, Value(*document_.published));
        set_text(properties, schema::key::url, document_.url);
        set_text(properties, schema::key::file, document_.file);
        set(properties, schema::key::text, Value(document_.text));
        set_text(properties, schema::key::sha256, sha256);
        const graphs::LabelId label = graph_.label(schema::label::article);
        article_ = graph_.add_vertex(std::span(&label, 1), std::move(properties));
    }

    void outlet() {
        if (document_.outlet.empty()) return;
        Party party;
        party.kind = PartyKind::Outlet;
        party.name = document_.outlet;
        const VertexId vertex = enter(party);
        graph_.add_edge(vertex, graph_.type(schema::type::published), article_);
    }

    VertexId enter(const Party& party) {
        const PartyIndex::Found found = parties_.find_or_add(party, next_id_);
        if (found.added) {
            ++next_id_;
            ++(party.kind == PartyKind::Place ? added_.places : added_.parties);
        }
        return found.vertex;
    }

    // The vertex of a chain, made when it is first asked for.
    VertexId party(std::size_t chain) {
        VertexId& vertex = vertices_[chain];
        if (!vertex.is_none()) return vertex;
        Party party;
        party.kind = document_.chain_kinds[chain];
        party.name = document_.chain_names[chain];
        party.described = true;
        if (chain < document_.chain_aliases.size()) party.aliases = document_.chain_aliases[chain];
        for (const Mention* mention : mentions_of_[chain]) {
            if (mention->form == Mention::Form::Name) party.described = false;
            if (mention->role.size() > party.role.size() && mention->form != Mention::Form::Pronoun)
                party.role = mention->role;
            if (party.owner.empty()) party.owner = mention->owner;
        }
        return vertex = enter(party);
    }

    // MENTIONS from the article or statement to the parties that are named in the span.
    void mentions(VertexId from, const Span& span, std::set<std::size_t>* seen = nullptr) {
        std::set<std::size_t> own;
        std::set<std::size_t>& chains = seen != nullptr ? *seen : own;
        Mention begin;
        begin.span.begin = span.begin;
        for (auto each = std::lower_bound(names_.begin(), names_.end(), &begin, begins_before);
             each != names_.end() && (*each)->span.begin < span.end; ++each) {
            const Mention& mention = **each;
            if (!span.contains(mention.span) || document_.chain_kinds[mention.chain] == PartyKind::Unknown ||
                !chains.insert(mention.chain).second)
                continue;
            graph_.add_edge(from, graph_.type(schema::type::mentions), party(mention.chain));
        }
    }

    void statement(std::size_t number) {
        const Attribution& attribution = document_.attributions[number];
        const Span whole = hull(attribution.content);
        graphs::Properties properties;
        set(properties, schema::key::id, Value(next_id_++));
        set(properties, schema::key::text, Value(cut(document_, attribution.content)));
        set(properties, schema::key::form, Value(form_name(attribution.form)));
        set(properties, schema::key::strength, Value(strength_name(attribution.strength)));
        set(properties, schema::key::article, Value(document_.id));
        set(properties, schema::content.begin, offset(whole.begin));
        set(properties, schema::content.end, offset(whole.end));
        if (attribution.content.size() > 1)
            set(properties, schema::content.spans, pieces(attribution.content));
        const graphs::LabelId label = graph_.label(schema::label::statement);
        statements_[number] = graph_.add_vertex(std::span(&label, 1), std::move(properties));
        ++added_.statements;
        std::set<std::size_t> seen;
        for (const Span& span : attribution.content) mentions(statements_[number], span, &seen);
    }

    // What an edge to a statement rests on. `begin` and `end` are the statement's place.
    graphs::Properties evidence(const Attribution& attribution, const Attribution& stated,
                                double confidence) {
        graphs::Properties properties;
        set(properties, schema::key::article, Value(document_.id));
        if (!attribution.cue.empty()) {
            set(properties, schema::key::strength, Value(strength_name(attribution.strength)));
            set(properties, schema::cue.words, Value(cut(document_, attribution.cue)));
            set(properties, schema::cue.begin, offset(hull(attribution.cue).begin));
            set(properties, schema::cue.end, offset(hull(attribution.cue).end));
            if (attribution.cue.size() > 1) set(properties, schema::cue.spans, pieces(attribution.cue));
        }
        if (!attribution.source.empty()) {
            set(properties, schema::source.words, Value(cut(document_, attribution.source)));
            set(properties, schema::source.begin, offset(hull(attribution.source).begin));
            set(properties, schema::source.end, offset(hull(attribution.source).end));
            if (attribution.source.size() > 1)
                set(properties, schema::source.spans, pieces(attribution.source));
        }
        set(properties, schema::content.begin, offset(hull(stated.content).begin));
        set(properties, schema::content.end, offset(hull(stated.content).end));
        set(properties, schema::key::confidence, Value(confidence));
        return properties;
    }

    void edges(std::size_t number) {
        const Attribution& attribution = document_.attributions[number];
        const VertexId statement = statements_[number];
        graph_.add_edge(article_, graph_.type(schema::type::attributes), statement,
                        evidence(attribution, attribution, attribution.confidence));
        std::set<VertexId> done;
        // What somebody wants, asks, points at or does not say is no claim of theirs: the article alone
        // passes it on.
        const bool asserted = attribution.force == Force::Asserted;
        for (std::size_t i = 0; asserted && i < attribution.parties.size(); ++i) {
            const VertexId vertex = party(attribution.parties[i]);
            if (!done.insert(vertex).second) continue;
            graph_.add_edge(vertex, graph_.type(edge_name(attribution.stance)), statement,
                            evidence(attribution, attribution, attribution.confidence));
            count(attribution.stance);
        }
        if (asserted && attribution.stance == Stance::Denial)
            for (const std::size_t denied : denied_.by(number)) deny_also(attribution, denied);
        // Those who stand outside pass the statement on.
        std::optional<std::size_t> outer = attribution.outer;
        for (std::size_t depth = 0; outer && depth < 8; ++depth) {
            const Attribution& around = document_.attributions[*outer];
            outer = around.outer;
            if (around.force != Force::Asserted) continue;
            for (const std::size_t chain : around.parties) {
                const VertexId vertex = party(chain);
                if (!done.insert(vertex).second) continue;
                graph_.add_edge(vertex, graph_.type(schema::type::attributes), statement,
                                evidence(around, attribution, around.confidence));
            }
        }
    }

    // "denied the group's claims": what the group claimed before is denied as well, though in fewer words.
    void deny_also(const Attribution& denial, std::size_t denied) {
        if (statements_[denied].is_none()) return;
        for (const std::size_t chain : denial.parties) {
            graph_.add_edge(party(chain), graph_.type(schema::type::denies), statements_[denied],
                            evidence(denial, document_.attributions[denied], 0.5 * denial.confidence));
            ++added_.denials;
        }
    }

    void count(Stance stance) {
        if (stance == Stance::Claim) ++added_.claims;
        if (stance == Stance::Denial) ++added_.denials;
    }

    graphs::PropertyGraph& graph_;
    PartyIndex& parties_;
    std::int64_t& next_id_;
    static bool begins_before(const Mention* a, const Mention* b) { return a->span.begin < b->span.begin; }

    const Document& document_;
    const graphs::Progress& progress_;
    DeniedClaims denied_;
    std::vector<VertexId> vertices_;                        // of the chains
    std::vector<std::vector<const Mention*>> mentions_of_;  // the chains
    std::vector<const Mention*> names_;                     // in the order of the text
    std::vector<VertexId> statements_;                      // of the attributions
    std::set<std::string> headlines_;
    VertexId article_;
    GraphBuilder::Added added_;
};

// The highest `id` that has enough numbers above it: people may have given any.
std::int64_t highest_id(const graphs::PropertyGraph& graph) {
    constexpr std::int64_t highest_counted = std::int64_t{1} << 53;  // JSON's readers keep these whole
    std::int64_t highest = 0;
    const graphs::KeyId key = graph.find_key(schema::key::id);
    if (key.is_none()) return highest;
    for (std::size_t i = 0; i < graph.vertex_capacity(); ++i) {
        const VertexId vertex{static_cast<std::uint32_t>(i)};
        if (!graph.alive(vertex)) continue;
        const Value id = graph.property(vertex, key);
        if (id.kind() == graphs::Kind::Integer && id.integer() < highest_counted)
            highest = std::max(highest, id.integer());
    }
    return highest;
}

}  // namespace

GraphBuilder::GraphBuilder(graphs::PropertyGraph& graph)
    : graph_(graph), parties_(graph), next_id_(highest_id(graph) + 1) {}

GraphBuilder::Added GraphBuilder::add(const Document& document, const std::string& sha256,
                                      const graphs::Progress& progress) {
    HEARSAY_ASSERT(document.chain_names.size() == document.chain_kinds.size());
    return Writer(graph_, parties_, next_id_, document, progress).write(sha256);
}

}  // namespace hearsay::engine
