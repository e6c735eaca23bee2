package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.SampleCopies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to a load, the same command brings it to the same rows, and what passes by itself does not even fail it.
 *
 * <p>{@code mvn verify -Dtest=ChaosTest -Dcopydesk.test.faults=100} strikes a hundred times, some ten seconds each on two idle
 * cores; {@code -Dcopydesk.test.seed} draws other moments. Filling the disk needs the right to mount a tmpfs.
 */
@Tag("database")
class ChaosTest {

    private static final int FAULTS = Integer.getInteger("copydesk.test.faults", 7);
    private static final long SEED = Long.getLong("copydesk.test.seed", 20_261_127);
    private static final int PAGES = 400;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private final List<Fault> deck = new ArrayList<>();
    private int faults;
    private int refused;
    private long slowestStopMillis;

    @Test
    void whateverHappensToALoadItEndsWithTheRowsOfAnUndisturbedOne() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages")).toRealPath();
        SampleCopies.write(pages, PAGES);
        try (ChaosServer server = ChaosServer.start(folder.resolve("server"))) {
            List<String> expected = undisturbed(server, pages);
            for (int round = 0; faults < FAULTS; round++) {
                try (DisturbedLoad load =
                        new DisturbedLoad(server, pages, Path.of("target", "chaos-" + round + ".log"), random)) {
                    disturb(load);
                    assertThat(load.rows()).as("rows of round " + round).isEqualTo(expected);
                    slowestStopMillis =
                            Math.max(slowestStopMillis, load.slowestStop().toMillis());
                }
            }
        }
        System.out.println("chaos faults=" + faults + " seed=" + SEED + " stops="
                + struck.entrySet().stream()
                        .filter(one -> one.getKey().isStop())
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                + " slowest_stop_millis=" + slowestStopMillis + " refused=" + refused + " " + struck);
    }

    private void disturb(DisturbedLoad load) throws Exception {
        while (!load.isFinished() && faults < FAULTS) {
            if (!load.runToARandomMoment()) {
                continue;
            }
            if (faults % 5 == 0) {
                refused += load.disturbByASecondOperator();
            }
            Fault fault = draw(load.server());
            System.out.println("chaos fault=" + faults + " " + fault);
            fault.strike(load, random);
            struck.merge(fault, 1, Integer::sum);
            faults++;
        }
        load.finish();
    }

    /** Each kind once before any comes again, in random order. */
    private Fault draw(ChaosServer server) {
        if (deck.isEmpty()) {
            deck.addAll(List.of(Fault.values()));
            deck.add(Fault.ASKED_TO_STOP);
            deck.removeIf(fault -> !fault.isPossible(server));
            Collections.shuffle(deck, random);
        }
        return deck.remove(deck.size() - 1);
    }

    private List<String> undisturbed(ChaosServer server, Path pages) throws Exception {
        try (DisturbedLoad load = new DisturbedLoad(server, pages, Path.of("target", "chaos-none.log"), random)) {
            load.finish();
            return load.rows();
        }
    }
}
