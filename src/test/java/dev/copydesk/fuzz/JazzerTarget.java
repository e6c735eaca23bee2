package dev.copydesk.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What Jazzer calls: the target that the property {@value #TARGET} names. */
public final class JazzerTarget {

    static final String TARGET = "copydesk.fuzz.target";

    private static final FuzzTarget RUN = FuzzTarget.valueOf(System.getProperty(TARGET));

    private JazzerTarget() {}

    /** Reads models and the like before time counts; by this name Jazzer finds it. */
    public static void fuzzerInitialize() {
        RUN.run("<p>The harbour wall is to be raised.".repeat(9).getBytes(UTF_8));
    }

    /** By this name Jazzer finds it. */
    public static void fuzzerTestOneInput(byte[] input) {
        RUN.run(input);
    }
}
