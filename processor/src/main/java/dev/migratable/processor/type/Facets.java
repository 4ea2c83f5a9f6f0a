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
 * @param byName whether {@code @Enumerated(STRING)} is there
 * @param zoneStorage the constant of {@code @TimeZoneStorage}
 * @param code what {@code @JdbcTypeCode} or {@code @JdbcType} says
 */
public record Facets(
        OptionalInt length,
        OptionalInt precision,
        int scale,
        OptionalInt secondPrecision,
        Optional<String> temporal,
        boolean large,
        boolean byName,
        Optional<String> zoneStorage,
        Optional<SqlTypeCode> code) {

    /** What a column has that says nothing. */
    public static final Facets NONE = new Facets(
            OptionalInt.empty(),
            OptionalInt.empty(),
            0,
            OptionalInt.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.empty());

    /** Rejects nulls. */
    public Facets {
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(secondPrecision, "secondPrecision");
        Objects.requireNonNull(temporal, "temporal");
        Objects.requireNonNull(zoneStorage, "zoneStorage");
        Objects.requireNonNull(code, "code");
    }

    /** Returns a copy with another length. */
    public Facets withLength(OptionalInt newLength) {
        return new Facets(newLength, precision, scale, secondPrecision, temporal, large, byName, zoneStorage, code);
    }

    /** Returns a copy with another precision and scale. */
    public Facets withDigits(OptionalInt newPrecision, int newScale) {
        return new Facets(length, newPrecision, newScale, secondPrecision, temporal, large, byName, zoneStorage, code);
    }

    /** Returns a copy with another type code. */
    public Facets withCode(Optional<SqlTypeCode> newCode) {
        return new Facets(length, precision, scale, secondPrecision, temporal, large, byName, zoneStorage, newCode);
    }

    /** Returns a copy for what a converter makes, which {@code @Enumerated} and {@code @Temporal} say nothing about. */
    public Facets plain() {
        return new Facets(length, precision, scale, secondPrecision, Optional.empty(), large, false, zoneStorage, code);
    }
}
