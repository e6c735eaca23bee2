package dev.copydesk.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.copydesk.hostile.HostileInput;
import dev.copydesk.hostile.HostileInputs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The long run: Jazzer on each {@link FuzzTarget}, one after the other, each in a process of its own with a heap of 512 MB. It
 * starts from {@link StartCorpus} and the hostile inputs that are small; what it learns stays in {@code target/fuzz}. Fails
 * when an input breaks a promise or takes more than {@value #SLOWEST} seconds. Arguments: seconds for all targets together,
 * and the targets with commas between them, or {@value #ALL}. Run by {@code mvn -Pfuzz -DskipTests verify}.
 */
public final class Fuzzing {

    private static final String ALL = "all";
    private static final String INSTRUMENTED = "dev.copydesk.**:org.jsoup.**:org.netpreserve.**";

    /** Models and tests: no branch of theirs says anything of an input, and watching them takes most of the time. */
    private static final String FIGURES =
            "dev.copydesk.entity.crf.**:dev.copydesk.article.learning.**:dev.copydesk.hostile.**:dev.copydesk.WarcBuilder";

    /** They look into every step of a regular expression, of which none is made of an input. */
    private static final String DISABLED = "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks"
            + ":com.code_intelligence.jazzer.sanitizers.RegexInjection";

    private static final Pattern LIBRARY = Pattern.compile(
            ".*/(assertj|commons|dec|icu4j|jackson|jazzer|jsoup|jspecify|jwarc|slf4j|snakeyaml|xz|zstd)[^/]*\\.jar");

    private static final int SLOWEST = 60;
    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: (\\d+)");

    private Fuzzing() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(args[0]);
        Set<FuzzTarget> targets = EnumSet.noneOf(FuzzTarget.class);
        for (String name : args[1].split(",", -1)) {
            targets.addAll(
                    name.equals(ALL) ? EnumSet.allOf(FuzzTarget.class) : EnumSet.of(FuzzTarget.valueOf(name.strip())));
        }
        writeSeeds(targets);
        List<String> findings = new ArrayList<>();
        long executions = 0;
        for (FuzzTarget target : targets) {
            Path log = FOLDER.resolve(target + ".log");
            int exitCode = fuzz(target, Math.max(1, seconds / targets.size()), log);
            long executed = executions(log);
            executions += executed;
            System.out.printf(
                    Locale.ROOT, "%-15s %,12d executions, exit code %d, %s%n", target, executed, exitCode, log);
            if (exitCode != 0) {
                findings.add(target + ": see " + log + " and " + FOLDER.resolve("findings"));
            }
        }
        System.out.printf(Locale.ROOT, "%,d executions, %d findings%n", executions, findings.size());
        if (!findings.isEmpty()) {
            throw new IllegalStateException(String.join("\n", findings));
        }
    }

    private static void writeSeeds(Set<FuzzTarget> targets) throws IOException {
        for (FuzzTarget target : targets) {
            Path seeds = FOLDER.resolve("seeds").resolve(target.name());
            FileSystemUtils.deleteRecursively(seeds);
            Files.createDirectories(seeds);
            int number = 0;
            for (byte[] input : StartCorpus.of(target)) {
                Files.write(seeds.resolve("start-" + number++), input);
            }
        }
        Path input = FOLDER.resolve("input");
        int number = 0;
        for (HostileInput hostile : HostileInputs.all()) {
            Files.deleteIfExists(input);
            hostile.writer().write(input);
            number++;
            // bombs are slow by intent, and HostileInputTest feeds them
            if (Files.size(input) <= StartCorpus.MOST_BYTES && !hostile.what().contains("bomb")) {
                for (FuzzTarget target : targets) {
                    if (StartCorpus.takes(target, hostile.file())) {
                        Files.write(
                                FOLDER.resolve("seeds").resolve(target.name()).resolve("hostile-" + number),
                                Files.readAllBytes(input));
                    }
                }
            }
        }
        Files.deleteIfExists(input);
    }

    private static int fuzz(FuzzTarget target, int seconds, Path log) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(FOLDER.resolve("corpus").resolve(target.name()));
        Path findings = Files.createDirectories(FOLDER.resolve("findings"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-D" + JazzerTarget.TARGET + "=" + target,
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerTarget.class.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--instrumentation_excludes=" + FIGURES,
                "--custom_hook_includes=" + INSTRUMENTED,
                "--custom_hook_excludes=" + FIGURES,
                "--disabled_hooks=" + DISABLED,
                "--reproducer_path=" + findings,
                "-artifact_prefix=" + findings + "/" + target + "-",
                "-max_total_time=" + seconds,
                "-max_len=" + StartCorpus.MOST_BYTES,
                "-timeout=" + SLOWEST,
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                corpus.toString(),
                FOLDER.resolve("seeds").resolve(target.name()).toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** Folders, and the libraries that targets use: Jazzer looks through all that it is given, which takes long. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Files.isDirectory(Path.of(entry))
                        || LIBRARY.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long executions(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
            return lines.map(EXECUTIONS::matcher)
                    .filter(Matcher::find)
                    .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                    .sum();
        }
    }
}
