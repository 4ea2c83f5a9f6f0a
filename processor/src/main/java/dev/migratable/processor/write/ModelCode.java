package dev.migratable.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes records of the model as the Java expressions that make them again. Type arguments are always written: javac then
 * attributes an argument once, and not once for each method that it may be an argument of.
 */
final class ModelCode {

    private ModelCode() {}

    static CodeBlock list(Class<?> type, Collection<CodeBlock> items) {
        return CodeBlock.of("$T.<$T>of($L)", List.class, type, CodeBlock.join(items, ",$W"));
    }

    static <T> CodeBlock list(Class<T> type, Collection<T> items, Function<T, CodeBlock> code) {
        return list(type, items.stream().map(code).toList());
    }

    static CodeBlock texts(Collection<String> items) {
        return list(String.class, items, ModelCode::text);
    }

    static CodeBlock text(String text) {
        return CodeBlock.of("$S", text);
    }

    static <T> CodeBlock optional(Class<T> type, Optional<T> value, Function<T, CodeBlock> code) {
        return value.map(v -> CodeBlock.of("$T.<$T>of($L)", Optional.class, type, code.apply(v)))
                .orElseGet(() -> CodeBlock.of("$T.<$T>empty()", Optional.class, type));
    }

    private static CodeBlock create(Class<?> type, CodeBlock... arguments) {
        return CodeBlock.of("new $T($L)", type, CodeBlock.join(List.of(arguments), ",$W"));
    }

    private static CodeBlock literal(Object value) {
        return value instanceof Long ? CodeBlock.of("$LL", value) : CodeBlock.of("$L", value);
    }

    private static CodeBlock constant(Enum<?> value) {
        return CodeBlock.of("$T.$L", value.getDeclaringClass(), value.name());
    }

    static CodeBlock name(QualifiedName name) {
        return create(QualifiedName.class, text(name.schema()), text(name.name()));
    }

    private static CodeBlock columnName(ColumnName name) {
        return create(ColumnName.class, name(name.table()), text(name.column()));
    }

    private static CodeBlock type(SqlType type) {
        return create(SqlType.class, text(type.name()), texts(type.modifiers()), literal(type.dimensions()));
    }

    static CodeBlock table(Table table) {
        return CodeBlock.of(
                "new $T($L,$W$L,$W$L,$W$L,$W$L,$W$L,$W$L,$W$L,$W$L,$W$T.ORDINARY)",
                Table.class,
                name(table.name()),
                list(Column.class, table.columns(), ModelCode::column),
                optional(PrimaryKey.class, table.primaryKey(), ModelCode::primaryKey),
                list(UniqueConstraint.class, table.uniqueConstraints(), ModelCode::unique),
                list(ForeignKey.class, table.foreignKeys(), ModelCode::foreignKey),
                list(CheckConstraint.class, table.checkConstraints(), ModelCode::check),
                list(ExclusionConstraint.class, List.of()),
                list(Index.class, table.indexes(), ModelCode::index),
                optional(String.class, table.comment(), ModelCode::text),
                TableOptions.class);
    }

    static CodeBlock column(Column column) {
        if (column.equals(Column.of(column.name(), column.type(), column.nullable()))) {
            return CodeBlock.of(
                    "$T.of($L,$W$L,$W$L)",
                    Column.class,
                    text(column.name()),
                    type(column.type()),
                    literal(column.nullable()));
        }
        return create(
                Column.class,
                text(column.name()),
                type(column.type()),
                literal(column.nullable()),
                optional(String.class, column.defaultValue(), ModelCode::text),
                optional(Identity.class, column.identity(), ModelCode::identity),
                optional(Generated.class, column.generated(), ModelCode::generated),
                optional(String.class, column.collation(), ModelCode::text),
                optional(String.class, column.comment(), ModelCode::text));
    }

    private static CodeBlock identity(Identity identity) {
        return create(Identity.class, literal(identity.always()), options(identity.options()));
    }

    private static CodeBlock generated(Generated generated) {
        return create(Generated.class, text(generated.expression()), literal(generated.stored()));
    }

    private static CodeBlock options(SequenceOptions options) {
        return create(
                SequenceOptions.class,
                literal(options.start()),
                literal(options.increment()),
                literal(options.minimum()),
                literal(options.maximum()),
                literal(options.cache()),
                literal(options.cycle()));
    }

    static CodeBlock sequence(Sequence sequence) {
        return create(
                Sequence.class,
                name(sequence.name()),
                type(sequence.type()),
                options(sequence.options()),
                optional(ColumnName.class, sequence.ownedBy(), ModelCode::columnName));
    }

    static CodeBlock primaryKey(PrimaryKey key) {
        return create(
                PrimaryKey.class,
                text(key.name()),
                texts(key.columns()),
                texts(key.include()),
                constant(key.deferrability()));
    }

    static CodeBlock unique(UniqueConstraint unique) {
        return create(
                UniqueConstraint.class,
                text(unique.name()),
                texts(unique.columns()),
                texts(unique.include()),
                literal(unique.nullsNotDistinct()),
                constant(unique.deferrability()));
    }

    static CodeBlock foreignKey(ForeignKey key) {
        return create(
                ForeignKey.class,
                text(key.name()),
                texts(key.columns()),
                name(key.referencedTable()),
                texts(key.referencedColumns()),
                constant(key.onDelete()),
                constant(key.onUpdate()),
                literal(key.matchFull()),
                constant(key.deferrability()),
                literal(key.validated()));
    }

    static CodeBlock check(CheckConstraint check) {
        return create(CheckConstraint.class, text(check.name()), text(check.expression()), literal(check.validated()));
    }

    static CodeBlock index(Index index) {
        return create(
                Index.class,
                text(index.name()),
                literal(index.unique()),
                text(index.method()),
                list(IndexKey.class, index.keys(), ModelCode::indexKey),
                texts(index.include()),
                optional(String.class, index.predicate(), ModelCode::text),
                literal(index.nullsNotDistinct()),
                literal(index.valid()));
    }

    private static CodeBlock indexKey(IndexKey key) {
        return create(
                IndexKey.class,
                text(key.text()),
                literal(key.expression()),
                literal(key.descending()),
                literal(key.nullsFirst()),
                optional(String.class, key.operatorClass(), ModelCode::text),
                optional(String.class, key.collation(), ModelCode::text));
    }

    static CodeBlock declarations(Declarations declarations) {
        if (declarations.equals(Declarations.NONE)) {
            return CodeBlock.of("$T.NONE", Declarations.class);
        }
        return create(
                Declarations.class,
                list(
                        Declarations.ColumnRename.class,
                        declarations.columnRenames(),
                        r -> create(Declarations.ColumnRename.class, name(r.table()), text(r.from()), text(r.to()))),
                list(
                        Declarations.TableRename.class,
                        declarations.tableRenames(),
                        r -> create(Declarations.TableRename.class, name(r.from()), name(r.to()))),
                list(
                        Declarations.Retirement.class,
                        declarations.retirements(),
                        r -> create(
                                Declarations.Retirement.class,
                                name(r.table()),
                                optional(String.class, r.column(), ModelCode::text))),
                list(
                        Declarations.Backfill.class,
                        declarations.backfills(),
                        b -> create(
                                Declarations.Backfill.class,
                                columnName(b.column()),
                                text(b.expression()),
                                optional(String.class, b.reverse(), ModelCode::text))),
                list(
                        Declarations.AcceptedRisk.class,
                        declarations.acceptedRisks(),
                        r -> create(
                                Declarations.AcceptedRisk.class,
                                name(r.table()),
                                optional(String.class, r.column(), ModelCode::text),
                                text(r.rule()),
                                text(r.reason()))));
    }
}
