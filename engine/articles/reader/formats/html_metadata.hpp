// What a page's markup says about its article. Internal to the HTML reader (it shows Gumbo's types).
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

// White space runs become one space; none at the ends.
std::string squeeze(std::string_view text);

// Every node below `root`, in the order of the page. Deep nesting costs no stack.
std::vector<const GumboNode*> nodes_of(const GumboNode* root);

std::string_view attribute(const GumboNode* node, const char* name);  // empty where it has none
std::string inner_text(const GumboNode* node);                        // squeezed

// Fills title, outlet, author, url and published.
void read_html_metadata(const std::vector<const GumboNode*>& nodes, Document& document);

}  // namespace hearsay::engine
