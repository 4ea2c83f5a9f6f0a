package dev.migratable.runtime.sql;

import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.sql.ColumnGroup.Member;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes what keeps the columns of a group in step: parts of the trigger function, what a backfill writes, and what a
 * verification looks for.
 *
 * <p>A conversion need not give back what it was given ({@code '007'} by way of 7), so that only a column whose other side
 * changed is ever written, and a row is as it must be where either side explains the other.
 */
public final class GroupSql {
    private static final String ON_INSERT = """
                    IF {newWritten} THEN
            {former}        ELSE
            {present}        END IF;
            """;

    private static final String ON_UPDATE = """
                    IF {newChanged} THEN
            {former}        ELSIF {oldChanged} THEN
            {present}        END IF;
            """;

    /**
     * What the former columns explain already is not written back: the backfill itself would else replace {@code '007'} by
     * {@code '7'}.
     */
    private static final String UNLESS_EXPLAINED = """
                        DECLARE
            {made}            BEGIN
                            IF {differs} THEN
            {former}                END IF;
                        END;
            """;

    private static final String DEFAULTS = """

            #variable_conflict use_column
            DECLARE
            {former}{converted}{present}BEGIN
                IF {differs} THEN
                    RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', MESSAGE = {message};
                END IF;
            END
            """;

    private GroupSql() {}

    /** Returns the condition for rows whose present columns are not what is made of the former ones. */
    public static String strict(ColumnGroup group) {
        return any(group.present(), m -> differs(group, m, Sql.identifier(m.name()), converted(m)));
    }

    /** Returns the condition for rows that neither side explains. */
    public static String unexplained(ColumnGroup group) {
        String back = any(group.former(), m -> differs(group, m, Sql.identifier(m.name()), converted(m)));
        return "CASE WHEN " + strict(group) + " THEN " + back + " ELSE false END";
    }

    /** Returns what gives the present columns their first values. */
    public static List<Assignment> follow(ColumnGroup group) {
        return group.present().stream()
                .map(m -> new Assignment(m.name(), converted(m), mode(group, m)))
                .toList();
    }

    /** Returns what gives the former columns what was written to the present ones, in rows that neither side explains. */
    public static List<Assignment> settle(ColumnGroup group) {
        String condition = unexplained(group);
        return group.former().stream()
                .map(m -> new Assignment(
                        m.name(),
                        "CASE WHEN " + condition + " THEN " + converted(m) + " ELSE " + Sql.identifier(m.name())
                                + " END",
                        mode(group, m)))
                .toList();
    }

    private static Mode mode(ColumnGroup group, Member member) {
        return group.exact(member) ? Mode.FOLLOW : Mode.FOLLOW_IMAGE;
    }

    /** As assigning it stores it: without the cast, 7.5 would for ever differ from the 8 in the column. */
    private static String converted(Member member) {
        return "CAST((" + member.value() + ") AS " + member.column().type().sql() + ")";
    }

    private static String differs(ColumnGroup group, Member member, String one, String other) {
        return Sql.differs(group.exact(member), one, other);
    }

    /** Returns statements that read no row and fail where an expression is none, or is not assignable to its column. */
    static List<String> trials(QualifiedName table, ColumnGroup group) {
        return Stream.concat(group.present().stream(), group.former().stream())
                .map(m -> ColumnSql.tryAssignment(table, m.name(), m.value()))
                .toList();
    }

    /** Returns the statement that fails where an insert without values would mean another row to either side. */
    static List<String> checkDefaults(QualifiedName table, ColumnGroup group) {
        boolean follows = Stream.concat(group.former().stream(), group.present().stream())
                .allMatch(m -> m.cast() && m.column().defaultValue().isEmpty());
        if (group.tellsWhoInserts() || follows) {
            return List.of();
        }
        String names = names(group.present());
        String body = SqlTemplate.fill(
                DEFAULTS,
                Map.of(
                        "former", declarations(table, group.former(), "old", GroupSql::initial),
                        "converted", declarations(table, group.present(), "made", m -> made(table, group, m)),
                        "present", declarations(table, group.present(), "new", GroupSql::initial),
                        "differs", differs(group, n -> "migratable_new_" + n),
                        "message",
                                Sql.literal("a row of " + table.display() + " that is inserted without " + names
                                        + " would have another value there for old versions, converted from "
                                        + names(group.former())
                                        + "; let the defaults say the same, and a conversion keep NULL, or make "
                                        + names + " NOT NULL without a default")));
        return List.of("DO " + Sql.dollarQuote(body, "migratable"));
    }

    private static String differs(ColumnGroup group, IntFunction<String> other) {
        return IntStream.rangeClosed(1, group.present().size())
                .mapToObj(n -> differs(group, group.present().get(n - 1), other.apply(n), "migratable_made_" + n))
                .collect(Collectors.joining(" OR "));
    }

    private static String value(QualifiedName table, Member member, String row) {
        return "(SELECT (" + member.value() + ") FROM (SELECT " + row + ") AS " + Sql.identifier(table.name()) + ")";
    }

    private static String row(List<Member> read) {
        return read.stream()
                .map(r -> "NEW." + Sql.identifier(r.name()) + " AS " + Sql.identifier(r.name()))
                .collect(Collectors.joining(", "));
    }

    private static String made(QualifiedName table, ColumnGroup group, Member member) {
        String row = IntStream.rangeClosed(1, group.former().size())
                .mapToObj(n -> "migratable_old_" + n + " AS "
                        + Sql.identifier(group.former().get(n - 1).name()))
                .collect(Collectors.joining(", "));
        return value(table, member, row);
    }

    private static String initial(Member member) {
        return member.column().defaultValue().map(d -> "(" + d + ")").orElse("NULL");
    }

    private static String declarations(
            QualifiedName table, List<Member> members, String name, Function<Member, String> value) {
        return IntStream.rangeClosed(1, members.size())
                .mapToObj(n -> "    migratable_" + name + "_" + n + " " + Sql.name(table) + "."
                        + Sql.identifier(members.get(n - 1).name()) + "%TYPE := " + value.apply(members.get(n - 1))
                        + ";\n")
                .collect(Collectors.joining());
    }

    static String names(List<Member> members) {
        return members.stream().map(Member::name).collect(Collectors.joining(", "));
    }

    /** Returns the part of the trigger function for inserted rows. */
    static String onInsert(QualifiedName table, ColumnGroup group) {
        return SqlTemplate.fill(
                ON_INSERT,
                Map.of(
                        "newWritten", newWritten(group),
                        "former", back(table, group),
                        "present", assignments(table, group.present(), group.former())));
    }

    /** Returns the part of the trigger function for updated rows. */
    static String onUpdate(QualifiedName table, ColumnGroup group) {
        return SqlTemplate.fill(
                ON_UPDATE,
                Map.of(
                        "newChanged", any(group.present(), m -> changed(group, m)),
                        "oldChanged", any(group.former(), m -> changed(group, m)),
                        "former", back(table, group),
                        "present", assignments(table, group.present(), group.former())));
    }

    private static String back(QualifiedName table, ColumnGroup group) {
        String assignments = assignments(table, group.former(), group.present());
        if (group.present().stream().allMatch(Member::cast)) {
            return assignments; // gives back what it was given
        }
        String row = row(group.former());
        return SqlTemplate.fill(
                UNLESS_EXPLAINED,
                Map.of(
                        "made",
                                declarations(table, group.present(), "made", m -> value(table, m, row))
                                        .indent(12),
                        "differs",
                                differs(
                                        group,
                                        n -> "NEW."
                                                + Sql.identifier(group.present()
                                                        .get(n - 1)
                                                        .name())),
                        "former", assignments.indent(8)));
    }

    /**
     * Returns the condition that is true where an update leaves the group with something to do. A trigger's condition
     * cannot hold an expression over a row, but a cast.
     */
    static String outOfStep(ColumnGroup group) {
        String changed = Stream.concat(group.present().stream(), group.former().stream())
                .map(m -> changed(group, m))
                .collect(Collectors.joining("\n        OR "));
        Member present = group.present().get(0);
        if (!present.cast()) {
            return changed;
        }
        String cast =
                "CAST(NEW." + present.value() + " AS " + present.column().type().sql() + ")";
        return differs(group, present, "NEW." + Sql.identifier(present.name()), cast) + "\n        AND (" + changed
                + ")";
    }

    private static String changed(ColumnGroup group, Member member) {
        String name = Sql.identifier(member.name());
        return differs(group, member, "NEW." + name, "OLD." + name);
    }

    private static String newWritten(ColumnGroup group) {
        List<Member> always =
                group.present().stream().filter(Member::isAlwaysWritten).toList();
        if (!always.isEmpty()) {
            return any(always, m -> "NEW." + Sql.identifier(m.name()) + " IS NOT NULL");
        }
        Stream<String> written = group.present().stream().map(m -> isNotInitial(group, m));
        Stream<String> missing = group.former().stream()
                .filter(Member::isAlwaysWritten)
                .map(m -> "NEW." + Sql.identifier(m.name()) + " IS NULL");
        return Stream.concat(written, missing).collect(Collectors.joining(" OR "));
    }

    private static String isNotInitial(ColumnGroup group, Member member) {
        String name = "NEW." + Sql.identifier(member.name());
        return member.column()
                .defaultValue()
                .map(d -> differs(
                        group,
                        member,
                        name,
                        "CAST((" + d + ") AS " + member.column().type().sql() + ")"))
                .orElse(name + " IS NOT NULL");
    }

    private static String assignments(QualifiedName table, List<Member> written, List<Member> read) {
        return written.stream()
                .map(m -> "            NEW." + Sql.identifier(m.name()) + " := "
                        + (m.cast() ? "NEW." + Sql.identifier(read.get(0).name()) : value(table, m, row(read)))
                        + ";\n")
                .collect(Collectors.joining());
    }

    private static String any(List<Member> members, Function<Member, String> condition) {
        return members.stream().map(condition).collect(Collectors.joining(" OR "));
    }
}
