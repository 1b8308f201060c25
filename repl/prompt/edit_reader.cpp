// Lines edited with libedit: recalled, searched (Ctrl-R), completed (Tab), pasted whole.
#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cwchar>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "repl/prompt/line_reader.hpp"

namespace hearsay::repl {
namespace {

volatile std::sig_atomic_t window_changed = 0;
volatile std::sig_atomic_t continued = 0;  // after Ctrl-Z and fg

extern "C" void on_window_change(int) {
    window_changed = 1;
}
extern "C" void on_continue(int) {
    continued = 1;
}

void catch_signal(int number, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

constexpr std::size_t most_listed = 100;

using EditFunction = unsigned char (*)(EditLine*, int);

// Names a function that keys can be bound to. libedit never frees the names that it copies: no leak of ours.
void add_function(EditLine* edit, const char* name, const char* help, EditFunction function) {
#if defined(__SANITIZE_ADDRESS__)
    const __lsan::ScopedDisabler disabler;
#endif
    el_set(edit, EL_ADDFN, name, help, function);
}

class EditReader : public LineReader {
  public:
    EditReader(const Terminal& output, Completer completer)
        : output_(output), completer_(std::move(completer)) {
        edit_ = el_init("hearsay", stdin, stdout, stderr);
        history_ = history_init();
        if (edit_ == nullptr || history_ == nullptr) return;
        HistEvent event;
        history(history_, &event, H_SETSIZE, 10000);
        el_set(edit_, EL_CLIENTDATA, this);
        el_set(edit_, EL_PROMPT_ESC, &EditReader::prompt_of, '\1');
        el_set(edit_, EL_EDITOR, "emacs");
        el_set(edit_, EL_SIGNAL, 0);
        el_set(edit_, EL_HIST, history, history_);
        el_set(edit_, EL_GETCFN, &EditReader::get_character);
        add_function(edit_, "hearsay-complete", "complete the word", &EditReader::complete_word);
        add_function(edit_, "hearsay-paste", "take pasted text as it is", &EditReader::take_paste);
        el_set(edit_, EL_BIND, "^I", "hearsay-complete", nullptr);
        el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
        el_set(edit_, EL_BIND, "\\e[200~", "hearsay-paste", nullptr);
        el_set(edit_, EL_BIND, "\\e[3~", "ed-delete-next-char", nullptr);
        el_set(edit_, EL_BIND, "\\e[H", "ed-move-to-beg", nullptr);
        el_set(edit_, EL_BIND, "\\e[F", "ed-move-to-end", nullptr);
        el_set(edit_, EL_BIND, "\\e[1~", "ed-move-to-beg", nullptr);
        el_set(edit_, EL_BIND, "\\e[4~", "ed-move-to-end", nullptr);
        el_set(edit_, EL_BIND, "\\e[1;5C", "em-next-word", nullptr);
        el_set(edit_, EL_BIND, "\\e[1;5D", "ed-prev-word", nullptr);
        el_source(edit_, nullptr);  // ~/.editrc
        catch_signal(SIGWINCH, on_window_change);
        catch_signal(SIGCONT, on_continue);
    }
    ~EditReader() override {
        if (edit_ != nullptr) el_end(edit_);
        if (history_ != nullptr) history_end(history_);
    }
    // The terminal is known, and can move its cursor up, as lines of a recalled statement need.
    bool works() const {
        if (edit_ == nullptr || history_ == nullptr) return false;
        char* up = nullptr;
        return el_get(edit_, EL_GETTC, "up", &up, nullptr) == 0 && up != nullptr && *up != '\0';
    }

    TypedLine read(const std::string& prompt) override {
        prompt_ = output_.colour ? "\1\x1b[1m\1" + prompt + "\1\x1b[0m\1" : prompt;
        std::fflush(stdout);
        bracketed_paste(true);
        interrupted_ = false;
        // Or libedit shows the prompt first, and a Ctrl-D before the mode changes is lost.
        el_set(edit_, EL_PREP_TERM, 1);
        int length = 0;
        const char* line = el_gets(edit_, &length);
        bracketed_paste(false);
        if (interrupted_) return {TypedLine::Kind::Interrupted, ""};
        if (line == nullptr || length <= 0) {
            std::fputs("\n", stdout);
            return {TypedLine::Kind::End, ""};
        }
        std::string text(line, static_cast<std::size_t>(length));
        if (!text.empty() && text.back() == '\n') text.pop_back();
        return {TypedLine::Kind::Text, std::move(text)};
    }

    void remember(const std::string& entry) override {
        HistEvent event;
        history(history_, &event, H_ENTER, entry.c_str());
    }

  private:
    static EditReader& self(EditLine* edit) {
        EditReader* reader = nullptr;
        el_get(edit, EL_CLIENTDATA, &reader);
        return *reader;
    }

    static char* prompt_of(EditLine* edit) { return self(edit).prompt_.data(); }

    // The terminal marks pasted text, so that a newline or a Tab in it is text. Terminals that cannot pass
    // over the request.
    static void bracketed_paste(bool on) {
        std::fputs(on ? "\x1b[?2004h" : "\x1b[?2004l", stdout);
        std::fflush(stdout);
    }

    // One character of the terminal. 1: read; 0: the end; -1: stopped by Ctrl-C.
    static int get_character(EditLine* edit, wchar_t* character) {
        EditReader& reader = self(edit);
        char bytes[16];
        std::size_t count = 0;
        while (true) {
            const int got = reader.get_byte(bytes[count]);
            if (got <= 0) return got;
            ++count;
            std::mbstate_t state{};
            const std::size_t used = std::mbrtowc(character, bytes, count, &state);
            if (used == static_cast<std::size_t>(-2) && count < sizeof bytes)
                continue;  // the rest is to come
            if (used != static_cast<std::size_t>(-1) && used != static_cast<std::size_t>(-2)) {
                if (used == 0) *character = L'\0';
                return 1;
            }
            count = 0;  // no UTF-8: passed over
        }
    }

    // Signals are let in only while it waits, so that none falls between the look at its flag and the wait.
    int get_byte(char& byte) {
        sigset_t blocked, before;
        sigemptyset(&blocked);
        for (int number : {SIGINT, SIGWINCH, SIGCONT}) sigaddset(&blocked, number);
        sigprocmask(SIG_BLOCK, &blocked, &before);
        int result = 0;
        while (true) {
            if (hearsay::repl::interrupted()) {
                leave_line();
                result = -1;
                break;
            }
            if (window_changed != 0) {
                window_changed = 0;
                el_resize(edit_);
                draw_again();
            }
            if (continued != 0) {
                continued = 0;
                el_set(edit_, EL_PREP_TERM, 1);
                bracketed_paste(true);
                draw_again();
            }
            pollfd wait{STDIN_FILENO, POLLIN, 0};
            if (ppoll(&wait, 1, nullptr, &before) < 0 && errno == EINTR) continue;
            const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
            if (got < 0 && errno == EINTR) continue;
            result = got == 1 ? 1 : 0;
            break;
        }
        sigprocmask(SIG_SETMASK, &before, nullptr);
        return result;
    }

    // libedit draws from the cursor on, as if nothing stood there.
    void draw_again() {
        std::fputs("\r\x1b[J", stdout);
        el_set(edit_, EL_REFRESH);
    }

    void leave_line() {
        interrupted_ = true;
        std::fputs("^C\x1b[J\n", stdout);  // what follows the cursor goes, or the prompt would stand in it
        std::fflush(stdout);
        errno = EINTR;
    }

    // libedit's own functions cannot be left by an exception.
    template <class Act>
    static unsigned char if_memory(Act&& act) {
        try {
            return act();
        } catch (const std::bad_alloc&) {
            return CC_REFRESH_BEEP;
        }
    }

    static unsigned char take_paste(EditLine* edit, int) {
        return if_memory([edit] { return take_paste(edit); });
    }
    static unsigned char take_paste(EditLine* edit) {
        constexpr std::wstring_view end = L"\x1b[201~";
        std::wstring text;
        for (wchar_t c = 0;
             text.size() < end.size() || text.compare(text.size() - end.size(), end.size(), end) != 0;) {
            const int got = el_wgetc(edit, &c);
            if (got != 1) return got == 0 ? CC_EOF : CC_ERROR;
            text += c == L'\r' ? L'\n' : c;
        }
        text.resize(text.size() - end.size());
        while (!text.empty() && text.back() == L'\n') text.pop_back();  // Enter is the user's
        std::replace_if(
            text.begin(), text.end(), [](wchar_t c) { return c == L'\t'; }, L' ');
        text.erase(std::remove_if(text.begin(), text.end(), [](wchar_t c) { return c != L'\n' && c < L' '; }),
                   text.end());
        if (text.empty()) return CC_NORM;
        return el_winsertstr(edit, text.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
    }

    // More keys are waiting: nobody types that fast, so this is a paste on a terminal that does not mark
    // them.
    static bool more_waits() {
        pollfd wait{STDIN_FILENO, POLLIN, 0};
        return poll(&wait, 1, 0) == 1;
    }

    static unsigned char complete_word(EditLine* edit, int) {
        if (more_waits()) return el_insertstr(edit, " ") == 0 ? CC_REFRESH : CC_ERROR;
        return if_memory([edit] { return self(edit).complete_here(); });
    }

    unsigned char complete_here() {
        const LineInfo* info = el_line(edit_);
        const std::string line(info->buffer, static_cast<std::size_t>(info->cursor - info->buffer));
        const Completion completion = completer_(line);
        if (completion.candidates.empty() || completion.begin > line.size()) return CC_REFRESH_BEEP;
        const std::string word = line.substr(completion.begin);
        const std::string common = common_beginning(completion.candidates);
        const bool longer = display_width(common) >= display_width(word) && common != word;
        if (longer) {
            const auto characters = static_cast<int>(count_characters(word));
            el_deletestr(edit_, characters);
            if (el_insertstr(edit_, common.c_str()) != 0) return CC_ERROR;
        }
        if (completion.candidates.size() == 1) return CC_REFRESH;
        if (longer && common.size() > word.size()) return CC_REFRESH;  // list them at the next Tab
        list(completion.candidates);
        return CC_REDISPLAY;
    }

    static std::size_t count_characters(std::string_view text) {
        return static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    }

    // In columns below the line, as `ls` does.
    void list(const std::vector<std::string>& candidates) {
        output_ = describe_terminal(STDOUT_FILENO);
        const std::size_t shown = std::min(candidates.size(), most_listed);
        std::vector<std::string> texts;
        std::size_t widest = 1;
        for (std::size_t i = 0; i < shown; ++i) {
            texts.push_back(cut(harmless(candidates[i]), std::max<std::size_t>(output_.width, 2) - 1, "…"));
            widest = std::max(widest, display_width(texts.back()));
        }
        const std::size_t columns = std::max<std::size_t>(1, (output_.width + 1) / (widest + 2));
        const std::size_t lines = (shown + columns - 1) / columns;
        std::string out = "\n";
        for (std::size_t line = 0; line < lines; ++line) {
            std::string text;
            for (std::size_t i = line; i < shown; i += lines)
                text += pad_right(texts[i], i + lines < shown ? widest + 2 : 0);
            out += text + "\n";
        }
        if (shown < candidates.size())
            out += "... and " + std::to_string(candidates.size() - shown) + " more\n";
        std::fputs(out.c_str(), stdout);
        std::fflush(stdout);
    }

    Terminal output_;
    Completer completer_;
    EditLine* edit_ = nullptr;
    ::History* history_ = nullptr;
    std::string prompt_;
    bool interrupted_ = false;
};

}  // namespace

std::unique_ptr<LineReader> make_edit_reader(const Terminal& output, Completer completer) {
    auto reader = std::make_unique<EditReader>(output, std::move(completer));
    if (!reader->works()) return nullptr;
    return reader;
}

}  // namespace hearsay::repl
