#include "engine/articles/reader/formats/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "engine/articles/metadata/dates.hpp"

namespace hearsay::engine {
namespace {

using nlohmann::json;

void fill(std::string& field, std::string_view value) {
    if (field.empty()) field = squeeze(value);
}
void fill_date(Document& document, std::string_view value) {
    if (!document.published && !value.empty()) document.published = parse_written_date(value);
}
bool is_address(std::string_view s) {
    return s.substr(0, 4) == "http" || s.substr(0, 2) == "//";
}

// A name in JSON-LD: a string, an object with `name`, or a list of those.
std::string name_in(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object()) {
        const auto name = value.find("name");
        return name != value.end() && name->is_string() ? name->get<std::string>() : "";
    }
    std::string joined;
    if (value.is_array())
        for (const json& item : value) {
            if (item.is_array()) continue;
            const std::string one = name_in(item);
            if (!joined.empty() && !one.empty()) joined += ", ";
            joined += one;
        }
    return joined;
}

bool is_article_type(const json& type) {
    const auto fits = [](const json& one) {
        if (!one.is_string()) return false;
        const auto& name = one.get_ref<const std::string&>();
        return name.find("Article") != std::string::npos || name == "BlogPosting" || name == "Report";
    };
    return type.is_array() ? std::any_of(type.begin(), type.end(), fits) : fits(type);
}

void read_linked_data(const std::string& text, Document& document) {
    const json root = json::parse(text, nullptr, false);
    if (root.is_discarded()) return;
    // An object, a list of them, or an object with a "@graph" of them.
    std::vector<const json*> objects{&root};
    for (std::size_t i = 0; i < objects.size() && objects.size() < 1000; ++i) {
        const json& value = *objects[i];
        if (value.is_array()) {
            for (const json& item : value) objects.push_back(&item);
            continue;
        }
        if (!value.is_object()) continue;
        if (const auto graph = value.find("@graph"); graph != value.end()) objects.push_back(&*graph);
        const auto type = value.find("@type");
        if (type == value.end() || !is_article_type(*type)) continue;
        const auto text_of = [&](const char* key) {
            const auto found = value.find(key);
            return found == value.end() ? std::string() : name_in(*found);
        };
        fill(document.title, text_of("headline"));
        fill(document.outlet, text_of("publisher"));
        fill(document.author, text_of("author"));
        fill(document.url, text_of("url"));
        fill_date(document, text_of("datePublished"));
    }
}

std::string lower(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

// "A headline - The Paper", "A headline | The Paper": the outlet behind the last mark, if it is short.
void read_page_title(std::string page_title, Document& document) {
    for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
        const std::size_t at = page_title.rfind(mark);
        if (at == std::string::npos || at == 0) continue;
        const std::string tail = page_title.substr(at + mark.size());
        const auto spaces = std::count(tail.begin(), tail.end(), ' ');
        const bool named =
            !document.outlet.empty() && lower(tail).find(lower(document.outlet)) != std::string::npos;
        if (!named && (spaces > 3 || at < tail.size())) continue;
        if (document.outlet.empty() && mark == " | ") document.outlet = tail;
        page_title.resize(at);
        break;
    }
    fill(document.title, page_title);
}

}  // namespace

std::string squeeze(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!space) out += c;
        if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<const GumboNode*> nodes_of(const GumboNode* root) {
    std::vector<const GumboNode*> nodes, waiting{root};
    while (!waiting.empty()) {
        const GumboNode* node = waiting.back();
        waiting.pop_back();
        nodes.push_back(node);
        if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
        const GumboVector& children = node->v.element.children;
        for (unsigned i = children.length; i > 0; --i)
            waiting.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
    }
    return nodes;
}

std::string_view attribute(const GumboNode* node, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found ? found->value : std::string_view();
}

std::string inner_text(const GumboNode* node) {
    std::string text;
    for (const GumboNode* n : nodes_of(node))
        if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA)
            text += n->v.text.text;
    return squeeze(text);
}

void read_html_metadata(const std::vector<const GumboNode*>& nodes, Document& document) {
    std::string page_title, first_heading, meta_author;
    const GumboNode* time = nullptr;
    Document from_meta;
    for (const GumboNode* node : nodes) {
        if (node->type != GUMBO_NODE_ELEMENT) continue;
        switch (node->v.element.tag) {
            case GUMBO_TAG_SCRIPT:
                if (lower(attribute(node, "type")) == "application/ld+json") {
                    std::string text;
                    for (const GumboNode* n : nodes_of(node))
                        if (n->type == GUMBO_NODE_TEXT) text += n->v.text.text;
                    read_linked_data(text, document);
                }
                break;
            case GUMBO_TAG_TITLE:
                if (page_title.empty() && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
                    page_title = inner_text(node);
                break;
            case GUMBO_TAG_H1:
                if (first_heading.empty()) first_heading = inner_text(node);
                break;
            case GUMBO_TAG_TIME:
                if (!time) time = node;
                break;
            case GUMBO_TAG_LINK:
                if (lower(attribute(node, "rel")) == "canonical")
                    fill(from_meta.url, attribute(node, "href"));
                break;
            case GUMBO_TAG_META: {
                std::string key = lower(attribute(node, "property"));
                if (key.empty()) key = lower(attribute(node, "name"));
                if (key.empty()) key = lower(attribute(node, "itemprop"));
                const std::string_view content = attribute(node, "content");
                if (key == "og:title" || key == "twitter:title") fill(from_meta.title, content);
                if (key == "og:site_name") fill(from_meta.outlet, content);
                if ((key == "author" || key == "article:author" || key == "parsely-author" || key == "byl" ||
                     key == "dc.creator") &&
                    !is_address(content))
                    fill(from_meta.author, content);
                if (key == "og:url") fill(from_meta.url, content);
                if (key == "article:published_time" || key == "date" || key == "pubdate" ||
                    key == "publishdate" || key == "publish-date" || key == "datepublished" ||
                    key == "dc.date" || key == "dc.date.issued" || key == "parsely-pub-date" ||
                    key == "sailthru.date" || key == "dcterms.created")
                    fill_date(from_meta, content);
                break;
            }
            default:
                break;
        }
    }
    fill(document.outlet, from_meta.outlet);
    fill(document.author, from_meta.author);
    fill(document.url, from_meta.url);
    if (!document.published) document.published = from_meta.published;
    if (time) {
        fill_date(document, attribute(time, "datetime"));
        fill_date(document, inner_text(time));
    }
    fill(document.title, first_heading.size() > 20 ? first_heading : from_meta.title);
    read_page_title(page_title, document);
    fill(document.title, first_heading);
    if (document.author.substr(0, 3) == "By " || document.author.substr(0, 3) == "by ")
        document.author.erase(0, 3);
}

}  // namespace hearsay::engine
