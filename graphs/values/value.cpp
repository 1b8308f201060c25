#include "graphs/values/value.hpp"

#include <algorithm>
#include <string>

#include "graphs/error.hpp"
#include "graphs/values/text_arena.hpp"

namespace hearsay::graphs {

template <class T>
struct Value::Box : Value::Shared {
    explicit Box(T given) : content(std::move(given)) {}
    const T content;
};

namespace {

void add(Value::Extent& whole, const Value::Extent& part, std::size_t more = 0) {
    whole.bytes = std::min(whole.bytes + part.bytes + more, std::uint64_t{1} << 62);
    whole.depth = std::max(whole.depth, part.depth + 1);
}

}  // namespace

// Lists and maps keep their extent, or it would take as long to find as it is large.
template <>
struct Value::Box<List> : Value::Shared {
    explicit Box(List given) : content(std::move(given)) {
        Extent whole{sizeof(Value), 1};
        for (const Value& each : content) add(whole, each.extent());
        depth = whole.depth;
        bytes = whole.bytes;
    }
    std::uint32_t depth;
    const List content;
    std::uint64_t bytes;
};
template <>
struct Value::Box<Map> : Value::Shared {
    explicit Box(Map given) : content(std::move(given)) {
        Extent whole{sizeof(Value), 1};
        for (const auto& [key, each] : content) add(whole, each.extent(), key.size());
        depth = whole.depth;
        bytes = whole.bytes;
    }
    std::uint32_t depth;
    const Map content;
    std::uint64_t bytes;
};

Value::Extent Value::extent() const {
    switch (kind_) {
        case Kind::String:
            return {sizeof(Value) + string().size(), 0};
        case Kind::Path:
            return {sizeof(Value) * (path().edges.size() + path().vertices.size()), 0};
        case Kind::List: {
            const auto* box = static_cast<const Box<List>*>(shared_);
            return {box->bytes, box->depth};
        }
        case Kind::Map: {
            const auto* box = static_cast<const Box<Map>*>(shared_);
            return {box->bytes, box->depth};
        }
        default:
            return {sizeof(Value), 0};
    }
}

Value::Value(std::string_view s) : Value(TextArena::alone(s)) {}
std::string_view Value::long_string() const {
    return {text_, TextArena::long_size(shared())};
}
Value::Value(List list) : kind_(Kind::List) {
    shared_ = new Box<List>(std::move(list));
}
Value::Value(Map map) : kind_(Kind::Map) {
    shared_ = new Box<Map>(std::move(map));
}
Value::Value(Path path) : kind_(Kind::Path) {
    HEARSAY_ASSERT(path.vertices.size() == path.edges.size() + 1);
    shared_ = new Box<Path>(std::move(path));
}
Value::Value(LocalTime time) : kind_(Kind::LocalTime), integer_(time.nanoseconds) {
    HEARSAY_ASSERT(is_valid(time));
}
Value::Value(Time time) : kind_(Kind::Time) {
    HEARSAY_ASSERT(is_valid(time));
    shared_ = new Box<Time>(time);
}
Value::Value(LocalDateTime time) : kind_(Kind::LocalDateTime) {
    HEARSAY_ASSERT(is_valid(time));
    shared_ = new Box<LocalDateTime>(time);
}
Value::Value(DateTime time) : kind_(Kind::DateTime) {
    HEARSAY_ASSERT(is_valid(time));
    shared_ = new Box<DateTime>(std::move(time));
}
Value::Value(Duration duration) : kind_(Kind::Duration) {
    HEARSAY_ASSERT(is_valid(duration));
    shared_ = new Box<Duration>(duration);
}

template <class T>
const T& Value::content(Kind kind) const {
    require(kind);
    return static_cast<const Box<T>*>(shared_)->content;
}
const List& Value::list() const {
    return content<List>(Kind::List);
}
const Map& Value::map() const {
    return content<Map>(Kind::Map);
}
const Path& Value::path() const {
    return content<Path>(Kind::Path);
}
Time Value::time() const {
    return content<Time>(Kind::Time);
}
LocalDateTime Value::local_date_time() const {
    return content<LocalDateTime>(Kind::LocalDateTime);
}
const DateTime& Value::date_time() const {
    return content<DateTime>(Kind::DateTime);
}
const Duration& Value::duration() const {
    return content<Duration>(Kind::Duration);
}

void Value::release() noexcept {
    // The last owner must see all that the others did before they let go: hence acquire and release.
    if (shared()->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    switch (kind_) {
        case Kind::String:
            TextArena::free(shared());
            break;
        case Kind::List:
            delete static_cast<Box<List>*>(shared_);
            break;
        case Kind::Map:
            delete static_cast<Box<Map>*>(shared_);
            break;
        case Kind::Path:
            delete static_cast<Box<Path>*>(shared_);
            break;
        case Kind::Time:
            delete static_cast<Box<Time>*>(shared_);
            break;
        case Kind::LocalDateTime:
            delete static_cast<Box<LocalDateTime>*>(shared_);
            break;
        case Kind::DateTime:
            delete static_cast<Box<DateTime>*>(shared_);
            break;
        case Kind::Duration:
            delete static_cast<Box<Duration>*>(shared_);
            break;
        case Kind::Null:
        case Kind::Boolean:
        case Kind::Integer:
        case Kind::Float:
        case Kind::Date:
        case Kind::LocalTime:
        case Kind::Vertex:
        case Kind::Edge:
            break;
    }
}

void Value::wrong_kind(Kind wanted, Kind found) {
    const std::string what = "a value of kind " + std::string(kind_name(wanted)) + " is wanted, this is " +
                             std::string(kind_name(found));
    broken(what.c_str(), __FILE__, __LINE__);
}

std::string temporal_text(const Value& value) {
    switch (value.kind()) {
        case Kind::LocalTime:
            return to_string(value.local_time());
        case Kind::Time:
            return to_string(value.time());
        case Kind::LocalDateTime:
            return to_string(value.local_date_time());
        case Kind::DateTime:
            return to_string(value.date_time());
        case Kind::Duration:
            return to_string(value.duration());
        default:
            return to_string(value.date());
    }
}

std::string_view kind_name(Kind kind) {
    switch (kind) {
        case Kind::Null:
            return "Null";
        case Kind::Boolean:
            return "Boolean";
        case Kind::Integer:
            return "Integer";
        case Kind::Float:
            return "Float";
        case Kind::String:
            return "String";
        case Kind::List:
            return "List";
        case Kind::Map:
            return "Map";
        case Kind::Date:
            return "Date";
        case Kind::Vertex:
            return "Node";
        case Kind::Edge:
            return "Relationship";
        case Kind::Path:
            return "Path";
        case Kind::LocalTime:
            return "LocalTime";
        case Kind::Time:
            return "Time";
        case Kind::LocalDateTime:
            return "LocalDateTime";
        case Kind::DateTime:
            return "DateTime";
        case Kind::Duration:
            return "Duration";
    }
    return "Unknown";
}

}  // namespace hearsay::graphs
