package dev.migratable.runtime.sql;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddEnumValue;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropCompositeType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropSequence;
import dev.migratable.change.DropTable;
import dev.migratable.change.DropUnique;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.SettingChange;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.diff.TypeFamily;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a change as the DDL that says just that, whatever it locks: what a change means on a server, for tables
 * without rows.
 */
public final class PlainDdl implements Change.Visitor<List<String>> {

    private final Schema before;

    private PlainDdl(Schema before) {
        this.before = before;
    }

    /** Returns the statements of changes that are applied one after the other to a schema. */
    public static List<String> of(Schema schema, List<Change> changes) {
        List<String> statements = new ArrayList<>();
        Schema present = schema;
        for (Change change : changes) {
            statements.addAll(change.accept(new PlainDdl(present)));
            present = change.applyTo(present);
        }
        return statements;
    }

    @Override
    public List<String> visit(CreateTable change) {
        Table table = change.definition();
        List<CheckConstraint> valid = table.checkConstraints().stream()
                .filter(CheckConstraint::validated)
                .toList();
        List<String> statements = new ArrayList<>(TableSql.create(table.withCheckConstraints(valid)));
        table.checkConstraints().stream()
                .filter(check -> !check.validated())
                .forEach(check -> statements.add(add(table.name(), check.name(), check(check))));
        return statements;
    }

    @Override
    public List<String> visit(DropTable change) {
        return List.of("DROP TABLE " + Sql.name(change.table()));
    }

    @Override
    public List<String> visit(RenameTable change) {
        return List.of(TableSql.rename(change.table(), change.newName()));
    }

    @Override
    public List<String> visit(ChangeTableComment change) {
        return List.of(ColumnSql.comment(change.table(), change.to()));
    }

    @Override
    public List<String> visit(AddColumn change) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(change.table()) + "ADD COLUMN " + ColumnSql.definition(change.column()));
        change.column()
                .comment()
                .ifPresent(text -> statements.add(
                        ColumnSql.comment(change.table(), change.column().name(), Optional.of(text))));
        return statements;
    }

    @Override
    public List<String> visit(DropColumn change) {
        return List.of(alter(change.table()) + "DROP COLUMN "
                + Sql.identifier(change.column().name()));
    }

    @Override
    public List<String> visit(RenameColumn change) {
        return List.of(ColumnSql.rename(change.table(), change.from(), change.to()));
    }

    /** There are no rows, so that any value will do for a conversion that PostgreSQL does not do by itself. */
    @Override
    public List<String> visit(ChangeColumnType change) {
        Optional<String> collation = column(change.table(), change.column()).collation();
        Optional<String> kept = collation.filter(c -> isCollatable(change.to()));
        return List.of(ColumnSql.changeType(change.table(), change.column(), change.to(), kept) + " USING NULL::"
                + change.to().sql());
    }

    @Override
    public List<String> visit(SetNotNull change) {
        return List.of(ColumnSql.setNotNull(change.table(), change.column()));
    }

    @Override
    public List<String> visit(DropNotNull change) {
        return List.of(ColumnSql.dropNotNull(change.table(), change.column()));
    }

    @Override
    public List<String> visit(ChangeDefault change) {
        return List.of(ColumnSql.changeDefault(change.table(), change.column(), change.to()));
    }

    @Override
    public List<String> visit(ChangeIdentity change) {
        String column = alterColumn(change.table(), change.column());
        if (change.to().isEmpty()) {
            return List.of(column + "DROP IDENTITY");
        }
        Identity to = change.to().get();
        String options = SequenceSql.options(to.options());
        String kind = to.always() ? "ALWAYS" : "BY DEFAULT";
        return List.of(
                change.from().isEmpty()
                        ? column + "ADD GENERATED " + kind + " AS IDENTITY (" + options + ")"
                        : column + "SET GENERATED " + kind + " " + setEach(to));
    }

    private static String setEach(Identity identity) {
        return "SET INCREMENT BY " + identity.options().increment() + " SET MINVALUE "
                + identity.options().minimum() + " SET MAXVALUE "
                + identity.options().maximum() + " SET START WITH "
                + identity.options().start() + " SET CACHE "
                + identity.options().cache()
                + (identity.options().cycle() ? " SET CYCLE" : " SET NO CYCLE");
    }

    /** PostgreSQL 17 and newer. */
    @Override
    public List<String> visit(ChangeGenerated change) {
        String column = alterColumn(change.table(), change.column());
        return List.of(change.to()
                .map(generated -> column + "SET EXPRESSION AS (" + generated.expression() + ")")
                .orElse(column + "DROP EXPRESSION"));
    }

    @Override
    public List<String> visit(ChangeCollation change) {
        SqlType type = column(change.table(), change.column()).type();
        return isCollatable(type)
                ? List.of(ColumnSql.changeType(
                        change.table(),
                        change.column(),
                        type,
                        change.to().or(() -> Optional.of("pg_catalog.\"default\""))))
                : List.of();
    }

    @Override
    public List<String> visit(ChangeColumnComment change) {
        return List.of(ColumnSql.comment(change.table(), change.column(), change.to()));
    }

    @Override
    public List<String> visit(AddPrimaryKey change) {
        return List.of(add(change.table(), change.primaryKey().name(), ConstraintSql.definition(change.primaryKey())));
    }

    @Override
    public List<String> visit(DropPrimaryKey change) {
        return List.of(dropConstraint(change.table(), change.primaryKey().name()));
    }

    @Override
    public List<String> visit(AddUnique change) {
        return List.of(add(change.table(), change.constraint().name(), ConstraintSql.definition(change.constraint())));
    }

    @Override
    public List<String> visit(DropUnique change) {
        return List.of(dropConstraint(change.table(), change.constraint().name()));
    }

    @Override
    public List<String> visit(AddForeignKey change) {
        return List.of(add(
                change.table(),
                change.foreignKey().name(),
                ConstraintSql.definition(change.foreignKey())
                        + notValid(change.foreignKey().validated())));
    }

    @Override
    public List<String> visit(DropForeignKey change) {
        return List.of(dropConstraint(change.table(), change.foreignKey().name()));
    }

    @Override
    public List<String> visit(AddCheck change) {
        return List.of(add(change.table(), change.constraint().name(), check(change.constraint())));
    }

    @Override
    public List<String> visit(DropCheck change) {
        return List.of(dropConstraint(change.table(), change.constraint().name()));
    }

    @Override
    public List<String> visit(ValidateConstraint change) {
        return List.of(alter(change.table()) + "VALIDATE CONSTRAINT " + Sql.identifier(change.constraint()));
    }

    @Override
    public List<String> visit(CreateIndex change) {
        return List.of(IndexSql.create(change.table(), change.index()));
    }

    @Override
    public List<String> visit(DropIndex change) {
        return List.of(
                "DROP INDEX " + Sql.name(change.table().withName(change.index().name())));
    }

    @Override
    public List<String> visit(CreateSequence change) {
        List<String> statements = new ArrayList<>();
        statements.add(SequenceSql.create(change.sequence()));
        if (change.sequence().ownedBy().isPresent()) {
            statements.add(SequenceSql.own(change.sequence()));
        }
        return statements;
    }

    @Override
    public List<String> visit(DropSequence change) {
        return List.of("DROP SEQUENCE " + Sql.name(change.table()));
    }

    @Override
    public List<String> visit(ChangeSequence change) {
        return List.of(SequenceSql.alter(change.to()), SequenceSql.own(change.to()));
    }

    @Override
    public List<String> visit(EnumTypeChange change) {
        if (change instanceof CreateEnumType create) {
            return List.of(EnumTypeSql.create(create.type()));
        }
        if (change instanceof AddEnumValue add) {
            return List.of(EnumTypeSql.addValue(add.table(), add.label(), add.before()));
        }
        if (change instanceof DropEnumType) {
            return List.of("DROP TYPE " + Sql.name(change.table()));
        }
        throw new AssertionError(change.description());
    }

    @Override
    public List<String> visit(CompositeTypeChange change) {
        if (change instanceof CreateCompositeType create) {
            return List.of(CompositeTypeSql.create(create.type()));
        }
        if (change instanceof DropCompositeType) {
            return List.of("DROP TYPE " + Sql.name(change.table()));
        }
        throw new AssertionError(change.description());
    }

    @Override
    public List<String> visit(SettingChange change) {
        return SettingSql.of(change);
    }

    @Override
    public List<String> visit(UnsupportedChange change) {
        throw new AssertionError(change.difference());
    }

    private Column column(QualifiedName table, String name) {
        return before.table(table).flatMap(t -> t.column(name)).orElseThrow();
    }

    private static boolean isCollatable(SqlType type) {
        return TypeFamily.of(type) == TypeFamily.TEXT;
    }

    private static String check(CheckConstraint check) {
        return ConstraintSql.definition(check) + notValid(check.validated());
    }

    private static String notValid(boolean validated) {
        return validated ? "" : " NOT VALID";
    }

    private static String add(QualifiedName table, String name, String definition) {
        return alter(table) + "ADD CONSTRAINT " + Sql.identifier(name) + " " + definition;
    }

    private static String dropConstraint(QualifiedName table, String name) {
        return alter(table) + "DROP CONSTRAINT " + Sql.identifier(name);
    }

    private static String alterColumn(QualifiedName table, String column) {
        return alter(table) + "ALTER COLUMN " + Sql.identifier(column) + " ";
    }

    private static String alter(QualifiedName table) {
        return "ALTER TABLE " + Sql.name(table) + " ";
    }
}
