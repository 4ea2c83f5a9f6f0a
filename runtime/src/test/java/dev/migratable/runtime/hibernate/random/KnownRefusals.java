package dev.migratable.runtime.hibernate.random;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code docs/mapping.md} says is refused and the generator draws all the same. Anything else the processor refuses
 * while Hibernate does not is a failure.
 */
final class KnownRefusals {

    private static final List<Pattern> PATTERNS = List.of(
            // of more characters than PostgreSQL has, which Hibernate only learns from the server
            Pattern.compile("the SQL type of java.lang.String as N?CHAR is not known"),
            // with quoted identifiers, and in a schema
            Pattern.compile("@JdbcTypeCode changes the schema and is not read yet. Create the type in a migration"),
            Pattern.compile("the type '\\w+' is also the table of"),
            Pattern.compile("Hibernate heeds no @AttributeOverride of a time that has a column for its zone"),
            Pattern.compile("Hibernate puts the _tz of the time zone's column behind the quotes"),
            Pattern.compile("one is a document by @JdbcTypeCode, and Hibernate may take the other for one"),
            Pattern.compile("Hibernate loses the columns of an embeddable within the key of a map"),
            // which the metadata say nothing of
            Pattern.compile("Hibernate fails on a @Struct in a TABLE_PER_CLASS hierarchy"),
            Pattern.compile("@Struct is not read where the default schema is not public"),
            Pattern.compile("of which Hibernate writes a check that PostgreSQL refuses"),
            Pattern.compile("the order that Hibernate gives the columns .+ in a @Struct is not known"));

    private KnownRefusals() {}

    /** Returns whether all messages are known refusals. */
    static boolean cover(List<String> messages) {
        return messages.stream()
                .allMatch(m -> PATTERNS.stream().anyMatch(p -> p.matcher(m).find()));
    }
}
