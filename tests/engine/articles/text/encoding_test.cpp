#include "engine/articles/text/encoding.hpp"

#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <string>

using namespace hearsay::engine;
using namespace std::string_literals;

namespace {

std::string encode(const std::string& utf8, const char* charset) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    std::string out(utf8.size() * 4 + 8, '\0');
    out.resize(static_cast<std::size_t>(
        text.extract(0, text.length(), out.data(), static_cast<std::uint32_t>(out.size()), charset)));
    return out;
}

const std::string russian =
    "Глава района Пётр Ложкин заявил во вторник, что мост через реку Тихую закрыт на ремонт. Жители "
    "соседнего посёлка "
    "утверждают, что о закрытии их никто не предупреждал. «Мы узнали об этом утром», — сказала учительница "
    "Анна Белкина.";
const std::string french =
    "Le maire a déclaré que l’école du village resterait fermée jusqu’à l’été. « Nous n’avons pas été "
    "prévenus », a "
    "répondu une mère d’élève, très fâchée, après la réunion à la préfecture.";

}  // namespace

TEST_CASE("UTF-8 stays as it is and needs no note") {
    const auto decoded = decode(russian, false);
    REQUIRE(decoded);
    CHECK(decoded->text == russian);
    CHECK(decoded->note.empty());
}

TEST_CASE("byte order marks name the encoding and are removed") {
    for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        INFO(charset);
        const auto decoded = decode(encode("\xEF\xBB\xBF" + french, charset), false);
        REQUIRE(decoded);
        CHECK(decoded->text == french);
        CHECK(decoded->note == "read as "s + charset);
    }
    const auto plain = decode("\xEF\xBB\xBF" + french, false);
    REQUIRE(plain);
    CHECK(plain->text == french);
    CHECK(plain->note.empty());
}

TEST_CASE("UTF-16 without a mark is recognised") {
    const auto decoded =
        decode(encode("A plain report about a bridge that is closed for repair.", "UTF-16LE"), false);
    REQUIRE(decoded);
    CHECK(decoded->text == "A plain report about a bridge that is closed for repair.");
}

TEST_CASE("code pages are detected") {
    for (const char* charset : {"windows-1251", "KOI8-R"}) {
        INFO(charset);
        const auto decoded = decode(encode(russian, charset), false);
        REQUIRE(decoded);
        CHECK(decoded->note == "read as "s + charset);
        // An em dash is not in KOI8-R; all else comes back.
        CHECK(decoded->text.substr(0, 60) == russian.substr(0, 60));
    }
    const auto western = decode(encode(french, "windows-1252"), false);
    REQUIRE(western);
    CHECK(western->text == french);
    CHECK(western->note == "read as windows-1252");
}

TEST_CASE("markup may name its encoding") {
    const std::string page = "<html><head><meta charset=\"koi8-r\"></head><body>да</body></html>";
    const auto decoded = decode(encode(page, "KOI8-R"), true);
    REQUIRE(decoded);
    CHECK(decoded->text == page);
    CHECK(decoded->note == "read as koi8-r");

    const std::string xml = "<?xml version='1.0' encoding='ISO-8859-1'?><p>“étés”</p>";
    const auto latin = decode(encode(xml, "windows-1252"), true);  // pages that say Latin-1 mean windows-1252
    REQUIRE(latin);
    CHECK(latin->text == xml);
}

TEST_CASE("a wrong declaration does not harm UTF-8") {
    const std::string page =
        "<html><head><meta charset='windows-1251'></head><body>" + russian + "</body></html>";
    const auto decoded = decode(page, true);
    REQUIRE(decoded);
    CHECK(decoded->text == page);
}

TEST_CASE("broken UTF-8 is mended and said so") {
    const auto decoded = decode(french + french + "\xC3 ends badly", false);
    REQUIRE(decoded);
    CHECK(is_utf8(decoded->text));
    CHECK_FALSE(decoded->note.empty());
}

TEST_CASE("one wrong byte makes no other encoding of UTF-8") {
    const std::string quoted = "“We won’t go,” said José Núñez. ";
    for (const std::string& wrong : {"\xFF"s, "\xC3"s, "\xE2\x80"s, "\x80"s, "\xED\xA0\x80"s}) {
        for (const std::string& bytes :
             {quoted + wrong + " " + quoted, wrong + " " + quoted, quoted + wrong, quoted + wrong + "ab"}) {
            for (const std::string& page : {bytes, "<meta charset=\"windows-1252\">" + bytes}) {
                const auto decoded = decode(page, true);
                REQUIRE(decoded);
                CHECK(is_utf8(decoded->text));
                CHECK(decoded->text.find(quoted) != std::string::npos);
                CHECK(decoded->text.find("\uFFFD") != std::string::npos);
                CHECK(decoded->note.rfind("read as UTF-8; ", 0) == 0);
            }
        }
    }
}

TEST_CASE("other encodings stay what they are, whatever they would be as UTF-8") {
    for (const char* charset : {"windows-1252", "windows-1250", "ISO-8859-2"}) {
        const auto decoded =
            decode(encode("Łódź, José, café, Núñez, señor, “no”, Zürich, Malmö.", charset), false);
        REQUIRE(decoded);
        CHECK(decoded->note.find("UTF-8") == std::string::npos);
    }
    for (const char* charset : {"windows-1251", "KOI8-R", "IBM866"}) {
        const auto decoded = decode(encode(russian, charset), false);
        REQUIRE(decoded);
        CHECK(decoded->note.find("UTF-8") == std::string::npos);
    }
}

TEST_CASE("what a page says of itself counts only where it could be read so") {
    for (const char* charset : {"utf-16", "UTF-16LE", "utf-16be", "utf-32", "ibm-37"}) {
        const std::string head = "<html><head><meta charset=\"" + std::string(charset) + "\"></head><body>";
        for (const char* body : {"It fell.", "“Fell”, said Núñez."}) {
            const auto decoded = decode(head + body, true);
            REQUIRE(decoded);
            CHECK(decoded->text == head + body);
            CHECK(decoded->note.empty());
        }
        const auto latin = decode(head + encode("José Núñez, café, señor, año", "windows-1252"), true);
        REQUIRE(latin);
        CHECK(latin->text == head + "José Núñez, café, señor, año");
    }
    const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>It fell.</p>";
    REQUIRE(decode(xml, true));
    CHECK(decode(xml, true)->text == xml);
}

TEST_CASE("what is no text is named") {
    CHECK(decode("\x89PNG\r\n\x1A\n"s + "\0\0\0\rIHDR"s, false).error().reason == "is a PNG image, not text");
    CHECK(decode("%PDF-1.7\n...", false).error().reason == "is a PDF document, not text");
    CHECK(decode("PK\x03\x04...", false).error().reason ==
          "is a ZIP archive or an office document, not text");
    CHECK(decode("some words\0and a NUL"s, false).error().reason == "is binary data (NUL bytes), not text");
    CHECK(decode("\x01\x02\x03\x04\x05\x06\x07 words", false).error().reason ==
          "is binary data (control characters), not text");
}

TEST_CASE("is_utf8 knows what UTF-8 is not") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("plain"));
    CHECK(is_utf8("\xF0\x9F\x98\x80"));
    CHECK_FALSE(is_utf8("\xC0\xAF"));          // longer than needed
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // half a surrogate pair
    CHECK_FALSE(is_utf8("cut off \xE2\x82"));  // the end of a character is missing
    CHECK_FALSE(is_utf8("\xF5\x80\x80\x80"));  // beyond U+10FFFF
}
