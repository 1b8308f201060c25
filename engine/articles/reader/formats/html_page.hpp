// A page as Gumbo's tree, made within bounds. Internal to the HTML reader (it shows Gumbo's types).
#pragma once

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <exception>
#include <memory>
#include <string_view>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

// Gumbo frees its tree by recursion, which a page of a hundred thousand nested elements turns into a crash:
// all of a page's memory is taken from here instead, and goes at once. And Gumbo asks nobody how long it may
// work, but it asks for memory again and again: there it is left by a jump where a bound is passed. No frame
// of ours stands in between.
class HtmlPage {
  public:
    explicit HtmlPage(const graphs::Progress& progress) : progress_(progress) {}
    HtmlPage(const HtmlPage&) = delete;
    HtmlPage& operator=(const HtmlPage&) = delete;

    // Errors: an element has too many attributes; the tree is out of proportion to the page (formatting
    // elements that nothing closes begin anew in every paragraph). Throws what `progress` throws.
    graphs::Result<void> parse(std::string_view html);
    const GumboNode* root() const { return root_; }  // REQUIRES: parsed

  private:
    enum class Fault { None, Attributes, Size, Stopped };

    static void* allocate(void* page, std::size_t size);
    static void release(void*, void*) {}
    Fault may_take(std::size_t size) noexcept;
    void* take(std::size_t size) noexcept;  // nullptr: there is no memory

    const graphs::Progress& progress_;
    const GumboNode* root_ = nullptr;
    std::vector<std::unique_ptr<std::max_align_t[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0, taken_ = 0, most_ = 0;
    std::size_t attributes_ = 0;  // since the last element
    std::size_t steps_ = 0;
    std::exception_ptr stop_;
    std::jmp_buf out_;
};

}  // namespace hearsay::engine
