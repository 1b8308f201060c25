// The program from its arguments to its exit status.
#pragma once

namespace hearsay::repl {

// 0: all went well; 1: something failed; 2: the arguments make no sense.
int run_program(int argc, const char* const* argv);

}  // namespace hearsay::repl
