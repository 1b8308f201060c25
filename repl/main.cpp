#include "repl/program.hpp"

int main(int argc, char** argv) {
    return hearsay::repl::run_program(argc, argv);
}
