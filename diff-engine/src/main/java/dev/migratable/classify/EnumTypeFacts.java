package dev.migratable.classify;

import dev.migratable.change.AddEnumValue;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.ReorderEnumType;
import java.util.List;

/** Says what the statements for enum types do; no relation is locked by any of them. */
final class EnumTypeFacts implements EnumTypeChange.Visitor<Facts> {

    @Override
    public Facts visit(CreateEnumType change) {
        return Facts.instant(LockMode.NONE).neededByNew();
    }

    @Override
    public Facts visit(DropEnumType change) {
        return Facts.instant(LockMode.NONE).breakingOld();
    }

    /** A version that does not know the value fails on a row that has it. */
    @Override
    public Facts visit(AddEnumValue change) {
        return Facts.instant(LockMode.NONE).breakingOld().neededByNew();
    }

    /** PostgreSQL has no statement for it; what is said is what any way there does to rows and versions. */
    @Override
    public Facts visit(DropEnumValue change) {
        return Facts.instant(LockMode.NONE)
                .failingOnData()
                .breakingOld()
                .losing(List.of(
                        "the value " + change.label() + " of " + change.table().display()));
    }

    @Override
    public Facts visit(ReorderEnumType change) {
        return Facts.instant(LockMode.NONE);
    }
}
