#include "engine/query/statement/statement_cache.hpp"

#include <algorithm>
#include <string>

namespace hearsay::engine {

namespace {

// A question with the text that it refers to.
struct OwnQuestion {
    std::string text;
    Question question;
};

}  // namespace

tl::expected<QuestionPointer, grammar::Diagnostic> StatementCache::read(StatementCache* cache,
                                                                        std::string_view text,
                                                                        const Language& language) {
    if (cache == nullptr || text.size() > longest_text) {
        auto question = read_question(text, language);
        if (!question) return tl::unexpected(std::move(question.error()));
        return std::make_shared<const Question>(std::move(*question));
    }
    const auto known = cache->statements_.find(text);
    if (known != cache->statements_.end() && known->second.language == &language) {
        known->second.used = ++cache->uses_;
        return known->second.question;
    }
    auto own = std::make_shared<OwnQuestion>();
    own->text = text;
    auto question = read_question(own->text, language);
    if (!question) return tl::unexpected(std::move(question.error()));
    own->question = std::move(*question);
    QuestionPointer made(own, &own->question);
    if (known != cache->statements_.end()) cache->drop(known);
    cache->make_room(text.size());
    cache->statements_.emplace(own->text, Kept{made, &language, {}, ++cache->uses_});
    cache->text_ += text.size();
    return made;
}

void StatementCache::make_room(std::size_t text) {
    while (!statements_.empty() && (statements_.size() >= most_statements || text_ + text > most_text)) {
        const auto oldest =
            std::min_element(statements_.begin(), statements_.end(),
                             [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
        drop(oldest);
    }
}

void StatementCache::drop(Statements::iterator statement) {
    text_ -= statement->first.size();
    statements_.erase(statement);
}

Preparation StatementCache::take(const Question& question, std::uint64_t version, const Language& language,
                                 const Parameters& parameters) {
    Preparation fresh{version, &language};
    const auto known = statements_.find(question.written);
    if (known == statements_.end()) return fresh;
    Preparation kept = std::exchange(known->second.preparation, {});
    if (kept.version != version || kept.language != &language || !kept.checked ||
        !kept.checked->looks.same_for(parameters))
        return fresh;
    if (!kept.planned) return kept;
    if (!kept.planned->looks.same_for(parameters)) {
        kept.planned.reset();
        return kept;
    }
    for_each_plan(kept.planned->plan, [](Plan& plan) {
        plan.counters = {};
        plan.subqueries.clear();  // they come with the operators
    });
    return kept;
}

void StatementCache::keep(const Question& question, Preparation preparation) {
    const auto known = statements_.find(question.written);
    if (known != statements_.end()) known->second.preparation = std::move(preparation);
}

void StatementCache::clear() {
    statements_.clear();
    text_ = 0;
}

}  // namespace hearsay::engine
