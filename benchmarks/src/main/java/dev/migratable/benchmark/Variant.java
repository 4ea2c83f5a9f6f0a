package dev.migratable.benchmark;

/** What javac runs beside compiling. */
enum Variant {
    NONE("no processor"),
    MODEL("migratable, model only"),
    CHECKED("migratable, model and baseline check"),
    DESCRIBED("migratable, both and descriptors"),
    HIBERNATE("hibernate-processor");

    private final String title;

    Variant(String title) {
        this.title = title;
    }

    /** Returns the name for people. */
    String title() {
        return title;
    }
}
