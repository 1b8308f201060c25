#include "tests/tck/scenario.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace hearsay::tck {

namespace {

using nlohmann::json;

Expectation::Kind kind_of(const std::string& name) {
    if (name == "result") return Expectation::Kind::Rows;
    if (name == "result-ordered") return Expectation::Kind::OrderedRows;
    if (name == "empty") return Expectation::Kind::Empty;
    if (name == "error") return Expectation::Kind::Error;
    throw std::runtime_error("no kind of answer is called " + name);
}

Expectation expectation_of(const json& text) {
    Expectation expect;
    expect.kind = kind_of(text.at("kind"));
    if (expect.kind == Expectation::Kind::Error) {
        text.at("error_type").get_to(expect.error_type);
        text.at("phase").get_to(expect.phase);
        text.at("detail").get_to(expect.detail);
        return expect;
    }
    text.at("columns").get_to(expect.columns);
    text.at("rows").get_to(expect.rows);
    expect.list_order_ignored = text.value("list_order_ignored", false);
    return expect;
}

Scenario scenario_of(const json& text) {
    Scenario scenario;
    text.at("id").get_to(scenario.id);
    text.at("folder").get_to(scenario.folder);
    text.at("setup").get_to(scenario.setup);
    for (const auto& procedure : text.at("procedures"))
        scenario.procedures.push_back(
            {procedure.at("signature"), procedure.at("columns"), procedure.at("rows")});
    text.at("params").get_to(scenario.parameters);
    text.at("query").get_to(scenario.query);
    scenario.expect = expectation_of(text.at("expect"));
    if (!text.at("side_effects").is_null())
        scenario.side_effects = text.at("side_effects").get<SideEffects>();
    for (const auto& control : text.at("control"))
        scenario.controls.push_back({control.at("query"), expectation_of(control.at("expect"))});
    return scenario;
}

}  // namespace

std::vector<Scenario> read_scenarios(const std::filesystem::path& file) {
    std::ifstream input(file);
    if (!input) throw std::runtime_error(file.string() + ": cannot be read");
    std::vector<Scenario> scenarios;
    std::size_t number = 0;
    for (std::string line; std::getline(input, line);) {
        ++number;
        if (line.empty()) continue;
        try {
            scenarios.push_back(scenario_of(json::parse(line)));
        } catch (const std::exception& error) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + error.what());
        }
    }
    return scenarios;
}

}  // namespace hearsay::tck
