// How a family of functions writes its entries in the table.
#pragma once

#include <string>
#include <utility>

#include "engine/query/functions/function.hpp"

namespace hearsay::engine::builtins {

// The signature, "f(a :: T, b = default :: U, c... :: V) :: W", says the name and the numbers of arguments
// too.
inline Function scalar(std::string signature, std::string summary, RowFunction row,
                       Nulls nulls = Nulls::GiveNull) {
    Function function;
    function.signature.signature = std::move(signature);
    function.signature.summary = std::move(summary);
    function.row = row;
    function.nulls = nulls;
    return function;
}
// For functions that keep something between rows.
inline Function made(std::string signature, std::string summary, MakeFunction make) {
    Function function = scalar(std::move(signature), std::move(summary), nullptr);
    function.make = make;
    return function;
}
inline Function varying(Function function) {
    function.varies = true;
    return function;
}
inline Function by_column(Function function, ColumnFunction column) {
    function.column = column;
    return function;
}
inline Function extension(Function function) {
    function.signature.extension = true;
    return function;
}

}  // namespace hearsay::engine::builtins
