// The learned reading: who says what, and names, by a transformer network from a weights file.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "engine/articles/text/annotator.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

class Network;  // network.hpp: the weights, mapped, and the arithmetic on them

// Adds Document::readings and Document::name_tags. Needs zones and quotations; reads titles, headings and
// running text. The same text gives the same layers on every machine and with any number of threads: products
// are in integers, and what is in floating point has one order of operations.
class NetworkAnnotator final : public Annotator {
  public:
    explicit NetworkAnnotator(std::shared_ptr<const Network> network) : network_(std::move(network)) {}
    std::string_view name() const override { return "network"; }
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const override;

  private:
    std::shared_ptr<const Network> network_;
};

// Maps the weights file. Error: it is not there, is no weights file, is damaged, or is of another version
// than this program reads; the message says which, and how to get the right one.
graphs::Result<std::shared_ptr<const Network>> open_network(const std::filesystem::path& file);

}  // namespace hearsay::engine
