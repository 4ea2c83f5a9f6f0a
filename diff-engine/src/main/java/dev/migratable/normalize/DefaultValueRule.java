package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Text;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Applies to a whole expression whose value goes into a column: a cast to the column's type says nothing, and a
 * constant is the same however the column's type came to it ({@code 0} and {@code '0'} for a number).
 *
 * @param type the column's type, canonical
 */
record DefaultValueRule(SqlType type) implements ExpressionRule {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}.*)");
    private static final Pattern HOUR_AND_MINUTE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2} )?\\d{2}:\\d{2}");

    @Override
    public Expression apply(Expression node) {
        Expression value = node;
        SqlType unlimited = new SqlType(type.name(), List.of(), type.dimensions());
        while (value instanceof Cast cast
                && (cast.type().equals(type) || cast.type().equals(unlimited))) {
            value = cast.operand();
        }
        return constant(value);
    }

    private Expression constant(Expression value) {
        Optional<String> digits = value instanceof Num number
                ? Optional.of(number.digits())
                : value instanceof Text text ? Optional.of(text.value()) : Optional.empty();
        if (digits.isEmpty() || type.isArray()) {
            return value;
        }
        if (NumericLiterals.isNumeric(type)) {
            return digits.flatMap(NumericLiterals::shortest)
                    .<Expression>map(Num::new)
                    .orElse(value);
        }
        if (value instanceof Num number) {
            return TextCastRule.isText(type) ? new Text(number.digits()) : value;
        }
        return text((Text) value);
    }

    private Expression text(Text text) {
        return switch (type.name()) {
            case "boolean" -> BooleanLiterals.read(text.value()).orElse(text);
            case "timestamp without time zone", "time without time zone" -> new Text(inFull(text.value()));
            default -> text;
        };
    }

    /** The server reads a date or time constant and prints it in full: {@code 10:00} becomes {@code 10:00:00}. */
    private String inFull(String text) {
        if (DATE.matcher(text).matches() && type.name().startsWith("timestamp")) {
            return text + " 00:00:00";
        }
        String spaced = DATE_TIME.matcher(text).replaceFirst("$1 $2");
        return HOUR_AND_MINUTE.matcher(spaced).matches() ? spaced + ":00" : spaced;
    }
}
