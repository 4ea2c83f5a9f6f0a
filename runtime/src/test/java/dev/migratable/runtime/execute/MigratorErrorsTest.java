package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Every error is one line that names the thing, and leaves nothing half done. */
@PostgresTest
class MigratorErrorsTest {

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    private ShopDatabase shop;

    MigratorErrorsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void generate() {
        shop = new ShopDatabase(database, changelog);
        shop.generateV1();
    }

    private String failure(javax.sql.DataSource source) {
        Migrator migrator = Migrator.builder(source).changelog(changelog).build();
        MigratableException failure = assertThrows(
                MigratableException.class, () -> migrator.apply(ShopDatabase.BOTH, Optional.empty(), Set.of()));
        assertEquals(1, failure.line().lines().count(), failure.line());
        return failure.line();
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        return source;
    }

    @Test
    void aWrongPassword() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> refusePassword(server));
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl("jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/shop");
            source.setUser("shop");
            source.setPassword("not-the-password");
            String line = failure(source);
            assertTrue(line.startsWith("DB02 connect: password authentication failed for user \"shop\". "), line);
            assertTrue(!line.contains("not-the-password"), line);
            answer.join();
        }
    }

    /** Answers as a server does that wants no TLS and does not accept the password. */
    private static void refusePassword(ServerSocket server) {
        try (Socket socket = server.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            int length = in.readInt();
            byte[] request = in.readNBytes(length - 4);
            while (length == 8) {
                out.write('N');
                out.flush();
                length = in.readInt();
                request = in.readNBytes(length - 4);
            }
            assertTrue(request.length > 4);
            byte[] fields = ("SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"shop\"\0\0")
                    .getBytes(StandardCharsets.UTF_8);
            out.write('E');
            out.write(ByteBuffer.allocate(4).putInt(fields.length + 4).array());
            out.write(fields);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMissingDatabase() {
        PGSimpleDataSource source = source();
        source.setDatabaseName("no_such_database");
        assertTrue(
                failure(source).startsWith("DB03 connect: database \"no_such_database\" does not exist. "),
                failure(source));
    }

    @Test
    void aServerThatIsNotThere() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:1/shop");
        source.setUser("shop");
        assertTrue(failure(source).startsWith("DB01 connect: Connection to 127.0.0.1:1 refused"), failure(source));
    }

    @Test
    void aMissingPermission() throws SQLException {
        // Before PostgreSQL 15 everybody may create in it.
        database.execute(
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "DO $$ BEGIN CREATE ROLE migratable_poor_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        String line = failure(shop.dataSourceAs("migratable_poor_test"));
        assertTrue(line.startsWith("PRE00 preflight: 3 problems stop this before its first statement; "), line);
        assertTrue(
                line.contains(
                        "PRE05 schema migratable: is not there, and the role migratable_poor_test may not create it."),
                line);
        assertTrue(
                line.contains("PRE05 schema public: the role migratable_poor_test may not create anything in it."),
                line);
        assertEquals(Schema.EMPTY, shop.schema());
    }

    @Test
    void aMissingPermissionOnATable() throws SQLException {
        shop.createShopFromGenerated();
        shop.generateV2();
        database.execute(
                "DO $$ BEGIN CREATE ROLE migratable_poor_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT ALL ON SCHEMA public, migratable TO migratable_poor_test",
                "GRANT ALL ON ALL TABLES IN SCHEMA migratable TO migratable_poor_test",
                "GRANT ALL ON databasechangelog TO migratable_poor_test");
        Schema before = shop.schema();
        String line = failure(shop.dataSourceAs("migratable_poor_test"));
        assertTrue(line.startsWith("PRE00 preflight: 2 problems stop this before its first statement; "), line);
        assertTrue(line.contains("PRE05 customer: belongs to the role "), line);
        assertEquals(before, shop.schema());
        database.execute("DROP OWNED BY migratable_poor_test");
    }

    @Test
    void aChangelogEditedAfterItRan() throws Exception {
        shop.createShopFromGenerated();
        shop.generateV2();
        Path file = changelog.resolve("0001_create_shop/expand.sql");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("varchar(100)", "varchar(101)")
                        .replace("character varying(100)", "character varying(101)"));
        Schema before = shop.schema();
        String line = failure(database.dataSource());
        assertTrue(line.startsWith("LIQ01 0001_create_shop/expand.sql: change set 0001-"), line);
        assertTrue(line.contains("has been edited after it ran. "), line);
        assertEquals(before, shop.schema());
    }

    @Test
    void aLiquibaseThatHoldsItsLock() throws SQLException {
        database.execute(
                "CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, "
                        + "lockgranted timestamp, lockedby varchar(255))",
                "INSERT INTO databasechangeloglock VALUES (1, true, '2026-01-02 03:04:05', 'build-7 (10.0.0.7)')");
        assertEquals(
                "RUN04 DATABASECHANGELOGLOCK: Liquibase on build-7 (10.0.0.7) has held it since 2026-01-02 03:04:05. Wait"
                        + " until it has finished; where it was killed, release the lock with liquibase release-locks.",
                failure(database.dataSource()));
        assertEquals(List.of(), shop.schema().tables());
    }

    @Test
    void aRunnerThatIsThrownOut() throws SQLException {
        shop.createShopFromGenerated();
        shop.generateV2();
        MigrationListener throwOut = new MigrationListener() {
            @Override
            public void stepStarted(String migration, String step, String purpose) {
                try {
                    String runners = " FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND application_name = 'migratable-runner'";
                    database.query("SELECT pg_terminate_backend(pid)" + runners);
                    while (!database.query("SELECT" + runners).isEmpty()) {
                        Thread.onSpinWait();
                    }
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        };
        Migrator migrator = shop.migrator().listener(throwOut).build();
        MigratableException failure = assertThrows(
                MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        assertEquals(1, failure.line().lines().count(), failure.line());
        assertTrue(failure.line().startsWith("DB05 "), failure.line());
        shop.expand();
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
    }
}
