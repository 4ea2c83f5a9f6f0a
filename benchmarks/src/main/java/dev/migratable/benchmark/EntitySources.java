package dev.migratable.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes entities as an application has them: a dozen columns of mixed types, an embeddable, an enum, associations, accessors,
 * a table with an index and a unique constraint; fifty to a package. The same number gives the same sources.
 */
final class EntitySources {

    private static final int ENTITIES_PER_PACKAGE = 50;

    /** Of so many entities one has a column that the former version had not. */
    private static final int CHANGED_EACH = 50;

    private final int count;
    private final boolean former;

    /**
     * Creates the sources.
     *
     * @param count so many entities
     * @param former whether as they were a version ago
     */
    EntitySources(int count, boolean former) {
        this.count = count;
        this.former = former;
    }

    /** Writes the sources and returns their files. */
    List<Path> write(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path folder = Files.createDirectories(root.resolve("shop").resolve(packageOf(i)));
            if (i % ENTITIES_PER_PACKAGE == 0) {
                files.add(Files.writeString(folder.resolve("Address.java"), address(i)));
                files.add(Files.writeString(folder.resolve("Status.java"), status(i)));
                files.add(Files.writeString(folder.resolve("Audited.java"), audited(i)));
            }
            files.add(Files.writeString(folder.resolve("Entity" + i + ".java"), entity(i)));
        }
        return files;
    }

    private static String packageOf(int i) {
        return "part" + i / ENTITIES_PER_PACKAGE;
    }

    private static String head(int i) {
        return "package shop." + packageOf(i) + ";\n\nimport jakarta.persistence.*;\nimport java.math.BigDecimal;\n"
                + "import java.time.Instant;\nimport java.time.LocalDate;\nimport java.util.List;\nimport java.util.UUID;\n\n";
    }

    private static String address(int i) {
        return head(i) + "@Embeddable\npublic class Address {\n"
                + attribute("@Column(length = 100)", "String", "street")
                + attribute("@Column(length = 10)", "String", "zipCode")
                + attribute("", "String", "city")
                + "}\n";
    }

    private static String status(int i) {
        return head(i) + "public enum Status {\n    NEW,\n    OPEN,\n    PAID,\n    CLOSED\n}\n";
    }

    private static String audited(int i) {
        return head(i) + "@MappedSuperclass\npublic abstract class Audited {\n"
                + attribute("@Version", "long", "version")
                + attribute("@Column(nullable = false)", "Instant", "createdAt")
                + "}\n";
    }

    private String entity(int i) {
        boolean changed = !former && i % CHANGED_EACH == 0;
        return head(i)
                + "@Entity\n@dev.migratable.annotations.Migratable\n"
                + "@Table(name = \"entity_" + i + "\",\n"
                + "        uniqueConstraints = @UniqueConstraint(columnNames = {\"code\", \"valid_from\"}),\n"
                + "        indexes = @Index(name = \"entity_" + i + "_name\", columnList = \"name, status\"))\n"
                + "public class Entity" + i + " extends Audited {\n"
                + attribute("@Id\n    @GeneratedValue(strategy = GenerationType.SEQUENCE)", "Long", "id")
                + attribute("@Column(nullable = false, length = 40)", "String", "code")
                + attribute("@Column(name = \"name\", length = 200)", "String", "displayName")
                + attribute("@Enumerated(EnumType.STRING)\n    @Column(length = 20)", "Status", "status")
                + attribute("@Column(precision = 12, scale = 2)", "BigDecimal", "price")
                + attribute("@Column(name = \"valid_from\")", "LocalDate", "validFrom")
                + attribute("", "boolean", "active")
                + attribute("", "Integer", "quantity")
                + attribute("@Column(unique = true)", "UUID", "token")
                + attribute("@Embedded", "Address", "address")
                + attribute(
                        "@ManyToOne(fetch = FetchType.LAZY)\n    @JoinColumn(name = \"parent_id\")",
                        other(i, i / 2),
                        "parent")
                + attribute("@ManyToOne(fetch = FetchType.LAZY, optional = false)", other(i, i * 7L % count), "owner")
                + attribute("@OneToMany(mappedBy = \"parent\")", "List<" + name(i) + ">", "children", i == 0)
                + (changed ? attribute("", "String", "note") : "")
                + "}\n";
    }

    private static String name(int i) {
        return "Entity" + i;
    }

    private static String other(int i, long target) {
        String name = name((int) target);
        return packageOf(i).equals(packageOf((int) target)) ? name : "shop." + packageOf((int) target) + "." + name;
    }

    private static String attribute(String annotations, String type, String name, boolean present) {
        return present ? attribute(annotations, type, name) : "";
    }

    private static String attribute(String annotations, String type, String name) {
        String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return (annotations.isEmpty() ? "" : "    " + annotations + "\n")
                + "    private " + type + " " + name + ";\n\n"
                + "    public " + type + " get" + capitalised + "() {\n        return " + name + ";\n    }\n\n"
                + "    public void set" + capitalised + "(" + type + " " + name + ") {\n        this." + name + " = "
                + name
                + ";\n    }\n\n";
    }
}
