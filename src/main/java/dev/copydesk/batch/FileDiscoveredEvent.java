package dev.copydesk.batch;

import dev.copydesk.document.SourceFile;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A file was found and looked up in the ledger. */
@Name("copydesk.FileDiscovered")
@Label("File Discovered")
@Category("Copydesk")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields
final class FileDiscoveredEvent extends Event {

    @Label("File")
    private String file = "";

    @Label("Bytes")
    @DataAmount
    private long bytes;

    @Label("New")
    @Description("Whether it is new or changed and will be loaded")
    private boolean isNew;

    static void commit(SourceFile source, boolean toLoad) {
        FileDiscoveredEvent event = new FileDiscoveredEvent();
        if (event.shouldCommit()) {
            event.file = source.location().toString();
            event.bytes = source.size();
            event.isNew = toLoad;
            event.commit();
        }
    }
}
