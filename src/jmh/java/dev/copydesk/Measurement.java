package dev.copydesk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What JMH measured of the methods of one benchmark, in JVMs with a fixed heap and the serial collector, so that one thread
 * does it all. The methods take turns, so that what else the machine does falls on all of them.
 */
public final class Measurement {

    private static final int TURNS = 2;

    private final Map<String, List<Double>> seconds = new HashMap<>();

    private Measurement() {}

    /** Runs all methods of a benchmark over the pages of a folder; each goes over all pages at every call. */
    public static Measurement of(Class<?> benchmark, String folder) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .param("folder", folder)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.SECONDS)
                .threads(1)
                .forks(1)
                .warmupIterations(10) // compiling all of extraction takes most of it where cores are busy
                .warmupTime(TimeValue.seconds(5))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(3))
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
                .build();
        Measurement measurement = new Measurement();
        for (int turn = 0; turn < TURNS; turn++) {
            for (RunResult result : new Runner(options).run()) {
                for (BenchmarkResult fork : result.getBenchmarkResults()) {
                    for (IterationResult iteration : fork.getIterationResults()) {
                        measurement
                                .seconds
                                .computeIfAbsent(result.getPrimaryResult().getLabel(), method -> new ArrayList<>())
                                .add(iteration.getPrimaryResult().getScore());
                    }
                }
            }
        }
        measurement.seconds.values().forEach(each -> each.sort(null));
        return measurement;
    }

    /** Seconds that one call of the method takes; the median, which a busy moment of the machine does not move. */
    public double seconds(String method) {
        List<Double> measured = measured(method);
        return measured.get(measured.size() / 2);
    }

    /** Seconds that one call of the method takes in the iteration that was disturbed least. */
    public double fastest(String method) {
        return measured(method).get(0);
    }

    private List<Double> measured(String method) {
        List<Double> measured = seconds.get(method);
        if (measured == null) {
            throw new IllegalArgumentException("no method " + method + " was measured");
        }
        return measured;
    }
}
