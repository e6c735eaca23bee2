package dev.copydesk.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The causes of a failure as an operator reads them. */
final class FailureCause {

    private static final int DEPTH = 50;

    private FailureCause() {}

    /** The exception at the end of the chain of causes. */
    static Throwable root(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.get(chain.size() - 1);
    }

    /** The messages of the chain, the root cause first; a wrapper that only repeats its cause is left out. */
    static List<String> rootFirst(Throwable failure) {
        List<String> messages = new ArrayList<>();
        List<Throwable> chain = chain(failure);
        Collections.reverse(chain);
        for (Throwable one : chain) {
            String message = one.getMessage() == null ? "" : one.getMessage().strip();
            boolean repeats = !messages.isEmpty()
                    && one.getCause() != null
                    && message.endsWith(
                            String.valueOf(one.getCause().getMessage()).strip());
            if (!repeats) {
                messages.add(
                        HiddenPassword.in(one.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message)));
            }
        }
        return messages;
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable current = failure;
        while (current != null && chain.size() < DEPTH) {
            chain.add(current);
            current = current.getCause();
        }
        return chain;
    }
}
