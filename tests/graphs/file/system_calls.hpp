// Stands in for a call to the operating system that SQLite makes, as long as it lives.
#pragma once

#include <sqlite3.h>

class SystemCall {
  public:
    // `own` has the signature of the call.
    template <class Function>
    SystemCall(const char* name, Function* own) : name_(name) {
        before_ = vfs()->xGetSystemCall(vfs(), name_);
        vfs()->xSetSystemCall(vfs(), name_, reinterpret_cast<sqlite3_syscall_ptr>(own));
    }
    ~SystemCall() { vfs()->xSetSystemCall(vfs(), name_, before_); }
    SystemCall(const SystemCall&) = delete;
    SystemCall& operator=(const SystemCall&) = delete;

  private:
    static sqlite3_vfs* vfs() { return sqlite3_vfs_find(nullptr); }

    const char* name_;
    sqlite3_syscall_ptr before_;
};
