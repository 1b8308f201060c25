#include "engine/articles/network/layers/matrix.hpp"

#include <sys/mman.h>

#include <array>
#include <map>
#include <mutex>
#include <new>
#include <oneapi/dnnl/dnnl.hpp>

#include "graphs/error.hpp"

extern "C" void omp_set_num_threads(int threads);  // <omp.h>, which clang comes without

namespace hearsay::engine {
namespace {

constexpr std::size_t row_counts = Matrix::most_rows / Matrix::row_multiple;

const dnnl::engine& processor() {
    static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    return engine;
}

dnnl::memory::desc rows_of(std::size_t rows, std::size_t columns, dnnl::memory::data_type type) {
    return {{static_cast<dnnl::memory::dim>(rows), static_cast<dnnl::memory::dim>(columns)},
            type,
            dnnl::memory::format_tag::ab};
}

// oneDNN makes machine code as it goes, and where there is no memory for it, writes to none. So it is asked
// before whether there is some. Throws std::bad_alloc if not.
void require_room_for_code() {
    constexpr std::size_t enough = 8 << 20;  // it takes some 256 KiB at a time
    void* const room = mmap(nullptr, enough, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) throw std::bad_alloc();
    munmap(room, enough);
}

// The ways to multiply with matrices of one size: one for each number of rows, all with the same packing.
class Products {
  public:
    Products(std::size_t inputs, std::size_t outputs) {
        dnnl::primitive_attr attributes;
        attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
        dnnl::memory::desc packing(
            {static_cast<dnnl::memory::dim>(inputs), static_cast<dnnl::memory::dim>(outputs)},
            dnnl::memory::data_type::s8, dnnl::memory::format_tag::any);
        for (std::size_t i = row_counts; i-- > 0;) {
            const std::size_t rows = (i + 1) * Matrix::row_multiple;
            Way& way = ways_[i];
            require_room_for_code();
            way.rows = rows_of(rows, inputs, dnnl::memory::data_type::u8);
            way.sums = rows_of(rows, outputs, dnnl::memory::data_type::s32);
            const dnnl::matmul::primitive_desc description(dnnl::matmul::desc(way.rows, packing, way.sums),
                                                           attributes, processor());
            packing = description.weights_desc();
            way.scratch = description.scratchpad_desc();
            way.product = dnnl::matmul(description);
        }
        packing_ = packing;
    }

    struct Way {
        dnnl::memory::desc rows, sums, scratch;
        dnnl::matmul product;
    };
    const Way& way(std::size_t rows) const { return ways_[(rows - 1) / Matrix::row_multiple]; }
    const dnnl::memory::desc& packing() const { return packing_; }

    static const Products& of(std::size_t inputs, std::size_t outputs) {
        static std::mutex mutex;
        static std::map<std::pair<std::size_t, std::size_t>, Products> all;
        const std::lock_guard lock(mutex);
        const auto found = all.find({inputs, outputs});
        if (found != all.end()) return found->second;
        return all.emplace(std::pair(inputs, outputs), Products(inputs, outputs)).first->second;
    }

  private:
    std::array<Way, row_counts> ways_;
    dnnl::memory::desc packing_;
};

// What a thread needs to run products.
struct Runner {
    dnnl::stream stream{processor()};
    std::vector<std::byte> scratch;
};
Runner& runner() {
    thread_local Runner own;
    return own;
}

}  // namespace

struct Matrix::Packed {
    std::once_flag once;
    const Products* products = nullptr;
    dnnl::memory weights;
};

Matrix::Matrix(TensorReader& from, const std::string& name, std::size_t outputs, std::size_t inputs)
    : weight_(from.signed_bytes(name + ".weight", outputs, inputs)), packed_(std::make_unique<Packed>()) {
    if (weight_.empty()) return;
    outputs_ = from.rows(name + ".weight");
    inputs_ = from.columns(name + ".weight");
    scale_ = from.floats(name + ".scale", outputs_);
    bias_ = from.floats(name + ".bias", outputs_);
    if (inputs_ % 16 != 0 || outputs_ % 16 != 0)
        from.reject('"' + name + "\" is not of a multiple of 16 numbers");
    correction_.resize(outputs_);
    for (std::size_t o = 0; o < outputs_; ++o) {
        std::int32_t sum = 0;
        std::int8_t least = 0, most = 0;
        for (const std::int8_t w : weight_.subspan(o * inputs_, inputs_)) {
            sum += w;
            least = std::min(least, w);
            most = std::max(most, w);
        }
        correction_[o] = 128 * sum;
        if (least < -63 || most > 63) from.reject('"' + name + "\" has weights past 63");
    }
}

Matrix::~Matrix() = default;
Matrix::Matrix(Matrix&&) noexcept = default;

// What is asked of oneDNN can be had: only memory, for numbers or for code, can be missing.
void Matrix::multiply(const std::uint8_t* rows, std::size_t count, std::int32_t* sums) const try {
    HEARSAY_ASSERT(count > 0 && count <= most_rows);
    omp_set_num_threads(1);
    Runner& own = runner();
    std::call_once(packed_->once, [&] {
        packed_->products = &Products::of(inputs_, outputs_);
        const dnnl::memory::desc as_stored(
            {static_cast<dnnl::memory::dim>(inputs_), static_cast<dnnl::memory::dim>(outputs_)},
            dnnl::memory::data_type::s8, dnnl::memory::format_tag::ba);
        dnnl::memory stored(as_stored, processor(), const_cast<std::int8_t*>(weight_.data()));
        packed_->weights = dnnl::memory(packed_->products->packing(), processor());
        dnnl::reorder(stored, packed_->weights).execute(own.stream, stored, packed_->weights);
        own.stream.wait();
        require_room_for_code();  // for what the first product makes
    });
    const Products::Way& way = packed_->products->way(count);
    if (own.scratch.size() < way.scratch.get_size()) own.scratch.resize(way.scratch.get_size());
    const dnnl::memory source(way.rows, processor(), const_cast<std::uint8_t*>(rows));
    const dnnl::memory destination(way.sums, processor(), sums);
    const dnnl::memory scratch(way.scratch, processor(), own.scratch.data());
    // The C interface takes an array: the C++ one makes maps, which small products would feel.
    const std::array<dnnl_exec_arg_t, 4> arguments = {{{DNNL_ARG_SRC, source.get()},
                                                       {DNNL_ARG_WEIGHTS, packed_->weights.get()},
                                                       {DNNL_ARG_DST, destination.get()},
                                                       {DNNL_ARG_SCRATCHPAD, scratch.get()}}};
    const dnnl_status_t status =
        dnnl_primitive_execute(way.product.get(), own.stream.get(), arguments.size(), arguments.data());
    if (status == dnnl_out_of_memory) throw std::bad_alloc();
    HEARSAY_ASSERT(status == dnnl_success);
} catch (const dnnl::error&) {
    throw std::bad_alloc();
}

}  // namespace hearsay::engine
