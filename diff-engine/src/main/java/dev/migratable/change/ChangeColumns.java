package dev.migratable.change;

import dev.migratable.normalize.ExpressionNormalizer;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Index;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the columns a change is about, under their names after the change, each once. */
public final class ChangeColumns implements Change.Visitor<List<String>> {

    private static final ChangeColumns VISITOR = new ChangeColumns();

    private ChangeColumns() {}

    /** Returns the columns of a change in their order; none where it is about a whole table, a sequence or a type. */
    public static List<String> of(Change change) {
        return change.accept(VISITOR);
    }

    private static List<String> columns(Index index) {
        Stream<String> keys = index.keys().stream()
                .flatMap(k -> k.expression() ? SqlTokens.columns(k.text()).stream() : Stream.of(k.text()));
        Stream<String> predicate = index.predicate().stream().flatMap(p -> SqlTokens.columns(p).stream());
        return Stream.concat(keys, predicate).distinct().toList();
    }

    @Override
    public List<String> visit(CreateTable change) {
        return List.of();
    }

    @Override
    public List<String> visit(DropTable change) {
        return List.of();
    }

    @Override
    public List<String> visit(RenameTable change) {
        return List.of();
    }

    @Override
    public List<String> visit(ChangeTableComment change) {
        return List.of();
    }

    @Override
    public List<String> visit(AddColumn change) {
        return List.of(change.column().name());
    }

    @Override
    public List<String> visit(DropColumn change) {
        return List.of(change.column().name());
    }

    @Override
    public List<String> visit(RenameColumn change) {
        return List.of(change.to());
    }

    @Override
    public List<String> visit(ChangeColumnType change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(SetNotNull change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(DropNotNull change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(ChangeDefault change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(ChangeIdentity change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(ChangeGenerated change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(ChangeCollation change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(ChangeColumnComment change) {
        return List.of(change.column());
    }

    @Override
    public List<String> visit(AddPrimaryKey change) {
        return change.primaryKey().columns();
    }

    @Override
    public List<String> visit(DropPrimaryKey change) {
        return change.primaryKey().columns();
    }

    @Override
    public List<String> visit(AddUnique change) {
        return change.constraint().columns();
    }

    @Override
    public List<String> visit(DropUnique change) {
        return change.constraint().columns();
    }

    @Override
    public List<String> visit(AddForeignKey change) {
        return change.foreignKey().columns();
    }

    @Override
    public List<String> visit(DropForeignKey change) {
        return change.foreignKey().columns();
    }

    @Override
    public List<String> visit(AddCheck change) {
        return columns(change.constraint());
    }

    @Override
    public List<String> visit(DropCheck change) {
        return columns(change.constraint());
    }

    @Override
    public List<String> visit(ValidateConstraint change) {
        return List.of();
    }

    @Override
    public List<String> visit(CreateIndex change) {
        return columns(change.index());
    }

    @Override
    public List<String> visit(DropIndex change) {
        return columns(change.index());
    }

    @Override
    public List<String> visit(CreateSequence change) {
        return List.of();
    }

    @Override
    public List<String> visit(DropSequence change) {
        return List.of();
    }

    @Override
    public List<String> visit(ChangeSequence change) {
        return List.of();
    }

    @Override
    public List<String> visit(EnumTypeChange change) {
        return List.of();
    }

    @Override
    public List<String> visit(CompositeTypeChange change) {
        return List.of();
    }

    @Override
    public List<String> visit(SettingChange change) {
        return change.settingOf().map(List::of).orElse(List.of());
    }

    @Override
    public List<String> visit(UnsupportedChange change) {
        return List.of();
    }

    /** Reads the canonical text: BETWEEN, which is not reserved, would be taken for a column. */
    private static List<String> columns(CheckConstraint check) {
        return SqlTokens.columns(ExpressionNormalizer.normalize(check.expression(), Optional.empty()));
    }
}
