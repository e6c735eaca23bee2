package dev.copydesk.fuzz;

import dev.copydesk.PageMutation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run: what fuzzing found before, the samples, and these spoiled, the same every time. */
class FuzzTargetsTest {

    private static final int ROUNDS = 120;

    /** Those that leave an input about as long as it is. */
    private static final List<PageMutation> MUTATIONS = List.of(
            PageMutation.CUT,
            PageMutation.FLIPPED_BITS,
            PageMutation.SHUFFLED_BYTES,
            PageMutation.SHUFFLED_WINDOW,
            PageMutation.SHUFFLED_PIECES);

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void keepsItsPromisesWhateverItIsFedWith(FuzzTarget target) throws Exception {
        List<byte[]> inputs = StartCorpus.of(target);
        run(target, new byte[0], "nothing");
        for (byte[] input : inputs) {
            run(target, input, "an input as it is");
        }
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] input = inputs.get(random.nextInt(inputs.size()));
            PageMutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
            run(target, mutation.of(input, random), mutation + ", seed " + seed);
        }
    }

    private static void run(FuzzTarget target, byte[] input, String what) throws Exception {
        try {
            target.run(input);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            Path folder = Files.createDirectories(Path.of("target", "fuzz", "failed"));
            Path kept = Files.write(folder.resolve(target + "-" + Integer.toHexString(what.hashCode())), input);
            throw new AssertionError(target + ", " + what + ", kept in " + kept + ": " + e, e);
        }
    }
}
