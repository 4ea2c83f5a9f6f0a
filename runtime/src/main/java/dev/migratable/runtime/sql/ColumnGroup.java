package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Columns of one table that are made of each other while old and new application versions write: one of another type, or
 * several of one, or one of several.
 *
 * @param former what old versions read and write
 * @param present what new versions read and write
 */
public record ColumnGroup(List<Member> former, List<Member> present) {

    /** Copies the lists and rejects a side without columns. */
    public ColumnGroup {
        former = List.copyOf(former);
        present = List.copyOf(present);
        if (former.isEmpty() || present.isEmpty()) {
            throw new IllegalArgumentException("a group of " + former + " and " + present);
        }
    }

    /**
     * One column.
     *
     * @param column as the versions on its side know it; its default is the one in force while both are written
     * @param value SQL expression over the columns of the other side that gives its value
     * @param cast whether the value is the one column of the other side, assigned as it is
     */
    public record Member(Column column, String value, boolean cast) {
        /** Rejects nulls. */
        public Member {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(value, "value");
        }

        /** Returns the column's name. */
        public String name() {
            return column.name();
        }

        /** Returns whether every insert of the versions on its side gives it a value other than NULL. */
        boolean isAlwaysWritten() {
            return !column.nullable() && column.defaultValue().isEmpty();
        }
    }

    /** Returns two columns that have each other's values, as far as their types hold them. */
    public static ColumnGroup casting(Column former, Column present) {
        return new ColumnGroup(
                List.of(new Member(former, Sql.identifier(present.name()), true)),
                List.of(new Member(present, Sql.identifier(former.name()), true)));
    }

    /** Returns whether {@code IS DISTINCT FROM} tells every difference between two values of a column. */
    boolean exact(Member member) {
        boolean collated = Stream.concat(former.stream(), present.stream())
                .anyMatch(m -> m.column().collation().isPresent());
        return !collated && DualWrite.isExact(member.column().type());
    }

    /**
     * Returns whether the columns' values alone tell which side an insert wrote. Where they do not, an insert that leaves
     * every column as it is by default counts as one of an old version.
     */
    public boolean tellsWhoInserts() {
        return Stream.concat(former.stream(), present.stream()).anyMatch(Member::isAlwaysWritten);
    }
}
