#include "engine/query/running/batch.hpp"

#include <algorithm>

namespace hearsay::engine {
namespace {

template <class T>
std::vector<T> picked(const std::vector<T>& items, const std::vector<std::uint32_t>& rows) {
    std::vector<T> made;
    made.reserve(rows.size());
    for (const std::uint32_t row : rows) made.push_back(items[row]);
    return made;
}
Texts picked(const Texts& texts, const std::vector<std::uint32_t>& rows) {
    return {texts.pool, picked(texts.ids, rows)};
}
Dates picked(const Dates& dates, const std::vector<std::uint32_t>& rows) {
    return {picked(dates.days, rows)};
}

template <class T>
bool add(std::vector<T>& items, const std::vector<T>& more, std::size_t expected) {
    if (expected > items.capacity()) items.reserve(expected);
    items.insert(items.end(), more.begin(), more.end());
    return true;
}
bool add(Texts& texts, const Texts& more, std::size_t expected) {
    return texts.pool == more.pool && add(texts.ids, more.ids, expected);
}
bool add(Dates& dates, const Dates& more, std::size_t expected) {
    return add(dates.days, more.days, expected);
}

}  // namespace

Column Column::pick(const std::vector<std::uint32_t>& rows) const {
    return visit([&rows]<class C>(const C& content) {
        if constexpr (std::is_same_v<C, Repeated>)
            return repeat(content.value, rows.size());
        else
            return Column(picked(content, rows));
    });
}

template <class C>
bool Column::append_typed(const Column& more, std::size_t expected) {
    auto* kept = std::get_if<Kept<C>>(&data_);
    const auto* added = std::get_if<Kept<C>>(&more.data_);
    if (kept == nullptr || added == nullptr) return false;
    if (kept->use_count() > 1) *kept = std::make_shared<C>(**kept);
    return add(**kept, **added, expected);
}

void Column::append(const Column& more, std::size_t expected) {
    if (size() == 0) {
        *this = more;
        return;
    }
    if (more.size() == 0) return;
    if (&more == this) return append(Column(more), expected);
    if (append_typed<std::vector<graphs::Value>>(more, expected) ||
        append_typed<std::vector<graphs::VertexId>>(more, expected) ||
        append_typed<std::vector<graphs::EdgeId>>(more, expected) ||
        append_typed<std::vector<std::int64_t>>(more, expected) || append_typed<Texts>(more, expected) ||
        append_typed<Dates>(more, expected) || append_typed<std::vector<Truth>>(more, expected)) {
        return;
    }
    std::vector<graphs::Value> values;
    values.reserve(std::max(expected, size() + more.size()));
    for (std::size_t row = 0; row < size(); ++row) values.push_back(at(row));
    for (std::size_t row = 0; row < more.size(); ++row) values.push_back(more.at(row));
    *this = Column(std::move(values));
}

}  // namespace hearsay::engine
