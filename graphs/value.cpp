#include "graphs/value.hpp"

#include <string>

#include "graphs/error.hpp"

namespace hearsay::graphs {

template <class T>
struct Value::Box : Value::Shared {
    explicit Box(T given) : content(std::move(given)) {}
    const T content;
};

Value::Value(std::string s) : kind_(Kind::String) {
    shared_ = new Box<std::string>(std::move(s));
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

const std::string& Value::string() const {
    require(Kind::String);
    return static_cast<const Box<std::string>*>(shared_)->content;
}
const List& Value::list() const {
    require(Kind::List);
    return static_cast<const Box<List>*>(shared_)->content;
}
const Map& Value::map() const {
    require(Kind::Map);
    return static_cast<const Box<Map>*>(shared_)->content;
}
const Path& Value::path() const {
    require(Kind::Path);
    return static_cast<const Box<Path>*>(shared_)->content;
}

void Value::release() noexcept {
    // The last owner must see all that the others did before they let go: hence acquire and release.
    if (shared_->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    switch (kind_) {
        case Kind::String:
            delete static_cast<Box<std::string>*>(shared_);
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
        default:
            break;
    }
}

void Value::wrong_kind(Kind wanted, Kind found) {
    const std::string what = "a value of kind " + std::string(kind_name(wanted)) + " is wanted, this is " +
                             std::string(kind_name(found));
    broken(what.c_str(), __FILE__, __LINE__);
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
    }
    return "Unknown";
}

}  // namespace hearsay::graphs
