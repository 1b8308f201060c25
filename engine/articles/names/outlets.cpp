#include "engine/articles/names/outlets.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include "engine/articles/english/outlets.hpp"

namespace hearsay::engine {
namespace {

std::vector<std::string_view> split(std::string_view s, char mark) {
    std::vector<std::string_view> out;
    while (!s.empty()) {
        const std::size_t at = std::min(s.find(mark), s.size());
        if (at > 0) out.push_back(s.substr(0, at));
        s.remove_prefix(std::min(at + 1, s.size()));
    }
    return out;
}

std::string key_of(std::string_view name) {
    std::string out;
    for (const char c : name) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (out.rfind("the ", 0) == 0) out.erase(0, 4);
    return out;
}

const std::unordered_map<std::string, const KnownOutlet*>& by_name() {
    static const auto index = [] {
        std::unordered_map<std::string, const KnownOutlet*> map;
        for (const KnownOutlet& outlet : known_outlets()) {
            map.emplace(key_of(outlet.name), &outlet);
            for (const std::string_view other : outlet.others) map.emplace(key_of(other), &outlet);
        }
        return map;
    }();
    return index;
}

const std::unordered_set<std::string_view>& heads() {
    static const auto set = [] {
        const auto list = split(outlet_heads, ' ');
        return std::unordered_set<std::string_view>(list.begin(), list.end());
    }();
    return set;
}

struct Word {
    Span span;
    bool capital;
    bool ends_phrase;  // a comma, stop or bracket stands behind it
};

std::vector<Word> words_of(std::string_view line) {
    std::vector<Word> out;
    for (std::size_t i = 0; i < line.size();) {
        const auto letter = [&](std::size_t at) {
            const auto c = static_cast<unsigned char>(line[at]);
            return std::isalnum(c) || c >= 0xC3 || (at > i && (c == '\'' || c == '-' || c == '/'));
        };
        if (!letter(i)) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < line.size() && letter(end)) ++end;
        const char next = end < line.size() ? line[end] : '.';
        out.push_back({{i, end}, std::isupper(static_cast<unsigned char>(line[i])) != 0, next != ' '});
        i = end;
    }
    return out;
}

}  // namespace

const std::vector<KnownOutlet>& known_outlets() {
    static const auto outlets = [] {
        std::vector<KnownOutlet> list;
        for (const std::string_view line : split(outlets_data, '\n')) {
            std::vector<std::string_view> fields;  // empty ones count
            for (std::size_t at = 0; at <= line.size();) {
                const std::size_t end = std::min(line.find('|', at), line.size());
                fields.push_back(line.substr(at, end - at));
                at = end + 1;
            }
            fields.resize(5);
            list.push_back(
                {fields[0], split(fields[1], ','), split(fields[2], ','), fields[3], fields[4] == "agency"});
        }
        return list;
    }();
    return outlets;
}

const KnownOutlet* outlet_named(std::string_view name) {
    const auto found = by_name().find(key_of(name));
    return found == by_name().end() ? nullptr : found->second;
}

const KnownOutlet* outlet_of_address(std::string_view address) {
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
        address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (const std::size_t at = address.rfind('@'); at != std::string_view::npos)
        address.remove_prefix(at + 1);
    const std::string host = key_of(address.substr(0, address.find(':')));
    const KnownOutlet* best = nullptr;
    std::size_t longest = 0;
    for (const KnownOutlet& outlet : known_outlets())
        for (const std::string_view domain : outlet.domains) {
            if (domain.size() <= longest || host.size() < domain.size()) continue;
            const std::size_t begin = host.size() - domain.size();
            if (host.compare(begin, domain.size(), domain) == 0 && (begin == 0 || host[begin - 1] == '.')) {
                best = &outlet;
                longest = domain.size();
            }
        }
    return best;
}

std::vector<NamedOutlet> find_outlets(std::string_view line) {
    constexpr std::size_t longest_name = 6;  // in words
    const std::vector<Word> words = words_of(line);
    const auto text_of = [&](const Word& word) {
        return line.substr(word.span.begin, word.span.end - word.span.begin);
    };
    std::vector<NamedOutlet> out;
    for (std::size_t i = 0; i < words.size();) {
        if (!words[i].capital) {
            ++i;
            continue;
        }
        std::size_t last = 0;  // one past the name's last word; 0: no name begins here
        NamedOutlet found;
        // A known name, the longest first.
        for (std::size_t n = std::min(longest_name, words.size() - i); n > 0 && last == 0; --n) {
            const Span span{words[i].span.begin, words[i + n - 1].span.end};
            const std::string_view name = line.substr(span.begin, span.end - span.begin);
            // Short names that are common words ("Time", "The Week") need their article or a capitalised form
            // of their own.
            const KnownOutlet* known = outlet_named(name);
            if (known == nullptr || (n == 1 && known->name.rfind("The ", 0) == 0) || name == "Time" ||
                name == "Independent")
                continue;
            found = {span, std::string(known->name), known};
            last = i + n;
        }
        if (last == 0) {  // "The Velk Times", "Velk City Herald"
            std::size_t end = i;
            while (end < words.size() && words[end].capital && end - i < longest_name &&
                   (end == i || (!words[end - 1].ends_phrase && text_of(words[end]) != "The")))
                ++end;
            for (std::size_t e = end; e > i + 1 && last == 0; --e) {
                const std::string_view head = text_of(words[e - 1]);
                // "The Post" alone may be anything.
                if (heads().count(head) == 0 || (text_of(words[i]) == "The" && e == i + 2 && head != "Times"))
                    continue;
                found.span = {words[i].span.begin, words[e - 1].span.end};
                found.name = std::string(line.substr(found.span.begin, found.span.end - found.span.begin));
                last = e;
            }
        }
        if (last == 0) {
            ++i;
            continue;
        }
        out.push_back(std::move(found));
        i = last;
    }
    return out;
}

}  // namespace hearsay::engine
