// The whole: [EXPLAIN | PROFILE] query, short form or command about indexes [;]
#pragma once

#include "grammar/rules/indexes.hpp"
#include "grammar/rules/short_forms.hpp"

namespace hearsay::grammar::rules {

struct Explain : kw::EXPLAIN {};
struct Profile : kw::PROFILE {};
struct StatementBody : sor<ShortForm, IndexCommand, RegularQuery> {};
struct Statement : seq<opt<sor<Explain, Profile>>, StatementBody> {};
struct EndOfText : eof {};
struct Text : seq<SP, Statement, opt<symbol<';'>>, EndOfText> {};

}  // namespace hearsay::grammar::rules
