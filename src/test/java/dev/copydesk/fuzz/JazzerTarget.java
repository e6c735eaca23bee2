package dev.copydesk.fuzz;

/** What Jazzer calls: the target that the property {@value #TARGET} names. */
public final class JazzerTarget {

    static final String TARGET = "copydesk.fuzz.target";

    private static final FuzzTarget RUN = FuzzTarget.valueOf(System.getProperty(TARGET));

    private JazzerTarget() {}

    /** By this name Jazzer finds it. */
    public static void fuzzerTestOneInput(byte[] input) {
        RUN.run(input);
    }
}
