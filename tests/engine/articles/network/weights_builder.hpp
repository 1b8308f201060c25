// Writes weights files for tests: byte by byte as FORMAT.md says, without the code under test.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hearsay::tests {

struct TestTensor {
    std::string name;
    std::uint32_t type = 3, dimensions = 1;
    std::uint64_t rows = 0, columns = 1;
    std::string bytes;
};

class WeightsBuilder {
  public:
    std::uint32_t version = 1;
    std::vector<TestTensor> tensors;

    void signed_bytes(const std::string& name, std::size_t rows, std::size_t columns,
                      int most);  // random within +-most
    void floats(const std::string& name, std::size_t rows, std::size_t columns, float least, float most);
    void integer(const std::string& name, std::int32_t value);
    void unsigned_bytes(const std::string& name, const std::string& bytes);
    TestTensor& at(const std::string& name);

    std::string file() const;  // its bytes, with the right checksum

  private:
    std::uint32_t random();
    std::uint32_t state_ = 12345;
};

// A network with `layers` layers of two heads that knows a few words; its other weights are random.
WeightsBuilder small_network(std::size_t layers = 2);

// Sets the checksum right after a change to a file's bytes.
void mend_checksum(std::string& file);

// A file of these bytes, deleted with the object.
class TestFile {
  public:
    explicit TestFile(const std::string& bytes);
    ~TestFile();
    TestFile(const TestFile&) = delete;
    TestFile& operator=(const TestFile&) = delete;
    std::filesystem::path path;
};

}  // namespace hearsay::tests
