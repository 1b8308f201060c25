#include "engine/articles/reader/formats/html_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "engine/articles/reader/formats/html.hpp"

namespace hearsay::engine {
namespace {

// Bytes that a tree may take: as many times the page's as the tightest markup needs ("<b>" for each element),
// and enough for small ones.
constexpr std::size_t bytes_a_byte = 128, enough = std::size_t{64} << 20;

}  // namespace

void* HtmlPage::allocate(void* page, std::size_t size) {
    auto* self = static_cast<HtmlPage*>(page);
    const Fault fault = self->may_take(size);
    void* memory = fault == Fault::None ? self->take(size) : nullptr;
    if (memory == nullptr) std::longjmp(self->out_, static_cast<int>(std::max(fault, Fault::Attributes)));
    return memory;
}

HtmlPage::Fault HtmlPage::may_take(std::size_t size) noexcept {
    if (size == sizeof(GumboNode)) attributes_ = 0;
    if (size == sizeof(GumboAttribute) && ++attributes_ > most_attributes) return Fault::Attributes;
    if ((taken_ += size) > most_) return Fault::Size;
    if (++steps_ % 1024 != 0) return Fault::None;
    try {
        progress_(0);
        return Fault::None;
    } catch (...) {
        stop_ = std::current_exception();
        return Fault::Stopped;
    }
}

void* HtmlPage::take(std::size_t size) noexcept {
    constexpr std::size_t alignment = alignof(std::max_align_t), block_size = 1 << 16;
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) {
        try {
            const std::size_t fresh = std::max(size, block_size);
            blocks_.push_back(std::make_unique<std::max_align_t[]>(fresh / sizeof(std::max_align_t) + 1));
            next_ = reinterpret_cast<char*>(blocks_.back().get());
            left_ = fresh;
        } catch (const std::bad_alloc&) {
            stop_ = std::current_exception();
            return nullptr;
        }
    }
    void* out = next_;
    next_ += size;
    left_ -= size;
    return out;
}

graphs::Result<void> HtmlPage::parse(std::string_view html) {
    most_ = enough + html.size() * bytes_a_byte;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    switch (static_cast<Fault>(setjmp(out_))) {
        case Fault::None:
            root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
            return {};
        case Fault::Attributes:
            if (!stop_)
                return graphs::fail(
                    "", fmt::format("has an element with more than {} attributes", most_attributes));
            break;
        case Fault::Size:
            return graphs::fail("", "has markup that unfolds without bound: elements that are never closed");
        case Fault::Stopped:
            break;
    }
    std::rethrow_exception(stop_);
}

}  // namespace hearsay::engine
