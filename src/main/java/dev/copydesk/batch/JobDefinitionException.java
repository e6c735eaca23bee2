package dev.copydesk.batch;

/** A job definition that cannot be used; the message names file, line and key. */
public final class JobDefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobDefinitionException(String message) {
        super(message);
    }
}
