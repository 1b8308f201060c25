#include "grammar/parse.hpp"
