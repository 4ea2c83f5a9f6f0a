package dev.migratable.runtime.backfill;

/**
 * What one run of a backfill did.
 *
 * @param finished whether every row has been dealt with; false where somebody asked to stop
 * @param rowsWritten rows written by this run
 * @param retries how often a batch was tried again
 */
public record BackfillResult(boolean finished, long rowsWritten, long retries) {}
