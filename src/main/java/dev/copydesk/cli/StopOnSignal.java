package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets SIGTERM and SIGINT end a load at the end of its chunk: the JVM's shutdown waits until the command has finished and
 * then ends with the command's own exit code. A second SIGINT ends the process at once; what was committed stays, and the load
 * is resumed as after a crash.
 */
final class StopOnSignal implements AutoCloseable {

    private final AtomicBoolean signal = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::awaitFinish, "stop-on-signal");
    private volatile int exitCode = ExitCode.FAILED;

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
        Interrupts.endAtSecond();
    }

    /** Becomes true when the process is asked to end. */
    AtomicBoolean signal() {
        return signal;
    }

    /** Notes the exit code and returns it. */
    int exitsWith(int code) {
        exitCode = code;
        return code;
    }

    @Override
    public void close() {
        if (!signal.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The signal came just now; the hook is about to wait for us.
                signal.set(true);
            }
        }
        finished.countDown();
    }

    private void awaitFinish() {
        signal.set(true);
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
