package dev.migratable.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Differences between schemas that a real server holds. */
@PostgresTest
class SchemaDifferTest {

    private final TestDatabase database;

    SchemaDifferTest(TestDatabase database) {
        this.database = database;
    }

    private Schema inspect() throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    /** Returns the kinds and tables of the changes between two states of the server. */
    private List<String> diff(List<String> before, List<String> after) throws SQLException {
        database.execute(before.toArray(String[]::new));
        Schema current = inspect();
        database.execute(after.toArray(String[]::new));
        Schema desired = inspect();
        List<Change> changes = SchemaDiffer.diff(current, new Model(desired, Declarations.NONE));
        return changes.stream()
                .map(c -> c.getClass().getSimpleName() + " " + c.table().name())
                .toList();
    }

    @Test
    void namesOfConstraintsAndIndexesDoNotCount() throws SQLException {
        assertEquals(
                List.of(),
                diff(
                        List.of(
                                "CREATE TABLE p (id int CONSTRAINT a PRIMARY KEY)",
                                "CREATE TABLE t (id int CONSTRAINT b REFERENCES p, n int CONSTRAINT c UNIQUE,"
                                        + " CONSTRAINT d CHECK (n > 0))",
                                "CREATE INDEX e ON t (n, id)"),
                        List.of(
                                "ALTER TABLE p RENAME CONSTRAINT a TO aa",
                                "ALTER TABLE t RENAME CONSTRAINT b TO bb",
                                "ALTER TABLE t RENAME CONSTRAINT c TO cc",
                                "ALTER TABLE t RENAME CONSTRAINT d TO dd",
                                "ALTER INDEX e RENAME TO ee")));
    }

    @Test
    void aUniqueIndexAndAUniqueConstraintSatisfyEachOther() throws SQLException {
        List<String> swap = List.of("ALTER TABLE t DROP CONSTRAINT u", "CREATE UNIQUE INDEX i ON t (a, b)");
        assertEquals(List.of(), diff(List.of("CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a, b))"), swap));
        assertEquals(
                List.of(), diff(List.of(), List.of("DROP INDEX i", "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a, b)")));
        assertEquals(
                List.of("DropUnique t", "CreateIndex t"),
                diff(
                        List.of(),
                        List.of(
                                "ALTER TABLE t DROP CONSTRAINT u",
                                "CREATE UNIQUE INDEX i ON t (a, b) WHERE a IS NOT NULL")));
    }

    @Test
    void anUnvalidatedConstraintIsValidatedAndNeverTheReverse() throws SQLException {
        List<String> before = List.of(
                "CREATE TABLE t (id int PRIMARY KEY, p int)",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (p > 0) NOT VALID",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES t NOT VALID");
        List<String> validate = List.of("ALTER TABLE t VALIDATE CONSTRAINT c", "ALTER TABLE t VALIDATE CONSTRAINT f");
        assertEquals(List.of("ValidateConstraint t", "ValidateConstraint t"), diff(before, validate));
        assertEquals(
                List.of(),
                diff(
                        List.of(),
                        List.of(
                                "ALTER TABLE t DROP CONSTRAINT c",
                                "ALTER TABLE t ADD CONSTRAINT c CHECK (p > 0) NOT VALID")));
    }

    @Test
    void anIndexInThePlaceOfOneOfItsNameGetsAnother() throws SQLException {
        database.execute("CREATE TABLE t (a int, b int)", "CREATE INDEX i ON t (a)");
        Schema current = inspect();
        database.execute("DROP INDEX i", "CREATE INDEX i ON t (b)");
        assertEquals(
                List.of("create index i_2 on (b) of t", "drop index i on (a) of t"),
                SchemaDiffer.diff(current, new Model(inspect(), Declarations.NONE)).stream()
                        .map(Change::description)
                        .sorted()
                        .toList());
    }

    @Test
    void theFirstValueOfASequenceThatIsThereDoesNotCount() throws SQLException {
        assertEquals(
                List.of(),
                diff(List.of("CREATE SEQUENCE s START 1050 INCREMENT 50"), List.of("ALTER SEQUENCE s START 1")));
        assertEquals(List.of("ChangeSequence s"), diff(List.of(), List.of("ALTER SEQUENCE s START 9 INCREMENT 20")));
    }

    @Test
    void descriptionsAreOneLineOfPlainWords() throws SQLException {
        database.execute(
                "CREATE SEQUENCE s INCREMENT 50",
                "CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY,"
                        + " a int, b int GENERATED ALWAYS AS (a + 1) STORED)",
                "COMMENT ON TABLE t IS 'old'");
        Schema current = inspect();
        database.execute(
                "ALTER SEQUENCE s INCREMENT 20 CACHE 5 CYCLE",
                "ALTER TABLE t ALTER id SET GENERATED ALWAYS",
                "ALTER TABLE t DROP b, ADD b int GENERATED ALWAYS AS (a + 2) STORED",
                "COMMENT ON TABLE t IS E'new\\n -- DROP TABLE t'");
        assertEquals(
                List.of(
                        "change sequence s: increment from 50 to 20, cache from 1 to 5, cycle from false to true",
                        "change identity of t.id from by default to always",
                        "change generation of t.b from (a + 1) stored to (a + 2) stored",
                        "change comment of table t from old to new -- DROP TABLE t"),
                SchemaDiffer.diff(current, new Model(inspect(), Declarations.NONE)).stream()
                        .map(Change::description)
                        .toList());
    }

    @Test
    void theOrderIsThatOfDependencies() throws SQLException {
        assertEquals(
                List.of(
                        "DropForeignKey old_child",
                        "CreateSequence s",
                        "CreateTable a",
                        "CreateTable b",
                        "AddForeignKey a",
                        "AddForeignKey b",
                        "ChangeSequence s",
                        "DropTable old_child",
                        "DropTable old_parent"),
                diff(
                        List.of(
                                "CREATE TABLE old_parent (id int PRIMARY KEY)",
                                "CREATE TABLE old_child (id serial PRIMARY KEY, p int REFERENCES old_parent)"),
                        List.of(
                                "DROP TABLE old_child, old_parent",
                                "CREATE SEQUENCE s",
                                "CREATE TABLE a (id int PRIMARY KEY DEFAULT nextval('s'), b int)",
                                "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a)",
                                "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b",
                                "ALTER SEQUENCE s OWNED BY a.id")));
    }

    @Test
    void aForeignKeyIsReleasedWhileTheKeyItReferencesIsReplaced() throws SQLException {
        assertEquals(
                List.of(
                        "DropForeignKey child",
                        "DropPrimaryKey p",
                        "AddPrimaryKey p",
                        "AddUnique p",
                        "AddForeignKey child"),
                diff(
                        List.of(
                                "CREATE TABLE p (id int PRIMARY KEY, x int NOT NULL)",
                                "CREATE TABLE child (id int CONSTRAINT f REFERENCES p)"),
                        List.of(
                                "ALTER TABLE child DROP CONSTRAINT f",
                                "ALTER TABLE p DROP CONSTRAINT p_pkey",
                                "ALTER TABLE p ADD PRIMARY KEY (id, x), ADD UNIQUE (id)",
                                "ALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES p (id)")));
    }

    @Test
    void everyFacetOfAColumnIsAChangeOfItsOwn() throws SQLException {
        assertEquals(
                List.of(
                        "ChangeColumnType t",
                        "ChangeCollation t",
                        "ChangeDefault t",
                        "SetNotNull t",
                        "ChangeColumnComment t"),
                diff(
                        List.of("CREATE TABLE t (a varchar(10) DEFAULT 'x')"),
                        List.of(
                                "ALTER TABLE t ALTER a TYPE varchar(20) COLLATE \"C\"",
                                "ALTER TABLE t ALTER a SET DEFAULT 'y'",
                                "ALTER TABLE t ALTER a SET NOT NULL",
                                "COMMENT ON COLUMN t.a IS 'c'")));
    }

    @Test
    void aDefaultTheNewTypeDoesNotUnderstandGoesFirst() throws SQLException {
        assertEquals(
                List.of("ChangeDefault t", "ChangeColumnType t", "ChangeDefault t"),
                diff(
                        List.of("CREATE TABLE t (a varchar(10) DEFAULT 'x')"),
                        List.of(
                                "ALTER TABLE t ALTER a DROP DEFAULT",
                                "ALTER TABLE t ALTER a TYPE int USING 1",
                                "ALTER TABLE t ALTER a SET DEFAULT 2")));
    }

    @Test
    void anIndexIsDroppedBehindTheOneInItsPlace() throws SQLException {
        assertEquals(
                List.of("CreateIndex t", "DropIndex t"),
                diff(
                        List.of("CREATE TABLE t (a int, b text)", "CREATE INDEX ix ON t (a)"),
                        List.of("DROP INDEX ix", "CREATE INDEX ix ON t (a DESC)")));
        assertEquals(
                List.of("DropIndex u", "ChangeColumnType u", "CreateIndex u"),
                diff(
                        List.of("CREATE TABLE u (a int, b text)", "CREATE INDEX iu ON u (lower(b))"),
                        List.of("DROP INDEX iu", "ALTER TABLE u ALTER b TYPE int USING 1", "CREATE INDEX iu ON u (b)")),
                "no int has a lower case");
    }

    @Test
    void aNotNullConstraintThatIsNotValidIsValidatedOrDropped() throws SQLException {
        if (database.serverVersion() < 18) {
            assertThrows(
                    SQLException.class,
                    () -> database.execute("CREATE TABLE t (a int, CONSTRAINT nn NOT NULL a)"),
                    "such constraints have names since 18");
            return;
        }
        database.execute("CREATE TABLE t (a int)");
        Schema open = inspect();
        database.execute("ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID");
        Schema late = inspect();
        database.execute("ALTER TABLE t VALIDATE CONSTRAINT nn");
        Schema closed = inspect();
        QualifiedName t = QualifiedName.inPublic("t");
        assertEquals(List.of(new ValidateConstraint(t, "nn")), changes(late, closed));
        assertEquals(closed, Change.applyAll(late, changes(late, closed)));
        assertEquals(List.of(new DropNotNull(t, "a")), changes(late, open));
        assertEquals(open, Change.applyAll(late, changes(late, open)));
        assertEquals(List.of(), changes(late, late));
        assertEquals(List.of(), changes(closed, late), "a valid one does for both");
        assertEquals(List.of(new SetNotNull(t, "a")), changes(open, closed));
        Change unsupported = changes(open, late).get(0);
        assertTrue(
                unsupported.description().contains("NOT NULL constraint that is NOT VALID"), unsupported.description());
    }

    private static List<Change> changes(Schema from, Schema to) {
        return SchemaDiffer.diff(from, new Model(to, Declarations.NONE));
    }

    @Test
    void whatIsNotPlannedIsSaid() throws SQLException {
        database.execute("CREATE TABLE t (a int)", "CREATE TABLE x (r int4range)");
        Schema current = inspect();
        database.execute(
                "ALTER TABLE t ADD b int GENERATED ALWAYS AS (a) STORED",
                "ALTER TABLE t DROP a CASCADE",
                "ALTER TABLE t ADD a int",
                "ALTER TABLE x ADD CONSTRAINT e EXCLUDE USING gist (r WITH &&)");
        List<Change> changes = SchemaDiffer.diff(current, new Model(inspect(), Declarations.NONE));
        List<String> words = changes.stream()
                .filter(dev.migratable.change.UnsupportedChange.class::isInstance)
                .map(Change::toString)
                .toList();
        assertEquals(1, words.size(), words::toString);
        assertTrue(words.get(0).contains("exclusion constraint e (EXCLUDE USING gist"), words::toString);
    }
}
