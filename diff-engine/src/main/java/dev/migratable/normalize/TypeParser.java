package dev.migratable.normalize;

import dev.migratable.normalize.TokenCursor.NotUnderstood;
import dev.migratable.schema.SqlType;
import java.util.Set;

/** Reads the type behind {@code ::} or within {@code CAST}. */
final class TypeParser {

    /** Words that only continue a type's name. */
    private static final Set<String> CONTINUATIONS = Set.of(
            "varying",
            "precision",
            "with",
            "without",
            "time",
            "zone",
            "to",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second");

    private TypeParser() {}

    static SqlType parse(TokenCursor tokens) throws NotUnderstood {
        StringBuilder text = new StringBuilder(name(tokens));
        while (tokens.takeSymbol(".")) {
            text.append('.').append(name(tokens));
        }
        continuation(tokens, text);
        if (tokens.takeSymbol("(")) {
            text.append('(');
            while (!tokens.takeSymbol(")")) {
                text.append(tokens.next().text());
            }
            text.append(')');
            continuation(tokens, text);
        }
        while (tokens.takeSymbol("[")) {
            while (!tokens.takeSymbol("]")) {
                tokens.next();
            }
            text.append("[]");
        }
        try {
            return TypeNormalizer.normalize(SqlType.parse(text.toString()));
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("'" + text + "' is no type");
        }
    }

    private static void continuation(TokenCursor tokens, StringBuilder text) throws NotUnderstood {
        while (tokens.peek().kind() == SqlToken.Kind.WORD
                && CONTINUATIONS.contains(tokens.peek().text())) {
            text.append(' ').append(tokens.next().text());
        }
    }

    private static String name(TokenCursor tokens) throws NotUnderstood {
        SqlToken token = tokens.next();
        if (token.kind() != SqlToken.Kind.WORD && token.kind() != SqlToken.Kind.QUOTED) {
            throw new NotUnderstood("'" + token.text() + "' is no type");
        }
        return token.text();
    }
}
