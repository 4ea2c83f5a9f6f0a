package dev.migratable.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exclusion constraint, or one of another kind that says what no other record can ({@code NOT ENFORCED},
 * {@code WITHOUT OVERLAPS}, {@code SET NULL (columns)}, …), kept as the server prints it; it is compared but not planned.
 *
 * @param name the constraint's name
 * @param definition the text of {@code pg_get_constraintdef}
 */
public record ExclusionConstraint(String name, String definition) {

    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[^\".\\s(]+)";
    private static final Pattern REFERENCED =
            Pattern.compile("FOREIGN KEY .*? REFERENCES " + NAME + "\\." + NAME + "\\(.*");

    /** Rejects nulls. */
    public ExclusionConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(definition, "definition");
    }

    /** Returns the table that it refers to; empty where it is no foreign key. */
    public Optional<QualifiedName> referencedTable() {
        Matcher matcher = REFERENCED.matcher(definition);
        return matcher.matches()
                ? Optional.of(new QualifiedName(unquoted(matcher.group(1)), unquoted(matcher.group(2))))
                : Optional.empty();
    }

    /** Returns whether it holds for rows that are there, so that these are read when it comes. */
    public boolean isChecked() {
        return !definition.endsWith(" NOT VALID") && !definition.endsWith(" NOT ENFORCED");
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
