package dev.migratable.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Reads options that take one of a few words, the names of an enum's constants in lower case. */
final class Words {

    private Words() {}

    /**
     * Returns the constant of a word.
     *
     * @throws TypeConversionException for any other word; it names those there are
     */
    static <T> T convert(T[] constants, String word) {
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                        + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "))));
    }
}
