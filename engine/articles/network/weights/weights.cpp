#include "engine/articles/network/weights/weights.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>

namespace hearsay::engine {
namespace {

static_assert(std::endian::native == std::endian::little, "the weights file is mapped as it stands");

constexpr std::string_view magic = "HSWEIGHT";
constexpr std::size_t header_bytes = 64;
constexpr std::size_t entry_bytes = 96;
constexpr std::size_t name_bytes = 56;
constexpr std::size_t alignment = 64;
constexpr std::size_t checked_from = 16;

template <class T>
T number_at(const std::byte* data, std::size_t offset) {
    T value;
    std::memcpy(&value, data + offset, sizeof value);
    return value;
}

std::size_t size_of(Weights::Type type) {
    return type == Weights::Type::SignedBytes || type == Weights::Type::UnsignedBytes ? 1 : 4;
}

}  // namespace

tl::unexpected<graphs::Error> Weights::fail(std::string reason) const {
    return graphs::fail(file_.string(),
                        reason +
                            "; the weights of the learned reading come with the project's repository as "
                            "engine/articles/network/weights/reading.weights "
                            "(engine/articles/network/training/train.sh makes them anew)");
}

graphs::Result<std::shared_ptr<const Weights>> Weights::open(const std::filesystem::path& file) {
    std::shared_ptr<Weights> weights(new Weights);
    weights->file_ = file;
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        if (errno == ENOENT) return weights->fail("there is no such file");
        return weights->fail(fmt::format("cannot be opened: {}", std::strerror(errno)));
    }
    struct stat status {};
    const bool known = ::fstat(handle, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        ::close(handle);
        return weights->fail("is not a file");
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* mapped = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle, 0) : nullptr;
    const int why = errno;
    ::close(handle);
    if (mapped == MAP_FAILED) return weights->fail(fmt::format("cannot be mapped: {}", std::strerror(why)));
    weights->data_ = static_cast<const std::byte*>(mapped);
    weights->size_ = size;
    if (auto checked = weights->check(); !checked) return tl::unexpected(checked.error());
    return std::shared_ptr<const Weights>(std::move(weights));
}

Weights::~Weights() {
    if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

graphs::Result<void> Weights::check() {
    if (size_ < magic.size() || std::memcmp(data_, magic.data(), magic.size()) != 0) {
        return fail("is not a weights file");
    }
    if (size_ < header_bytes) return fail("is cut off");
    if (const auto found = number_at<std::uint32_t>(data_, 8); found != version) {
        return fail(
            fmt::format("has version {} of the format, and this program reads version {}", found, version));
    }
    if (const auto said = number_at<std::uint64_t>(data_, 16); said != size_) {
        return fail(fmt::format("is damaged: it has {} bytes of {}", size_, said));
    }
    const auto sum = number_at<std::uint32_t>(data_, 12);
    if (libdeflate_crc32(0, data_ + checked_from, size_ - checked_from) != sum) {
        return fail("is damaged: its checksum is wrong");
    }
    // A right checksum does not make a right file: it may have been written wrongly.
    const std::size_t count = number_at<std::uint32_t>(data_, 24);
    if (count > (size_ - header_bytes) / entry_bytes) return fail("is damaged: its directory is cut off");
    for (std::size_t i = 0; i < count; ++i) {
        const std::byte* entry = data_ + header_bytes + i * entry_bytes;
        const char* characters = reinterpret_cast<const char*>(entry);
        std::string name(characters, ::strnlen(characters, name_bytes));
        const auto type = number_at<std::uint32_t>(entry, 56);
        const auto rows = number_at<std::uint64_t>(entry, 64), columns = number_at<std::uint64_t>(entry, 72);
        const auto offset = number_at<std::uint64_t>(entry, 80), bytes = number_at<std::uint64_t>(entry, 88);
        Tensor tensor{static_cast<Type>(type), rows, columns, {}};
        const bool placed = offset % alignment == 0 && offset >= header_bytes + count * entry_bytes &&
                            offset <= size_ && bytes <= size_ - offset;
        const bool sized = type <= static_cast<std::uint32_t>(Type::Floats) && rows <= size_ &&
                           columns <= size_ && (columns == 0 || rows <= size_ / columns) &&
                           rows * columns * size_of(tensor.type) == bytes;
        if (!placed || !sized) return fail(fmt::format("is damaged: \"{}\" does not lie within it", name));
        tensor.bytes = {data_ + offset, bytes};
        if (!tensors_.emplace(name, tensor).second)
            return fail(fmt::format("is damaged: \"{}\" is there twice", name));
    }
    return {};
}

const Weights::Tensor* Weights::find(std::string_view name) const {
    const auto found = tensors_.find(std::string(name));
    return found == tensors_.end() ? nullptr : &found->second;
}

const Weights::Tensor* TensorReader::take(const std::string& name, Weights::Type type, std::size_t rows,
                                          std::size_t columns) {
    const Weights::Tensor* tensor = weights_->find(name);
    if (tensor == nullptr) {
        reject(fmt::format("it has no \"{}\"", name));
        return nullptr;
    }
    const bool fits = tensor->type == type && !tensor->bytes.empty() && (rows == 0 || tensor->rows == rows) &&
                      (columns == 0 || tensor->columns == columns);
    if (!fits) {
        reject(fmt::format("\"{}\" is {} x {}, which does not fit the rest", name, tensor->rows,
                           tensor->columns));
        return nullptr;
    }
    return tensor;
}

std::span<const float> TensorReader::floats(const std::string& name, std::size_t rows, std::size_t columns) {
    const Weights::Tensor* t = take(name, Weights::Type::Floats, rows, columns);
    if (t == nullptr) return {};
    return {reinterpret_cast<const float*>(t->bytes.data()), t->rows * t->columns};
}

std::span<const std::int8_t> TensorReader::signed_bytes(const std::string& name, std::size_t rows,
                                                        std::size_t columns) {
    const Weights::Tensor* t = take(name, Weights::Type::SignedBytes, rows, columns);
    if (t == nullptr) return {};
    return {reinterpret_cast<const std::int8_t*>(t->bytes.data()), t->rows * t->columns};
}

std::span<const std::uint8_t> TensorReader::unsigned_bytes(const std::string& name) {
    const Weights::Tensor* t = take(name, Weights::Type::UnsignedBytes, 0, 1);
    if (t == nullptr) return {};
    return {reinterpret_cast<const std::uint8_t*>(t->bytes.data()), t->rows};
}

std::size_t TensorReader::number(const std::string& name, std::size_t least, std::size_t greatest) {
    const Weights::Tensor* t = take(name, Weights::Type::Integers, 1, 1);
    if (t == nullptr) return least;
    const auto value = number_at<std::int32_t>(t->bytes.data(), 0);
    if (value < 0 || static_cast<std::size_t>(value) < least || static_cast<std::size_t>(value) > greatest) {
        reject(fmt::format("\"{}\" is {}, which is not within {} and {}", name, value, least, greatest));
        return least;
    }
    return static_cast<std::size_t>(value);
}

std::size_t TensorReader::rows(const std::string& name) const {
    const Weights::Tensor* t = weights_->find(name);
    return t == nullptr ? 0 : t->rows;
}
std::size_t TensorReader::columns(const std::string& name) const {
    const Weights::Tensor* t = weights_->find(name);
    return t == nullptr ? 0 : t->columns;
}

void TensorReader::reject(std::string reason) {
    if (reason_.empty()) reason_ = std::move(reason);
}

graphs::Result<void> TensorReader::result() const {
    if (reason_.empty()) return {};
    return weights_->fail("does not hold the network that this program reads: " + reason_);
}

}  // namespace hearsay::engine
