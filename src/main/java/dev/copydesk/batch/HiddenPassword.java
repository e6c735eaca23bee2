package dev.copydesk.batch;

import java.util.regex.Pattern;

/** Text that may quote a database URL or a command line, with the passwords in it hidden. */
public final class HiddenPassword {

    /** As in {@code ?password=…&} of a JDBC URL, or {@code sslpassword=…}. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)((?:password|passwd|pwd)\\s*=\\s*)[^\\s&;,'\")]+");

    /** As in {@code //user:…@host}; a password may hold an @ itself, a host may not. */
    private static final Pattern USER_INFO = Pattern.compile("(//[^\\s/:@]+:)[^\\s/]+(@)");

    private HiddenPassword() {}

    public static String in(String text) {
        String parameters = PARAMETER.matcher(text).replaceAll("$1…");
        return USER_INFO.matcher(parameters).replaceAll("$1…$2");
    }
}
