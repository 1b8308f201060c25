#include "engine/articles/pipeline.hpp"
