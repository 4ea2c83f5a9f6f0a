package dev.migratable.processor.write;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Makes names of constants, each different: {@code emailAddress} becomes {@code EMAIL_ADDRESS}. */
final class ConstantNames {

    private final Set<String> taken = new HashSet<>();

    /** Takes names that no constant made here may have. */
    ConstantNames(String... reserved) {
        taken.addAll(Set.of(reserved));
    }

    /** Returns a constant's name for an attribute or database name; one that is taken gets an underscore at its end. */
    String of(String name) {
        String upper = name.replaceAll("([\\p{Ll}\\p{N}])(\\p{Lu})", "$1_$2")
                .replaceAll("[^\\p{L}\\p{N}_]", "_")
                .toUpperCase(Locale.ROOT);
        String constant = SourceVersion.isIdentifier(upper) ? upper : "_" + upper;
        while (!taken.add(constant)) {
            constant += "_";
        }
        return constant;
    }
}
