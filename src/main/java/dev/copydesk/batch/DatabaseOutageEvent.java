package dev.copydesk.batch;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The database went away; lasts until it is back or the load gives up. */
@Name("copydesk.DatabaseOutage")
@Label("Database Outage")
@Category("Copydesk")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields
final class DatabaseOutageEvent extends Event {

    @Label("Cause")
    private String cause = "";

    @Label("Over")
    @Description("Whether the database came back in time")
    private boolean over;

    void commit(Throwable failure, boolean back) {
        end();
        if (shouldCommit()) {
            cause = String.valueOf(failure.getMessage());
            over = back;
            commit();
        }
    }
}
