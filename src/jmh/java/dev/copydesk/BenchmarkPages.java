package dev.copydesk;

import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pages to measure with, unpacked in memory: those of a folder, or some hundred of them, evenly spread by name. */
public final class BenchmarkPages {

    private static final int MOST = 250;
    private static final Path SAMPLES = Path.of("samples");

    private BenchmarkPages() {}

    /** The folder, or the samples where it is not there. */
    public static Path folder(String wanted) {
        Path folder = Path.of(wanted);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        System.out.println("There are no pages at " + folder + ", so the few in " + SAMPLES + " are measured.");
        return SAMPLES;
    }

    public static List<RawDocument> read(String folder, DocumentFormat format) {
        List<SourceFile> files = PageList.of(folder).stream()
                .filter(file -> file.format().name().equals(format.name()))
                .toList();
        PageFileReader reader = new PageFileReader();
        List<RawDocument> documents = new ArrayList<>();
        int step = (files.size() + MOST - 1) / MOST;
        for (int i = 0; i < files.size(); i += step) {
            reader.read(files.get(i), reading -> {
                if (reading instanceof Reading.Read read && read.document().format() == format) {
                    documents.add(read.document());
                }
            });
        }
        return documents;
    }

    public static double megabytes(List<RawDocument> documents) {
        return documents.stream()
                        .mapToLong(document -> document.payload().length)
                        .sum()
                / 1e6;
    }
}
