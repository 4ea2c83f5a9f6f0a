package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropUnique;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.schema.Column;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers where columns get their numbers from, before and after, and what goes along when that changes. */
final class Counters {
    private static final Pattern NEXTVAL = Pattern.compile("nextval\\('((?:[^']|'')+)'(?:::(?:text::)?regclass)?\\)");

    private final PlanContext context;

    Counters(PlanContext context) {
        this.context = context;
    }

    /** Returns the change that makes a column an identity column, or an ordinary one. */
    Optional<ChangeIdentity> exchange(QualifiedName table, String column) {
        return context.changes(ChangeIdentity.class, table).stream()
                .filter(c -> c.column().equals(column))
                .filter(c -> c.from().isPresent() != c.to().isPresent())
                .findFirst();
    }

    /** Returns whether a column is an identity column until the contract and none after it, or the other way round. */
    boolean isExchangedLate(ChangeIdentity change) {
        QualifiedName table = context.present(change.table());
        return change.to().isPresent()
                ? context.columnBefore(table, change.column())
                        .filter(Column::nullable)
                        .isPresent()
                : successor(change).isEmpty();
    }

    /** Returns whether NOT NULL can only go from a column when it is no identity column any more. */
    boolean holdsNotNull(QualifiedName table, String column) {
        return exchange(table, column)
                .filter(c -> c.from().isPresent() && isExchangedLate(c))
                .isPresent();
    }

    /** Returns the sequence that the default of a column draws from before the migration. */
    Optional<Sequence> predecessor(ChangeIdentity change) {
        QualifiedName table = context.present(change.table());
        return context.columnBefore(table, change.column())
                .flatMap(Column::defaultValue)
                .flatMap(d -> drawnFrom(d, context.from()));
    }

    /** Returns the sequence that the default of a column is to draw from. */
    Optional<Sequence> successor(ChangeIdentity change) {
        return context.after(context.present(change.table()))
                .flatMap(t -> t.column(change.column()))
                .flatMap(Column::defaultValue)
                .flatMap(d -> drawnFrom(d, context.to()));
    }

    /** Returns how a sequence is created that goes on where an identity column ends. */
    Optional<CreateSequence> creation(Sequence sequence) {
        return context.changes().stream()
                .filter(CreateSequence.class::isInstance)
                .map(CreateSequence.class::cast)
                .filter(c -> c.sequence().name().equals(sequence.name()))
                .findFirst();
    }

    /** Returns whether a sequence is created along with the end of an identity column. */
    boolean isSuccessor(Sequence sequence) {
        return context.changes().stream()
                .filter(ChangeIdentity.class::isInstance)
                .map(ChangeIdentity.class::cast)
                .filter(c -> c.to().isEmpty())
                .anyMatch(c -> successor(c)
                        .filter(s -> s.name().equals(sequence.name()))
                        .isPresent());
    }

    private static Optional<Sequence> drawnFrom(String defaultValue, Schema schema) {
        Matcher matcher = NEXTVAL.matcher(defaultValue);
        return matcher.matches()
                ? schema.sequences().stream()
                        .filter(s ->
                                spellings(s.name()).anyMatch(matcher.group(1).replace("''", "'")::equals))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<String> spellings(QualifiedName name) {
        Stream<String> unqualified = name.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? Stream.of(name.name(), Sql.identifier(name.name()))
                : Stream.empty();
        return Stream.concat(unqualified, Stream.of(Sql.name(name), name.schema() + "." + name.name()));
    }

    /** Returns whether the server keeps a number from being in two rows, before, meanwhile and after. */
    boolean isUnique(QualifiedName name, String column) {
        Table table = context.before(name);
        List<String> alone = List.of(column);
        boolean key = table.primaryKey().filter(k -> k.columns().equals(alone)).isPresent()
                && context.changes(DropPrimaryKey.class, name).isEmpty();
        return key
                || table.uniqueConstraints().stream()
                        .filter(u -> u.columns().equals(alone))
                        .anyMatch(u -> !context.has(
                                DropUnique.class,
                                name,
                                d -> d.constraint().name().equals(u.name())))
                || table.indexes().stream()
                        .filter(i -> isPlainOn(i, column))
                        .anyMatch(i -> !context.has(
                                DropIndex.class, name, d -> d.index().name().equals(i.name())));
    }

    private static boolean isPlainOn(Index index, String column) {
        return index.unique()
                && index.valid()
                && index.predicate().isEmpty()
                && index.keys().size() == 1
                && index.keys().get(0).equals(IndexKey.column(column));
    }
}
