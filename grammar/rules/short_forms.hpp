// Questions in plain words.
#pragma once

#include "grammar/rules/clauses.hpp"

namespace hearsay::grammar::rules {

struct Words : sor<StringLiteral, Parameter> {};
struct StatementNumber : sor<IntegerLiteral, Parameter> {};

struct WhoClaims : seq<kw::CLAIMS, Words> {};
struct WhoDenies : seq<kw::DENIES, Words> {};
struct Who : seq<kw::WHO, sor<WhoClaims, WhoDenies>> {};
struct Denies : kw::DENY {};
struct WhatDoesClaim : seq<kw::WHAT, kw::DOES, Words, sor<kw::CLAIM, Denies>, opt<kw::ABOUT, Words>> {};
struct ContestedAbout : seq<kw::CONTESTED, kw::ABOUT, Words> {};
struct TimelineOf : seq<kw::TIMELINE, kw::OF, Words> {};
struct PathFromTo : seq<kw::PATH, kw::FROM, Words, kw::TO, Words> {};
struct Trace : seq<kw::TRACE, StatementNumber> {};
struct ShortForm : sor<Who, WhatDoesClaim, ContestedAbout, TimelineOf, PathFromTo, Trace> {};

}  // namespace hearsay::grammar::rules
