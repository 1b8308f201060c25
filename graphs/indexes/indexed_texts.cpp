#include "graphs/indexes/indexed_texts.hpp"

#include "graphs/indexes/passing_texts.hpp"

namespace hearsay::graphs {
namespace {

constexpr std::size_t texts_at_once = 64;

}  // namespace

IndexedTexts IndexedTexts::build(std::span<const VertexId> members, const TextOf& text_of,
                                 const Progress& progress) {
    IndexedTexts built;
    progress(members.size() * sizeof(VertexId));
    built.indexed_.reserve(members.size());
    TextIndex::Builder builder(progress);
    std::vector<std::string_view> texts;
    for (const VertexId vertex : members) {
        if (const auto text = text_of(vertex)) {
            texts.push_back(*text);
            built.indexed_.push_back(vertex);
        }
        if (texts.size() == texts_at_once) {
            builder.add(texts);
            texts.clear();
        }
    }
    builder.add(texts);
    built.index_ = builder.finish();
    return built;
}

// For PassingTexts.
std::string IndexedTexts::sample(const TextOf& text_of) const {
    constexpr std::size_t sampled_texts = 32, bytes_of_each = 128;
    std::string sample;
    for (std::size_t i = 0; i < sampled_texts && !indexed_.empty(); ++i) {
        const auto text = text_of(indexed_[indexed_.size() * i / sampled_texts]);
        if (text) sample += text->substr(0, bytes_of_each);
    }
    return sample;
}

std::vector<VertexId> IndexedTexts::find(TextPredicate test, std::string_view part, const TextOf& text_of,
                                         const Progress& progress) const {
    std::optional<PassingTexts> passing;
    const auto verify = [&](VertexId vertex) {
        if (!passing) passing.emplace(test, part, sample(text_of));
        const auto text = text_of(vertex);
        return text && passing->has(*text);
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
