// A value in the notation of the openCypher kit: what a scenario wants, and what came, seen the same way.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hearsay::tck {

struct KitValue;
using KitMap = std::map<std::string, KitValue>;

struct KitNode {  // (:A:B {k: 1})
    std::vector<std::string> labels;
    KitMap properties;
};
struct KitRelationship {  // [:T {k: 1}]
    std::string type;
    KitMap properties;
};
struct KitPath {  // <(:A)-[:T]->(:B)>
    std::vector<KitNode> nodes;
    std::vector<KitRelationship> relationships;  // one fewer than nodes
    std::vector<bool> forth;                     // of each relationship: from node i to i+1?
};

// The kit writes instants and durations as strings, and so does this.
struct KitValue {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<KitValue>, KitMap,
                 KitNode, KitRelationship, KitPath>
        is;  // monostate: null
};

// Throws std::runtime_error, which quotes the text, if it is not in the notation.
KitValue parse_kit_value(std::string_view text);

enum class ListOrder { Kept, Ignored };

// The value in the kit's notation: labels and keys sorted, and the elements of every list where their order
// is ignored. Two values are the same exactly where their texts are: 1 is not 1.0, NaN is NaN, -0.0 is not
// 0.0.
std::string text_of(const KitValue& value, ListOrder order = ListOrder::Kept);

}  // namespace hearsay::tck
