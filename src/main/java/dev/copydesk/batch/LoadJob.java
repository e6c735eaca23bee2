package dev.copydesk.batch;

/** The load job. */
public final class LoadJob {}
