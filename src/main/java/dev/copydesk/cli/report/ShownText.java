package dev.copydesk.cli.report;

/** How text from pages, file names and messages is shown: nothing in it can reorder or hide what stands around it. */
@FunctionalInterface
public interface ShownText {

    /** The text as it may be shown, cut to that many code points. */
    String of(String text, int width);
}
