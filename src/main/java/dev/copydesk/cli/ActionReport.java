package dev.copydesk.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command did to each of a number of things: a sentence each for people, an array of flat objects for programs. */
final class ActionReport {

    private record Action(long id, @Nullable String before, String now, String message) {}

    private final List<Action> actions = new ArrayList<>();

    /**
     * Adds what was done to one of them.
     *
     * @param before its status before, null when that is not known
     * @param now its status now
     */
    void add(long id, @Nullable String before, String now, String message) {
        actions.add(new Action(id, before, now, message));
    }

    /** Prints all; {@code nothing} is what people read when there is none. */
    void print(PrintWriter out, boolean json, String nothing) {
        if (json) {
            Listing.print(
                    out,
                    true,
                    List.of("id", "status_before", "status", "message"),
                    actions.stream()
                            .map(action -> Arrays.<@Nullable Object>asList(
                                    action.id(), action.before(), action.now(), action.message()))
                            .toList());
        } else if (actions.isEmpty()) {
            out.println(nothing);
        } else {
            actions.forEach(action -> out.println(Printable.of(action.message())));
        }
    }
}
