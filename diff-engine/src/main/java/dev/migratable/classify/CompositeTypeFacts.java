package dev.migratable.classify;

import dev.migratable.change.ChangeCompositeType;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.DropCompositeType;

/** Says what the statements for composite types do. One that is there is locked as a table is; no other table is. */
final class CompositeTypeFacts implements CompositeTypeChange.Visitor<Facts> {

    @Override
    public Facts visit(CreateCompositeType change) {
        return Facts.instant(LockMode.NONE).neededByNew();
    }

    @Override
    public Facts visit(DropCompositeType change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld();
    }

    /** A value has as many parts as its type has attributes; whoever writes more or fewer is refused. */
    @Override
    public Facts visit(ChangeCompositeType change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld().neededByNew();
    }
}
