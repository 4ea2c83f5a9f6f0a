package dev.migratable.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides passwords in whatever is printed. */
final class Mask {

    /** What stands where a password stood. */
    static final String MASKED = "***";

    /** {@code password=…} of a JDBC URL, {@code sslpassword=…} too, up to what ends a parameter. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)(password=)[^&\\s]*");

    /** {@code //user:password@host}, which PostgreSQL's driver refuses but people write. */
    private static final Pattern AUTHORITY = Pattern.compile("(//[^/:@\\s]*):[^@\\s]*@");

    /** An option that begins like {@code --password}, misspelt perhaps, with a value. */
    private static final Pattern OPTION = Pattern.compile("(?i)-{1,2}pas\\w*(?:=(.*))?", Pattern.DOTALL);

    private Mask() {}

    /** Returns the text with the passwords of the URLs in it masked. */
    static String in(String text) {
        String parameters = PARAMETER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASKED));
        return AUTHORITY.matcher(parameters).replaceAll("$1:" + Matcher.quoteReplacement(MASKED) + "@");
    }

    /**
     * Returns a message about wrong arguments with every password among them masked: somebody who gives one on the
     * command line, where it does not belong, must not find it in a build log.
     */
    static String inUsage(String message, List<String> arguments) {
        String masked = in(message);
        for (String secret : secrets(arguments)) {
            masked = masked.replace(secret, MASKED);
        }
        return masked;
    }

    private static List<String> secrets(List<String> arguments) {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Matcher option = OPTION.matcher(arguments.get(i));
            if (!option.matches()) {
                continue;
            }
            if (option.group(1) != null) {
                secrets.add(option.group(1));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-")) {
                secrets.add(arguments.get(i + 1));
            }
        }
        secrets.removeIf(String::isEmpty);
        return secrets;
    }
}
