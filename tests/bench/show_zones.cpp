// show_zones PATH...: every article's zones, a line each, and what is known of it; for looking at pages by
// eye. show_zones --gold FILE.jsonl: the share of FILE's attributed contents and cues that stand outside
// title, body and headings.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/articles/metadata/metadata.hpp"
#include "engine/articles/reader/read_articles.hpp"
#include "engine/articles/zones/zones.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

const char* word(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::Title:
            return "TITLE    ";
        case ZoneKind::Body:
            return "body     ";
        case ZoneKind::Heading:
            return "HEADING  ";
        case ZoneKind::Caption:
            return "caption  ";
        case ZoneKind::Byline:
            return "byline   ";
        case ZoneKind::Furniture:
            return "furniture";
    }
    return "";
}

bool speaks(ZoneKind kind) {
    return kind == ZoneKind::Title || kind == ZoneKind::Body || kind == ZoneKind::Heading;
}

int gold(const char* file) {
    std::ifstream in(file);
    std::size_t spans = 0, outside = 0, relations = 0, lost = 0, articles = 0;
    for (std::string line; std::getline(in, line); ++articles) {
        const auto object = nlohmann::json::parse(line);
        Document document;
        document.text = object["text"];
        make_zone_annotator()->annotate(document);
        for (const auto& relation : object["attributions"]) {
            bool missed = false;
            for (const char* role : {"content", "cue"})
                for (const auto& pair : relation[role]) {
                    const Span span{pair[0], pair[1]};
                    const bool out = std::any_of(
                        document.zones.begin(), document.zones.end(),
                        [&](const Zone& zone) { return zone.span.overlaps(span) && !speaks(zone.kind); });
                    if (std::string_view(role) == "content") ++spans, outside += out;
                    if (out && !missed)
                        std::cout << "  " << object["id"] << ": " << document.slice(span).substr(0, 150)
                                  << '\n';
                    missed |= out;
                }
            ++relations;
            lost += missed;
        }
    }
    std::cout << articles << " articles, " << outside << " of " << spans << " content spans outside ("
              << 100.0 * static_cast<double>(outside) / static_cast<double>(spans) << " %), " << lost
              << " of " << relations << " relations touched\n";
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 3 && std::string(arguments[1]) == "--gold") return gold(arguments[2]);
    const ReadEvents events{[](const std::string& place, const std::string& text) {
                                std::cout << place << ": note: " << text << '\n';
                            },
                            [](const std::string& place, const std::string& text) {
                                std::cout << place << ": error: " << text << '\n';
                            },
                            {}};
    const auto zones = make_zone_annotator(), metadata = make_metadata_annotator();
    read_articles({arguments + 1, arguments + count}, std::cin, events,
                  [&](Document&& document, const std::string& place) {
                      zones->annotate(document);
                      metadata->annotate(document);
                      std::cout << "=== " << place << "  id " << document.id << "\n  title " << document.title
                                << "\n  outlet " << document.outlet << "\n  author " << document.author
                                << "\n  published "
                                << (document.published ? graphs::to_string(*document.published) : "")
                                << "\n  url " << document.url << '\n';
                      for (const Zone& zone : document.zones) {
                          std::string line(document.slice(zone.span));
                          while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())))
                              line.pop_back();
                          for (char& c : line)
                              if (c == '\n' || c == '\r') c = '|';
                          std::cout << word(zone.kind) << ' '
                                    << (line.size() > 150
                                            ? line.substr(0, 110) + " ... " + line.substr(line.size() - 35)
                                            : line)
                                    << '\n';
                      }
                      return true;
                  });
}
