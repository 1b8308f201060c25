// The smallest parts: white space, comments, names, keywords and symbols.
#pragma once

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>
#include <tao/pegtl/contrib/icu/utf8.hpp>

#include "grammar/text/keywords.hpp"

namespace hearsay::grammar::rules {

using namespace tao::pegtl;

// --- white space
// ---------------------------------------------------------------------------------------------
struct NotAscii : at<not_range<'\0', '\x7f'>> {};
struct UnicodeWhitespace
    : seq<NotAscii, utf8::ranges<0xa0, 0xa0, 0x1680, 0x1680, 0x180e, 0x180e, 0x2000, 0x200a, 0x2028, 0x2029,
                                 0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff>> {};
struct Whitespace
    : sor<plus<one<' ', '\n', '\t', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x1f>>, UnicodeWhitespace> {};
struct LineComment : seq<two<'/'>, star<not_one<'\n', '\r'>>> {};
struct BlockComment : seq<string<'/', '*'>, until<string<'*', '/'>>> {};
struct Comment : seq<at<one<'/'>>, sor<LineComment, BlockComment>> {};

// Stands after every token, so that a rule begins at the first letter of what it matches.
struct SP : star<sor<Whitespace, Comment>> {};

// --- names
// ---------------------------------------------------------------------------------------------------
struct ConnectorPunctuation : utf8::icu::property_value<UCHAR_GENERAL_CATEGORY, U_CONNECTOR_PUNCTUATION> {};
struct IdentifierStart
    : sor<identifier_first, seq<NotAscii, sor<utf8::icu::id_start, ConnectorPunctuation>>> {};
struct IdentifierPart
    : sor<identifier_other, seq<NotAscii, sor<utf8::icu::id_continue, ConnectorPunctuation>>> {};
struct WordEnd : not_at<IdentifierPart> {};

// Reads ASCII letters and asks a table: fifty alternatives would be tried at every name.
struct ReservedLetters {
    using rule_t = ReservedLetters;
    using subs_t = empty_list;
    template <class Input>
    static bool match(Input& in) {
        std::size_t length = 0;
        const std::size_t size = in.size();
        while (length < size && ascii_letter(in.peek_char(length))) ++length;
        if (length == 0 || !is_reserved({in.current(), length})) return false;
        in.bump_in_this_line(length);
        return true;
    }
    static bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
};
struct ReservedWord : seq<ReservedLetters, WordEnd> {};

struct BackQuoteEnd : one<'`'> {};
struct EscapedSymbolicName : plus<seq<one<'`'>, star<not_one<'`'>>, BackQuoteEnd>> {};
struct UnescapedSymbolicName : seq<IdentifierStart, star<IdentifierPart>> {};
// A variable, a function: not a reserved word.
struct SymbolicName : seq<sor<EscapedSymbolicName, seq<not_at<ReservedWord>, UnescapedSymbolicName>>, SP> {};
// A label, a relationship type, a property key: may be a reserved word.
struct SchemaName : seq<sor<EscapedSymbolicName, UnescapedSymbolicName>, SP> {};

// --- keywords and symbols
// ------------------------------------------------------------------------------------
template <char... Letters>
struct word : seq<istring<Letters...>, WordEnd, SP> {
    static constexpr char text[] = {Letters..., '\0'};
};

template <char... Characters>
struct symbol : seq<string<Characters...>, SP> {
    static constexpr char text[] = {Characters..., '\0'};
};

}  // namespace hearsay::grammar::rules

// For the check that every loop goes forward.
template <class Name>
struct tao::pegtl::analyze_traits<Name, hearsay::grammar::rules::ReservedLetters> : analyze_any_traits<> {};
