package dev.migratable.runtime.expansion;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropUnique;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Tells which planned change a difference that is left after expand belongs to. */
final class Residuals {
    private Residuals() {}

    /** Returns for each change, in order, the descriptions of what is left of it. */
    static List<List<String>> attribute(List<Change> open, List<ClassifiedChange> changes) {
        List<List<String>> result = new ArrayList<>();
        changes.forEach(c -> result.add(new ArrayList<>()));
        for (Change left : open) {
            result.get(owner(left, changes)).add(left.description());
        }
        return result;
    }

    private static int owner(Change left, List<ClassifiedChange> changes) {
        OptionalInt same =
                first(changes, i -> changes.get(i).change().description().equals(left.description()));
        if (same.isPresent()) {
            return same.getAsInt();
        }
        Set<String> columns = Set.copyOf(columns(left));
        OptionalInt related = first(
                changes,
                i -> columns(changes.get(i).change()).stream().anyMatch(columns::contains)
                        && table(changes.get(i).change()).equals(left.table()));
        if (related.isPresent()) {
            return related.getAsInt();
        }
        return first(changes, i -> table(changes.get(i).change()).equals(left.table()))
                .orElse(0);
    }

    private static OptionalInt first(List<ClassifiedChange> changes, IntPredicate test) {
        return IntStream.range(0, changes.size()).filter(test).findFirst();
    }

    private static QualifiedName table(Change change) {
        return change instanceof RenameTable rename ? rename.newName() : change.table();
    }

    private static List<String> columns(Change change) {
        if (change instanceof RenameColumn rename) {
            return List.of(rename.from(), rename.to());
        } else if (change instanceof AddColumn add) {
            return List.of(add.column().name());
        } else if (change instanceof DropColumn drop) {
            return List.of(drop.column().name());
        } else if (change instanceof SetNotNull set) {
            return List.of(set.column());
        } else if (change instanceof ChangeDefault set) {
            return List.of(set.column());
        } else if (change instanceof DropUnique drop) {
            return drop.constraint().columns();
        } else if (change instanceof DropForeignKey drop) {
            return drop.foreignKey().columns();
        } else if (change instanceof DropIndex drop) {
            return drop.index().keys().stream().map(IndexKey::text).toList();
        } else if (change instanceof DropCheck drop) {
            return mentioned(drop.constraint().expression());
        }
        return change instanceof AddCheck add ? mentioned(add.constraint().expression()) : List.of();
    }

    private static List<String> mentioned(String expression) {
        return SqlTokens.of(expression).stream()
                .filter(t -> t.kind() == SqlTokens.Kind.COLUMN)
                .map(SqlTokens.Token::name)
                .toList();
    }
}
