// Writing an admitted record: its row, the change log, what the references know.
#pragma once

#include "libm150/store/admit.hpp"
#include "libm150/store/columns.hpp"
#include "libm150/store/connection.hpp"

namespace m150::inline v0 {

template <class Record>
void write_record(Store::Connection& connection, const Record& record, Write write) {
    sql::Database& database = connection.for_writing();
    connection.guarded([&] {
        sql::write_row(database, record, write == Write::replace);
        connection.log_change(Schema<Record>::plural, record.id.str(), false);
        connection.references().wrote(Schema<Record>::plural, record.id.str());
    });
}

}  // namespace m150::inline v0
