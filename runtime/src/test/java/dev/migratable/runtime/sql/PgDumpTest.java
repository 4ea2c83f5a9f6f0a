package dev.migratable.runtime.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A comparison of dumps that saw nothing would prove nothing. */
@PostgresTest
class PgDumpTest {

    @Test
    void aDumpShowsWhatDiffers(TestDatabase database) throws SQLException {
        PgDump dump = PgDump.find(database);
        assumeTrue(dump.program().isPresent(), "needs a pg_dump that is not older than the server");
        database.execute("create table t (a integer, b text, constraint c check (a > 0))");
        List<String> before = dump.lines(database);
        for (String change : List.of(
                "alter table t alter a set not null",
                "alter table t alter b type varchar(20)",
                "alter table t alter a set default 1",
                "alter table t drop constraint c",
                "alter table t add constraint d check (b <> '')",
                "alter table t add unique (b)",
                "create index i on t (b desc)",
                "comment on column t.b is 'why'")) {
            database.execute(change);
            List<String> after = dump.lines(database);
            assertNotEquals(before, after, change);
            before = after;
        }
        database.execute(
                "alter table t rename constraint d to e",
                "alter index i rename to j",
                "alter table t drop column b",
                "alter table t drop column a",
                "alter table t add b integer, add a integer");
        List<String> turned = dump.lines(database);
        database.execute("drop table t", "create table t (a integer, b integer)");
        assertEquals(turned, dump.lines(database));
    }
}
