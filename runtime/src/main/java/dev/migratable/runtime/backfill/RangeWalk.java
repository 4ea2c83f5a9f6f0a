package dev.migratable.runtime.backfill;

import dev.migratable.runtime.backfill.Batches.Batch;
import dev.migratable.runtime.backfill.Batches.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The way through one range, transaction by transaction. Where batches are written by halves, a transaction writes the
 * first half of a batch and the second half of the one before it.
 *
 * <p>Rows that were inserted one after the other lie in the same block, and the block is full. The first half moves out of
 * it; once that is committed, and no statement of others is older, the server clears its former versions away, and the
 * second half finds room where it is: a part of the new row versions stays in their blocks, needs no entry in any index,
 * and the table grows less. A second half right behind the first one would come too early where other workers' statements
 * are under way.
 *
 * <p>What was done is known once the watermark is past it: a first half that was committed without its second is written
 * again by whoever takes the range up, which finds its rows as they must be. Transactions do not wait for the disk: a
 * server that crashed may have lost the last of them, and a commit whose answer was lost may have happened. So where a
 * connection is new, what the server has stored counts.
 */
final class RangeWalk {

    /**
     * What one transaction did.
     *
     * @param rows rows that the watermark passed
     * @param written rows that were written
     * @param full whether it was as large as it was to be, so that the time it takes tells of the size
     * @param last whether the range is done
     */
    record Stride(long rows, long written, boolean full, boolean last) {}

    private final Batches batches;
    private final BackfillStore store;
    private KeyRange range;
    private Optional<Batch> begun = Optional.empty();
    private long begunWritten;
    private boolean known;

    RangeWalk(Batches batches, BackfillStore store, KeyRange range) {
        this.batches = batches;
        this.store = store;
        this.range = range;
    }

    /** Returns what is left of the range, as whoever takes it up has to do it. */
    KeyRange left() {
        return range;
    }

    /** Forgets where it is: the server may know less, or more, than the connection that was lost was told. */
    void lost() {
        known = false;
    }

    /** Does the next transaction; where it fails, nothing has changed. */
    Stride go(Connection connection, int limit) throws SQLException {
        if (!known) {
            Optional<KeyRange> stored = store.unfinished(connection, range);
            if (stored.isEmpty()) {
                connection.commit();
                return new Stride(0, 0, false, true);
            }
            range = stored.get();
            begun = Optional.empty();
            known = true;
        }
        KeyRange ahead = begun.map(batch -> range.goingOnAfter(batch.lastKey())).orElse(range);
        Optional<Batch> next = batches.next(connection, ahead, limit);
        boolean halved = next.isPresent() && batches.isHalved(next.get());
        long first = 0;
        long second = 0;
        long rows = 0;
        if (next.isPresent()) {
            first = batches.write(connection, ahead, next.get(), halved ? Part.FIRST_HALF : Part.ALL);
        }
        if (begun.isPresent()) {
            second = batches.write(connection, range, begun.get(), Part.SECOND_HALF);
            rows += rows(connection, range, begun.get(), begunWritten + second);
        }
        KeyRange passed = ahead;
        if (next.isPresent() && !halved) {
            rows += rows(connection, ahead, next.get(), first);
            passed = ahead.goingOnAfter(next.get().lastKey());
        }
        long written = first + second;
        store.advance(connection, passed, rows, written);
        if (next.isEmpty()) {
            store.finish(connection, range.number());
        }
        connection.commit();
        range = passed;
        begun = halved ? next : Optional.empty();
        begunWritten = first;
        return new Stride(rows, written, next.isPresent() && next.get().full(), next.isEmpty());
    }

    /** Returns the rows of a batch; where as many were written as it can have, they need not be counted. */
    private long rows(Connection connection, KeyRange ahead, Batch batch, long written) throws SQLException {
        return batch.counted() || written == batch.rows() ? batch.rows() : batches.count(connection, ahead, batch);
    }
}
