// CREATE INDEX, DROP INDEX, SHOW INDEXES: an extension, with Neo4j's words.
#pragma once

#include "grammar/rules/clauses.hpp"

namespace hearsay::grammar::rules {

struct RangeIndex : kw::RANGE {};
struct TextIndex : kw::TEXT {};
struct IndexName : SymbolicName {};
struct IfNotExists : seq<kw::IF, kw::NOT, kw::EXISTS> {};
struct IfExists : seq<kw::IF, kw::EXISTS> {};

struct IndexedNode : seq<symbol<'('>, Variable, symbol<':'>, LabelName, symbol<')'>> {};
struct IndexedProperty : seq<symbol<'('>, Variable, symbol<'.'>, PropertyKeyName, symbol<')'>> {};

// What names an index may be called is left to a look ahead, so that CREATE (n) and CREATE index = (n) are
// not taken for these.
struct CreateIndexWords : seq<kw::CREATE, opt<sor<RangeIndex, TextIndex>>, kw::INDEX> {};
struct NoIndexName : sor<seq<kw::FOR, symbol<'('>>, seq<kw::IF, kw::NOT>> {};
struct CreateIndex
    : seq<at<CreateIndexWords, not_at<one<'='>>>, CreateIndexWords, opt<not_at<NoIndexName>, IndexName>,
          opt<IfNotExists>, kw::FOR, IndexedNode, kw::ON, IndexedProperty> {};

struct DropIndex : seq<kw::DROP, kw::INDEX, IndexName, opt<IfExists>> {};
struct ShowIndexes : seq<kw::SHOW, opt<sor<RangeIndex, TextIndex, All>>, sor<kw::INDEXES, kw::INDEX>> {};

struct IndexCommand : sor<CreateIndex, DropIndex, ShowIndexes> {};

}  // namespace hearsay::grammar::rules
