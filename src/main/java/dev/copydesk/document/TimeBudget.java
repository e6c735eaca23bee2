package dev.copydesk.document;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The CPU time that a thread may spend on one document. It is the last resort behind the bounds on what is read, which end
 * at the same point on every machine: a document that meets it has found a way around those. The work looks at it from
 * within its long loops; nothing is interrupted.
 */
public final class TimeBudget {

    /** 60 seconds; a page of a megabyte takes about one. */
    public static final Duration DEFAULT = Duration.ofSeconds(60);

    /** Calls of {@link #check} for one look at the clock, which takes longer than the step between some of them. */
    private static final int CALLS_A_LOOK = 16;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final ThreadLocal<@Nullable TimeBudget> BOUND = new ThreadLocal<>();

    private final Duration limit;
    private final long end;
    private int calls;

    private TimeBudget(Duration limit) {
        this.limit = limit;
        this.end = THREADS.getCurrentThreadCpuTime() + limit.toNanos();
    }

    /** Ends the work on a document that has used its time up. */
    public static final class PassedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private PassedException(Duration limit) {
            // an outcome, not a fault: nobody reads where it came from
            super("the document took more than " + limit.toMillis() + " ms of CPU time", null, false, false);
        }
    }

    /**
     * Does the work on one document, on this thread.
     *
     * @param limit CPU time that it may take
     * @param passed what to answer when it takes longer; is given what to say of it
     */
    public static <T> T within(Duration limit, Supplier<T> work, Function<String, T> passed) {
        BOUND.set(new TimeBudget(limit));
        try {
            return work.get();
        } catch (PassedException e) {
            return passed.apply(String.valueOf(e.getMessage()));
        } finally {
            BOUND.remove();
        }
    }

    /**
     * Called once in a while by work that may take long; costs a few nanoseconds.
     *
     * @throws PassedException when the document that this thread works on has used its time up
     */
    public static void check() {
        TimeBudget budget = BOUND.get();
        if (budget != null && ++budget.calls % CALLS_A_LOOK == 0 && THREADS.getCurrentThreadCpuTime() > budget.end) {
            throw new PassedException(budget.limit);
        }
    }
}
