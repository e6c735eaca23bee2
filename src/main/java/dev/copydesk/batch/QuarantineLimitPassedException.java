package dev.copydesk.batch;

/** Too many documents of a run went to quarantine. */
public final class QuarantineLimitPassedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QuarantineLimitPassedException(String message) {
        super(message);
    }
}
