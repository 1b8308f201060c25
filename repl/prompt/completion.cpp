#include "repl/prompt/completion.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>

#include "engine/claims/short_forms.hpp"
#include "grammar/text/keywords.hpp"
#include "grammar/text/scan.hpp"
#include "repl/commands/commands.hpp"
#include "repl/commands/help.hpp"
#include "repl/output/write_result.hpp"

namespace hearsay::repl {
namespace {

using grammar::RawToken;
using Kind = RawToken::Kind;

constexpr std::size_t most_parties = 200;

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool begins_with(std::string_view text, std::string_view begin) {
    return text.size() >= begin.size() && std::equal(begin.begin(), begin.end(), text.begin(),
                                                     [](char a, char b) { return lower(a) == lower(b); });
}

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && begins_with(a, b);
}

// Ascending, each once, those that begin so, be it behind a back-quote.
Completion chosen(std::size_t begin, std::string_view word, const std::vector<std::string>& from,
                  const std::string& behind = "") {
    std::set<std::string> found;
    for (const std::string& candidate : from) {
        const bool quoted = !candidate.empty() && candidate.front() == '`';
        if (begins_with(std::string_view(candidate).substr(quoted ? 1 : 0), word)) found.insert(candidate);
    }
    Completion completion{begin, {found.begin(), found.end()}};
    if (completion.candidates.size() == 1) completion.candidates[0] += behind;
    return completion;
}

// The words that can follow a word; the first entry that fits counts.
struct Followers {
    std::string_view word;
    std::vector<std::string> next;
};
const std::vector<Followers>& followers() {
    static const std::vector<Followers> all = {
        {"ORDER", {"BY"}},
        {"OPTIONAL", {"MATCH"}},
        {"STARTS", {"WITH"}},
        {"ENDS", {"WITH"}},
        {"IS", {"NULL", "NOT NULL"}},
        {"UNION", {"ALL", "MATCH"}},
        {"DETACH", {"DELETE"}},
        {"ON", {"CREATE", "MATCH"}},
        {"DROP", {"INDEX"}},
        {"SHOW", {"INDEXES"}},
        {"CREATE", {"INDEX", "SET", "TEXT INDEX"}},
    };
    return all;
}

// WHO CLAIMS, WHAT DOES, ...: each once.
const std::vector<std::string>& short_form_beginnings() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> found;
        for (const auto& form : engine::claims::short_forms())
            if (const std::string words = form.beginning();
                std::find(found.begin(), found.end(), words) == found.end())
                found.push_back(words);
        return found;
    }();
    return all;
}

// The words behind the first word of a short form.
std::vector<std::string> short_form_followers(std::string_view word) {
    std::vector<std::string> found;
    for (const std::string& words : short_form_beginnings()) {
        const std::size_t end = words.find(' ');
        if (end != std::string::npos && same(std::string_view(words).substr(0, end), word))
            found.push_back(words.substr(end + 1));
    }
    return found;
}

const std::vector<std::string>& beginnings() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> found = {
            "CALL",           "CREATE",  "DROP INDEX", "EXPLAIN",      "FOREACH", "MATCH", "MERGE",
            "OPTIONAL MATCH", "PROFILE", "RETURN",     "SHOW INDEXES", "UNWIND",  "WITH"};
        const auto& forms = short_form_beginnings();
        found.insert(found.end(), forms.begin(), forms.end());
        return found;
    }();
    return all;
}

// Keywords as the user writes them: small letters stay small.
std::vector<std::string> in_case_of(std::string_view word, std::vector<std::string> keywords) {
    const bool small =
        !word.empty() && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (small)
        for (std::string& keyword : keywords)
            std::transform(keyword.begin(), keyword.end(), keyword.begin(), lower);
    return keywords;
}

class Statement {
  public:
    Statement(std::string_view text, const Vocabulary& vocabulary) : text_(text), vocabulary_(vocabulary) {
        for (std::size_t at = 0; at < text.size();) {
            const RawToken token = grammar::raw_token(text, at);
            at = token.end;
            if (token.kind == Kind::Space || (token.kind == Kind::Comment && token.closed)) {
                space_behind_ = true;
                continue;
            }
            space_behind_ = false;
            if (token.kind == Kind::Other && text[token.begin] == ';') {
                tokens_.clear();  // a statement before this one
                continue;
            }
            tokens_.push_back(token);
        }
    }

    Completion complete() const {
        if (!tokens_.empty()) {
            const RawToken& last = tokens_.back();
            if (last.kind == Kind::Comment && !space_behind_) return {};
            if (last.kind == Kind::String && !last.closed) return party(last);
            if (last.kind == Kind::QuotedName && !last.closed) return {};
        }
        const bool in_word = !tokens_.empty() && tokens_.back().kind == Kind::Word && !space_behind_;
        const std::size_t begin = in_word ? tokens_.back().begin : text_.size();
        const std::string_view word = text_.substr(begin);
        const std::size_t before = tokens_.size() - (in_word ? 1 : 0);  // tokens in front of the word
        return after(before, begin, word);
    }

  private:
    std::string_view text_of(const RawToken& token) const {
        return text_.substr(token.begin, token.end - token.begin);
    }
    bool is(std::size_t index, std::string_view what) const {
        return index < tokens_.size() && text_of(tokens_[index]) == what;
    }

    Completion party(const RawToken& string) const {
        const char quote = text_[string.begin];
        std::string typed;  // without the escapes
        for (std::size_t at = string.begin + 1; at < string.end; ++at) {
            if (text_[at] == '\\' && at + 1 < string.end) ++at;
            typed += text_[at];
        }
        Completion completion{string.begin, {}};
        if (!vocabulary_.parties) return completion;
        std::set<std::string> found;
        for (const std::string& name : vocabulary_.parties(typed, most_parties)) {
            std::string text(1, quote);
            for (char c : name) {
                if (c == quote || c == '\\') text += '\\';
                text += c;
            }
            found.insert(text + quote);
        }
        completion.candidates.assign(found.begin(), found.end());
        return completion;
    }

    // The innermost bracket that is open in front of token `before`, as an index into the tokens.
    std::optional<std::size_t> open_bracket(std::size_t before) const {
        std::size_t closed = 0;
        for (std::size_t i = before; i-- > 0;) {
            if (tokens_[i].kind == Kind::Close) ++closed;
            if (tokens_[i].kind == Kind::Open && closed-- == 0) return i;
        }
        return std::nullopt;
    }

    bool in_relationship(std::optional<std::size_t> bracket) const {
        return bracket && is(*bracket, "[") && *bracket > 0 && is(*bracket - 1, "-");
    }
    // `{` behind a node's or relationship's name or labels: (a:Actor {
    bool in_pattern_map(std::optional<std::size_t> bracket) const {
        if (!bracket || !is(*bracket, "{")) return false;
        const auto around = open_bracket(*bracket);
        return around && (is(*around, "(") || in_relationship(around));
    }

    Completion after(std::size_t before, std::size_t begin, std::string_view word) const {
        const auto bracket = open_bracket(before);
        if (before > 0) {
            const std::size_t previous = before - 1;
            const bool touching = tokens_[previous].end == begin;
            if (is(previous, ":") || (is(previous, "|") && in_relationship(bracket))) {
                if (in_relationship(bracket)) return chosen(begin, word, vocabulary_.types);
                if (!bracket || !is(*bracket, "{")) return chosen(begin, word, vocabulary_.labels);
            }
            if (is(previous, ".") && touching && !is(previous - 1, "."))
                return chosen(begin, word, vocabulary_.keys);
            if (is(previous, "$") && touching) return chosen(begin, word, vocabulary_.parameters);
            if (in_pattern_map(bracket) && (is(previous, "{") || is(previous, ",")))
                return chosen(begin, word, vocabulary_.keys, ": ");
            if (tokens_[previous].kind == Kind::Word)
                if (auto next = short_form_followers(text_of(tokens_[previous])); !next.empty())
                    return chosen(begin, word, in_case_of(word, std::move(next)), " ");
            for (const Followers& entry : followers())
                if (tokens_[previous].kind == Kind::Word && same(text_of(tokens_[previous]), entry.word))
                    return chosen(begin, word, in_case_of(word, entry.next), " ");
        }
        if (before == 0) return chosen(begin, word, in_case_of(word, beginnings()), " ");
        if (word.empty()) return {begin, {}};
        return anything(before, begin, word);
    }

    Completion anything(std::size_t before, std::size_t begin, std::string_view word) const {
        std::vector<std::string> keywords;
        for (std::string_view keyword : grammar::keywords) keywords.emplace_back(keyword);
        keywords = in_case_of(word, std::move(keywords));
        Completion completion = chosen(begin, word, keywords, " ");
        std::set<std::string> all(completion.candidates.begin(), completion.candidates.end());
        for (const std::string& function : vocabulary_.functions)
            if (begins_with(function, word)) all.insert(function + "(");
        for (std::size_t i = 0; i < before;
             ++i) {  // the statement's variables stand in front of `:`, `.`, `)` or behind AS and IN
            if (tokens_[i].kind != Kind::Word || !begins_with(text_of(tokens_[i]), word)) continue;
            const bool opens = i > 0 && (is(i - 1, "(") || is(i - 1, "[")) && !is(i + 1, "(");
            const bool named =
                i > 0 && tokens_[i - 1].kind == Kind::Word && same(text_of(tokens_[i - 1]), "AS");
            const bool bound = i + 1 < tokens_.size() && is(i + 1, "=");
            if (opens || named || bound) all.insert(std::string(text_of(tokens_[i])));
        }
        completion.candidates.assign(all.begin(), all.end());
        return completion;
    }

    std::string_view text_;
    const Vocabulary& vocabulary_;
    std::vector<RawToken> tokens_;
    bool space_behind_ = true;
};

// Text that begins with `:`.
Completion complete_command(std::string_view text, std::size_t offset, const Vocabulary& vocabulary) {
    const std::size_t name_end = std::min(text.find_first_of(" \t"), text.size());
    const std::string_view name = text.substr(1, name_end - 1);
    if (name_end == text.size()) {
        std::vector<std::string> names;
        for (const Command& command : commands()) names.push_back(":" + command.name);
        return chosen(offset, text, names, " ");
    }
    std::size_t begin = text.find_first_not_of(" \t", name_end);
    if (begin == std::string_view::npos) begin = text.size();
    const std::string_view rest = text.substr(begin);
    if (name == "load" || name == "source" || name == "output" || name == "export") {
        std::size_t word = rest.find_last_of(" \t");
        word = word == std::string_view::npos ? 0 : word + 1;
        if (name == "export" && word > 0) {
            Completion query = Statement(rest.substr(rest.find_first_of(" \t")), vocabulary).complete();
            query.begin += offset + begin + rest.find_first_of(" \t");
            return query;
        }
        if (!vocabulary.files) return {};
        return chosen(offset + begin + word, rest.substr(word), vocabulary.files(rest.substr(word)));
    }
    if (name == "mode") return chosen(offset + begin, rest, format_names());
    if (name == "timer" || name == "echo") return chosen(offset + begin, rest, {"on", "off"});
    if (name == "rows") return chosen(offset + begin, rest, {"all"});
    if (name == "help") return chosen(offset + begin, rest, help_topics());
    if (name == "param") {
        std::vector<std::string> names = vocabulary.parameters;
        names.push_back("clear");
        return chosen(offset + begin, rest, names, " ");
    }
    return {};
}

}  // namespace

Completion complete(std::string_view text, const Vocabulary& vocabulary) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == ':')
        return complete_command(text.substr(first), first, vocabulary);
    return Statement(text, vocabulary).complete();
}

std::string common_beginning(const std::vector<std::string>& candidates) {
    if (candidates.empty()) return "";
    std::string common = candidates.front();
    for (const std::string& candidate : candidates) {
        const auto end =
            std::mismatch(common.begin(), common.end(), candidate.begin(), candidate.end()).first;
        common.erase(end, common.end());
    }
    // Not half a character: where the texts part inside one, it goes.
    std::size_t end = common.size();
    if (end < candidates.front().size())
        while (end > 0 && (static_cast<unsigned char>(candidates.front()[end]) & 0xC0) == 0x80) --end;
    common.resize(end);
    return common;
}

}  // namespace hearsay::repl
