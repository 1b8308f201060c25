// Work by several threads, its results one by one in the order in which the work was given.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay::engine {

// What may be under way at a time: whoever gives more waits until some of it is taken. One item is always let
// in.
struct InOrderLimits {
    std::size_t items = 64;
    std::size_t weight = 2 << 20;  // of all items together, in the giver's unit
};

// The thread that owns this one gives items (`put`, `pass`) and, in between, takes the results: `take` is
// called by that thread alone, in the order of the giving, whichever thread did the work. Where it would have
// to wait it works itself, so that `threads` threads are busy, not one more. With one thread each item is
// worked on and taken before `put` comes back.
//
// What `work` throws is thrown by `put` or `finish` when the item's turn to be taken has come, after all that
// was given before it. Then, and after `take` said no, the rest is dropped. The destructor drops what was not
// taken, too, and waits for what is being worked on.
template <class Item>
class InOrder {
  public:
    using Work = std::function<void(Item&)>;  // by any of the threads, on several items at a time
    using Take = std::function<bool(Item&)>;  // false: no more

    // REQUIRES: threads >= 1. Where the system gives fewer threads, fewer do the same.
    InOrder(std::size_t threads, InOrderLimits limits, Work work, Take take)
        : limits_(limits), work_(std::move(work)), take_(std::move(take)) {
        try {
            for (std::size_t i = 1; i < threads; ++i)
                threads_.emplace_back([this](const std::stop_token& stop) { serve(stop); });
        } catch (const std::system_error&) {
        }
    }
    ~InOrder() {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
    }
    InOrder(const InOrder&) = delete;
    InOrder& operator=(const InOrder&) = delete;

    // Gives an item to be worked on. False: `take` said no; nothing more is wanted.
    bool put(Item item, std::size_t weight = 1) { return give(std::move(item), weight, true); }
    // Gives an item that needs no work but its place in the order.
    bool pass(Item item, std::size_t weight = 0) { return give(std::move(item), weight, false); }
    // Takes all that was given. False as above. More may be given afterwards.
    bool finish() {
        std::unique_lock lock(mutex_);
        while (!stopped_ && !items_.empty()) step(lock);
        return !stopped_;
    }

  private:
    struct Slot {
        Item item;
        std::size_t weight = 0;
        bool done = false;
        std::exception_ptr failure;
    };

    bool give(Item&& item, std::size_t weight, bool needs_work) {
        std::unique_lock lock(mutex_);
        while (!stopped_ && !has_room_for(weight)) step(lock);
        if (stopped_) return false;
        Slot& slot = items_.emplace_back(Slot{std::move(item), weight, !needs_work, {}});
        weight_ += weight;
        if (needs_work) {
            try {
                waiting_.push_back(&slot);
            } catch (...) {  // nobody would ever do it
                weight_ -= weight;
                items_.pop_back();
                throw;
            }
            work_waits_.notify_one();
        }
        while (!stopped_ && (threads_.empty() ? !items_.empty() : first_is_done())) step(lock);
        return !stopped_;
    }

    bool has_room_for(std::size_t weight) const {
        return items_.empty() || (items_.size() < limits_.items && weight_ + weight <= limits_.weight);
    }
    bool first_is_done() const { return !items_.empty() && items_.front().done; }

    // Brings the first item nearer to being taken. REQUIRES: there is one.
    void step(std::unique_lock<std::mutex>& lock) {
        if (first_is_done())
            take_first(lock);
        else if (!waiting_.empty())
            work_on_one(lock);
        else
            work_done_.wait(lock, [this] { return first_is_done(); });
    }

    void take_first(std::unique_lock<std::mutex>& lock) {
        Slot slot = std::move(items_.front());
        items_.pop_front();
        weight_ -= slot.weight;
        lock.unlock();
        bool goes_on = false;
        const auto settle = [&] {
            lock.lock();
            if (goes_on) return;
            stopped_ = true;
            waiting_.clear();
        };
        try {
            if (slot.failure) std::rethrow_exception(slot.failure);
            goes_on = take_(slot.item);
        } catch (...) {
            settle();
            throw;
        }
        settle();
    }

    // The slot stays where it is meanwhile: a deque moves nothing when its ends grow and shrink, and no slot
    // is taken before it is done.
    void work_on_one(std::unique_lock<std::mutex>& lock) {
        Slot* slot = waiting_.front();
        waiting_.pop_front();
        lock.unlock();
        std::exception_ptr failure;
        try {
            work_(slot->item);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        slot->failure = failure;
        slot->done = true;
    }

    void serve(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (work_waits_.wait(lock, stop, [this] { return !waiting_.empty(); }) && !stop.stop_requested()) {
            work_on_one(lock);
            work_done_.notify_one();
        }
    }

    const InOrderLimits limits_;
    const Work work_;
    const Take take_;

    std::mutex mutex_;  // guards what follows, but the items that are being worked on
    std::condition_variable_any work_waits_;
    std::condition_variable work_done_;
    std::deque<Slot> items_;     // given and not taken yet, in order
    std::deque<Slot*> waiting_;  // those of them that nobody works on yet
    std::size_t weight_ = 0;
    bool stopped_ = false;

    std::vector<std::jthread> threads_;  // last, so that they end first
};

}  // namespace hearsay::engine
