package dev.copydesk.cli;

import dev.copydesk.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line in a process of its own, as users run it. */
final class CopydeskProcess {

    /** What a command printed and its exit code. */
    record Result(int exitCode, String out, String err) {}

    private final Map<String, String> environment;
    private final Path installation;

    private CopydeskProcess(Map<String, String> environment, Path installation) {
        this.environment = environment;
        this.installation = installation;
    }

    static CopydeskProcess on(TestDatabase database) {
        return with(environment(database));
    }

    /** The variables that name this database. */
    static Map<String, String> environment(TestDatabase database) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
    }

    static CopydeskProcess with(Map<String, String> environment) {
        return new CopydeskProcess(environment, Path.of("."));
    }

    /** The same with the job definitions of another folder. */
    CopydeskProcess installedIn(Path folder) {
        return new CopydeskProcess(environment, folder);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("copydesk", ".out");
        Path err = Files.createTempFile("copydesk", ".err");
        Process process =
                start(ProcessBuilder.Redirect.to(out.toFile()), ProcessBuilder.Redirect.to(err.toFile()), arguments);
        int exitCode = process.waitFor();
        Result result = new Result(exitCode, Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    Process start(ProcessBuilder.Redirect out, ProcessBuilder.Redirect err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=" + StandardCharsets.UTF_8,
                "-Dcopydesk.install=" + installation,
                "-cp",
                System.getProperty("java.class.path"),
                Copydesk.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
