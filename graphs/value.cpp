#include "graphs/value.hpp"
