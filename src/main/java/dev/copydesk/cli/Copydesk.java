package dev.copydesk.cli;

/** The {@code copydesk} command. */
public final class Copydesk {

    private Copydesk() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
