package dev.migratable.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Keeps to the published code: no tests, and nothing of this module. */
final class MainClasses implements ImportOption {
    static final String BASE = "dev.migratable";

    private final ImportOption noTests = new ImportOption.DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return noTests.includes(location) && !location.contains("/architecture-tests/");
    }
}
