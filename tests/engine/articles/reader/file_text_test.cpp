#include "engine/articles/reader/file_text.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "engine/articles/text/encoding.hpp"

using hearsay::engine::file_text;

TEST_CASE("a file's name is valid text, and no two names have one") {
    CHECK(file_text("notes/report.txt") == "notes/report.txt");
    CHECK(file_text("Zürich 東京.txt") == "Zürich 東京.txt");
    CHECK(file_text("caf\xe9.txt") == "caf\\xe9.txt");
    CHECK(file_text("caf\\xe9.txt") == "caf\\x5cxe9.txt");
    CHECK(file_text("\xff\xc3") == "\\xff\\xc3");
    CHECK(file_text("a\\b\\xg1\\x4") == "a\\b\\xg1\\x4");
    std::set<std::string> texts;
    const std::vector<std::string> parts = {"\\", "x",    "5",        "c",     "e",
                                            "9",  "\xe9", "\xc3\xa9", "\\x5c", "\\xe9"};
    std::set<std::string> names;
    for (const auto& a : parts)
        for (const auto& b : parts)
            for (const auto& c : parts)
                for (const auto& d : parts) names.insert(a + b + c + d);
    for (const std::string& name : names) {
        texts.insert(file_text(name));
        CHECK(hearsay::engine::is_utf8(file_text(name)));
    }
    CHECK(texts.size() == names.size());
}
