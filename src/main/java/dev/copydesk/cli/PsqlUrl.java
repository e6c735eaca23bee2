package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A JDBC URL of PostgreSQL as psql and other clients of libpq take it (PostgreSQL's manual, "Connection URIs"). */
final class PsqlUrl {

    /** Parameters that pgjdbc and libpq both have, under the same name and with the same values. */
    private static final List<String> SHARED =
            List.of(PGProperty.SSL_MODE.getName(), PGProperty.SSL_ROOT_CERT.getName(), PGProperty.SSL_CERT.getName());

    private PsqlUrl() {}

    /**
     * The URL with user and password in it; what only pgjdbc understands is left out.
     *
     * @param username null when the URL or the client names the user
     * @param password null when there is none
     * @throws CommandFailure when it is no JDBC URL of PostgreSQL
     */
    static String of(String jdbcUrl, @Nullable String username, @Nullable String password) {
        Properties parts = Driver.parseURL(jdbcUrl, new Properties());
        if (parts == null) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    Database.URL + " is no JDBC URL of PostgreSQL, jdbc:postgresql://HOST:PORT/DATABASE");
        }
        String user = username != null ? username : PGProperty.USER.getOrDefault(parts);
        String secret = password != null ? password : PGProperty.PASSWORD.getOrDefault(parts);
        StringBuilder url = new StringBuilder("postgresql://");
        if (user != null) {
            url.append(encoded(user))
                    .append(secret == null ? "" : ":" + encoded(secret))
                    .append('@');
        }
        url.append(hosts(parts));
        String database = PGProperty.PG_DBNAME.getOrDefault(parts);
        if (database != null) {
            url.append('/').append(encoded(database));
        }
        return url
                + SHARED.stream()
                        .filter(name -> parts.getProperty(name) != null)
                        .map(name -> name + "=" + encoded(parts.getProperty(name)))
                        .collect(Collectors.joining("&", "?", ""))
                        .replaceFirst("^\\?$", "");
    }

    /** Several hosts, each with its port, are tried in turn by both. */
    private static String hosts(Properties parts) {
        String[] hosts = Objects.requireNonNullElse(PGProperty.PG_HOST.getOrDefault(parts), "localhost")
                .split(",", -1);
        String[] ports = Objects.requireNonNullElse(PGProperty.PG_PORT.getOrDefault(parts), "5432")
                .split(",", -1);
        StringJoiner joined = new StringJoiner(",");
        for (int i = 0; i < hosts.length; i++) {
            joined.add(hosts[i] + ":" + ports[Math.min(i, ports.length - 1)]);
        }
        return joined.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
