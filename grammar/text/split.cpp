#include "grammar/text/split.hpp"

#include "grammar/text/scan.hpp"

namespace hearsay::grammar {

std::vector<Piece> split(std::string_view text) {
    std::vector<Piece> pieces;
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // byte order mark
    if (text.substr(at).starts_with("#!")) at = std::min(text.find('\n', at), text.size());

    bool inside = false;  // a statement
    std::size_t begin = 0;
    std::size_t end = 0;  // of its last token so far
    while (at < text.size()) {
        const RawToken token = raw_token(text, at);
        at = token.end;
        const bool space = token.kind == RawToken::Kind::Space;
        if (space || (token.kind == RawToken::Kind::Comment && token.closed)) continue;
        if (!inside) {
            if (text[token.begin] == ':') {
                at = std::min(text.find_first_of("\r\n", token.begin), text.size());
                std::size_t last = at;
                while (text[last - 1] == ' ' || text[last - 1] == '\t') --last;
                pieces.push_back({Piece::Kind::Command, {token.begin, last}});
                continue;
            }
            if (text[token.begin] == ';') continue;  // ends nothing
            inside = true;
            begin = token.begin;
        }
        end = token.end;
        if (text[token.begin] == ';') {
            pieces.push_back({Piece::Kind::Statement, {begin, end}});
            inside = false;
        }
    }
    if (inside) pieces.push_back({Piece::Kind::Unfinished, {begin, end}});
    return pieces;
}

}  // namespace hearsay::grammar
