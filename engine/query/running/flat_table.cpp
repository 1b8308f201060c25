#include "engine/query/running/flat_table.hpp"

#include <bit>
#include <utility>

#include "graphs/error.hpp"

namespace hearsay::engine {

void FlatTable::grow(const QueryContext& context) {
    constexpr std::size_t fewest = 64, cheap = 32768, most = std::size_t{1} << 32;
    const std::size_t count = slots_.empty() ? fewest : slots_.size() * (slots_.size() < cheap ? 4 : 2);
    HEARSAY_ASSERT(count <= most);
    context.reserve(count * sizeof(Slot));
    std::vector<Slot, LargePages<Slot>> grown(count);
    const auto shift = static_cast<unsigned>(32 - std::countr_zero(count));
    std::size_t moved = 0;
    for (const Slot& slot : slots_) {
        if (++moved % 65536 == 0) context.check();
        if (slot.number == none) continue;
        std::size_t at = slot.hash >> shift;
        while (grown[at].number != none) at = (at + 1) & (count - 1);
        grown[at] = slot;
    }
    slots_ = std::move(grown);
    shift_ = shift;
    most_ = count / 8 * 5;  // fuller tables are smaller, but their probes get long
}

}  // namespace hearsay::engine
