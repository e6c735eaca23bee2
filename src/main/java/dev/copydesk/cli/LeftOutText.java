package dev.copydesk.cli;

import dev.copydesk.document.LeftOut;

/** Says in a line what was not read and why. */
final class LeftOutText {

    private LeftOutText() {}

    static String of(LeftOut leftOut) {
        String why = switch (leftOut.reason()) {
            case OTHER_KIND -> "not a kind of file that is read";
            case HIDDEN -> "hidden";
            case SYMLINK_LOOP -> "a link back to its own folder";
            case BROKEN_LINK -> "a link to nothing";
            case NOT_REGULAR -> "neither a file nor a folder";
            case UNLISTABLE -> "a folder that cannot be listed: " + leftOut.detail();
            case INACCESSIBLE -> "cannot be looked at: " + leftOut.detail();
            case FOUND_BEFORE -> "the same file as one before";
            case REMOTE_MANIFEST -> leftOut.detail();
        };
        return Printable.of(leftOut.location() + ": " + why);
    }
}
