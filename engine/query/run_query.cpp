#include "engine/query/run_query.hpp"
#include "engine/query/compiled_expression.hpp"
