#include <algorithm>

#include "tests/fuzz/random_queries/oracle.hpp"

namespace hearsay::random_queries {
namespace {

void add_names(Table& table, const std::set<std::string>& names) {
    table.names.insert(table.names.end(), names.begin(), names.end());
    std::sort(table.names.begin(), table.names.end());
    table.names.erase(std::unique(table.names.begin(), table.names.end()), table.names.end());
}

bool same_rows(const Row& a, const Row& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && same(x.second, y.second);
    });
}

std::vector<Row> distinct(const std::vector<Row>& rows) {
    std::vector<Row> kept;
    for (const Row& row : rows) {
        if (std::none_of(kept.begin(), kept.end(), [&](const Row& each) { return same_rows(each, row); }))
            kept.push_back(row);
    }
    return kept;
}

bool limits(const Query& query) {
    for (const auto& part : query.parts) {
        for (const Clause& clause : part) {
            if (clause.limit) return true;
        }
    }
    return false;
}

// SKIP and LIMIT.
template <class T>
void cut(std::vector<T>& rows, const Clause& clause) {
    if (clause.skip)
        rows.erase(rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(*clause.skip, std::ssize(rows)));
    if (clause.limit && std::ssize(rows) > *clause.limit)
        rows.resize(static_cast<std::size_t>(*clause.limit));
}

}  // namespace

void Oracle::stir(Rows& rows) {
    if (any_order_) dice_.shuffle(rows);
}

bool Oracle::is_true(const Expression& condition, const Row& row) {
    try {
        return truth(evaluate(condition, row)) == true;
    } catch (const Failure& failure) {
        throw Unsure(failure.what());
    }
}

Table Oracle::run(const Query& query) {
    try {
        const Table result = run_parts(query, {{}, {Row{}}});
        check_nothing_hangs();
        return result;
    } catch (const Failure& failure) {
        if (limits(query)) throw Unsure(failure.what());
        throw;
    }
}

Table Oracle::run_parts(const Query& query, const Table& input) {
    Table result = run_clauses(query.parts[0], input);
    for (std::size_t i = 1; i < query.parts.size(); ++i) {
        const Table more = run_clauses(query.parts[i], input);
        result.rows.insert(result.rows.end(), more.rows.begin(), more.rows.end());
    }
    if (query.parts.size() > 1 && !query.union_all) result.rows = distinct(result.rows);
    return result;
}

Table Oracle::run_clauses(const std::vector<Clause>& clauses, Table table) {
    for (const Clause& clause : clauses) table = run_clause(clause, std::move(table));
    if (clauses.back().kind < Clause::Kind::Return) throw std::out_of_range("nothing is asked");
    return clauses.back().kind == Clause::Kind::Return ? table : Table{};
}

Table Oracle::run_clause(const Clause& clause, Table table) {
    if (clause.kind == Clause::Kind::With || clause.kind == Clause::Kind::Return) {
        try {
            return project(clause, table);
        } catch (const Failure& failure) {
            if (clause.where) throw Unsure(failure.what());  // the row may be left out before
            throw;
        }
    }
    stir(table.rows);
    Table result{table.names, {}};
    std::vector<std::vector<NewProperties>> created;
    switch (clause.kind) {
        case Clause::Kind::Match:
        case Clause::Kind::OptionalMatch:
            add_names(result, names_of(clause.paths));
            for (const Row& row : table.rows) {
                Rows found = match(clause.paths, clause.where, row);
                if (found.empty() && clause.kind == Clause::Kind::OptionalMatch) {
                    found.push_back(row);
                    for (const auto& name : result.names) found[0].try_emplace(name);
                }
                result.rows.insert(result.rows.end(), found.begin(), found.end());
            }
            break;
        case Clause::Kind::Unwind:
            add_names(result, {clause.variable});
            for (const Row& row : table.rows) {
                const Value list = evaluate(clause.list, row);
                if (list.is_null()) continue;
                const List one{list};
                for (const Value& each : list.as<List>() != nullptr ? *list.as<List>() : one) {
                    Row more = row;
                    more[clause.variable] = each;
                    result.rows.push_back(std::move(more));
                }
            }
            break;
        case Clause::Kind::Create:
            add_names(result, names_of(clause.paths));
            created.reserve(table.rows.size());
            for (const Row& row : table.rows) created.push_back(evaluate_new(clause.paths, row, false));
            for (std::size_t i = 0; i < table.rows.size(); ++i)
                create(clause.paths, created[i], table.rows[i]);
            result.rows = std::move(table.rows);
            break;
        case Clause::Kind::Merge:
            add_names(result, names_of(clause.paths));
            for (const Row& row : table.rows) {
                const Rows merged = merge(clause, row);
                result.rows.insert(result.rows.end(), merged.begin(), merged.end());
            }
            break;
        case Clause::Kind::Set:
        case Clause::Kind::Remove:
            for (const Row& row : table.rows)
                change(clause.changes, row, clause.kind == Clause::Kind::Remove);
            result.rows = std::move(table.rows);
            break;
        case Clause::Kind::Delete:
            for (const Row& row : table.rows) {
                for (const Expression& each : clause.deleted) erase(evaluate(each, row), clause.detach);
            }
            result.rows = std::move(table.rows);
            break;
        case Clause::Kind::ForEach:
            for (const Row& row : table.rows) {
                const Value list = evaluate(clause.list, row);
                if (list.is_null()) continue;
                if (list.as<List>() == nullptr) throw Failure("FOREACH takes a list");
                // Each clause of the body goes over all elements before the next one begins.
                Table inner{table.names};
                for (const Value& each : *list.as<List>()) {
                    inner.rows.push_back(row);
                    inner.rows.back()[clause.variable] = each;
                }
                for (const Clause& change : clause.body) inner = run_clause(change, std::move(inner));
            }
            result.rows = std::move(table.rows);
            break;
        default:
            break;
    }
    return result;
}

Table Oracle::project(const Clause& clause, const Table& table) {
    std::vector<Item> items;
    if (clause.star) {
        for (const auto& name : table.names) items.push_back({variable(name), name});
    }
    items.insert(items.end(), clause.items.begin(), clause.items.end());
    Table result;
    std::set<std::string> names;
    for (const Item& item : items) names.insert(item.alias);
    add_names(result, names);

    // Groups, or each row its own.
    const bool aggregates =
        std::any_of(items.begin(), items.end(), [](const Item& item) { return has_aggregate(item.what); });
    Rows before = table.rows;
    stir(before);
    std::vector<std::pair<List, Rows>> groups;
    if (aggregates) {
        bool has_keys = false;
        for (const Item& item : items) has_keys = has_keys || !has_aggregate(item.what);
        if (!has_keys) groups.emplace_back();
        for (const Row& row : before) {
            List key;
            for (const Item& item : items) {
                if (!has_aggregate(item.what)) key.push_back(evaluate(item.what, row));
            }
            auto group = std::find_if(groups.begin(), groups.end(),
                                      [&](const auto& each) { return same(Value(each.first), Value(key)); });
            if (group == groups.end()) group = groups.insert(groups.end(), {key, {}});
            group->second.push_back(row);
        }
    }
    Rows rows;
    const auto add = [&](const Row& row) {
        Row projected;
        for (const Item& item : items) projected[item.alias] = evaluate(item.what, row);
        rows.push_back(std::move(projected));
    };
    if (aggregates) {
        before.clear();
        for (const auto& [key, members] : groups) {
            const Rows* outer = group_;
            group_ = &members;
            add(members.empty() ? Row{} : members[0]);
            group_ = outer;
            before.emplace_back();
        }
    } else {
        for (const Row& row : before) add(row);
    }
    if (clause.distinct) {
        rows = distinct(rows);
        before.assign(rows.size(), Row{});
    }
    result.rows = std::move(rows);
    if (!clause.order.empty()) sort(clause, items, before, result);
    cut(result.rows, clause);
    cut(result.places, clause);
    if (clause.where)
        std::erase_if(result.rows, [&](const Row& row) { return !is_true(*clause.where, row); });
    return result;
}

// A key that is written as a projected expression is that; other names are first those of the projection.
void Oracle::sort(const Clause& clause, const std::vector<Item>& items, const Rows& before, Table& table) {
    std::vector<std::pair<List, Row>> keyed;
    const Rows& rows = table.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row scope = before[i];
        for (const auto& [name, value] : rows[i]) scope[name] = value;
        List keys;
        for (const SortKey& key : clause.order) {
            const std::string text = to_text(key.by);
            const auto item = std::find_if(items.begin(), items.end(),
                                           [&](const Item& each) { return to_text(each.what) == text; });
            try {
                const bool projected = item != items.end() && !rows[i].contains(text);
                keys.push_back(projected ? rows[i].at(item->alias) : evaluate(key.by, scope));
            } catch (const Failure& failure) {
                throw Unsure(failure.what());
            }
        }
        keyed.emplace_back(std::move(keys), rows[i]);
    }
    const auto by_keys = [&](const auto& a, const auto& b) {
        for (std::size_t i = 0; i < clause.order.size(); ++i) {
            const int by = order(a.first[i], b.first[i]);
            if (by != 0) return clause.order[i].descending ? by > 0 : by < 0;
        }
        return false;
    };
    std::stable_sort(keyed.begin(), keyed.end(), by_keys);
    table.rows.clear();
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        table.places.push_back(i == 0 || by_keys(keyed[i - 1], keyed[i]) ? i : table.places.back());
        table.rows.push_back(keyed[i].second);
    }
}

}  // namespace hearsay::random_queries
