package dev.migratable.processor.type;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the mapping says about a column's type beside the Java type.
 *
 * @param length {@code @Column(length)} where it is not JPA's default of 255
 * @param precision {@code @Column(precision)} where it is given and not 0
 * @param scale {@code @Column(scale)}, 0 where it is not given
 * @param secondPrecision digits of a second's fraction, where given
 * @param temporal the constant of {@code @Temporal}
 * @param large whether {@code @Lob} is there
 */
public record Facets(
        OptionalInt length,
        OptionalInt precision,
        int scale,
        OptionalInt secondPrecision,
        Optional<String> temporal,
        boolean large) {

    /** What a column has that says nothing. */
    public static final Facets NONE =
            new Facets(OptionalInt.empty(), OptionalInt.empty(), 0, OptionalInt.empty(), Optional.empty(), false);

    /** Rejects nulls. */
    public Facets {
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(secondPrecision, "secondPrecision");
        Objects.requireNonNull(temporal, "temporal");
    }
}
