#include "grammar/split.hpp"
