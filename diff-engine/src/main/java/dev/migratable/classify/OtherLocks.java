package dev.migratable.classify;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SettingChange;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the locks that the statement of a change takes on tables beside the one it names. */
final class OtherLocks {

    /** Since then ADD UNIQUE and ADD PRIMARY KEY lock partitions as they lock the parent (measured). */
    private static final int FULL_PARTITION_LOCK_VERSION = 18;

    private final TableLinks links;
    private final QualifiedName changed;
    private final Map<QualifiedName, LockMode> locks = new TreeMap<>();

    private OtherLocks(TableLinks links, QualifiedName changed) {
        this.links = links;
        this.changed = changed;
    }

    /**
     * Returns the strongest lock by table.
     *
     * @param own the lock on the changed table, which a statement takes on its partitions too
     * @param links the links between the tables before the change
     * @param serverVersion PostgreSQL's major version
     */
    static Map<QualifiedName, LockMode> of(Change change, LockMode own, TableLinks links, int serverVersion) {
        OtherLocks others = new OtherLocks(links, change.table());
        others.ofForeignKeys(change);
        boolean alone = change instanceof RenameTable
                || change instanceof ChangeTableComment
                || change instanceof ChangeColumnComment
                || change instanceof CreateTable
                || change instanceof SettingChange
                || own == LockMode.NONE;
        if (!alone) {
            others.addPartitions(change.table(), others.ofPartitions(change, own, serverVersion));
        }
        if (change instanceof CreateTable create) {
            create.definition().options().partitionOf().ifPresent(others::attachedTo);
        }
        if (change instanceof DropTable drop) {
            drop.definition().options().partitionOf().ifPresent(parent -> others.add(parent, own));
        }
        return others.locks;
    }

    /**
     * Before 18 the index of a constraint is built on partitions as any other, unless a column has to be made NOT NULL
     * first.
     */
    private LockMode ofPartitions(Change change, LockMode own, int serverVersion) {
        boolean buildsOnly = change instanceof AddUnique
                || change instanceof AddPrimaryKey add
                        && add.primaryKey().columns().stream().allMatch(this::isRequired);
        return buildsOnly && serverVersion < FULL_PARTITION_LOCK_VERSION ? LockMode.SHARE : own;
    }

    private boolean isRequired(String column) {
        return links.schema()
                .table(changed)
                .flatMap(t -> t.column(column))
                .filter(c -> !c.nullable())
                .isPresent();
    }

    private void ofForeignKeys(Change change) {
        if (change instanceof AddForeignKey add) {
            addWithPartitions(add.foreignKey().referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE);
        } else if (change instanceof DropForeignKey drop) {
            addWithPartitions(drop.foreignKey().referencedTable(), LockMode.ACCESS_EXCLUSIVE);
        } else if (change instanceof ValidateConstraint validate) {
            foreignKeys(changed).stream()
                    .filter(f -> f.name().equals(validate.constraint()))
                    .forEach(f -> addWithPartitions(f.referencedTable(), LockMode.ROW_SHARE));
        } else if (change instanceof DropTable drop) {
            drop.definition()
                    .foreignKeys()
                    .forEach(f -> addWithPartitions(f.referencedTable(), LockMode.ACCESS_EXCLUSIVE));
        } else if (change instanceof UnsupportedChange kept) {
            kept.added()
                    .flatMap(ExclusionConstraint::referencedTable)
                    .ifPresent(table -> addWithPartitions(table, LockMode.SHARE_ROW_EXCLUSIVE));
            kept.dropped()
                    .flatMap(ExclusionConstraint::referencedTable)
                    .ifPresent(table -> addWithPartitions(table, LockMode.ACCESS_EXCLUSIVE));
        } else if (change instanceof DropColumn drop) {
            from(drop.column().name());
        } else if (change instanceof ChangeColumnType type) {
            from(type.column());
            to(type.column());
        }
    }

    /** A partition gets its parent's foreign keys, whose triggers come to the other side, too. */
    private void attachedTo(QualifiedName parent) {
        add(parent, LockMode.SHARE_UPDATE_EXCLUSIVE);
        foreignKeys(parent).forEach(f -> addWithPartitions(f.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE));
    }

    /** The other side of the foreign keys from a column, whose triggers go, or come anew. */
    private void from(String column) {
        foreignKeys(changed).stream()
                .filter(f -> f.columns().contains(column))
                .forEach(f -> addWithPartitions(f.referencedTable(), LockMode.ACCESS_EXCLUSIVE));
    }

    /** The other side of the foreign keys to a column. */
    private void to(String column) {
        links.referencing(changed).stream()
                .filter(r -> r.foreignKey().referencedColumns().contains(column))
                .forEach(r -> addWithPartitions(r.table(), LockMode.ACCESS_EXCLUSIVE));
    }

    private List<ForeignKey> foreignKeys(QualifiedName table) {
        return links.schema().table(table).map(Table::foreignKeys).orElse(List.of());
    }

    private void addWithPartitions(QualifiedName table, LockMode lock) {
        add(table, lock);
        addPartitions(table, lock);
    }

    private void addPartitions(QualifiedName parent, LockMode lock) {
        links.partitions(parent).forEach(partition -> addWithPartitions(partition, lock));
    }

    private void add(QualifiedName table, LockMode lock) {
        if (!table.equals(changed)) {
            locks.merge(table, lock, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
    }
}
