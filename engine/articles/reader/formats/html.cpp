#include "engine/articles/reader/formats/html.hpp"

#include <gumbo.h>

#include <cctype>

#include "engine/articles/reader/formats/html_metadata.hpp"
#include "engine/articles/reader/formats/html_page.hpp"

namespace hearsay::engine {
namespace {

// Never part of what an article says.
bool is_dropped(const GumboNode* node) {
    switch (node->v.element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_MATH:
            return true;
        default:
            break;
    }
    if (gumbo_get_attribute(&node->v.element.attributes, "hidden")) return true;
    if (attribute(node, "aria-hidden") == "true") return true;
    const std::string_view style = attribute(node, "style");
    return style.find("display:none") != std::string_view::npos ||
           style.find("display: none") != std::string_view::npos;
}

enum class Break { None, Line, Paragraph };

Break break_of(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_MAIN:
            return Break::Paragraph;
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_BR:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_BODY:
            return Break::Line;
        default:
            return Break::None;
    }
}

std::optional<ZoneKind> zone_of(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_H1:
            return ZoneKind::Title;
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
            return ZoneKind::Heading;
        case GUMBO_TAG_FIGCAPTION:
            return ZoneKind::Caption;
        default:
            return std::nullopt;
    }
}

// Writes visible text: runs of white space become one space, breaks one or two newlines.
class TextWriter {
  public:
    explicit TextWriter(Document& document) : document_(document) {}

    void write(const GumboNode* root) {
        struct Step {
            const GumboNode* node;
            bool leaving;
        };
        std::vector<Step> steps{{root, false}};
        while (!steps.empty()) {
            const Step step = steps.back();
            steps.pop_back();
            const GumboNode* node = step.node;
            if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
                node->type == GUMBO_NODE_CDATA) {
                text(node->v.text.text);
                continue;
            }
            if (node->type != GUMBO_NODE_ELEMENT) continue;
            const GumboTag tag = node->v.element.tag;
            if (step.leaving) {
                if (const auto zone = zone_of(tag)) close(*zone);
                break_line(break_of(tag));
                continue;
            }
            if (is_dropped(node)) continue;
            break_line(break_of(tag));
            if (zone_of(tag)) open();
            if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) text(" ");
            steps.push_back({node, true});
            const GumboVector& children = node->v.element.children;
            for (unsigned i = children.length; i > 0; --i)
                steps.push_back({static_cast<const GumboNode*>(children.data[i - 1]), false});
        }
        break_line(Break::Paragraph);
    }

  private:
    void break_line(Break kind) {
        pending_ = std::max(pending_, kind);
        if (kind != Break::None) space_ = false;
    }
    void text(std::string_view words) {
        std::string& out = document_.text;
        for (const char c : words) {
            if (std::isspace(static_cast<unsigned char>(c))) {
                space_ = true;
                continue;
            }
            if (pending_ != Break::None) {
                if (!out.empty()) out += pending_ == Break::Paragraph ? "\n\n" : "\n";
                pending_ = Break::None;
            } else if (space_ && !out.empty()) {
                out += ' ';
            }
            space_ = false;
            if (!open_.empty() && open_.back() == unset) open_.back() = out.size();
            out += c;
        }
    }
    void open() { open_.push_back(unset); }
    void close(ZoneKind kind) {
        if (open_.empty()) return;
        const std::size_t begin = open_.back();
        open_.pop_back();
        if (begin != unset && (document_.zones.empty() || document_.zones.back().span.end <= begin))
            document_.zones.push_back({{begin, document_.text.size()}, kind});
    }

    static constexpr std::size_t unset = static_cast<std::size_t>(-1);
    Document& document_;
    Break pending_ = Break::None;
    bool space_ = false;
    std::vector<std::size_t> open_;  // where the zones that are open begin
};

std::size_t paragraph_text(const GumboNode* root) {
    std::size_t size = 0;
    for (const GumboNode* node : nodes_of(root))
        if (node->type == GUMBO_NODE_TEXT && node->parent && node->parent->type == GUMBO_NODE_ELEMENT &&
            node->parent->v.element.tag != GUMBO_TAG_SCRIPT && node->parent->v.element.tag != GUMBO_TAG_STYLE)
            size += std::string_view(node->v.text.text).size();
    return size;
}

// Where the article stands: the <article> (or <main>) with the most text, if that is a fair share of the
// page.
const GumboNode* article_root(const std::vector<const GumboNode*>& nodes, const GumboNode* body) {
    constexpr std::size_t fair_share = 4;  // a quarter
    const std::size_t all = paragraph_text(body);
    for (const GumboTag wanted : {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) {
        const GumboNode* best = nullptr;
        std::size_t most = 0, looked_at = 0;
        for (const GumboNode* node : nodes) {
            if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag != wanted || ++looked_at > 50)
                continue;
            const std::size_t size = paragraph_text(node);
            if (size > most) best = node, most = size;
        }
        if (best && most * fair_share >= all) return best;
    }
    return body;
}

bool inside(const GumboNode* node, const GumboNode* root) {
    for (; node; node = node->parent)
        if (node == root) return true;
    return false;
}

// Elements that another of their kind, or nothing at all, closes: they never nest by themselves.
bool closes_itself(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_OPTION:
        case GUMBO_TAG_BR:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_META:
        case GUMBO_TAG_LINK:
        case GUMBO_TAG_SOURCE:
        case GUMBO_TAG_WBR:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool nested_too_deeply(std::string_view html) {
    std::size_t depth = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::size_t name = at + (html.substr(at + 1, 1) == "/" ? 2 : 1);
        std::size_t end = name;
        while (end < html.size() && std::isalnum(static_cast<unsigned char>(html[end]))) ++end;
        if (end == name) continue;
        if (closes_itself(gumbo_tagn_enum(html.data() + name, static_cast<unsigned>(end - name)))) continue;
        if (name == at + 1)
            ++depth;
        else if (depth > 0)
            --depth;
        if (depth > deepest_nesting) return true;
    }
    return false;
}

graphs::Result<Document> read_html(std::string_view html, const graphs::Progress& progress) {
    HtmlPage page(progress);
    if (const auto parsed = page.parse(html); !parsed) return tl::unexpected(parsed.error());
    Document document;
    const std::vector<const GumboNode*> nodes = nodes_of(page.root());
    read_html_metadata(nodes, document);
    progress(0);

    const GumboNode* body = page.root();
    const GumboNode* headline = nullptr;
    for (const GumboNode* node : nodes) {
        if (node->type != GUMBO_NODE_ELEMENT) continue;
        if (node->v.element.tag == GUMBO_TAG_BODY && body == page.root()) body = node;
        if (node->v.element.tag == GUMBO_TAG_H1 && !headline) headline = node;
    }
    const GumboNode* root = article_root(nodes, body);
    progress(0);
    TextWriter writer(document);
    if (headline && !inside(headline, root)) writer.write(headline);
    writer.write(root);
    return document;
}

}  // namespace hearsay::engine
