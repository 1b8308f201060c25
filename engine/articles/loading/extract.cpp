#include "engine/articles/loading/extract.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>

#include "engine/articles/loading/in_order.hpp"
#include "engine/articles/loading/value_names.hpp"
#include "engine/articles/reader/formats/json_articles.hpp"
#include "engine/articles/reader/lines.hpp"

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
    const std::string_view object = json.substr(0, json.rfind('}') + 1);
    const std::vector<Member> all = members(object);
    const auto is_ours = [](const Member& member) { return member.key == "attributions"; };
    const auto last = std::find_if(all.rbegin(), all.rend(), is_ours);
    std::string out;
    std::size_t at = 0;
    // Of several members with one name the last counts; every one goes, so that none is left to contradict.
    for (const Member& member : all) {
        if (!is_ours(member)) continue;
        out += object.substr(at, member.span.begin - at);
        out += &member == &*last ? list : "null";
        at = member.span.end;
    }
    if (last != all.rend()) return out += object.substr(at);
    std::size_t end = object.size() - 1;
    while (object[end - 1] == ' ' || object[end - 1] == '\t') --end;
    return out.append(object.substr(0, end)).append(", \"attributions\": " + list).append(object.substr(end));
}

struct Line {
    std::size_t number = 0;
    std::string text;  // as read; then what is to be written
    std::size_t attributions = 0;
    std::optional<std::string> fault;  // why it is no article
};

void mark_line(const Pipeline& pipeline, Line& line, const graphs::Progress& progress) {
    if (line.fault) return;
    auto article = read_json_article(line.text, progress);
    if (!article) {
        line.fault = article.error().reason;
        return;
    }
    if (!article->note.empty()) mend_surrogates(line.text);
    pipeline.annotate(article->document, progress);
    line.attributions = article->document.attributions.size();
    line.text = with_attributions(line.text, attributions_of(article->document));
}

}  // namespace

ExtractSummary extract(std::istream& in, std::ostream& out, const Pipeline& pipeline,
                       const std::function<void(std::size_t, const std::string&)>& error, const Watch& watch,
                       std::size_t threads) {
    HEARSAY_ASSERT(threads >= 1);
    ExtractSummary summary;
    const auto take = [&](const Line& line) {
        if (watch.over()) return false;
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
    const graphs::Progress progress = watch.progress();
    const std::size_t most = watch.limits().article.value_or(std::string().max_size());
    InOrder<Line> lines(
        threads, {16 * threads, InOrderLimits{}.weight},
        [&](Line& line) { mark_line(pipeline, line, progress); }, take);
    try {
        std::string text;
        for (std::size_t number = 1;; ++number) {
            const LineRead how = read_line(in, text, most);
            if (how == LineRead::End || watch.over()) break;
            Line line{number, std::move(text), 0, {}};
            if (how == LineRead::TooLong) {
                line = {number, {}, 0, too_large_reason(most)};
                skip_line(in);
            }
            if (number == 1 && line.text.compare(0, 3, "\xEF\xBB\xBF") == 0) line.text.erase(0, 3);
            if (!line.fault && line.text.find_first_not_of(" \t\r") == std::string::npos) continue;
            const std::size_t bytes = line.text.size();
            if (!lines.put(std::move(line), bytes)) break;
        }
        lines.finish();
    } catch (const ReadingStopped&) {
    }
    out.flush();
    if (!out) summary.write_failed = true;
    return summary;
}

}  // namespace hearsay::engine
