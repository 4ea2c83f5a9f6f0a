package dev.migratable.processor.write;

import static dev.migratable.processor.write.JavaText.literal;
import static dev.migratable.processor.write.JavaText.literals;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes records of the model as the statements that build them again, one for each column and constraint: plain calls of
 * methods that are neither overloaded nor generic, which javac is done with soonest. Not thread-safe.
 */
final class ModelCode {

    private final Map<SqlType, Boolean> readBack;
    private final List<Part> parts = new ArrayList<>();
    private final SortedSet<Enum<?>> constants = new TreeSet<>(Comparator.comparing(Enum::name));

    /**
     * A statement.
     *
     * @param table the expression of the table's builder, which the statement calls {@code table}
     * @param code the statement without its semicolon
     */
    record Part(Optional<String> table, String code) {}

    /**
     * Creates one without statements.
     *
     * @param readBack remembers of types whether their SQL is read as the same type
     */
    ModelCode(Map<SqlType, Boolean> readBack) {
        this.readBack = readBack;
    }

    /** Returns the statements so far. */
    List<Part> parts() {
        return parts;
    }

    /** Returns the constants that the statements call by their names alone. */
    SortedSet<Enum<?>> constants() {
        return constants;
    }

    private static String name(QualifiedName name) {
        return literal(name.schema()) + ", " + literal(name.name());
    }

    private static String name(ColumnName name) {
        return name(name.table()) + ", " + literal(name.column());
    }

    private void add(String method, String arguments) {
        parts.add(new Part(Optional.empty(), "model." + method + "(" + arguments + ")"));
    }

    void table(Table table) {
        table("model.table(" + name(table.name()) + ")", table);
    }

    void contribution(Table table) {
        table("model.contribution(" + name(table.name()) + ")", table);
    }

    private void table(String builder, Table table) {
        Optional<String> owner = Optional.of(builder);
        List<String> statements = new ArrayList<>();
        table.columns().forEach(c -> statements.add(column(c)));
        table.primaryKey().ifPresent(key -> statements.add(primaryKey(key)));
        table.uniqueConstraints().forEach(u -> statements.add(unique(u)));
        table.foreignKeys().forEach(key -> statements.add(foreignKey(key)));
        table.checkConstraints().forEach(c -> statements.add(check(c)));
        table.indexes().forEach(i -> statements.add(index(i)));
        table.comment().ifPresent(comment -> statements.add("comment(" + literal(comment) + ")"));
        if (statements.isEmpty()) {
            parts.add(new Part(Optional.empty(), builder));
        }
        statements.forEach(statement -> parts.add(new Part(owner, "table." + statement)));
    }

    private String column(Column column) {
        StringBuilder code = new StringBuilder();
        String name = literal(column.name());
        SqlType type = column.type();
        if (readBack.computeIfAbsent(type, ModelCode::isReadBack)) {
            code.append("column(").append(name).append(", ").append(literal(type.sql()));
        } else {
            code.append("columnOfType(").append(name).append(", ").append(literal(type.name()));
            code.append(", ").append(type.dimensions());
            code.append(type.modifiers().isEmpty() ? "" : ", ").append(literals(type.modifiers()));
        }
        code.append(")").append(column.nullable() ? "" : ".notNull()");
        column.defaultValue().ifPresent(value -> call(code, "defaultValue", literal(value)));
        column.identity().ifPresent(identity -> call(code, "identity", identity(identity)));
        column.generated().ifPresent(g -> call(code, method(g), literal(g.expression())));
        column.collation().ifPresent(collation -> call(code, "collation", literal(collation)));
        column.comment().ifPresent(comment -> call(code, "comment", literal(comment)));
        return code.toString();
    }

    private static boolean isReadBack(SqlType type) {
        try {
            return SqlType.parse(type.sql()).equals(type);
        } catch (IllegalArgumentException e) {
            return false; // the user's own text, which is not of a type's shape
        }
    }

    private static void call(StringBuilder code, String method, String arguments) {
        code.append('.').append(method).append('(').append(arguments).append(')');
    }

    private static String identity(Identity identity) {
        return identity.always() + ", " + options(identity.options());
    }

    private static String method(Generated generated) {
        return generated.stored() ? "generatedStored" : "generatedVirtual";
    }

    private static String options(SequenceOptions options) {
        return options.start() + "L, " + options.increment() + "L, " + options.minimum() + "L, " + options.maximum()
                + "L, " + options.cache() + "L, " + options.cycle();
    }

    void sequence(Sequence sequence) {
        add(
                "sequence",
                name(sequence.name()) + ", " + literal(sequence.type().sql()) + ", " + options(sequence.options()));
        sequence.ownedBy().ifPresent(owner -> add("ownedBy", name(owner)));
    }

    private String primaryKey(PrimaryKey key) {
        StringBuilder code = new StringBuilder("primaryKey(");
        code.append(literal(key.name()))
                .append(", ")
                .append(literals(key.columns()))
                .append(")");
        return finish(code, key.include(), key.deferrability());
    }

    private String unique(UniqueConstraint unique) {
        StringBuilder code = new StringBuilder("unique(");
        code.append(literal(unique.name())).append(", ").append(literals(unique.columns()));
        code.append(")").append(unique.nullsNotDistinct() ? ".nullsNotDistinct()" : "");
        return finish(code, unique.include(), unique.deferrability());
    }

    private String finish(StringBuilder code, List<String> include, Deferrability deferrability) {
        if (!include.isEmpty()) {
            call(code, "include", literals(include));
        }
        return finish(code, deferrability);
    }

    private String finish(StringBuilder code, Deferrability deferrability) {
        if (deferrability != Deferrability.NOT_DEFERRABLE) {
            call(code, "checked", constant(deferrability));
        }
        return code.toString();
    }

    private String constant(Enum<?> value) {
        constants.add(value);
        return value.name();
    }

    private String foreignKey(ForeignKey key) {
        StringBuilder code = new StringBuilder("foreignKey(");
        code.append(literal(key.name()))
                .append(", ")
                .append(literals(key.columns()))
                .append(")");
        call(code, "references", name(key.referencedTable()) + ", " + literals(key.referencedColumns()));
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            call(code, "onDelete", constant(key.onDelete()));
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            call(code, "onUpdate", constant(key.onUpdate()));
        }
        code.append(key.matchFull() ? ".matchFull()" : "").append(key.validated() ? "" : ".notValid()");
        return finish(code, key.deferrability());
    }

    private static String check(CheckConstraint check) {
        return (check.validated() ? "check(" : "checkNotValid(") + literal(check.name()) + ", "
                + literal(check.expression()) + ")";
    }

    private static String index(Index index) {
        StringBuilder code = new StringBuilder("index(").append(literal(index.name()));
        boolean simple = index.keys().stream().allMatch(key -> key.equals(IndexKey.column(key.text())));
        if (simple) {
            index.keys().forEach(key -> code.append(", ").append(literal(key.text())));
        }
        code.append(")");
        if (!simple) {
            index.keys().forEach(key -> key(code, key));
        }
        code.append(index.unique() ? ".unique()" : "");
        if (!index.method().equals(Index.DEFAULT_METHOD)) {
            call(code, "method", literal(index.method()));
        }
        if (!index.include().isEmpty()) {
            call(code, "include", literals(index.include()));
        }
        index.predicate().ifPresent(predicate -> call(code, "where", literal(predicate)));
        code.append(index.nullsNotDistinct() ? ".nullsNotDistinct()" : "").append(index.valid() ? "" : ".notValid()");
        return code.toString();
    }

    private static void key(StringBuilder code, IndexKey key) {
        call(code, key.expression() ? "expression" : "key", literal(key.text()));
        code.append(key.descending() ? ".descending()" : "").append(key.nullsFirst() ? ".nullsFirst()" : "");
        key.operatorClass().ifPresent(name -> call(code, "operatorClass", literal(name)));
        key.collation().ifPresent(name -> call(code, "collation", literal(name)));
    }

    void declarations(Declarations declarations) {
        for (Declarations.ColumnRename r : declarations.columnRenames()) {
            add("columnRenamed", name(r.table()) + ", " + literal(r.from()) + ", " + literal(r.to()));
        }
        for (Declarations.TableRename r : declarations.tableRenames()) {
            add("tableRenamed", name(r.from()) + ", " + name(r.to()));
        }
        for (Declarations.Retirement r : declarations.retirements()) {
            add(r.column().isPresent() ? "columnRetired" : "tableRetired", place(r.table(), r.column()));
        }
        for (Declarations.Backfill b : declarations.backfills()) {
            add(
                    b.reverse().isPresent() ? "conversion" : "backfill",
                    name(b.column()) + ", " + literal(b.expression()) + optional(b.reverse()));
        }
        for (Declarations.AcceptedRisk r : declarations.acceptedRisks()) {
            add(
                    r.column().isPresent() ? "columnRiskAccepted" : "riskAccepted",
                    place(r.table(), r.column()) + ", " + literal(r.rule()) + ", " + literal(r.reason()));
        }
    }

    private static String place(QualifiedName table, Optional<String> column) {
        return name(table) + optional(column);
    }

    private static String optional(Optional<String> argument) {
        return argument.map(a -> ", " + literal(a)).orElse("");
    }
}
