package dev.copydesk;

import java.util.Random;

/**
 * Something that holds of all values: tried with many, the same every time. They grow from try to try, so that the first one
 * of which it does not hold is small.
 */
public final class Property {

    /** Tries until values begin small again. */
    private static final int SIZES = 50;

    /** What is tried; throws when it does not hold. */
    @FunctionalInterface
    public interface Trial {
        void run(Values values) throws Exception;
    }

    /** Arbitrary values of a size. */
    public record Values(Random random, int size) {

        public int below(int bound) {
            return random.nextInt(bound);
        }

        /** How many of something, by the size of the try. */
        public int count() {
            return random.nextInt(size + 1);
        }

        @SafeVarargs
        public final <T> T oneOf(T... choices) {
            return choices[random.nextInt(choices.length)];
        }

        public byte[] bytes(int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }

        /** Text of these pieces, among them single characters from anywhere in Unicode, surrogates and controls too. */
        public String text(String... pieces) {
            StringBuilder text = new StringBuilder();
            for (int i = count(); i > 0; i--) {
                switch (random.nextInt(6)) {
                    case 0 -> text.append((char) random.nextInt(0x10000));
                    case 1 -> text.append((char) random.nextInt(0x180));
                    case 2 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                    default -> text.append(pieces[random.nextInt(pieces.length)]);
                }
            }
            return text.toString();
        }
    }

    private Property() {}

    /** Tries it so many times; fails with the number of the first try in which it does not hold. */
    public static void holds(int tries, Trial trial) throws Exception {
        for (int number = 0; number < tries; number++) {
            try {
                trial.run(new Values(new Random(number), 1 + number % SIZES));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("in try " + number + ": " + e.getMessage(), e);
            }
        }
    }
}
