#include "graphs/property_graph.hpp"
