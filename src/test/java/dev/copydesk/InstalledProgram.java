package dev.copydesk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs that a machine may have, for tests that can do without. */
public final class InstalledProgram {

    private InstalledProgram() {}

    /** The first place on the path that has a program of one of these names; empty where there is none. */
    public static Optional<Path> find(String... names) {
        return Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .flatMap(folder -> List.of(names).stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
