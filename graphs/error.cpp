#include "graphs/error.hpp"
