package dev.copydesk.batch;

import dev.copydesk.document.InputTally;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.Manifest;
import dev.copydesk.document.ManifestLine;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceLocation;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.SourceVisitor;
import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.Ledger.FoundFile;
import dev.copydesk.warehouse.Ledger.KnownFile;
import dev.copydesk.warehouse.LedgerCounts;
import dev.copydesk.warehouse.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;

/**
 * Enters the files that the inputs lead to into the ledger. A file is left alone when size and times are those the ledger has
 * for a version that was loaded, or else when its content is: only files that are new or changed are read. A remote file is
 * left alone when its server calls it the version that was loaded.
 */
final class Discovery {

    private static final int BATCH = 500;

    private final Ledger ledger;
    private final RunStore.Run run;
    private final LoadRequest request;
    private final StopRequest stop;
    private final SourceAccess access;
    private final Clock clock;

    Discovery(
            Ledger ledger, RunStore.Run run, LoadRequest request, StopRequest stop, SourceAccess access, Clock clock) {
        this.ledger = ledger;
        this.run = run;
        this.request = request;
        this.stop = stop;
        this.access = access;
        this.clock = clock;
    }

    /** Discovers; ends early, with nothing entered, when a stop is asked for. */
    void discover(StepExecution step) {
        Finds finds = new Finds(step.getJobExecutionId());
        List<InputTally> tallies = SourceTree.of(run.inputs(), access).visit(finds);
        finds.flush();
        if (tallies.stream().allMatch(tally -> tally.files() == 0)) {
            throw new NothingToLoadException(run.inputs());
        }
        // Outer folders first, so that the manifest nearest to a file has the last word.
        finds.manifests.stream()
                .sorted(Comparator.comparingInt(Path::getNameCount))
                .forEach(this::describe);
        Ledger.Backlog backlog = ledger.backlog(run.runId());
        request.progress().discovered(backlog.files(), backlog.bytes());
    }

    private void describe(Path manifest) {
        List<ManifestLine.Entry> batch = new ArrayList<>();
        Manifest.read(manifest, line -> {
            if (line instanceof ManifestLine.Entry entry) {
                batch.add(entry);
                if (batch.size() == BATCH) {
                    ledger.describe(run.runId(), batch);
                    batch.clear();
                }
            } else if (line instanceof ManifestLine.Invalid invalid) {
                request.progress().manifestProblem(invalid);
            }
        });
        if (!batch.isEmpty()) {
            ledger.describe(run.runId(), batch);
        }
    }

    /** Looks files up in the ledger a batch at a time. */
    private final class Finds implements SourceVisitor {

        private final long jobExecutionId;
        private final List<SourceFile> batch = new ArrayList<>();
        private final List<Path> manifests = new ArrayList<>();

        Finds(long jobExecutionId) {
            this.jobExecutionId = jobExecutionId;
        }

        @Override
        public void file(SourceFile file, String name) {
            batch.add(file);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        @Override
        public void manifest(Path manifest) {
            manifests.add(manifest);
        }

        @Override
        public void leftOut(LeftOut leftOut) {
            request.progress().leftOut(leftOut);
        }

        void flush() {
            if (stop.isMadeTo(jobExecutionId)) {
                throw new IllegalStateException(StopRequest.interruption());
            }
            Map<SourceLocation, List<KnownFile>> known =
                    ledger.known(batch.stream().map(SourceFile::location).toList());
            List<FoundFile> toLoad = new ArrayList<>();
            List<FoundFile> toRefresh = new ArrayList<>();
            LedgerCounts unchanged = LedgerCounts.NONE;
            long unchangedFiles = 0;
            for (SourceFile file : batch) {
                Instant changedAt = changedAt(file);
                Optional<KnownFile> latest = known.getOrDefault(file.location(), List.of()).stream()
                        .max(Comparator.comparing(KnownFile::changedAt));
                boolean done = latest.isPresent() && isDone(latest.get());
                boolean same = done && isSame(latest.get(), file, changedAt);
                if (!same) {
                    FoundFile found = new FoundFile(file, changedAt, digest(file));
                    same = done
                            && found.digest() != null
                            && found.digest().equals(latest.get().digest());
                    (same ? toRefresh : toLoad).add(found);
                }
                FileDiscoveredEvent.commit(file, !same);
                if (same && latest.get().runId() != run.runId()) {
                    unchangedFiles++;
                    unchanged = unchanged.plus(latest.get().counts());
                }
            }
            ledger.register(run.runId(), toLoad);
            ledger.refresh(toRefresh);
            ledger.addUnchanged(jobExecutionId, unchangedFiles, unchanged);
            batch.clear();
        }
    }

    /**
     * Whether nothing of the file is left to load. A run that keeps non-articles takes in what others filtered; of a file that
     * changed while it was loaded something may be missing, though its content be what it was before.
     */
    private boolean isDone(KnownFile known) {
        boolean wanted = known.counts().filtered() > 0 && !known.keptNonArticles();
        return known.loaded()
                && !known.changed()
                && !(wanted && request.definition().keepNonArticles());
    }

    private static boolean isSame(KnownFile known, SourceFile file, Instant changedAt) {
        if (file.version() != null) {
            return file.version().equals(known.digest());
        }
        return known.digest() != null
                && known.size() == file.size()
                && known.modifiedAt().equals(file.modifiedAt().truncatedTo(ChronoUnit.MICROS))
                && known.changedAt().equals(changedAt);
    }

    /**
     * The time of the last status change where the file system has one; unlike the modification it cannot be set. A server has
     * none: of a remote file it is now, as the version that was found last is the one it has.
     */
    private Instant changedAt(SourceFile file) {
        if (!(file.location() instanceof SourceLocation.Disk disk)) {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
        try {
            FileTime time = (FileTime) Files.getAttribute(disk.path(), "unix:ctime");
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return file.modifiedAt().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** SHA-256 of the file, or what its server calls its version; null when it cannot be read; the reader then says why. */
    private static @Nullable String digest(SourceFile file) {
        try {
            return file.location() instanceof SourceLocation.Disk disk ? FileDigest.of(disk.path()) : file.version();
        } catch (IOException e) {
            return null;
        }
    }
}
