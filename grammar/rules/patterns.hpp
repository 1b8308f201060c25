// Patterns: p = (a:Label {key: 1})-[r:TYPE*1..3]->(b), ...
#pragma once

#include "grammar/rules/expressions.hpp"

namespace hearsay::grammar::rules {

// The standard's arrows and dashes, which word processors put in place of the plain ones.
struct LeftArrowHead : seq<sor<one<'<'>, seq<NotAscii, utf8::one<0x27e8, 0x3008, 0xfe64, 0xff1c>>>, SP> {};
struct RightArrowHead : seq<sor<one<'>'>, seq<NotAscii, utf8::one<0x27e9, 0x3009, 0xfe65, 0xff1e>>>, SP> {};
struct Dash : seq<sor<one<'-'>, seq<NotAscii, utf8::one<0xad, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015,
                                                        0x2212, 0xfe58, 0xfe63, 0xff0d>>>,
                  SP> {};

struct LabelName : SchemaName {};
struct NodeLabel : seq<symbol<':'>, LabelName> {};
struct NodeLabels : plus<NodeLabel> {};
struct Properties : sor<MapLiteral, Parameter> {};

struct NodePattern : seq<symbol<'('>, opt<Variable>, opt<NodeLabels>, opt<Properties>, symbol<')'>> {};

struct RelTypeName : SchemaName {};
struct RelationshipTypes : seq<symbol<':'>, RelTypeName, star<symbol<'|'>, opt<symbol<':'>>, RelTypeName>> {};
struct RangeFrom : IntegerLiteral {};
struct RangeTo : IntegerLiteral {};
struct RangeLiteral : seq<symbol<'*'>, opt<RangeFrom>, opt<RangeDots, opt<RangeTo>>> {};
struct RelationshipDetailEnd : symbol<']'> {};
struct RelationshipDetail : seq<symbol<'['>, opt<Variable>, opt<RelationshipTypes>, opt<RangeLiteral>,
                                opt<Properties>, RelationshipDetailEnd> {};
struct RelationshipPattern
    : seq<opt<LeftArrowHead>, Dash, opt<RelationshipDetail>, Dash, opt<RightArrowHead>> {};

struct PatternElementChain : seq<RelationshipPattern, NodePattern> {};
struct RelationshipsPattern : seq<NodePattern, plus<PatternElementChain>> {};
struct PatternElement : sor<seq<at<symbol<'('>, one<'('>>, symbol<'('>, PatternElement, symbol<')'>>,
                            seq<NodePattern, star<PatternElementChain>>> {};

struct ShortestSelector : kw::SHORTESTPATH {};
struct AllShortestSelector : kw::ALLSHORTESTPATHS {};
struct ShortestPathPattern
    : seq<sor<ShortestSelector, AllShortestSelector>, symbol<'('>, PatternElement, symbol<')'>> {};

struct PatternPart : seq<opt<Variable, symbol<'='>>, sor<ShortestPathPattern, PatternElement>> {};
struct Pattern : list<PatternPart, symbol<','>> {};

}  // namespace hearsay::grammar::rules
