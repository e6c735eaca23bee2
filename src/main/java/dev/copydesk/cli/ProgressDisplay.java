package dev.copydesk.cli;

import dev.copydesk.batch.LoadProgress;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.ManifestLine;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a load gets on: a bar with rate and time left on a terminal, else a line now and then. The launcher says whether
 * standard error is a terminal, since the JDK cannot tell it of one stream.
 */
final class ProgressDisplay implements LoadProgress, AutoCloseable {

    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final int PROBLEMS_SHOWN = 20;

    private final PrintWriter out;
    private final boolean terminal;
    private final Map<String, Integer> otherKinds = new TreeMap<>();
    private @Nullable ProgressBar bar;
    private int problems;
    private long execution;
    private long files;
    private long filesLoaded;
    private long startedAt;
    private long lastLineAt;

    private ProgressDisplay(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows it there; nothing at all where standard error is made of events, which tell the same. */
    static ProgressDisplay on(PrintWriter out) {
        return LogFormat.isJson()
                ? new ProgressDisplay(new PrintWriter(Writer.nullWriter()), false)
                : new ProgressDisplay(out, Boolean.getBoolean("copydesk.terminal"));
    }

    /** Files that were found to be new or changed. */
    long filesToLoad() {
        return files;
    }

    /** Files of other kinds that were left out, by extension. */
    Map<String, Integer> otherKinds() {
        return otherKinds;
    }

    @Override
    public void started(long jobExecutionId) {
        execution = jobExecutionId;
    }

    @Override
    public void leftOut(LeftOut leftOut) {
        if (leftOut.reason() == LeftOut.Reason.OTHER_KIND || leftOut.reason() == LeftOut.Reason.HIDDEN) {
            String kind = leftOut.reason() == LeftOut.Reason.HIDDEN
                    ? "hidden"
                    : leftOut.detail().isEmpty() ? "no extension" : "." + leftOut.detail();
            otherKinds.merge(kind, 1, Integer::sum);
        } else {
            problem("left out: " + LeftOutText.of(leftOut));
        }
    }

    @Override
    public void manifestProblem(ManifestLine.Invalid invalid) {
        problem(invalid.manifest() + ", line " + invalid.number() + ": " + invalid.message());
    }

    private void problem(String message) {
        problems++;
        if (problems <= PROBLEMS_SHOWN) {
            out.println("copydesk: " + Printable.of(message));
        }
    }

    @Override
    public void discovered(long filesToLoad, long bytes) {
        if (problems > PROBLEMS_SHOWN) {
            out.println("copydesk: " + (problems - PROBLEMS_SHOWN) + " more of these are not shown");
        }
        closeBar(); // of the attempt before an outage
        files = filesLoaded + filesToLoad;
        startedAt = System.nanoTime();
        lastLineAt = startedAt;
        if (terminal && filesToLoad > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName("load")
                    .setInitialMax(files)
                    .startsFrom(filesLoaded, Duration.ZERO)
                    .setUnit(" files", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        } else if (filesToLoad > 0) {
            out.println("load execution=" + execution + " files=" + filesToLoad + " bytes=" + bytes);
        }
    }

    @Override
    public void loaded(long newFiles, long bytes) {
        filesLoaded += newFiles;
        if (bar != null) {
            bar.stepBy(newFiles);
        } else if (System.nanoTime() - lastLineAt > LINE_EVERY.toNanos()) {
            lastLineAt = System.nanoTime();
            double seconds = (lastLineAt - startedAt) / 1e9;
            double rate = filesLoaded / seconds;
            out.println("load execution=" + execution + " files=" + filesLoaded + "/" + files + " rate="
                    + Math.round(rate) + "/s left=" + Math.round((files - filesLoaded) / rate) + "s");
        }
    }

    @Override
    public void outage(Throwable cause, Duration retryTime) {
        closeBar();
        out.println("copydesk: the database went away ("
                + Printable.of(String.valueOf(cause.getMessage()).strip()) + "); trying again for "
                + retryTime.toSeconds() + " s");
    }

    @Override
    public void close() {
        closeBar();
    }

    private void closeBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
