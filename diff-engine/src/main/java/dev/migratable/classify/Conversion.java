package dev.migratable.classify;

import dev.migratable.change.SqlTokens;
import dev.migratable.diff.TypeFamily;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.SqlType;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a column under its former name and of the same column under its present name are made of each
 * other while both are in use.
 *
 * @param forward SQL expression over the former column that gives the present one's value
 * @param backward SQL expression over the present column that gives the former one's value; empty where nobody said it
 * @param declared whether the developer wrote it; where not, both are the server's own casts, and lose nothing
 */
public record Conversion(String forward, Optional<String> backward, boolean declared) {

    /** Types whose cast pads, folds case, cuts, or follows a setting of the session. */
    private static final Set<String> TREACHEROUS = Set.of("character", "bpchar", "name", "\"char\"", "money", "oid");

    /** Families in which an assignment cast exists both ways and, where nothing is lost, gives the same value again. */
    private static final Set<TypeFamily> FAITHFUL =
            Set.of(TypeFamily.TEXT, TypeFamily.NUMBER, TypeFamily.TIME, TypeFamily.BIT);

    /** Rejects nulls. */
    public Conversion {
        Objects.requireNonNull(forward, "forward");
        Objects.requireNonNull(backward, "backward");
    }

    /**
     * Finds the conversion between two names of a column; empty where the values stay as they are, where the old column
     * can have the new type in an instant, or nobody said how.
     *
     * @param backfill what is declared at the present column; left from an earlier edit where it does not mention the
     *     former one
     */
    public static Optional<Conversion> of(Column former, Column present, Optional<Backfill> backfill) {
        Optional<Backfill> meant = backfill.filter(b -> SqlTokens.mentions(b.expression(), former.name()));
        if (meant.isPresent()) {
            return Optional.of(
                    new Conversion(meant.get().expression(), meant.get().reverse(), true));
        }
        boolean inPlace =
                !TypeTransition.between(former.type(), present.type(), false).rewrites();
        return !inPlace && isLossless(former.type(), present.type())
                ? Optional.of(new Conversion(quoted(former.name()), Optional.of(quoted(present.name())), false))
                : Optional.empty();
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /**
     * Returns whether PostgreSQL assigns every value of one type to the other, and assigned back each is what it was,
     * whatever the settings of the session. What only the new type can hold need not come back: a write of it fails, or
     * the old column gets it rounded.
     */
    public static boolean isLossless(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        TypeTransition there = TypeTransition.between(from, to, false);
        return !there.needsConversion()
                && !there.mayFail()
                && there.loss().isEmpty()
                && TypeCasts.isAssignable(to, from)
                && isFaithful(from)
                && isFaithful(to)
                && TypeFamily.of(from) == TypeFamily.of(to)
                && hasZone(from) == hasZone(to)
                && hasDate(from) == hasDate(to);
    }

    /**
     * Returns whether, beyond that, versions that map the old type read and write a column of the new one under the same
     * name.
     */
    public static boolean isUnnoticed(SqlType from, SqlType to) {
        TypeTransition.Reading reading = TypeTransition.between(from, to, false).reading();
        return isLossless(from, to)
                && (reading == TypeTransition.Reading.UNCHANGED || reading == TypeTransition.Reading.WIDENED);
    }

    private static boolean isFaithful(SqlType type) {
        return !type.isArray()
                && FAITHFUL.contains(TypeFamily.of(type))
                && !TREACHEROUS.contains(type.name())
                && !StorageEffect.isCitext(type.name());
    }

    private static boolean hasZone(SqlType type) {
        return type.name().endsWith(" with time zone");
    }

    private static boolean hasDate(SqlType type) {
        return !type.name().startsWith("time ");
    }
}
