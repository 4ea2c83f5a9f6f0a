package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.runtime.sql.StatementReader;
import dev.migratable.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds privileges that steps need and the connecting role lacks. */
final class PrivilegeCheck implements PreflightCheck {

    private static final String CODE = "PRE05";

    @Override
    public String subject() {
        return "privileges";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        List<PreflightFinding> findings = new ArrayList<>();
        findings.addAll(tables(database, scope));
        findings.addAll(schemas(database, scope));
        findings.addAll(ownTables(database));
        return findings;
    }

    private static List<PreflightFinding> tables(PreflightDatabase database, PreflightScope scope) throws SQLException {
        List<String> owned = names(scope, PrivilegeCheck::altersTable);
        List<String> written = names(scope, p -> p.step() instanceof BackfillStep);
        List<String> triggered = names(scope, p -> new StatementReader(p.statements()).createsTrigger());
        List<String> referenced =
                PreflightDatabase.texts(scope.wantedStatements().referencedTables());
        Set<String> all = new TreeSet<>(PreflightDatabase.texts(scope.wantedTables()));
        all.addAll(referenced);
        List<PreflightFinding> findings = new ArrayList<>();
        database.rows(
                PreflightSql.TABLE_PRIVILEGES,
                row -> {
                    String table = row.getString(1);
                    if (!row.getBoolean(3) && owned.contains(table)) {
                        findings.add(notOwner(row));
                        return null;
                    }
                    boolean mine = scope.wantedTables().stream()
                            .anyMatch(t -> PreflightSql.text(t).equals(table));
                    if (mine) {
                        require(findings, row, 4, "SELECT");
                    }
                    if (written.contains(table)) {
                        require(findings, row, 5, "UPDATE");
                    }
                    if (triggered.contains(table)) {
                        require(findings, row, 6, "TRIGGER");
                    }
                    if (referenced.contains(table)) {
                        require(findings, row, 7, "REFERENCES");
                    }
                    return null;
                },
                all);
        return findings;
    }

    private static void require(List<PreflightFinding> findings, ResultSet row, int column, String privilege)
            throws SQLException {
        if (!row.getBoolean(column)) {
            findings.add(PreflightFinding.error(
                    CODE,
                    PreflightDatabase.display(row.getString(1)),
                    "the role " + row.getString(8) + " has not the privilege " + privilege + " on it",
                    "GRANT " + privilege + " ON " + row.getString(1) + " TO " + Sql.identifier(row.getString(8))));
        }
    }

    private static PreflightFinding notOwner(ResultSet row) throws SQLException {
        return PreflightFinding.error(
                CODE,
                PreflightDatabase.display(row.getString(1)),
                "belongs to the role " + row.getString(2) + ", and the role " + row.getString(8)
                        + " is no member of it; only an owner may change a table",
                "Connect as " + row.getString(2) + ", or GRANT " + Sql.identifier(row.getString(2)) + " TO "
                        + Sql.identifier(row.getString(8)));
    }

    private static boolean altersTable(PendingStep pending) {
        return pending.step() instanceof ConcurrentIndexStep
                || pending.step() instanceof DdlStep
                        && pending.statements().stream().anyMatch(s -> !s.startsWith("ANALYZE "));
    }

    private static List<String> names(PreflightScope scope, Predicate<PendingStep> wanted) {
        Set<QualifiedName> tables =
                PreflightScope.tables(scope.wanted().stream().filter(wanted).toList());
        tables.retainAll(scope.existing());
        return PreflightDatabase.texts(tables);
    }

    private static List<PreflightFinding> schemas(PreflightDatabase database, PreflightScope scope)
            throws SQLException {
        StatementReader statements = scope.wantedStatements();
        Set<String> schemas = Stream.of(
                        statements.createdTables(), statements.createdIndexes(), statements.renamedTables())
                .flatMap(Collection::stream)
                .map(QualifiedName::schema)
                .map(Sql::identifier)
                .collect(Collectors.toCollection(TreeSet::new));
        schemas.add(BookkeepingSql.SCHEMA);
        Set<String> created = statements.createdSchemas().stream()
                .map(Sql::identifier)
                .collect(Collectors.toCollection(TreeSet::new));
        created.addAll(List.of(BookkeepingSql.SCHEMA, BookkeepingSql.PARKED_SCHEMA));
        boolean mayCreate = database.isTrue(PreflightSql.MAY_CREATE_SCHEMAS);
        return database.rows(
                PreflightSql.SCHEMA_PRIVILEGES,
                row -> {
                    String schema = row.getString(1);
                    if (!row.getBoolean(2)) {
                        return missing(schema, row.getString(5), mayCreate, created.contains(schema));
                    }
                    return row.getBoolean(3) && row.getBoolean(4)
                            ? null
                            : PreflightFinding.error(
                                    CODE,
                                    "schema " + schema,
                                    "the role " + row.getString(5) + " may not create anything in it",
                                    "GRANT USAGE, CREATE ON SCHEMA " + schema + " TO "
                                            + Sql.identifier(row.getString(5)));
                },
                schemas);
    }

    private static @org.jspecify.annotations.Nullable PreflightFinding missing(
            String schema, String role, boolean mayCreate, boolean isCreated) {
        if (isCreated && mayCreate) {
            return null;
        }
        return PreflightFinding.error(
                CODE,
                "schema " + schema,
                isCreated ? "is not there, and the role " + role + " may not create it" : "is not there",
                PreflightSql.createSchema(schema, Sql.identifier(role)));
    }

    private static List<PreflightFinding> ownTables(PreflightDatabase database) throws SQLException {
        List<PreflightFinding> findings = new ArrayList<>(database.rows(
                PreflightSql.OWN_TABLES,
                row -> PreflightFinding.error(
                        CODE,
                        PreflightDatabase.display(row.getString(1)),
                        "the connecting role may not read and write this table, which keeps how far migrations are",
                        "GRANT SELECT, INSERT, UPDATE, DELETE ON " + row.getString(1) + " to it"),
                new Object[0]));
        if (database.isTrue(PreflightSql.NO_CHANGELOG_TABLE)) {
            findings.add(PreflightFinding.error(
                    CODE,
                    "databasechangelog",
                    "Liquibase's table is not there, and the connecting role may not create it in the first schema of"
                            + " its search path",
                    "Grant CREATE on that schema"));
        }
        return findings;
    }
}
