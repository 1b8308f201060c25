// Only there to be compiled with the header ahead (tests/CMakeLists.txt).
