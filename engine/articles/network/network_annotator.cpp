#include "engine/articles/network/network_annotator.hpp"

#include "engine/articles/network/network.hpp"

namespace hearsay::engine {
namespace {

NameClass class_of(std::size_t kind) {
    constexpr NameClass classes[] = {NameClass::Person, NameClass::Organisation, NameClass::Place,
                                     NameClass::Other};
    return classes[kind - 1];
}

}  // namespace

graphs::Result<std::shared_ptr<const Network>> open_network(const std::filesystem::path& file) {
    return Weights::open(file).and_then(Network::from);
}

void NetworkAnnotator::annotate(Document& document) const {
    document.readings.clear();
    document.name_tags.clear();
    std::vector<Span> paragraphs;
    for (const Zone& zone : document.zones) {
        if (zone.kind == ZoneKind::Title || zone.kind == ZoneKind::Body || zone.kind == ZoneKind::Heading)
            paragraphs.push_back(zone.span);
    }
    const PieceText text = split_words(document.text, paragraphs, network_->vocabulary());
    const NetworkReading reading = network_->read(text);
    const auto span = [&](const WordRange& range) -> Span {
        return {text.words[range.first].span.begin, text.words[range.last - 1].span.end};
    };
    for (const ReadRelation& relation : reading.relations) {
        SpanReading out;
        out.cue = span(relation.cue);
        for (const WordRange& range : relation.source) out.source.push_back(span(range));
        for (const WordRange& range : relation.content) out.content.push_back(span(range));
        out.probability = relation.probability;
        document.readings.push_back(std::move(out));
    }
    for (const ReadName& name : reading.names)
        document.name_tags.push_back({span(name.words), class_of(name.kind)});
}

}  // namespace hearsay::engine
