package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A class while it is being drawn. Not thread-safe. */
final class ClassDraft {

    private final Kind kind;
    private final String name;
    private final List<String> annotations = new ArrayList<>();
    private final List<MemberSource> members = new ArrayList<>();
    private final List<String> keyColumns = new ArrayList<>();
    private final Set<ClassDraft> embedded = new LinkedHashSet<>();
    private final List<String> tableMembers = new ArrayList<>();
    private Optional<ClassDraft> parent = Optional.empty();
    private Optional<String> furtherTable = Optional.empty();
    private boolean hasTable = true;
    private String keyType = "";
    private String header = "";
    private String typeParameters = "";
    private final boolean byProperty;

    ClassDraft(Kind kind, String name, boolean byProperty) {
        this.kind = kind;
        this.name = name;
        this.byProperty = byProperty;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    List<MemberSource> members() {
        return members;
    }

    /** Returns the columns of the identifier by the names that a mapping calls them; empty where it has none itself. */
    List<String> keyColumns() {
        return parent.filter(p -> keyColumns.isEmpty())
                .map(ClassDraft::keyColumns)
                .orElse(keyColumns);
    }

    void addKeyColumn(String column) {
        keyColumns.add(column);
    }

    boolean hasKey() {
        return !keyColumns().isEmpty();
    }

    /** Returns the type of an identifier of one basic attribute that this has itself; otherwise nothing. */
    String keyType() {
        return keyType;
    }

    void keyType(String type) {
        keyType = type;
    }

    /** Returns the embeddables whose columns this has already. */
    Set<ClassDraft> embedded() {
        return embedded;
    }

    /** Returns the members of its {@code @Table}. */
    List<String> tableMembers() {
        return tableMembers;
    }

    /** Returns the name of its second table, as it is written. */
    Optional<String> furtherTable() {
        return furtherTable;
    }

    void furtherTable(String table) {
        furtherTable = Optional.of(table);
    }

    Optional<ClassDraft> parent() {
        return parent;
    }

    String typeParameters() {
        return typeParameters;
    }

    void typeParameters(String parameters) {
        typeParameters = parameters;
    }

    void extend(ClassDraft above, String arguments) {
        parent = Optional.of(above);
        header = " extends " + above.name() + arguments;
    }

    void implement(String interfaceName) {
        header = header + " implements " + interfaceName;
    }

    /** Returns whether it has a table of its own. */
    boolean hasTable() {
        return hasTable;
    }

    void hasTable(boolean table) {
        hasTable = table;
    }

    void annotate(String annotation) {
        annotations.add(annotation);
    }

    void member(String type, String member, List<String> annotated) {
        members.add(new MemberSource(type, member, annotated));
    }

    ClassSource source() {
        List<String> all = new ArrayList<>(annotations);
        if (!tableMembers.isEmpty()) {
            all.add("@Table(" + String.join(", ", tableMembers) + ")");
        }
        return new ClassSource(kind, name, typeParameters + header, byProperty, all, members);
    }
}
