#include "graphs/picture.hpp"
