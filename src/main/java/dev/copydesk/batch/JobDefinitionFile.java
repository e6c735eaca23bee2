package dev.copydesk.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.copydesk.warehouse.QualityGate;
import dev.copydesk.warehouse.QualityMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a job definition from a YAML file. A key that is not known is refused, with the nearest known one. */
public final class JobDefinitionFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private record Keys(
            @Nullable List<String> input,
            @JsonProperty("chunk_size") @Nullable Integer chunkSize,
            @Nullable Integer threads,
            @JsonProperty("max_document_size") @Nullable String maxDocumentSize,
            @JsonProperty("max_document_time") @Nullable String maxDocumentTime,
            @JsonProperty("keep_non_articles") @Nullable Boolean keepNonArticles,
            @Nullable Limit quarantine,
            @Nullable Quality quality) {

        private record Limit(
                @JsonProperty("max_count") @Nullable Long maxCount,
                @JsonProperty("max_rate") @Nullable Double maxRate,
                @JsonProperty("min_documents") @Nullable Long minDocuments) {

            QuarantineLimit limit() {
                return new QuarantineLimit(
                        maxCount,
                        or(maxRate, QuarantineLimit.DEFAULT.maxRate()),
                        or(minDocuments, QuarantineLimit.DEFAULT.minDocuments()));
            }
        }

        private record Quality(
                @JsonProperty("fail_on") @Nullable List<String> failOn,
                @JsonProperty("min_documents") @Nullable Integer minDocuments,
                @JsonProperty("min_history") @Nullable Integer minHistory,
                @JsonProperty("history_runs") @Nullable Integer historyRuns,
                @JsonProperty("max_drop") @Nullable Double maxDrop,

                @JsonProperty("max_paragraph_drop") @Nullable
                Double maxParagraphDrop) {

            QualityGate gate() {
                QualityGate defaults = QualityGate.DEFAULT;
                return new QualityGate(
                        failOn == null
                                ? defaults.failOn()
                                : failOn.stream().map(Quality::measure).collect(Collectors.toSet()),
                        or(minDocuments, defaults.minDocuments()),
                        or(minHistory, defaults.minHistory()),
                        or(historyRuns, defaults.historyRuns()),
                        or(maxDrop, defaults.maxDrop()),
                        or(maxParagraphDrop, defaults.maxParagraphDrop()));
            }

            private static QualityMeasure measure(String label) {
                return Arrays.stream(QualityMeasure.values())
                        .filter(measure -> measure.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("quality.fail_on: unknown measure '" + label
                                + "'; did you mean '"
                                + NearestName.of(
                                        label,
                                        Arrays.stream(QualityMeasure.values())
                                                .map(QualityMeasure::label)
                                                .toList())
                                + "'?"));
            }
        }

        private static <T> T or(@Nullable T value, T otherwise) {
            return value == null ? otherwise : value;
        }
    }

    private JobDefinitionFile() {}

    /**
     * The definition in the file; its name is the file's without {@code .yml}.
     *
     * @throws JobDefinitionException when there is no such file or it says something that is not known or not possible
     */
    public static JobDefinition read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new JobDefinitionException(file + ": there is no such job definition");
        }
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        String yaml = "";
        try {
            yaml = Files.readString(file);
            Keys keys = YAML.readValue(yaml, Keys.class);
            if (keys == null || keys.input() == null || keys.input().isEmpty()) {
                throw new JobDefinitionException(file + ": input is missing: a list of files, folders or globs");
            }
            return definition(name, keys, keys.input());
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            throw new JobDefinitionException(file + ", line " + lineOf(e.getPropertyName(), yaml) + ": unknown key '"
                    + e.getPropertyName() + "'; did you mean '" + NearestName.of(e.getPropertyName(), known) + "'?");
        } catch (JacksonException e) {
            throw new JobDefinitionException(file + where(e) + ": " + message(e));
        } catch (IllegalArgumentException e) {
            throw new JobDefinitionException(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new JobDefinitionException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static JobDefinition definition(String name, Keys keys, List<String> input) {
        JobDefinition defaults = JobDefinition.of(name, input);
        return new JobDefinition(
                name,
                input,
                Keys.or(keys.chunkSize(), defaults.chunkSize()),
                Keys.or(keys.threads(), defaults.threads()),
                keys.maxDocumentSize() == null
                        ? defaults.maxDocumentSize()
                        : JobDefinition.documentSize(keys.maxDocumentSize()),
                keys.maxDocumentTime() == null
                        ? defaults.maxDocumentTime()
                        : JobDefinition.documentTime(keys.maxDocumentTime()),
                Keys.or(keys.keepNonArticles(), defaults.keepNonArticles()),
                keys.quarantine() == null
                        ? defaults.quarantine()
                        : keys.quarantine().limit(),
                keys.quality() == null ? defaults.quality() : keys.quality().gate());
    }

    /** Line of a key; the parser's own position is behind the key's value. */
    private static long lineOf(String key, String yaml) {
        return 1
                + yaml.lines()
                        .takeWhile(line -> !line.replaceAll("[\\s\"']", "").contains(key + ":"))
                        .count();
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static String message(JacksonException e) {
        String path = e instanceof DatabindException && !e.getPath().isEmpty()
                ? e.getPath().get(e.getPath().size() - 1).getPropertyName() + ": "
                : "";
        return path + e.getOriginalMessage().lines().findFirst().orElse("is not YAML");
    }
}
