package dev.copydesk.batch;

import dev.copydesk.warehouse.QualityDrop;
import java.util.List;
import java.util.stream.Collectors;

/** Less was extracted from a site than before, in a measure that the job definition does not let pass. */
public final class QualityDroppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int NAMED = 3;

    /** {@code drops} are those that fail the run; at least one. */
    QualityDroppedException(List<QualityDrop> drops) {
        super("QUALITY_DROPPED: "
                + drops.stream().limit(NAMED).map(QualityDrop::message).collect(Collectors.joining("; "))
                + (drops.size() > NAMED ? "; and " + (drops.size() - NAMED) + " more" : ""));
    }
}
