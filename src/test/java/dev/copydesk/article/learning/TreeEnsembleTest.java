package dev.copydesk.article.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

    private static final float[] SHORT_AND_LINKED = {10, 0.9f};
    private static final float[] LONG_AND_LINKED = {200, 0.9f};
    private static final float[] LONG = {200, 0.1f};

    /** Two decisions deep: the first feature below 50 or not, then the second below 0.5 or not. */
    private static TreeEnsemble ensemble() {
        TreeEnsemble.Builder builder = new TreeEnsemble.Builder(2, 2);
        for (int tree = 0; tree < 2; tree++) {
            builder.decision(tree, 0, 0, 50);
            builder.decision(tree, 1, 1, 0.5f);
            builder.decision(tree, 2, 1, 0.5f);
            builder.leaf(tree, 3, 0);
            builder.leaf(tree, 4, -1);
            builder.leaf(tree, 5, 2);
            builder.leaf(tree, 6, 0.5f);
        }
        return builder.build();
    }

    @Test
    void addsUpTheLeavesThatARowComesTo() {
        TreeEnsemble ensemble = ensemble();
        assertThat(ensemble.probability(SHORT_AND_LINKED)).isEqualTo(logistic(-2), within(1e-9));
        assertThat(ensemble.probability(LONG_AND_LINKED)).isEqualTo(logistic(1), within(1e-9));
        assertThat(ensemble.probability(LONG)).isEqualTo(logistic(4), within(1e-9));
    }

    @Test
    void sendsAValueOnTheThresholdRight() {
        assertThat(ensemble().probability(new float[] {50, 0.5f})).isEqualTo(logistic(1), within(1e-9));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ensemble().write(out);
        TreeEnsemble read = TreeEnsemble.read(new ByteArrayInputStream(out.toByteArray()));
        for (float[] row : new float[][] {SHORT_AND_LINKED, LONG_AND_LINKED, LONG}) {
            assertThat(read.probability(row)).isEqualTo(ensemble().probability(row));
        }
    }

    @Test
    void refusesWhatIsNoEnsemble() {
        assertThatThrownBy(() -> TreeEnsemble.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
