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
        String upper = upperCase(name);
        String constant = SourceVersion.isIdentifier(upper) ? upper : "_" + upper;
        while (!taken.add(constant)) {
            constant += "_";
        }
        return constant;
    }

    /** An underscore goes between words, and takes the place of what is neither letter nor number. */
    private static String upperCase(String name) {
        StringBuilder result = new StringBuilder(name.length() + 8);
        int before = '_';
        for (int i = 0; i < name.length(); i += Character.charCount(before)) {
            int c = name.codePointAt(i);
            if (Character.isUpperCase(c) && (Character.isLowerCase(before) || isNumber(before))) {
                result.append('_');
            }
            result.appendCodePoint(Character.isLetter(c) || isNumber(c) ? c : '_');
            before = c;
        }
        return result.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
