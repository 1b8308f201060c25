// Readings as the network would give them, from texts that say where they stand.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// A document with one reading, marked in the text: {source}, <cue>, [content]. The marks are taken out.
inline Document read_marked(const std::string& marked) {
    Document document;
    SpanReading reading;
    reading.probability = 0.9;
    std::size_t begin = 0;
    for (const char c : marked) {
        const std::size_t at = document.text.size();
        if (c == '{' || c == '<' || c == '[')
            begin = at;
        else if (c == '}')
            reading.source.push_back({begin, at});
        else if (c == '>')
            reading.cue = {begin, at};
        else if (c == ']')
            reading.content.push_back({begin, at});
        else
            document.text += c;
    }
    document.readings.push_back(std::move(reading));
    return document;
}

struct Reading {
    std::string source, cue, content;  // each the first occurrence in the text; an empty source is none
};

// Stands in the network's place: reads what it is told, wherever all of a reading's parts are in the text.
class KnownReadings final : public Annotator {
  public:
    // `persons`: names, in the order in which they are in the text.
    explicit KnownReadings(std::vector<Reading> known, std::vector<std::string> persons = {})
        : known_(std::move(known)), persons_(std::move(persons)) {}
    std::string_view name() const override { return "known readings"; }
    void annotate(Document& document,
                  const hearsay::graphs::Progress& = hearsay::graphs::no_progress) const override {
        for (const Reading& one : known_) {
            const auto find = [&](const std::string& part) {
                const std::size_t at = document.text.find(part);
                return at == std::string::npos ? Span{} : Span{at, at + part.size()};
            };
            SpanReading reading;
            reading.cue = find(one.cue);
            reading.content = {find(one.content)};
            if (!one.source.empty()) reading.source = {find(one.source)};
            reading.probability = 0.9;
            const bool found = !reading.cue.empty() && !reading.content.front().empty() &&
                               (one.source.empty() || !reading.source.front().empty());
            if (found) document.readings.push_back(std::move(reading));
        }
        for (const std::string& name : persons_)
            if (const std::size_t at = document.text.find(name); at != std::string::npos)
                document.name_tags.push_back({{at, at + name.size()}, NameClass::Person});
    }

  private:
    std::vector<Reading> known_;
    std::vector<std::string> persons_;
};

// A document with several readings.
inline Document read_as(const std::string& text, const std::vector<Reading>& readings) {
    Document document;
    document.text = text;
    KnownReadings(readings).annotate(document);
    REQUIRE(document.readings.size() == readings.size());
    return document;
}

}  // namespace hearsay::engine
