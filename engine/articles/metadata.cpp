#include "engine/articles/metadata.hpp"

#include <algorithm>

namespace hearsay::engine {
namespace {

std::string one_line(std::string_view s) {
    std::string out;
    for (const char c : s)
        if (c != '\n' && c != '\r' && c != '\t')
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

class MetadataAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "metadata"; }
    void annotate(Document& document) const override {
        const auto title = std::find_if(document.zones.begin(), document.zones.end(),
                                        [](const Zone& zone) { return zone.kind == ZoneKind::Title; });
        if (document.title.empty() && title != document.zones.end()) {
            const std::string line = one_line(document.slice(title->span));
            document.title = line.substr(
                line.find_first_not_of(' ') == std::string::npos ? 0 : line.find_first_not_of(' '));
        }
    }
};

}  // namespace

std::unique_ptr<Annotator> make_metadata_annotator() {
    return std::make_unique<MetadataAnnotator>();
}

}  // namespace hearsay::engine
