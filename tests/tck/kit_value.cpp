#include "tests/tck/kit_value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hearsay::tck {

namespace {

std::string quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string number(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
    char digits[32];
    const char* end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    std::string text(static_cast<const char*>(digits), end);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

// Writes each kind of value.
struct Writer {
    ListOrder order;

    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return number(value); }
    std::string operator()(const std::string& value) const { return quoted(value); }
    std::string operator()(const std::vector<KitValue>& list) const {
        std::vector<std::string> items;
        for (const auto& item : list) items.push_back(text_of(item, order));
        if (order == ListOrder::Ignored) std::sort(items.begin(), items.end());
        std::string text;
        for (const auto& item : items) text += (text.empty() ? "" : ", ") + item;
        return "[" + text + "]";
    }
    std::string operator()(const KitMap& map) const {
        std::string text;
        for (const auto& [key, value] : map)
            text += (text.empty() ? "" : ", ") + key + ": " + text_of(value, order);
        return "{" + text + "}";
    }
    std::string operator()(const KitNode& node) const {
        auto labels = node.labels;
        std::sort(labels.begin(), labels.end());
        std::string text;
        for (const auto& label : labels) text += ":" + label;
        if (!node.properties.empty()) text += (text.empty() ? "" : " ") + (*this)(node.properties);
        return "(" + text + ")";
    }
    std::string operator()(const KitRelationship& relationship) const {
        const auto& properties = relationship.properties;
        return "[:" + relationship.type + (properties.empty() ? "" : " " + (*this)(properties)) + "]";
    }
    std::string operator()(const KitPath& path) const {
        std::string text = "<" + (*this)(path.nodes[0]);
        for (std::size_t i = 0; i < path.relationships.size(); ++i) {
            const bool forth = path.forth[i];
            text += (forth ? "-" : "<-") + (*this)(path.relationships[i]) + (forth ? "->" : "-");
            text += (*this)(path.nodes[i + 1]);
        }
        return text + ">";
    }
};

}  // namespace

std::string text_of(const KitValue& value, ListOrder order) {
    return std::visit(Writer{order}, value.is);
}

}  // namespace hearsay::tck
