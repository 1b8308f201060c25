// Makes allocations fail: the global operator new, and what SQLite takes, are replaced by ones that can.
#pragma once

#include <cstdint>

namespace hearsay::faults {

enum class Failing {
    Once,     // the allocation of that number alone
    FromThen  // it and all after it
};

// Allocations of all threads are numbered 1, 2, ... from here on.
void fail_allocation(std::uint64_t number, Failing failing);
// None fails any longer. How many there were since `fail_allocation`.
std::uint64_t stop_failing();
// How many have failed since `fail_allocation`.
std::uint64_t failed_allocations();

// To be called first in the program, before SQLite is used.
void replace_sqlite_memory();

}  // namespace hearsay::faults
