package dev.migratable.runtime.hibernate.random;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A class as it is written.
 *
 * @param kind what it is
 * @param name its name
 * @param header what follows the name: type parameters, superclass, interfaces
 * @param byProperty whether the annotations are on getters
 * @param annotations in their order
 * @param members attributes, or an enum's constants
 */
record ClassSource(
        Kind kind,
        String name,
        String header,
        boolean byProperty,
        List<String> annotations,
        List<MemberSource> members) {

    ClassSource {
        annotations = List.copyOf(annotations);
        members = List.copyOf(members);
    }

    ClassSource withAnnotations(List<String> others) {
        return new ClassSource(kind, name, header, byProperty, others, members);
    }

    ClassSource withMembers(List<MemberSource> others) {
        return new ClassSource(kind, name, header, byProperty, annotations, others);
    }

    /** Returns the class's source. */
    String render() {
        StringBuilder text = new StringBuilder();
        annotations.forEach(a -> text.append(a).append('\n'));
        switch (kind) {
            case ENUM ->
                text.append("enum ")
                        .append(name)
                        .append(" {\n    ")
                        .append(names())
                        .append("\n}\n");
            case RECORD, KEY_RECORD, STRUCT_RECORD -> record(text);
            default ->
                text.append(keyword())
                        .append(name)
                        .append(header)
                        .append(" {\n")
                        .append(body())
                        .append("}\n");
        }
        return text.toString();
    }

    private String keyword() {
        return kind == Kind.SUPERCLASS ? "abstract class " : "class ";
    }

    private String names() {
        return members.stream().map(MemberSource::name).collect(Collectors.joining(", "));
    }

    private void record(StringBuilder text) {
        String components = members.stream()
                .map(m -> String.join(
                                "", m.annotations().stream().map(a -> a + " ").toList()) + m.type() + " " + m.name())
                .collect(Collectors.joining(", "));
        text.append("record ")
                .append(name)
                .append('(')
                .append(components)
                .append(')')
                .append(header)
                .append(" {}\n");
    }

    private String body() {
        StringBuilder text = new StringBuilder();
        for (MemberSource member : members) {
            if (byProperty) {
                property(text, member);
            } else {
                member.annotations().forEach(a -> text.append("    ").append(a).append('\n'));
                text.append("    ")
                        .append(member.type())
                        .append(' ')
                        .append(member.name())
                        .append(";\n");
            }
        }
        if (kind == Kind.KEY) {
            text.append("    public boolean equals(Object other) { return other instanceof ")
                    .append(name)
                    .append("; }\n");
            text.append("    public int hashCode() { return 1; }\n");
        }
        return text.toString();
    }

    private static void property(StringBuilder text, MemberSource member) {
        String type = member.type();
        String name = member.name();
        text.append("    private ").append(type).append(' ').append(name).append(";\n");
        member.annotations().forEach(a -> text.append("    ").append(a).append('\n'));
        text.append("    public ").append(type).append(type.equals("boolean") ? " is" : " get");
        text.append(member.capitalised()).append("() { return ").append(name).append("; }\n");
        text.append("    public void set")
                .append(member.capitalised())
                .append('(')
                .append(type);
        text.append(" value) { this.").append(name).append(" = value; }\n");
    }
}
