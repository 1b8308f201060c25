#include "tests/tck/failing_list.hpp"

#include <fstream>
#include <stdexcept>

namespace hearsay::tck {

std::map<std::string, std::string> read_failing_list(const std::filesystem::path& file) {
    std::ifstream input(file);
    if (!input) throw std::runtime_error(file.string() + ": cannot be read");
    std::map<std::string, std::string> reasons;
    std::size_t number = 0;
    for (std::string line; std::getline(input, line);) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t gap = line.find("  ");
        const auto fail = [&](const char* reason) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + reason);
        };
        if (gap == std::string::npos || gap + 2 == line.size())
            fail("an id, two spaces and a reason are needed");
        if (!reasons.emplace(line.substr(0, gap), line.substr(gap + 2)).second) fail("the id stands twice");
    }
    return reasons;
}

}  // namespace hearsay::tck
