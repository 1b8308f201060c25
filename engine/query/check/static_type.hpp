// Types as far as the text of a query tells them.
#pragma once

#include <string>
#include <string_view>

namespace hearsay::engine {

// A type as far as it is known before running. Any: not known.
struct StaticType {
    enum Kind {
        Any,
        Null,
        Boolean,
        Integer,
        Float,
        Number,
        String,
        Date,
        LocalTime,
        Time,
        LocalDateTime,
        DateTime,
        Duration,
        List,
        Map,
        Node,
        Relationship,
        Path
    };
    Kind kind = Any;
    Kind element = Any;  // of a List

    StaticType() = default;
    StaticType(Kind k, Kind e = Any) : kind(k), element(e) {}
    bool unknown() const { return kind == Any || kind == Null; }
    bool number() const { return kind == Integer || kind == Float || kind == Number; }
};
// As messages say it: "a Node", "a List".
std::string type_text(StaticType type);
// As signatures write it: "LIST<NODE>", "STRING?". A type that is not known here is Any.
StaticType type_called(std::string_view text);
// Could a value of the one type be of the other? Any number may stand for any number.
bool fits(StaticType given, StaticType wanted);

}  // namespace hearsay::engine
