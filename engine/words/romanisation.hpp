// Names from Cyrillic script are written in many ways: Andriy and Andrii, Tyotkino and Tetkino, Zelensky and
// Zelenskyy.
#pragma once

#include <string>
#include <string_view>

namespace hearsay::engine {

// A key that romanisations of one Cyrillic name share, and that mostly tells different names apart; the words
// of the key are parted by single spaces. For comparing names only: it is not a spelling. Two equal keys are
// a hint, no proof.
//
// It undoes what the usual systems (BGN/PCGN, ISO 9, ALA-LC, the passport tables of ICAO, German and French
// press usage) do in different ways: the vowels and glides of i, y, j, e (ii, iy, yi, ey, ie: "i"; ye, and yo
// after a consonant: "e"; ya, ia, iya: "ia"), kh and h, ks and x, w and v, -off and -ov, sch and shch, tz and
// ts, ph and f, tch and ch, doubled letters, and the apostrophe of the soft sign.
std::string romanisation_key(std::string_view name);

}  // namespace hearsay::engine
