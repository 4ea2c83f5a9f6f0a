package dev.migratable.runtime.expansion;

import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ConstraintSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.IndexSql;
import dev.migratable.runtime.sql.PrimaryKeySql;
import dev.migratable.runtime.sql.PrimaryKeySql.Reference;
import dev.migratable.runtime.sql.PrimaryKeySql.Replacement;
import dev.migratable.schema.Column;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.TableSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives a table a primary key, takes it, or exchanges it for one on other columns. All of it is behind the gate, which
 * counts duplicates and NULLs: running versions upsert and group by the key there is, and logical replication knows rows
 * by it. The new key's index is built beside the clients, so that the exchange itself is an instant.
 */
final class PrimaryKeyExpansion {
    private final PlanContext context;
    private final PlanDraft draft;
    private final ReplacedKeys keys;

    PrimaryKeyExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
        this.keys = new ReplacedKeys(context);
    }

    void expand(AddPrimaryKey change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        PrimaryKey key = change.primaryKey();
        String interim = Identifiers.fit(key.name(), "_new_" + context.number());
        Index index = PrimaryKeySql.index(key, interim, Map.of());
        draft.gate(KeyExpansion.duplicates(table, index));
        for (String column : key.columns()) {
            if (context.after(table)
                    .flatMap(t -> t.column(column))
                    .filter(Column::nullable)
                    .isPresent()) {
                new NotNullSteps(context, draft).inContract(table, column, List.of());
            }
        }
        draft.add(StepDraft.of(Stage.TIGHTEN_KEY, table, "create-" + key.name())
                .concurrently(interim)
                .purpose("Build the index that primary key " + key.name()
                        + " is to have while clients read and write; it waits for older transactions")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(IndexSql.createConcurrently(table, index))
                .undo(IndexSql.dropConcurrently(table.withName(interim)))
                .effect(CatalogTest.any(
                        CatalogTest.validIndex(table, interim, true), PrimaryKeySql.there(table, key))));
        replace(table, keys.leaving(table), Optional.of(key), interim, judged);
    }

    void expand(DropPrimaryKey change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        if (context.changes(AddPrimaryKey.class, table).isEmpty()) {
            replace(table, keys.leaving(table), Optional.empty(), "", judged);
        }
    }

    private void replace(
            QualifiedName table,
            Optional<PrimaryKey> from,
            Optional<PrimaryKey> to,
            String interim,
            ClassifiedChange judged) {
        List<Reference> references = keys.references(table);
        Replacement replacement = new Replacement(table, from, to, interim, references);
        String name = to.or(() -> from).map(PrimaryKey::name).orElseThrow();
        StepDraft step = StepDraft.of(Stage.REPLACE_KEY, table, "key-" + name)
                .concurrently(name)
                .purpose(purpose(table, from, to, references))
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(IndexSql.LOCK_QUICKLY, PrimaryKeySql.replace(replacement, List.of()))
                .effect(to.map(k -> PrimaryKeySql.there(table, k))
                        .orElseGet(() -> CatalogTest.not(CatalogTest.constraint(table, name))));
        draft.add(step);
        if (from.isEmpty()) {
            step.undo(ConstraintSql.drop(table, name));
            return;
        }
        undo(table, from.get(), step, replacement);
        references.forEach(r -> validate(r, step));
    }

    /** The way back begins with the former key's index, built beside the clients, so that it is an instant again. */
    private void undo(QualifiedName table, PrimaryKey old, StepDraft step, Replacement replacement) {
        String formerIndex = Identifiers.fit(old.name(), "_old_" + context.number());
        TableSettings settings = context.before(table).settings().orElse(TableSettings.NONE);
        Index index =
                PrimaryKeySql.index(old, formerIndex, settings.keyParameters().getOrDefault(old.name(), Map.of()));
        List<String> successors = replacement.references().isEmpty()
                ? List.of()
                : keys.successors(table, old)
                        .flatMap(name -> PrimaryKeySql.dropUnique(table, name).stream())
                        .toList();
        step.undo(IndexSql.createConcurrently(table, index))
                .undo(IndexSql.LOCK_QUICKLY, PrimaryKeySql.replace(replacement.inverse(formerIndex), successors))
                .undo(IndexSql.dropConcurrently(table.withName(formerIndex)))
                .undo(IndexSql.LOCK_QUICKLY);
        Optional.ofNullable(settings.constraintComments().get(old.name()))
                .ifPresent(c -> step.undo(ConstraintSql.comment(table, old.name(), c)));
        Optional.ofNullable(settings.indexComments().get(old.name()))
                .ifPresent(c -> step.undo(IndexSql.comment(table.withName(old.name()), c)));
    }

    private void validate(Reference reference, StepDraft step) {
        String name = reference.to().name();
        if (reference.from().validated()) {
            step.undo(ConstraintSql.validate(reference.table(), reference.from().name()));
        }
        if (reference.to().validated()) {
            draft.add(StepDraft.of(Stage.AFTER_KEY, reference.table(), "validate-" + name)
                    .purpose("Check existing rows against " + name
                            + " while clients read and write; it bound every write all the time")
                    .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                    .scanning()
                    .run(ConstraintSql.validate(reference.table(), name))
                    .effect(CatalogTest.validConstraint(reference.table(), name)));
        }
    }

    private static String purpose(
            QualifiedName table, Optional<PrimaryKey> from, Optional<PrimaryKey> to, List<Reference> references) {
        String columns = to.map(k -> "(" + String.join(", ", k.columns()) + ")").orElse("");
        String what = from.isEmpty()
                ? "Make (" + String.join(", ", to.orElseThrow().columns()) + ") the primary key of " + table.display()
                : "Take the primary key ("
                        + String.join(", ", from.get().columns()) + ") from " + table.display()
                        + (to.isPresent() ? " and make " + columns + " the key instead" : "");
        String along = references.isEmpty()
                ? ""
                : "; "
                        + references.stream().map(r -> r.to().name()).collect(Collectors.joining(", "))
                        + " changes over to the unique index on the former key's columns in the same instant and binds "
                        + "every write";
        return what
                + (to.isPresent() ? ", by the index that is there" : "")
                + (from.isPresent() ? "; the way back builds the former key's index first, while clients write" : "")
                + along;
    }
}
