// The scenarios of the openCypher kit, as ../shared/tck/README.md describes their file.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/tck/side_effects.hpp"

namespace hearsay::tck {

using Cells = std::vector<std::vector<std::string>>;  // rows in the kit's notation

struct Expectation {
    enum class Kind { Rows, OrderedRows, Empty, Error };
    Kind kind = Kind::Rows;
    std::vector<std::string> columns;
    Cells rows;
    bool list_order_ignored = false;
    std::string error_type, phase, detail;  // "*": any
};

struct KitProcedure {
    std::string signature;  // "name(argument :: TYPE?) :: (result :: TYPE?)"
    std::vector<std::string> columns;
    Cells rows;  // arguments, then results
};

struct Control {
    std::string query;
    Expectation expect;
};

struct Scenario {
    std::string id, folder;
    std::vector<std::string> setup;
    std::vector<KitProcedure> procedures;
    std::map<std::string, std::string> parameters;
    std::string query;
    Expectation expect;
    std::optional<SideEffects> side_effects;  // nothing: not said
    std::vector<Control> controls;
};

// One a line. Throws std::runtime_error, which names file and line, if the file cannot be read or a line is
// not in the form.
std::vector<Scenario> read_scenarios(const std::filesystem::path& file);

}  // namespace hearsay::tck
