// All or nothing for a load: in a transaction of its own, or as a part of the open one that can be undone
// alone.
#pragma once

#include "libm150/store/connection.hpp"

namespace m150::inline v0 {

class LoadTransaction {
  public:
    explicit LoadTransaction(Store& store) : store_(store), own_(!store.in_transaction()) {
        own_ ? store_.begin() : store_.connection().mark();
    }
    LoadTransaction(const LoadTransaction&) = delete;
    LoadTransaction& operator=(const LoadTransaction&) = delete;
    ~LoadTransaction() {
        if (committed_) return;
        own_ ? store_.rollback() : store_.connection().undo_to_mark();
    }

    void commit() {
        own_ ? void(store_.commit()) : store_.connection().release_mark();
        committed_ = true;
    }

  private:
    Store& store_;
    bool own_;
    bool committed_ = false;
};

}  // namespace m150::inline v0
