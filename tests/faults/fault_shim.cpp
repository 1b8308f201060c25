// A library for LD_PRELOAD that makes one call of the operating system go wrong, of those on the files below
// one folder. What it shall do stands in the environment:
//   FAULT_BELOW   the folder, absolute; calls on other files are left alone
//   FAULT_CALL    open, read, write, sync, truncate, rename, unlink or lock
//   FAULT_NUMBER  which of these calls goes wrong, from 1; 0 or absent: none
//   FAULT_KIND    the name of an error (EIO, ENOSPC, ...): the call fails with it and does nothing
//                 short: half of the bytes are read or written, which is no error
//                 torn:  half of the bytes are written, then EIO
//                 kill:  the program is killed before the call
//                 torn-kill: half of the bytes are written, then the program is killed
//   FAULT_LASTS   1: all later calls of this sort go wrong as well
//   FAULT_COUNTS  a file that gets, at the program's end, a line `CALL NUMBER` for each sort of call
// Without sanitizers: it works below one, or without one.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

enum Call { Open, Read, Write, Sync, Truncate, Rename, Unlink, Lock, call_count };
constexpr std::array<const char*, call_count> call_names = {"open",     "read",   "write",  "sync",
                                                            "truncate", "rename", "unlink", "lock"};
enum class Kind { None, Error, Short, Torn, Kill, TornKill };

struct Plan {
    std::string below;
    Call call = call_count;
    long number = 0;
    Kind kind = Kind::None;
    int error = EIO;
    bool lasts = false;
};

int error_of(const char* name) {
    constexpr struct {
        const char* name;
        int number;
    } errors[] = {{"EACCES", EACCES}, {"EINTR", EINTR},   {"EIO", EIO},     {"EMFILE", EMFILE},
                  {"ENOLCK", ENOLCK}, {"ENOSPC", ENOSPC}, {"EROFS", EROFS}, {"EDQUOT", EDQUOT}};
    for (const auto& error : errors)
        if (std::strcmp(error.name, name) == 0) return error.number;
    std::fprintf(stderr, "fault_shim: no such FAULT_KIND: %s\n", name);
    _exit(2);
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

Plan read_plan() {
    Plan plan;
    plan.below = variable("FAULT_BELOW");
    const std::string call = variable("FAULT_CALL"), kind = variable("FAULT_KIND");
    for (int i = 0; i < call_count; ++i)
        if (call == call_names[static_cast<std::size_t>(i)]) plan.call = static_cast<Call>(i);
    plan.number = std::atol(variable("FAULT_NUMBER").c_str());
    plan.lasts = variable("FAULT_LASTS") == "1";
    if (kind == "short")
        plan.kind = Kind::Short;
    else if (kind == "torn")
        plan.kind = Kind::Torn;
    else if (kind == "kill")
        plan.kind = Kind::Kill;
    else if (kind == "torn-kill")
        plan.kind = Kind::TornKill;
    else if (!kind.empty()) {
        plan.kind = Kind::Error;
        plan.error = error_of(kind.c_str());
    }
    return plan;
}

const Plan& plan() {
    static const Plan its = read_plan();
    return its;
}

std::array<std::atomic<long>, call_count>& counts() {
    static std::array<std::atomic<long>, call_count> its{};
    return its;
}

bool is_below(const char* path) {
    const std::string& folder = plan().below;
    if (folder.empty() || path == nullptr) return false;
    std::string whole = path;
    if (whole.empty() || whole[0] != '/') {
        char current[4096];
        if (getcwd(current, sizeof current) == nullptr) return false;
        whole = std::string(current) + "/" + whole;
    }
    return whole.compare(0, folder.size(), folder) == 0;
}

bool is_below(int file) {
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = readlink(link.c_str(), path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = '\0';
    return is_below(path);
}

// Counts the call; what shall become of it.
Kind fate(Call call) {
    const long number = ++counts()[call];
    if (call != plan().call || plan().number == 0) return Kind::None;
    const bool hit = number == plan().number || (plan().lasts && number > plan().number);
    if (!hit) return Kind::None;
    if (plan().kind == Kind::Kill) kill(getpid(), SIGKILL);
    return plan().kind;
}

// Of a call that does not move bytes: whether it goes wrong, with errno set.
bool fails(Call call) {
    const Kind kind = fate(call);
    if (kind == Kind::None || kind == Kind::Short) return false;
    errno = plan().error;
    return true;
}

template <class Function>
Function* next(Function*, const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

// A call that moves `size` bytes, by `move(how many)`.
template <class Move>
ssize_t bytes(Call call, int file, size_t size, const Move& move) {
    if (!is_below(file)) return move(size);
    const Kind kind = fate(call);
    const size_t half = size > 1 ? size / 2 : size;
    switch (kind) {
        case Kind::None:
            return move(size);
        case Kind::Short:
            return move(half);
        case Kind::Torn:
        case Kind::TornKill:
            if (call == Write) static_cast<void>(move(half));
            if (kind == Kind::TornKill) kill(getpid(), SIGKILL);
            break;
        case Kind::Error:
        case Kind::Kill:
            break;
    }
    errno = plan().error;
    return -1;
}

mode_t mode_in(int flags, va_list arguments) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(arguments, unsigned)) : 0;
}

struct WriteCounts {
    ~WriteCounts() {
        const std::string file = variable("FAULT_COUNTS");
        if (file.empty()) return;
        std::FILE* out = std::fopen(file.c_str(), "w");
        if (out == nullptr) return;
        for (std::size_t i = 0; i < call_count; ++i)
            std::fprintf(out, "%s %ld\n", call_names[i], counts()[i].load());
        std::fclose(out);
    }
} at_the_end;

}  // namespace

#define NEXT(name) static auto* const its = next(&::name, #name)

extern "C" {

int open(const char* path, int flags, ...) {
    NEXT(open);
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_in(flags, rest);
    va_end(rest);
    return is_below(path) && fails(Open) ? -1 : its(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    NEXT(open64);
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = mode_in(flags, rest);
    va_end(rest);
    return is_below(path) && fails(Open) ? -1 : its(path, flags, mode);
}
ssize_t read(int file, void* to, size_t size) {
    NEXT(read);
    return bytes(Read, file, size, [&](size_t n) { return its(file, to, n); });
}
ssize_t pread(int file, void* to, size_t size, off_t at) {
    NEXT(pread);
    return bytes(Read, file, size, [&](size_t n) { return its(file, to, n, at); });
}
ssize_t pread64(int file, void* to, size_t size, off64_t at) {
    NEXT(pread64);
    return bytes(Read, file, size, [&](size_t n) { return its(file, to, n, at); });
}
ssize_t write(int file, const void* from, size_t size) {
    NEXT(write);
    return bytes(Write, file, size, [&](size_t n) { return its(file, from, n); });
}
ssize_t pwrite(int file, const void* from, size_t size, off_t at) {
    NEXT(pwrite);
    return bytes(Write, file, size, [&](size_t n) { return its(file, from, n, at); });
}
ssize_t pwrite64(int file, const void* from, size_t size, off64_t at) {
    NEXT(pwrite64);
    return bytes(Write, file, size, [&](size_t n) { return its(file, from, n, at); });
}
// The standard library's file streams write by it. Short and torn as for `write` are left out here.
ssize_t writev(int file, const iovec* parts, int count) {
    NEXT(writev);
    return is_below(file) && fails(Write) ? -1 : its(file, parts, count);
}
int fsync(int file) {
    NEXT(fsync);
    return is_below(file) && fails(Sync) ? -1 : its(file);
}
int fdatasync(int file) {
    NEXT(fdatasync);
    return is_below(file) && fails(Sync) ? -1 : its(file);
}
int ftruncate(int file, off_t length) noexcept {
    NEXT(ftruncate);
    return is_below(file) && fails(Truncate) ? -1 : its(file, length);
}
int ftruncate64(int file, off64_t length) noexcept {
    NEXT(ftruncate64);
    return is_below(file) && fails(Truncate) ? -1 : its(file, length);
}
int rename(const char* from, const char* to) noexcept {
    NEXT(rename);
    return (is_below(from) || is_below(to)) && fails(Rename) ? -1 : its(from, to);
}
int unlink(const char* path) noexcept {
    NEXT(unlink);
    return is_below(path) && fails(Unlink) ? -1 : its(path);
}
int fcntl(int file, int command, ...) {
    NEXT(fcntl);
    va_list rest;
    va_start(rest, command);
    void* argument = va_arg(rest, void*);
    va_end(rest);
    return command == F_SETLK && is_below(file) && fails(Lock) ? -1 : its(file, command, argument);
}
int fcntl64(int file, int command, ...) {
    NEXT(fcntl64);
    va_list rest;
    va_start(rest, command);
    void* argument = va_arg(rest, void*);
    va_end(rest);
    return command == F_SETLK && is_below(file) && fails(Lock) ? -1 : its(file, command, argument);
}

}  // extern "C"
