// Numbers, strings, truth values, null; lists and maps.
#pragma once

#include "grammar/rules/keywords.hpp"

namespace hearsay::grammar::rules {

struct Expression;

// --- numbers
// -------------------------------------------------------------------------------------------------
struct HexDigits : plus<xdigit> {};
struct OctDigits : plus<range<'0', '7'>> {};
struct ExponentDigits : plus<digit> {};
struct HexInteger : seq<one<'0'>, one<'x', 'X'>, HexDigits> {};
struct OctalInteger : seq<one<'0'>, one<'o', 'O'>, OctDigits> {};
// 017 was octal once and is decimal elsewhere: nobody should have to guess.
struct DecimalInteger : sor<seq<one<'0'>, not_at<digit>>, seq<range<'1', '9'>, star<digit>>> {};
struct NumberEnd : WordEnd {};

struct IntegerLiteral : seq<at<digit>, sor<HexInteger, OctalInteger, DecimalInteger>, NumberEnd, SP> {};

struct Exponent : seq<one<'e', 'E'>, opt<one<'+', '-'>>, ExponentDigits> {};
struct RegularDecimalReal : seq<star<digit>, one<'.'>, plus<digit>> {};
struct DoubleLiteral
    : seq<sor<seq<RegularDecimalReal, opt<Exponent>>, seq<plus<digit>, Exponent>>, NumberEnd, SP> {};

struct NumberLiteral : seq<at<sor<digit, one<'.'>>>, sor<DoubleLiteral, IntegerLiteral>> {};

// --- strings
// -------------------------------------------------------------------------------------------------
struct EscapedCode : one<'\\', '\'', '"', 'b', 'B', 'f', 'F', 'n', 'N', 'r', 'R', 't', 'T'> {};
struct UnicodeDigits4 : rep<4, xdigit> {};
struct UnicodeDigits8 : rep<8, xdigit> {};
struct EscapeCode : sor<EscapedCode, seq<one<'u'>, UnicodeDigits4>, seq<one<'U'>, UnicodeDigits8>> {};
struct EscapedChar : seq<one<'\\'>, EscapeCode> {};
struct StringEndSingle : one<'\''> {};
struct StringEndDouble : one<'"'> {};
struct StringLiteral
    : seq<sor<seq<one<'\''>, star<sor<plus<not_one<'\'', '\\'>>, EscapedChar>>, StringEndSingle>,
              seq<one<'"'>, star<sor<plus<not_one<'"', '\\'>>, EscapedChar>>, StringEndDouble>>,
          SP> {};

// --- the others
// ----------------------------------------------------------------------------------------------
struct TrueLiteral : kw::TRUE_ {};
struct FalseLiteral : kw::FALSE_ {};
struct NullLiteral : kw::NULL_ {};

struct ListLiteral : seq<symbol<'['>, opt<list<Expression, symbol<','>>>, symbol<']'>> {};

struct PropertyKeyName : SchemaName {};
struct MapEntry : seq<PropertyKeyName, symbol<':'>, Expression> {};
struct MapLiteral : seq<symbol<'{'>, opt<list<MapEntry, symbol<','>>>, symbol<'}'>> {};

struct ParameterName : seq<sor<EscapedSymbolicName, UnescapedSymbolicName, plus<digit>>, SP> {};
struct Parameter : seq<one<'$'>, ParameterName> {};

}  // namespace hearsay::grammar::rules
