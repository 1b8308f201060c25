// The whole: [EXPLAIN | PROFILE] query or short form [;]
#pragma once

#include "grammar/rules/short_forms.hpp"

namespace hearsay::grammar::rules {

struct Explain : kw::EXPLAIN {};
struct Profile : kw::PROFILE {};
struct StatementBody : sor<ShortForm, RegularQuery> {};
struct Statement : seq<opt<sor<Explain, Profile>>, StatementBody> {};
struct EndOfText : eof {};
struct Text : seq<SP, Statement, opt<symbol<';'>>, EndOfText> {};

}  // namespace hearsay::grammar::rules
