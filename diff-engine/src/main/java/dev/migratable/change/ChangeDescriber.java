package dev.migratable.change;

import dev.migratable.normalize.ExpressionNormalizer;
import dev.migratable.schema.Column;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one line of plain words what a change does; the same change always gives the same line. */
final class ChangeDescriber implements Change.Visitor<String> {

    private static final String NONE = "none";

    private static String column(QualifiedName table, String column) {
        return table.display() + "." + column;
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    private static String text(Column column) {
        return column.type().sql()
                + (column.nullable() ? "" : " not null")
                + column.defaultValue().map(d -> " default " + normal(d)).orElse("")
                + column.identity().map(i -> " identity").orElse("")
                + column.generated()
                        .map(g -> " generated as (" + g.expression() + ")")
                        .orElse("");
    }

    private static String text(Index index) {
        return (index.unique() ? "unique index " : "index ")
                + index.name()
                + " on "
                + index.keys().stream().map(ChangeDescriber::text).collect(Collectors.joining(", ", "(", ")"))
                + (index.method().equals(Index.DEFAULT_METHOD) ? "" : " using " + index.method())
                + index.predicate().map(p -> " where " + normal(p)).orElse("");
    }

    private static String text(IndexKey key) {
        return key.expression() ? normal(key.text()) : key.text();
    }

    /** A model and a server spell one expression differently; the line must not. */
    private static String normal(String expression) {
        return ExpressionNormalizer.normalize(expression, Optional.empty());
    }

    private static String fromTo(Optional<?> from, Optional<?> to) {
        return " from " + from.map(Object::toString).orElse(NONE) + " to "
                + to.map(Object::toString).orElse(NONE);
    }

    private static String count(Table table) {
        return table.columns().size() + (table.columns().size() == 1 ? " column" : " columns");
    }

    @Override
    public String visit(CreateTable change) {
        TableOptions options = change.definition().options();
        String partition = options.partitionOf()
                .map(parent -> ", a partition of " + parent.display() + " "
                        + options.partitionBound().orElse(""))
                .orElse("");
        return "create table " + change.table().display() + " with " + count(change.definition()) + partition;
    }

    @Override
    public String visit(DropTable change) {
        return "drop table " + change.table().display() + " with " + count(change.definition());
    }

    @Override
    public String visit(RenameTable change) {
        return "rename table " + change.table().display() + " to "
                + change.newName().display();
    }

    @Override
    public String visit(ChangeTableComment change) {
        return "change comment of table " + change.table().display() + fromTo(change.from(), change.to());
    }

    @Override
    public String visit(AddColumn change) {
        return "add column " + column(change.table(), change.column().name()) + " " + text(change.column());
    }

    @Override
    public String visit(DropColumn change) {
        return "drop column " + column(change.table(), change.column().name());
    }

    @Override
    public String visit(RenameColumn change) {
        return "rename column " + column(change.table(), change.from()) + " to " + change.to();
    }

    @Override
    public String visit(ChangeColumnType change) {
        return "change type of " + column(change.table(), change.column()) + " from "
                + change.from().sql() + " to " + change.to().sql();
    }

    @Override
    public String visit(SetNotNull change) {
        return "set not null on " + column(change.table(), change.column());
    }

    @Override
    public String visit(DropNotNull change) {
        return "drop not null on " + column(change.table(), change.column());
    }

    @Override
    public String visit(ChangeDefault change) {
        return "change default of " + column(change.table(), change.column())
                + fromTo(change.from().map(ChangeDescriber::normal), change.to().map(ChangeDescriber::normal));
    }

    @Override
    public String visit(ChangeIdentity change) {
        return "change identity of " + column(change.table(), change.column()) + " "
                + FacetText.of(change.from(), change.to());
    }

    @Override
    public String visit(ChangeGenerated change) {
        return "change generation of " + column(change.table(), change.column())
                + fromTo(change.from().map(FacetText::of), change.to().map(FacetText::of));
    }

    @Override
    public String visit(ChangeCollation change) {
        return "change collation of " + column(change.table(), change.column()) + fromTo(change.from(), change.to());
    }

    @Override
    public String visit(ChangeColumnComment change) {
        return "change comment of " + column(change.table(), change.column()) + fromTo(change.from(), change.to());
    }

    @Override
    public String visit(AddPrimaryKey change) {
        return "add primary key on " + change.table().display()
                + list(change.primaryKey().columns());
    }

    @Override
    public String visit(DropPrimaryKey change) {
        return "drop primary key on " + change.table().display()
                + list(change.primaryKey().columns());
    }

    @Override
    public String visit(AddUnique change) {
        return "add unique on " + change.table().display()
                + list(change.constraint().columns());
    }

    @Override
    public String visit(DropUnique change) {
        return "drop unique " + change.constraint().name() + " on "
                + change.table().display() + list(change.constraint().columns());
    }

    @Override
    public String visit(AddForeignKey change) {
        return "add foreign key on " + change.table().display()
                + list(change.foreignKey().columns()) + " to "
                + change.foreignKey().referencedTable().display()
                + list(change.foreignKey().referencedColumns());
    }

    @Override
    public String visit(DropForeignKey change) {
        return "drop foreign key " + change.foreignKey().name() + " on "
                + change.table().display() + list(change.foreignKey().columns());
    }

    @Override
    public String visit(AddCheck change) {
        return "add check on " + change.table().display() + ": "
                + normal(change.constraint().expression());
    }

    @Override
    public String visit(DropCheck change) {
        return "drop check " + change.constraint().name() + " on "
                + change.table().display() + ": "
                + normal(change.constraint().expression());
    }

    @Override
    public String visit(ValidateConstraint change) {
        return "validate constraint " + change.constraint() + " on "
                + change.table().display();
    }

    @Override
    public String visit(CreateIndex change) {
        return "create " + text(change.index()) + " of " + change.table().display();
    }

    @Override
    public String visit(DropIndex change) {
        return "drop " + text(change.index()) + " of " + change.table().display();
    }

    @Override
    public String visit(CreateSequence change) {
        return "create sequence " + change.table().display();
    }

    @Override
    public String visit(DropSequence change) {
        return "drop sequence " + change.table().display();
    }

    @Override
    public String visit(ChangeSequence change) {
        return "change sequence " + change.table().display() + ": " + FacetText.of(change.from(), change.to());
    }

    @Override
    public String visit(EnumTypeChange change) {
        return change.accept(new EnumTypeDescriber());
    }

    @Override
    public String visit(CompositeTypeChange change) {
        return change.accept(new CompositeTypeDescriber());
    }

    @Override
    public String visit(SettingChange change) {
        return change.accept(new SettingDescriber());
    }

    @Override
    public String visit(UnsupportedChange change) {
        return "cannot change " + change.table().display() + ": " + change.difference();
    }
}
