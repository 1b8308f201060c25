#include "repl/commands/weights_file.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/graphs/scratch_folder.hpp"

using namespace hearsay::repl;
using Catch::Matchers::Contains;

TEST_CASE("an option counts before the environment, and both before the usual places") {
    const ScratchFolder folder;
    std::ofstream(folder / "share") << "x";
    std::ofstream(folder / "source") << "x";
    WeightsPlaces places{"from option", "from environment", {folder / "share", folder / "source"}};
    CHECK(find_weights(places)->file == "from option");
    CHECK_FALSE(find_weights(places)->from_environment);
    places.option.reset();
    CHECK(find_weights(places)->file == "from environment");
    CHECK(find_weights(places)->from_environment);
    places.environment.reset();
    CHECK(find_weights(places)->file == folder / "share");
    CHECK_FALSE(find_weights(places)->from_environment);
    std::filesystem::remove(folder / "share");
    CHECK(find_weights(places)->file == folder / "source");
}

TEST_CASE("a link to nothing is where the weights should be, not a place without them") {
    const ScratchFolder folder;
    std::filesystem::create_symlink("nowhere", folder / "share");
    std::ofstream(folder / "source") << "x";
    CHECK(find_weights({{}, {}, {folder / "share", folder / "source"}})->file == folder / "share");
}

TEST_CASE("weights that are nowhere are an error that says where they were looked for") {
    const ScratchFolder folder;
    const auto found = find_weights({{}, {}, {folder / "share", folder / "source"}});
    REQUIRE_FALSE(found);
    for (const std::string& part :
         {(folder / "share").string(), (folder / "source").string(), std::string("--weights"),
          std::string("HEARSAY_WEIGHTS"), std::string("engine/articles/network/weights/reading.weights")})
        CHECK_THAT(found.error().reason, Contains(part));
    const auto nameless = find_weights({"", {}, {}});
    REQUIRE_FALSE(nameless);
    CHECK(nameless.error().reason == "--weights needs a file's name");
}

TEST_CASE("the usual places are beside the installed program and in the source tree") {
    const WeightsPlaces places = weights_places("w");
    CHECK(places.option == "w");
    REQUIRE(places.usual.size() == 2);
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    CHECK(places.usual[0] == program.parent_path().parent_path() / "share/hearsay/reading.weights");
    CHECK(places.usual[1] ==
          std::filesystem::current_path() / "engine/articles/network/weights/reading.weights");
}
