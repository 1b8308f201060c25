// The functions of openCypher, and others that fit any graph, in one list: what each is called, takes, gives
// and does. The documentation, the completion of the prompt and the checks read it.
#include "engine/query/functions/entry.hpp"
#include "engine/query/functions/families.hpp"
#include "engine/query/functions/temporal/functions.hpp"

namespace hearsay::engine::builtins {
namespace {

Function aggregate(std::string signature, std::string summary) {
    Function function = scalar(std::move(signature), std::move(summary), nullptr);
    function.signature.aggregate = true;
    return function;
}

std::vector<Function> make_table() {
    std::vector<Function> table{
        // strings
        scalar("left(text :: STRING, length :: INTEGER) :: STRING", "The first characters of a text.", left),
        scalar("right(text :: STRING, length :: INTEGER) :: STRING", "The last characters of a text.", right),
        scalar("substring(text :: STRING, start :: INTEGER, length = rest :: INTEGER) :: STRING",
               "The characters from a place on; the first is at 0.", substring),
        scalar("trim(text :: STRING) :: STRING", "A text without white space at its ends.", trim),
        scalar("lTrim(text :: STRING) :: STRING", "A text without white space at its beginning.", left_trim),
        scalar("rTrim(text :: STRING) :: STRING", "A text without white space at its end.", right_trim),
        scalar("replace(text :: STRING, search :: STRING, replacement :: STRING) :: STRING",
               "A text with every `search` replaced.", replace),
        scalar("split(text :: STRING, separator :: STRING) :: LIST<STRING>",
               "The parts of a text between separators.", split),
        scalar("toUpper(text :: STRING) :: STRING", "A text in upper case.", to_upper),
        scalar("toLower(text :: STRING) :: STRING", "A text in lower case.", to_lower),
        scalar("reverse(thing :: STRING | LIST) :: STRING | LIST",
               "The characters or elements from last to first.", reverse),
        // numbers
        scalar("abs(number :: NUMBER) :: NUMBER", "A number without its sign.", absolute),
        scalar("ceil(number :: NUMBER) :: FLOAT", "The smallest whole number that is not less.", ceiling),
        scalar("floor(number :: NUMBER) :: FLOAT", "The greatest whole number that is not more.", floor_of),
        scalar("round(number :: NUMBER, places = none :: INTEGER) :: FLOAT",
               "The nearest whole number; halves go up. With places, the nearest number with so many decimal "
               "places; halves go away from zero.",
               rounded),
        extension(scalar("isNaN(number :: NUMBER) :: BOOLEAN",
                         "Whether a number is NaN, which 0.0 / 0.0 gives.", is_not_a_number)),
        scalar("sign(number :: NUMBER) :: INTEGER", "-1, 0 or 1.", sign),
        varying(scalar("rand() :: FLOAT", "A random number from 0 up to, but without, 1.", random)),
        scalar("e() :: FLOAT", "The base of the natural logarithm.", euler),
        scalar("pi() :: FLOAT", "The circle's circumference by its diameter.", pi),
        scalar("exp(number :: NUMBER) :: FLOAT", "e to the power of a number.", exponential),
        scalar("log(number :: NUMBER) :: FLOAT", "The natural logarithm.", natural_logarithm),
        scalar("log10(number :: NUMBER) :: FLOAT", "The logarithm to the base 10.", decimal_logarithm),
        scalar("sqrt(number :: NUMBER) :: FLOAT", "The square root.", square_root),
        scalar("sin(angle :: NUMBER) :: FLOAT", "The sine of an angle in radians.", sine),
        scalar("cos(angle :: NUMBER) :: FLOAT", "The cosine of an angle in radians.", cosine),
        scalar("tan(angle :: NUMBER) :: FLOAT", "The tangent of an angle in radians.", tangent),
        scalar("cot(angle :: NUMBER) :: FLOAT", "The cotangent of an angle in radians.", cotangent),
        scalar("asin(number :: NUMBER) :: FLOAT", "The angle in radians that has this sine.", arc_sine),
        scalar("acos(number :: NUMBER) :: FLOAT", "The angle in radians that has this cosine.", arc_cosine),
        scalar("atan(number :: NUMBER) :: FLOAT", "The angle in radians that has this tangent.", arc_tangent),
        scalar("atan2(y :: NUMBER, x :: NUMBER) :: FLOAT", "The angle in radians of the point (x, y).",
               arc_tangent_2),
        scalar("degrees(angle :: NUMBER) :: FLOAT", "Radians as degrees.", to_degrees),
        scalar("radians(angle :: NUMBER) :: FLOAT", "Degrees as radians.", to_radians),
        scalar("haversin(angle :: NUMBER) :: FLOAT", "Half the versine of an angle in radians.", haversine),
        // lists
        scalar("head(list :: LIST) :: ANY", "The first element; null of an empty list.", head),
        scalar("last(list :: LIST) :: ANY", "The last element; null of an empty list.", last),
        scalar("tail(list :: LIST) :: LIST", "All elements but the first.", tail),
        scalar("range(first :: INTEGER, last :: INTEGER, step = 1 :: INTEGER) :: LIST<INTEGER>",
               "The integers from first to last, both included.", range),
        by_column(
            scalar("size(thing :: LIST | STRING) :: INTEGER", "The number of elements or characters.", size),
            sizes),
        extension(scalar("isEmpty(thing :: LIST | MAP | STRING) :: BOOLEAN",
                         "Whether there is nothing in it.", is_empty)),
        // nodes, relationships, paths
        by_column(scalar("id(thing :: NODE | RELATIONSHIP) :: INTEGER",
                         "The number of a node or relationship in this graph.", id),
                  ids),
        made("type(relationship :: RELATIONSHIP) :: STRING", "The type of a relationship.", make_type),
        extension(scalar("elementId(thing :: NODE | RELATIONSHIP) :: STRING",
                         "The id of a node or relationship, as text.", element_id)),
        by_column(scalar("labels(node :: NODE) :: LIST<STRING>", "The labels of a node.", labels),
                  label_lists),
        scalar("properties(thing :: NODE | RELATIONSHIP | MAP) :: MAP", "All properties.", properties),
        scalar("keys(thing :: NODE | RELATIONSHIP | MAP) :: LIST<STRING>", "The names of the properties.",
               keys),
        by_column(scalar("startNode(relationship :: RELATIONSHIP) :: NODE",
                         "The node where a relationship begins.", start_node),
                  start_nodes),
        by_column(scalar("endNode(relationship :: RELATIONSHIP) :: NODE",
                         "The node where a relationship ends.", end_node),
                  end_nodes),
        scalar("nodes(path :: PATH) :: LIST<NODE>", "The nodes of a path, in order.", nodes),
        scalar("relationships(path :: PATH) :: LIST<RELATIONSHIP>", "The relationships of a path, in order.",
               relationships),
        scalar("length(path :: PATH) :: INTEGER", "The number of relationships of a path.", length),
        scalar("exists(thing :: ANY) :: BOOLEAN", "Whether a property is set, or a pattern matches.",
               nullptr),
        scalar("coalesce(first :: ANY, others... = nothing :: ANY) :: ANY", "The first that is not null.",
               nullptr),
        extension(scalar("nullIf(thing :: ANY, other :: ANY) :: ANY",
                         "null if both are equal, else the thing.", null_if, Nulls::Passed)),
        // conversions
        scalar("toString(thing :: ANY) :: STRING", "A Boolean, number or temporal value as text.", to_text),
        scalar("toInteger(thing :: ANY) :: INTEGER",
               "A number without its fraction; null if a text says no number.", to_integer),
        scalar("toFloat(thing :: ANY) :: FLOAT", "A number; null if a text says no number.", to_float),
        scalar("toBoolean(thing :: ANY) :: BOOLEAN", "true or false; null if a text says neither.",
               to_boolean),
        extension(scalar("toStringOrNull(thing :: ANY) :: STRING", "toString, or null where that fails.",
                         to_text_or_null)),
        extension(scalar("toIntegerOrNull(thing :: ANY) :: INTEGER", "toInteger, or null where that fails.",
                         to_integer_or_null)),
        extension(scalar("toFloatOrNull(thing :: ANY) :: FLOAT", "toFloat, or null where that fails.",
                         to_float_or_null)),
        extension(scalar("toBooleanOrNull(thing :: ANY) :: BOOLEAN", "toBoolean, or null where that fails.",
                         to_boolean_or_null)),
        // words and names
        // aggregates
        aggregate("count(thing :: ANY) :: INTEGER",
                  "The number of rows where a thing is not null; count(*): of all rows."),
        aggregate("sum(number :: NUMBER) :: NUMBER", "The sum; 0 of nothing."),
        aggregate("avg(number :: NUMBER) :: FLOAT", "The mean; null of nothing."),
        aggregate("min(thing :: ANY) :: ANY", "The least; null of nothing."),
        aggregate("max(thing :: ANY) :: ANY", "The greatest; null of nothing."),
        aggregate("collect(thing :: ANY) :: LIST", "All that are not null, as a list."),
        aggregate("stDev(number :: NUMBER) :: FLOAT", "The standard deviation of a sample."),
        aggregate("stDevP(number :: NUMBER) :: FLOAT", "The standard deviation of a whole population."),
        aggregate("percentileCont(number :: NUMBER, percentile :: FLOAT) :: FLOAT",
                  "The percentile (0 to 1), interpolated between the two nearest."),
        aggregate("percentileDisc(number :: NUMBER, percentile :: FLOAT) :: NUMBER",
                  "The nearest number that is not below the percentile (0 to 1)."),
    };
    for (const auto& family : {temporal::instant_functions(), temporal::duration_functions()})
        table.insert(table.end(), family.begin(), family.end());
    return table;
}

}  // namespace

const Functions& Functions::standard() {
    static const Functions functions(make_table());
    return functions;
}

}  // namespace hearsay::engine::builtins
