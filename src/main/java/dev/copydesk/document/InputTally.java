package dev.copydesk.document;

/**
 * What one input came to.
 *
 * @param input the input as given
 * @param files source files found; 0 tells that a folder or glob holds nothing to read
 * @param manifests manifests found
 * @param leftOut entries reported as left out
 */
public record InputTally(String input, long files, long manifests, long leftOut) {}
