// exp and log of our own: a library's differ between machines in the last bits.
#pragma once

namespace hearsay::engine {

// e^x to within 1e-14 of itself; x is taken within -700 and 700.
double exp_of(double x);
// Natural logarithm to within 1e-14 of max(1, |itself|). REQUIRES: a normal number above zero.
double log_of(double x);
// log(p / (1 - p)), taken within -14 and 14.
double log_odds(double p);
// The opposite: 1 / (1 + e^-x).
double from_log_odds(double x);

}  // namespace hearsay::engine
