#include "engine/articles/extract.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>

#include "engine/articles/in_order.hpp"
#include "engine/articles/reader/json_articles.hpp"
#include "engine/articles/value_names.hpp"

namespace hearsay::engine {
namespace {

using nlohmann::ordered_json;

ordered_json spans(const std::vector<Span>& list) {
    ordered_json out = ordered_json::array();
    for (const Span& span : list) out.push_back({span.begin, span.end});
    return out;
}

const char* word(Stance stance) {
    switch (stance) {
        case Stance::Claim:
            return "claim";
        case Stance::Denial:
            return "denial";
        case Stance::PassedOn:
            return "passed on";
    }
    return "";
}

std::string attributions_of(const Document& document) {
    std::vector<std::size_t> order(document.attributions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto place = [&](std::size_t i) {
        const auto& content = document.attributions[i].content;
        return content.empty() ? document.text.size() : content.front().begin;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    ordered_json list = ordered_json::array();
    for (const std::size_t i : order) {
        const Attribution& a = document.attributions[i];
        list.push_back({{"source", spans(a.source)},
                        {"cue", spans(a.cue)},
                        {"content", spans(a.content)},
                        {"stance", word(a.stance)},
                        {"form", form_name(a.form)},
                        {"force", force_name(a.force)},
                        {"strength", strength_name(a.strength)},
                        {"source_name", a.source_name},
                        {"confidence", std::round(a.confidence * 1000) / 1000}});
    }
    return list.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// The members of an object's text, so that all but one can be given on letter for letter.
struct Member {
    std::string_view key;  // without its quotes, escapes as written
    Span span;             // of the value
};

// REQUIRES: `json` is one well-formed object.
std::vector<Member> members(std::string_view json) {
    std::vector<Member> out;
    std::size_t at = json.find('{') + 1;
    const auto skip_space = [&] { at = json.find_first_not_of(" \t\r\n", at); };
    const auto skip_string = [&] {
        for (++at; json[at] != '"'; ++at)
            if (json[at] == '\\') ++at;
        ++at;
    };
    for (skip_space(); json[at] != '}'; skip_space()) {
        if (json[at] == ',') {
            ++at;
            skip_space();
        }
        const std::size_t key = at;
        skip_string();
        const std::string_view name = json.substr(key + 1, at - key - 2);
        skip_space();
        ++at;  // the colon
        skip_space();
        const std::size_t begin = at;
        for (std::size_t depth = 0;;) {
            if (json[at] == '"') {
                skip_string();
                continue;
            }
            if (depth == 0 && (json[at] == ',' || json[at] == '}')) break;
            if (json[at] == '{' || json[at] == '[') ++depth;
            if (json[at] == '}' || json[at] == ']') --depth;
            ++at;
        }
        std::size_t end = at;
        while (json[end - 1] == ' ' || json[end - 1] == '\t' || json[end - 1] == '\r' ||
               json[end - 1] == '\n')
            --end;
        out.push_back({name, {begin, end}});
    }
    return out;
}

std::string with_attributions(std::string_view json, const std::string& list) {
    std::string out(json.substr(0, json.rfind('}') + 1));
    const std::vector<Member> all = members(out);
    // Of several members with one name the last counts; every one goes, so that none is left to contradict.
    bool placed = false;
    for (auto member = all.rbegin(); member != all.rend(); ++member) {
        if (member->key != "attributions") continue;
        out.replace(member->span.begin, member->span.end - member->span.begin, placed ? "null" : list);
        placed = true;
    }
    if (!placed) {
        std::size_t end = out.rfind('}');
        while (out[end - 1] == ' ' || out[end - 1] == '\t') --end;
        out.insert(end, ", \"attributions\": " + list);
    }
    return out;
}

struct Line {
    std::size_t number = 0;
    std::string text;  // as read; then what is to be written
    std::size_t attributions = 0;
    std::optional<std::string> fault;  // why it is no article
};

void read_line(const Pipeline& pipeline, Line& line) {
    auto article = read_json_article(line.text);
    if (!article) {
        line.fault = article.error().reason;
        return;
    }
    if (!article->note.empty()) mend_surrogates(line.text);
    pipeline.annotate(article->document);
    line.attributions = article->document.attributions.size();
    line.text = with_attributions(line.text, attributions_of(article->document));
}

}  // namespace

ExtractSummary extract(std::istream& in, std::ostream& out, const Pipeline& pipeline,
                       const std::function<void(std::size_t, const std::string&)>& error,
                       const std::atomic<bool>* interrupt, std::size_t threads) {
    HEARSAY_ASSERT(threads >= 1);
    ExtractSummary summary;
    const auto take = [&](const Line& line) {
        if (interrupt && *interrupt) return false;
        if (line.fault) {
            ++summary.failed;
            if (error) error(line.number, *line.fault);
            return true;
        }
        out << line.text << '\n';
        if (!out) return false;
        ++summary.articles;
        summary.attributions += line.attributions;
        return true;
    };
    InOrder<Line> lines(
        threads, {16 * threads, InOrderLimits{}.weight}, [&](Line& line) { read_line(pipeline, line); },
        take);
    std::string text;
    for (std::size_t number = 1; std::getline(in, text); ++number) {
        if (number == 1 && text.compare(0, 3, "\xEF\xBB\xBF") == 0) text.erase(0, 3);
        if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
        const std::size_t bytes = text.size();
        if (!lines.put({number, std::move(text), 0, {}}, bytes)) break;
    }
    lines.finish();
    out.flush();
    if (!out) summary.write_failed = true;
    return summary;
}

}  // namespace hearsay::engine
