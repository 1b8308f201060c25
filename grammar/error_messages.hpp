// What was expected, in people's words: the rules that a reader knows by a name of their own. Keywords and
// symbols speak for themselves; a rule without words leaves it to its parts.
#pragma once

#include "grammar/rules/statement.hpp"

namespace hearsay::grammar {

template <class Rule>
inline constexpr const char* error_message = nullptr;
// openCypher's name for the error, where it is another than UnexpectedSyntax.
template <class Rule>
inline constexpr const char* error_detail = nullptr;

// clang-format off
namespace r = rules;

// --- the whole -----------------------------------------------------------------------------------------------
template <> inline constexpr const char* error_message<r::StatementBody> = "a clause such as MATCH, or a question such as WHO CLAIMS";
template <> inline constexpr const char* error_message<r::Statement> = "a clause such as MATCH, or a question such as WHO CLAIMS";
template <> inline constexpr const char* error_message<r::Clause> = "a clause such as MATCH or RETURN";
template <> inline constexpr const char* error_message<r::EndOfText> = "the end of the query";
template <> inline constexpr const char* error_message<r::symbol<';'>> = "the end of the query";
template <> inline constexpr const char* error_message<r::Words> = "words in quotes or a parameter such as `$words`";
template <> inline constexpr const char* error_message<r::StatementNumber> = "the number of a statement or a parameter such as `$id`";

// --- names ---------------------------------------------------------------------------------------------------
template <> inline constexpr const char* error_message<r::Variable> = "a variable";
template <> inline constexpr const char* error_message<r::LabelName> = "a label";
template <> inline constexpr const char* error_message<r::RelTypeName> = "a relationship type";
template <> inline constexpr const char* error_message<r::PropertyKeyName> = "a property key";
template <> inline constexpr const char* error_message<r::ProcedureName> = "the name of a procedure";
template <> inline constexpr const char* error_message<r::IndexName> = "the name of an index";
template <> inline constexpr const char* error_message<r::ParameterName> = "the name of a parameter";
template <> inline constexpr const char* error_message<r::BackQuoteEnd> = "a closing back-quote";

// --- patterns ------------------------------------------------------------------------------------------------
template <> inline constexpr const char* error_message<r::PatternPart> = "a pattern such as `(n:Label)`";
template <> inline constexpr const char* error_message<r::NodePattern> = "a node such as `(n:Label)`";
template <> inline constexpr const char* error_message<r::RelationshipPattern> = "a relationship such as `-[:TYPE]->`";
template <> inline constexpr const char* error_message<r::IndexedNode> = "the nodes, such as `(n:Label)`";
template <> inline constexpr const char* error_message<r::IndexedProperty> = "one property of theirs, such as `(n.key)`";
template <> inline constexpr const char* error_message<r::NodeLabels> = "`:` and a label";
template <> inline constexpr const char* error_message<r::Properties> = "properties in braces";
template <> inline constexpr const char* error_message<r::Dash> = "`-`";
template <> inline constexpr const char* error_message<r::RightArrowHead> = "`>`";
template <> inline constexpr const char* error_message<r::RangeFrom> = "a whole number";
template <> inline constexpr const char* error_message<r::RangeTo> = "a whole number";
template <> inline constexpr const char* error_message<r::RelationshipDetailEnd> = "`]`";
template <> inline constexpr const char* error_detail<r::RelationshipDetailEnd> = "InvalidRelationshipPattern";

// --- expressions ---------------------------------------------------------------------------------------------
template <> inline constexpr const char* error_message<r::Expression> = "an expression";
template <> inline constexpr const char* error_message<r::Atom> = "an expression";
template <> inline constexpr const char* error_message<r::NotExpression> = "an expression";
template <> inline constexpr const char* error_message<r::UnaryAddOrSubtractExpression> = "an expression";
template <> inline constexpr const char* error_message<r::ComparisonOperator> = "an operator";
template <> inline constexpr const char* error_message<r::PredicateTail> = "an operator";
template <> inline constexpr const char* error_message<r::AddOrSubtractOperator> = "an operator";
template <> inline constexpr const char* error_message<r::MultiplyDivideModuloOperator> = "an operator";
template <> inline constexpr const char* error_message<r::Power> = "an operator";
template <> inline constexpr const char* error_message<r::kw::AND> = "an operator";
template <> inline constexpr const char* error_message<r::kw::OR> = "an operator";
template <> inline constexpr const char* error_message<r::kw::XOR> = "an operator";
template <> inline constexpr const char* error_message<r::PropertyLookup> = "an operator";
template <> inline constexpr const char* error_message<r::MapProjectionItem> = "a property such as `.name`, `.*`, an entry such as `name: value`";
template <> inline constexpr const char* error_message<r::ListOperator> = "an operator";

// --- literals ------------------------------------------------------------------------------------------------
template <> inline constexpr const char* error_message<r::HexDigits> = "a hexadecimal digit";
template <> inline constexpr const char* error_detail<r::HexDigits> = "InvalidNumberLiteral";
template <> inline constexpr const char* error_message<r::OctDigits> = "an octal digit, 0 to 7,";
template <> inline constexpr const char* error_detail<r::OctDigits> = "InvalidNumberLiteral";
template <> inline constexpr const char* error_message<r::ExponentDigits> = "the digits of an exponent";
template <> inline constexpr const char* error_detail<r::ExponentDigits> = "InvalidNumberLiteral";
template <> inline constexpr const char* error_message<r::NumberEnd> = "the end of the number";
template <> inline constexpr const char* error_detail<r::NumberEnd> = "InvalidNumberLiteral";
template <> inline constexpr const char* error_message<r::EscapeCode> = "one of the escapes \\\\ \\' \\\" \\b \\f \\n \\r \\t \\uXXXX \\UXXXXXXXX";
template <> inline constexpr const char* error_message<r::UnicodeDigits4> = "four hexadecimal digits";
template <> inline constexpr const char* error_detail<r::UnicodeDigits4> = "InvalidUnicodeLiteral";
template <> inline constexpr const char* error_message<r::UnicodeDigits8> = "eight hexadecimal digits";
template <> inline constexpr const char* error_detail<r::UnicodeDigits8> = "InvalidUnicodeLiteral";
template <> inline constexpr const char* error_message<r::StringEndSingle> = "a closing quote";
template <> inline constexpr const char* error_message<r::StringEndDouble> = "a closing quote";
// clang-format on

}  // namespace hearsay::grammar
