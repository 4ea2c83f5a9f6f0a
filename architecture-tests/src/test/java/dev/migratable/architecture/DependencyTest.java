package dev.migratable.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;

/** The arrows between modules and packages; a module that is still empty breaks none of them. */
@AnalyzeClasses(packages = MainClasses.BASE, importOptions = MainClasses.class)
class DependencyTest {
    private static final String ANNOTATIONS = "dev.migratable.annotations..";
    private static final String PROCESSOR = "dev.migratable.processor..";
    private static final String RUNTIME = "dev.migratable.runtime..";
    private static final String CLI = "dev.migratable.cli..";
    private static final String[] DIFF_ENGINE = {
        "dev.migratable.schema..",
        "dev.migratable.catalog..",
        "dev.migratable.normalize..",
        "dev.migratable.diff..",
        "dev.migratable.change..",
        "dev.migratable.classify..",
        "dev.migratable.json..",
        "dev.migratable.check.."
    };

    private static final String INTERNAL = ".internal";

    @ArchTest
    static final ArchRule annotationsKnowNothingOfOurs =
            onlyKnows(new String[] {ANNOTATIONS}, new String[] {ANNOTATIONS});

    @ArchTest
    static final ArchRule diffEngineKnowsOnlyItself = onlyKnows(DIFF_ENGINE, DIFF_ENGINE);

    @ArchTest
    static final ArchRule processorKnowsAnnotationsAndDiffEngine =
            onlyKnows(new String[] {PROCESSOR}, with(DIFF_ENGINE, ANNOTATIONS, PROCESSOR));

    @ArchTest
    static final ArchRule runtimeKnowsAnnotationsAndDiffEngine =
            onlyKnows(new String[] {RUNTIME}, with(DIFF_ENGINE, ANNOTATIONS, RUNTIME));

    @ArchTest
    static final ArchRule cliKnowsRuntimeAndDiffEngine = onlyKnows(new String[] {CLI}, with(DIFF_ENGINE, RUNTIME, CLI));

    @ArchTest
    static final ArchRule testkitKnowsOnlyItself =
            onlyKnows(new String[] {"dev.migratable.testkit.."}, new String[] {"dev.migratable.testkit.."});

    @ArchTest
    static final ArchRule everyPackageBelongsToAModule = classes()
            .should()
            .resideInAnyPackage(with(DIFF_ENGINE, ANNOTATIONS, PROCESSOR, RUNTIME, CLI, "dev.migratable.testkit.."))
            .because("a package that no rule names would escape the rules");

    @ArchTest
    static final ArchRule liquibaseIsImportedInOnePackage = onlyImportedFrom("liquibase..", "liquibase");

    @ArchTest
    static final ArchRule hibernateIsImportedInOnePackage = onlyImportedFrom("org.hibernate..", "hibernate");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("dev.migratable.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCyclesInTheRuntime = slices().matching("dev.migratable.runtime.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noCyclesInTheProcessor = slices().matching("dev.migratable.processor.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule internalPackagesAreUsedByTheirParentOnly = classes()
            .that()
            .resideInAPackage("..internal..")
            .should(beUsedByTheirParentPackageOnly())
            .allowEmptyShould(true);

    private static ArchRule onlyKnows(String[] packages, String[] allowed) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.migratable..").and(resideOutsideOfPackages(allowed)))
                .allowEmptyShould(true);
    }

    private static ArchRule onlyImportedFrom(String imported, String subpackage) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.migratable.runtime." + subpackage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(imported);
    }

    private static ArchCondition<JavaClass> beUsedByTheirParentPackageOnly() {
        return new ArchCondition<>("be used by their parent package only") {
            @Override
            public void check(JavaClass internal, ConditionEvents events) {
                String name = internal.getPackageName();
                String parent = name.substring(0, (name + ".").indexOf(INTERNAL + "."));
                for (Dependency use : internal.getDirectDependenciesToSelf()) {
                    String user = use.getOriginClass().getPackageName();
                    if (!(user + ".").startsWith(parent + ".")) {
                        events.add(SimpleConditionEvent.violated(use, use.getDescription()));
                    }
                }
            }
        };
    }

    private static String[] with(String[] packages, String... more) {
        String[] all = Arrays.copyOf(packages, packages.length + more.length);
        System.arraycopy(more, 0, all, packages.length, more.length);
        return all;
    }
}
