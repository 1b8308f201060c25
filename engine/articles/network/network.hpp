// The network as a whole: from an article's words to relations and names.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/articles/network/layers/arguments.hpp"
#include "engine/articles/network/layers/encoder.hpp"
#include "engine/articles/network/pieces/piece_text.hpp"

namespace hearsay::engine {

// How sure the network is of a relation. Log odds are within -14 and 14.
struct RelationScores {
    double cue = 0;        // log odds that the cue's words are one: of the word that is least sure
    double content = 0;    // log odds of the content's words, by their mean probability
    double edges = 0;      // of the least sure among the first and last words of the content's spans
    double source = 0;     // of the least sure word of the source; 0 without source
    double no_source = 0;  // 1 without source
    double path = 0;       // logarithm of the probability of all tags of the cue's window
    std::array<double, 6> all() const { return {cue, content, edges, source, no_source, path}; }
};

// Words are numbered as in PieceText::words.
struct ReadRelation {
    WordSpan cue;
    std::vector<WordSpan> source;   // may be empty
    std::vector<WordSpan> content;  // at least one
    RelationScores scores;
    double probability = 0;  // 0 to 1, by the weights file's calibration
};
struct ReadName {
    WordSpan words;
    std::size_t kind = 0;  // 1 person, 2 organisation, 3 place, 4 other
};
struct NetworkReading {
    std::vector<ReadRelation> relations;  // in the order of their cues
    std::vector<ReadName> names;          // in order
};

class Network {
  public:
    // Takes every tensor that it needs; an Error says which does not fit.
    static graphs::Result<std::shared_ptr<const Network>> from(std::shared_ptr<const Weights> weights);

    const Vocabulary& vocabulary() const { return vocabulary_; }
    // Any number of threads may read at a time.
    NetworkReading read(const PieceText& text, const graphs::Progress& progress = graphs::no_progress) const;

  private:
    Network(std::shared_ptr<const Weights> weights, Vocabulary vocabulary, TensorReader& reader);
    void read_names(const Rows& words, std::size_t first_word, std::span<const Chunk> chunks,
                    LayerMemory& memory, NetworkReading& out) const;
    void find_cues(const PieceText& text, const Rows& words, std::span<const Chunk> chunks,
                   LayerMemory& memory, std::vector<CueWindow>& cues, std::vector<double>& sure) const;
    void read_relations(const PieceText& text, const Rows& words, std::span<const Chunk> chunks,
                        LayerMemory& memory, const graphs::Progress& progress, NetworkReading& out) const;

    std::shared_ptr<const Weights> weights_;  // keeps the mapping that everything below looks into
    Vocabulary vocabulary_;
    std::size_t heads_, window_, chunk_;
    Encoder encoder_;
    Tagger cues_, names_;
    ArgumentReader arguments_;
    float cue_bias_ = 0;
    std::span<const float> calibration_;  // of 1, then of RelationScores::all()
};

}  // namespace hearsay::engine
