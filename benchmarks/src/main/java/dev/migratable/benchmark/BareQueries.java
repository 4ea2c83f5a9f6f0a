package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The floor: a handful of bulk queries of the catalog, written by hand, of whose rows nothing is made. */
final class BareQueries {

    private final String script;

    BareQueries() throws IOException {
        try (InputStream in = Objects.requireNonNull(BareQueries.class.getResourceAsStream("bare.sql"))) {
            this.script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Runs the queries one by one, each with its whole result at once, and returns the number of rows. */
    long overJdbc(Connection connection) throws SQLException {
        long rows = 0;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String query : queries()) {
                rows += take(statement, statement.execute(query));
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return rows;
    }

    private List<String> queries() {
        return Arrays.stream(script.split(";\\s*", -1))
                .filter(q -> !q.isBlank())
                .toList();
    }

    /** Takes every row of a statement's result, if it has one. */
    static long take(Statement statement, boolean hasRows) throws SQLException {
        long rows = 0;
        if (hasRows) {
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    rows++;
                }
            }
        }
        return rows;
    }

    /** Returns where psql is, if on the path. */
    static Optional<Path> psql() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "psql"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs the queries in a process of psql, whose output is thrown away. */
    void byPsql(Path psql, Path folder, TestDatabase database) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("bare.sql"), script);
        ProcessBuilder builder = new ProcessBuilder(
                        psql.toString(),
                        "-X",
                        "-A",
                        "-t",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        database.host(),
                        "-p",
                        database.port() + "",
                        "-U",
                        database.user(),
                        "-d",
                        database.name(),
                        "-f",
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PGPASSWORD", database.password());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("psql ended with status " + status);
        }
    }
}
