#include "engine/articles/network/network_annotator.hpp"

#include <algorithm>

#include "engine/articles/network/inner_contents.hpp"
#include "engine/articles/network/network.hpp"

namespace hearsay::engine {
namespace {

NameClass class_of(std::size_t kind) {
    constexpr NameClass classes[] = {NameClass::Person, NameClass::Organisation, NameClass::Place,
                                     NameClass::Other};
    return classes[kind - 1];
}

// An inner relation is taken only where the network is this sure: it is read out of its context.
constexpr double sure_of_inner = 0.85;

Span span_of(const PieceText& text, const WordSpan& range) {
    return {text.words[range.first].span.begin, text.words[range.last - 1].span.end};
}

SpanReading spans_of(const PieceText& text, const ReadRelation& relation) {
    SpanReading out;
    out.cue = span_of(text, relation.cue);
    for (const WordSpan& range : relation.source) out.source.push_back(span_of(text, range));
    for (const WordSpan& range : relation.content) out.content.push_back(span_of(text, range));
    out.probability = relation.probability;
    return out;
}

// Where quoted words stand, found by place.
class QuotedPlaces {
  public:
    explicit QuotedPlaces(const std::vector<Quotation>& quotations) {
        for (const Quotation& quotation : quotations) places_.push_back(quotation.inside);
        std::sort(places_.begin(), places_.end());
        // The farthest end up to here: a quotation may hold others.
        for (std::size_t i = 1; i < places_.size(); ++i)
            places_[i].end = std::max(places_[i].end, places_[i - 1].end);
    }
    bool hold(const Span& span) const {
        const auto behind = std::partition_point(
            places_.begin(), places_.end(), [&](const Span& place) { return place.begin <= span.begin; });
        return behind != places_.begin() && std::prev(behind)->end >= span.end;
    }

  private:
    std::vector<Span> places_;
};

// "Orr said Lund denied the leak": Lund's denial stands inside what Orr said. What Orr's own quoted words
// tell of others, and of "I", stays Orr's.
void read_inner(const Network& network, Document& document, const graphs::Progress& progress) {
    const std::vector<Span> contents = inner_contents(document);
    if (contents.empty()) return;
    const PieceText text = split_words(document.text, contents, network.vocabulary(), progress);
    const QuotedPlaces quoted(document.quotations);
    const std::size_t outer = document.readings.size();
    for (const ReadRelation& relation : network.read(text, progress).relations) {
        if (relation.probability < sure_of_inner || relation.source.empty()) continue;
        SpanReading inner = spans_of(text, relation);
        if (quoted.hold(inner.cue)) continue;
        // Cues stand in order and overlap none of the others.
        const auto end = document.readings.begin() + static_cast<std::ptrdiff_t>(outer);
        const auto known =
            std::partition_point(document.readings.begin(), end,
                                 [&](const SpanReading& other) { return other.cue.end <= inner.cue.begin; });
        if (known == end || !known->cue.overlaps(inner.cue)) document.readings.push_back(std::move(inner));
    }
    std::stable_sort(document.readings.begin(), document.readings.end(),
                     [](const SpanReading& a, const SpanReading& b) { return a.cue < b.cue; });
}

}  // namespace

graphs::Result<std::shared_ptr<const Network>> open_network(const std::filesystem::path& file) {
    return Weights::open(file).and_then(Network::from);
}

void NetworkAnnotator::annotate(Document& document, const graphs::Progress& progress) const {
    document.readings.clear();
    document.name_tags.clear();
    std::vector<Span> paragraphs;
    for (const Zone& zone : document.zones) {
        if (zone.kind == ZoneKind::Title || zone.kind == ZoneKind::Body || zone.kind == ZoneKind::Heading)
            paragraphs.push_back(zone.span);
    }
    const PieceText text = split_words(document.text, paragraphs, network_->vocabulary(), progress);
    const NetworkReading reading = network_->read(text, progress);
    for (const ReadRelation& relation : reading.relations)
        document.readings.push_back(spans_of(text, relation));
    for (const ReadName& name : reading.names)
        document.name_tags.push_back({span_of(text, name.words), class_of(name.kind)});
    read_inner(*network_, document, progress);
}

}  // namespace hearsay::engine
