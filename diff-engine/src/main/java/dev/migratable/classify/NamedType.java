package dev.migratable.classify;

import dev.migratable.schema.SqlType;
import java.util.Objects;
import java.util.Optional;

/**
 * What the server says of a type that a model only names.
 *
 * @param base the type that a domain is over, in the end; empty for what is no domain
 * @param notNull whether a domain is NOT NULL
 * @param checked whether a domain has a check
 */
public record NamedType(Optional<SqlType> base, boolean notNull, boolean checked) {

    /** Rejects nulls. */
    public NamedType {
        Objects.requireNonNull(base, "base");
    }

    /** Returns whether the server has to look at each value that becomes one of this type. */
    public boolean isConstrained() {
        return notNull || checked;
    }
}
