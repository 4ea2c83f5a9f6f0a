package dev.migratable.benchmark;

/** What is measured on one catalog, in the order of the report. */
enum CatalogVariant {
    PSQL("floor: bare queries, process of psql"),
    BARE("floor: bare queries over JDBC"),
    SAME("floor: migratable's statements, rows dropped"),
    INSPECT("migratable: read"),
    DIFF("migratable: read and diff"),
    OTHERWISE("migratable: the same, defaults spelled otherwise"),
    ASKED("migratable: the same, asking the server"),
    PROCESS("migratable: whole process, -Xmx256m"),
    HIBERNATE("Hibernate: validate (names and types)"),
    ALEMBIC("Alembic: autogenerate's comparison, once"),
    LIQUIBASE("Liquibase: diff of two databases, once");

    private final String title;

    CatalogVariant(String title) {
        this.title = title;
    }

    /** Returns the name for people. */
    String title() {
        return title;
    }
}
