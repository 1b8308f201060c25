#include "graphs/indexed_texts.hpp"

namespace hearsay::graphs {

IndexedTexts IndexedTexts::build(std::span<const VertexId> members, const TextOf& text_of,
                                 const Progress& progress) {
    IndexedTexts built;
    progress(members.size() * sizeof(VertexId));
    built.indexed_.reserve(members.size());
    TextIndex::Builder builder(progress);
    for (const VertexId vertex : members) {
        if (const auto text = text_of(vertex)) {
            builder.add(*text);
            built.indexed_.push_back(vertex);
        }
    }
    built.index_ = builder.finish();
    return built;
}

std::vector<VertexId> IndexedTexts::find(TextTest test, std::string_view part, const TextOf& text_of,
                                         const Progress& progress) const {
    const auto verify = [&](VertexId vertex) {
        const auto text = text_of(vertex);
        return text && passes(*text, test, part);
    };
    // What has changed may be verified or not: it is left out below.
    const std::vector<std::uint32_t> texts = index_.find(
        test, part, [&](std::uint32_t text) { return verify(indexed_[text]); }, progress);
    std::vector<VertexId> of_changed;
    for (std::size_t i = 0; i < changed_.size(); ++i) {
        if (i % 256 == 0) progress(0);
        if (verify(changed_.all()[i])) of_changed.push_back(changed_.all()[i]);
    }
    std::vector<VertexId> found;
    progress((texts.size() + of_changed.size()) * sizeof(VertexId));
    found.reserve(texts.size() + of_changed.size());
    auto next = of_changed.begin();
    for (const std::uint32_t text : texts) {
        const VertexId vertex = indexed_[text];
        if (changed_.contains(vertex)) continue;
        for (; next != of_changed.end() && *next < vertex; ++next) found.push_back(*next);
        found.push_back(vertex);
    }
    found.insert(found.end(), next, of_changed.end());
    return found;
}

}  // namespace hearsay::graphs
