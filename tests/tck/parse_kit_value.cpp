#include <charconv>
#include <limits>
#include <stdexcept>

#include "tests/tck/kit_value.hpp"

namespace hearsay::tck {

namespace {

// Reads the notation from left to right; each part leaves off right behind what it read.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    KitValue whole() {
        KitValue read = value();
        space();
        if (at_ != text_.size()) fail("something is left over");
        return read;
    }

  private:
    KitValue value() {
        space();
        switch (peek()) {
            case '\'':
                return {string()};
            case '(':
                return {node()};
            case '<':
                return {path()};
            case '{':
                return {map()};
            case '[':
                return after_bracket() == ':' ? KitValue{relationship()} : KitValue{list()};
            default:
                return word();
        }
    }

    char after_bracket() const {
        const std::size_t next = text_.find_first_not_of(" \t\n", at_ + 1);
        return next == std::string_view::npos ? '\0' : text_[next];
    }

    KitValue word() {
        const std::size_t end = std::min(text_.find_first_of(",]} \t\n", at_), text_.size());
        const std::string_view word = text_.substr(at_, end - at_);
        at_ = end;
        if (word == "null") return {};
        if (word == "true") return {true};
        if (word == "false") return {false};
        if (word == "NaN") return {std::numeric_limits<double>::quiet_NaN()};
        if (word == "Infinity" || word == "Inf") return {std::numeric_limits<double>::infinity()};
        if (word == "-Infinity" || word == "-Inf") return {-std::numeric_limits<double>::infinity()};
        if (word.find_first_of(".eE") == std::string_view::npos) return {number<std::int64_t>(word)};
        return {number<double>(word)};
    }

    template <class Number>
    Number number(std::string_view word) const {
        Number read{};
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), read);
        if (error != std::errc() || end != word.data() + word.size()) fail("not a number");
        return read;
    }

    std::string string() {
        take('\'');
        std::string read;
        while (peek() != '\'') {
            if (peek() == '\\') ++at_;
            read += peek();
            ++at_;
        }
        take('\'');
        return read;
    }

    std::vector<KitValue> list() {
        take('[');
        std::vector<KitValue> items;
        while (!skip(']')) {
            if (!items.empty()) take(',');
            items.push_back(value());
        }
        return items;
    }

    KitMap map() {
        take('{');
        KitMap entries;
        while (!skip('}')) {
            if (!entries.empty()) take(',');
            std::string key = name();
            take(':');
            if (!entries.emplace(std::move(key), value()).second) fail("a key stands twice");
        }
        return entries;
    }

    KitMap maybe_map() {
        space();
        return at_ < text_.size() && text_[at_] == '{' ? map() : KitMap();
    }

    KitNode node() {
        take('(');
        KitNode node;
        while (skip(':')) node.labels.push_back(name());
        node.properties = maybe_map();
        take(')');
        return node;
    }

    KitRelationship relationship() {
        take('[');
        take(':');
        KitRelationship relationship;
        relationship.type = name();
        relationship.properties = maybe_map();
        take(']');
        return relationship;
    }

    KitPath path() {
        take('<');
        KitPath path;
        path.nodes.push_back(node());
        while (!skip('>')) {
            const bool forth = !skip('<');
            take('-');
            path.forth.push_back(forth);
            path.relationships.push_back(relationship());
            take('-');
            if (forth) take('>');
            path.nodes.push_back(node());
        }
        return path;
    }

    std::string name() {
        space();
        if (skip('`')) {
            const std::size_t end = text_.find('`', at_);
            if (end == std::string_view::npos) fail("a back-quote is not closed");
            std::string read(text_.substr(at_, end - at_));
            at_ = end + 1;
            return read;
        }
        const std::size_t end = std::min(text_.find_first_of(":,{}[]() \t\n", at_), text_.size());
        if (end == at_) fail("a name is missing");
        std::string read(text_.substr(at_, end - at_));
        at_ = end;
        return read;
    }

    void space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
    }
    char peek() const {
        if (at_ >= text_.size()) fail("it ends too early");
        return text_[at_];
    }
    bool skip(char c) {
        space();
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    void take(char c) {
        if (!skip(c)) fail(std::string("`") + c + "` is missing");
    }
    [[noreturn]] void fail(const std::string& reason) const {
        throw std::runtime_error("not a value of the kit, at " + std::to_string(at_) + ": " + reason + ": " +
                                 std::string(text_));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

KitValue parse_kit_value(std::string_view text) {
    return Reader(text).whole();
}

}  // namespace hearsay::tck
