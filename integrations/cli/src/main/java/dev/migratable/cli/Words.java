package dev.migratable.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Reads options that take one of a few words. */
final class Words {

    private Words() {}

    /**
     * Returns the position of a word, in small letters or capitals: results write risks in capitals.
     *
     * @throws TypeConversionException for any other word; it names those there are
     */
    static int position(List<String> words, String word) {
        int position = words.indexOf(word.toLowerCase(Locale.ROOT));
        if (position < 0) {
            throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", words));
        }
        return position;
    }
}
