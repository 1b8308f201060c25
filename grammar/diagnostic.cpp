#include "grammar/diagnostic.hpp"
