#include "graphs/store.hpp"
