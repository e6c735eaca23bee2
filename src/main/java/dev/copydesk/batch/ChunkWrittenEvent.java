package dev.copydesk.batch;

import dev.copydesk.warehouse.WrittenChunk;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A chunk was written into the database; its duration ends with the commit. */
@Name("copydesk.ChunkWritten")
@Label("Chunk Written")
@Category("Copydesk")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields
final class ChunkWrittenEvent extends Event {

    @Label("Job Execution")
    private long jobExecution;

    @Label("Files")
    private long files;

    @Label("Bytes")
    @DataAmount
    private long bytes;

    @Label("Documents")
    private long documents;

    @Label("Articles New Or Changed")
    private long articles;

    @Label("Quarantined")
    private long quarantined;

    void commit(long jobExecutionId, long fileBytes, WrittenChunk chunk) {
        end();
        if (shouldCommit()) {
            jobExecution = jobExecutionId;
            files = chunk.filesDone();
            bytes = fileBytes;
            documents = chunk.counts().read();
            articles = chunk.counts().loaded();
            quarantined = chunk.counts().quarantined();
            commit();
        }
    }
}
