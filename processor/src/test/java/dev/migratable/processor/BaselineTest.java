package dev.migratable.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says about an edited entity, and where. */
class BaselineTest {

    private static final String BEFORE = """
            @Entity
            @Migratable
            class Customer {
                @Id Long id;
                String email;
                @Column(length = 100) String city;
            }
            """;

    @TempDir
    Path folder;

    private Path baseline() throws IOException {
        Compilation before = new Javac().compile(Javac.source("Customer", BEFORE));
        return Files.writeString(
                folder.resolve("baseline.json"), Outputs.text(before, "META-INF/migratable/model.json"));
    }

    private Compilation edited(String text, String... options) throws IOException {
        Javac javac = new Javac().with("-Amigratable.baseline=" + baseline());
        Stream.of(options).forEach(javac::with);
        return javac.compile(Javac.source("Customer", text));
    }

    private static String only(List<Diagnostic<? extends JavaFileObject>> diagnostics, int line) {
        assertEquals(1, diagnostics.size(), diagnostics::toString);
        assertEquals(line, diagnostics.get(0).getLineNumber(), diagnostics::toString);
        return diagnostics.get(0).getMessage(Locale.ROOT);
    }

    @Test
    void nothingIsSaidOfAnUnchangedEntity() throws IOException {
        assertThat(edited(BEFORE, "-Amigratable.notes=true")).succeededWithoutWarnings();
        assertEquals(0, edited(BEFORE, "-Amigratable.notes=true").notes().size());
    }

    @Test
    void anUndeclaredRenameIsAnErrorThatNamesBothWaysOut() throws IOException {
        Compilation compilation = edited(BEFORE.replace("String email;", "String emailAddress;"));
        String message = only(compilation.errors(), 6);
        assertTrue(message.startsWith("[MIG501] Customer.emailAddress (customer.emailaddress): "), message);
        assertTrue(message.contains("@RenamedFrom(\"email\")"), message);
        assertTrue(message.contains("@Retired(\"email\")"), message);
        assertTrue(message.endsWith(" docs/rules/MIG501.md"), message);
    }

    @Test
    void aDeclaredRenameIsNoError() throws IOException {
        String after = BEFORE.replace("String email;", "@RenamedFrom(\"email\") String emailAddress;");
        Compilation compilation = edited(after, "-Amigratable.notes=true");
        assertThat(compilation).succeeded();
        assertTrue(Outputs.text(compilation, "META-INF/migratable/model.json").contains("email"));
    }

    @Test
    void aDropWithoutRetiredIsAnErrorOnTheEntity() throws IOException {
        String message = only(edited(BEFORE.replace("String email;", "")).errors(), 4);
        assertTrue(message.startsWith("[MIG502] Customer (customer.email): "), message);
        assertTrue(message.contains("@Retired(\"email\")"), message);
    }

    @Test
    void aRetiredColumnMayGo() throws IOException {
        String after = BEFORE.replace("String email;", "").replace("@Entity", "@Entity @Retired(\"email\")");
        assertThat(edited(after)).succeeded();
    }

    private static final String REQUIRED =
            BEFORE.replace("String email;", "String email;\n @Column(nullable = false) String name;");

    private static List<String> starts(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .map(d -> d.getLineNumber() + " " + d.getMessage(Locale.ROOT).replaceFirst(":.*", ""))
                .toList();
    }

    @Test
    void aRequiredColumnIsAWarning() throws IOException {
        Compilation compilation = edited(REQUIRED);
        assertThat(compilation).succeeded();
        assertEquals(
                List.of("7 [MIG201] Customer.name (customer.name)", "7 [MIG403] Customer.name (customer.name)"),
                starts(compilation.warnings()));
        compilation.warnings().forEach(w -> assertTrue(w.getMessage(Locale.ROOT).contains("@Backfill")));
    }

    @Test
    void aRiskCanBeMadeAnErrorSilencedOrAccepted() throws IOException {
        assertEquals(2, edited(REQUIRED, "-Amigratable.failOn=UNSAFE").errors().size());
        String off = "-Amigratable.level.MIG201=off";
        assertEquals(
                List.of("7 [MIG403] Customer.name (customer.name)"),
                starts(edited(REQUIRED, off).warnings()));
        assertEquals(
                List.of("7 [MIG403] Customer.name (customer.name)"),
                starts(edited(REQUIRED, off, "-Amigratable.level.MIG403=error").errors()));
        assertEquals(
                List.of("7 [MIG403] Customer.name (customer.name)"),
                starts(edited(REQUIRED, off, "-Amigratable.level.MIG403=note").notes()));
        String accepted = REQUIRED.replace(
                "@Column(nullable = false)",
                "@AcceptRisk(rule = \"MIG403\", reason = \"no old version runs\") @Column(nullable = false)");
        assertThat(edited(accepted, off)).succeededWithoutWarnings();
    }

    @Test
    void anAcceptedRiskThatHidesNothingIsAWarningOnItsAttribute() throws IOException {
        String stale =
                BEFORE.replace("String email;", "@AcceptRisk(rule = \"MIG204\", reason = \"small\") String email;");
        Compilation compilation = edited(stale);
        assertThat(compilation).succeeded();
        assertEquals(List.of("6 [MIG504] Customer.email (customer.email)"), starts(compilation.warnings()));
        String message = compilation.warnings().get(0).getMessage(Locale.ROOT);
        assertTrue(message.contains("MIG204") && message.endsWith("docs/rules/MIG504.md"), message);
        assertThat(edited(stale, "-Amigratable.level.MIG504=off")).succeededWithoutWarnings();
    }

    @Test
    void aSafeChangeIsANoteOnDemand() throws IOException {
        String after = BEFORE.replace("String email;", "String email;\n String nickname;");
        assertThat(edited(after)).succeededWithoutWarnings();
        assertEquals(0, edited(after).notes().size());
        String message = only(edited(after, "-Amigratable.notes=true").notes(), 7);
        assertTrue(message.contains("Customer.nickname (customer.nickname): "), message);
    }

    @Test
    void aGoneEntityIsAnErrorWithoutAPlace() throws IOException {
        Compilation compilation = new Javac()
                .with("-Amigratable.baseline=" + baseline())
                .compile(Javac.source("Other", "@Entity @Migratable class Other { @Id long id; int a; int b; }"));
        assertEquals(1, compilation.errors().size(), compilation.errors()::toString);
        String message = compilation.errors().get(0).getMessage(Locale.ROOT);
        assertTrue(message.contains("customer"), message);
    }

    @Test
    void aBaselineThatCannotBeReadIsOneErrorThatNamesIt() throws IOException {
        Path missing = folder.resolve("missing.json");
        Compilation compilation =
                new Javac().with("-Amigratable.baseline=" + missing).compile(Javac.source("Customer", BEFORE));
        assertEquals(1, compilation.errors().size());
        assertThat(compilation)
                .hadErrorContaining("[MAP13] the baseline " + missing + " cannot be read: there is no such file");
        Path damaged = Files.writeString(folder.resolve("damaged.json"), "{\"format\": 1,");
        compilation = new Javac().with("-Amigratable.baseline=" + damaged).compile(Javac.source("Customer", BEFORE));
        assertEquals(1, compilation.errors().size());
        assertThat(compilation).hadErrorContaining("[MAP13] the baseline " + damaged);
    }

    @Test
    void optionsThatMeanNothingAreErrors() {
        for (String option : List.of(
                "migratable.naming=camel",
                "migratable.notes=maybe",
                "migratable.failOn=SAFE",
                "migratable.level.MIG204=loud",
                "migratable.level.X=off")) {
            Compilation compilation = new Javac().with("-A" + option).compile(Javac.source("Customer", BEFORE));
            assertThat(compilation).hadErrorContaining("[MAP12] the option -A" + option + " is not understood");
        }
    }

    private static final String EMBEDDING = """
            @Entity
            @Migratable
            class Customer {
                @Id Long id;
                @AttributeOverride(name = "street", column = @Column(name = "home_street"))
                Address home;
                Address work;
            }
            """;
    private static final String EMBEDDABLE = "@Embeddable\nclass Address { String street;\nString city; }";

    private Compilation embedded(String entity, String embeddable) throws IOException {
        Compilation before =
                new Javac().compile(Javac.source("Customer", embeddingBefore(EMBEDDING)), address(EMBEDDABLE));
        Path path = Files.writeString(
                folder.resolve("embedded.json"), Outputs.text(before, "META-INF/migratable/model.json"));
        return new Javac()
                .with("-Amigratable.baseline=" + path)
                .compile(Javac.source("Customer", embeddingBefore(entity)), address(embeddable));
    }

    private static String embeddingBefore(String entity) {
        return entity.replace(
                "Address home",
                "@AttributeOverride(name = \"city\", column = @Column(name = \"home_city\")) Address home");
    }

    private static JavaFileObject address(String text) {
        return Javac.source("Address", text);
    }

    @Test
    void aFindingOnAnEmbeddedColumnIsOnTheAttributeOfTheEmbeddable() throws IOException {
        Compilation compilation =
                embedded(EMBEDDING, EMBEDDABLE.replace("String city", "@Column(length = 9) String city"));
        assertEquals(3, compilation.warnings().size(), compilation.warnings()::toString);
        assertTrue(compilation.warnings().stream()
                .allMatch(w ->
                        w.getLineNumber() == 4 && String.valueOf(w.getSource()).contains("Address")));
    }

    @Test
    void aRenameInsideAnEmbeddableIsDeclaredThereOrWhereItsColumnIsNamed() throws IOException {
        String entity = EMBEDDING
                .replace("home_street", "house_street")
                .replace(
                        "@AttributeOverride(name = \"s",
                        "@RenamedFrom(\"street=home_street\") @AttributeOverride(name = \"s");
        assertThat(embedded(entity, EMBEDDABLE)).succeeded();
        assertThat(embedded(EMBEDDING.replace("home_street", "house_street"), EMBEDDABLE))
                .hadErrorContaining("[MIG501] Customer.home.street (customer.house_street): ");
        String renamed = EMBEDDABLE.replace("String city", "@RenamedFrom(\"city\") String town");
        assertThat(embedded(EMBEDDING.replace("Address home", "@Transient Address home"), renamed))
                .hadErrorContaining("@Retired(\"home_street\")");
        assertThat(embedded(EMBEDDING, EMBEDDABLE.replace("String city", "@RenamedFrom(\"old\") String city")))
                .hadErrorContaining(
                        "[MAP16] Address.city: @RenamedFrom is on an attribute whose column 'home_city' is");
    }

    @Test
    void anAttributeMovedToASuperclassIsNoChangeAndItsFindingsAreThere() throws IOException {
        String base = "@MappedSuperclass\nclass Base {\n    @Column(length = 100) String city;\n}";
        String entity = BEFORE.replace("class Customer", "class Customer extends Base")
                .replace("    @Column(length = 100) String city;\n", "");
        Javac javac = new Javac().with("-Amigratable.baseline=" + baseline());
        assertThat(javac.compile(Javac.source("Customer", entity), Javac.source("Base", base)))
                .succeededWithoutWarnings();
        Compilation narrowed =
                javac.compile(Javac.source("Customer", entity), Javac.source("Base", base.replace("100", "9")));
        assertTrue(!narrowed.warnings().isEmpty());
        assertTrue(
                narrowed.warnings().stream()
                        .allMatch(w -> w.getLineNumber() == 4
                                && String.valueOf(w.getSource()).contains("Base")),
                narrowed.warnings()::toString);
    }

    @Test
    void aTableIsGivenUpOnItsPackage() throws IOException {
        Javac javac = new Javac().with("-Amigratable.baseline=" + baseline());
        JavaFileObject other = Javac.source("Item", "@Entity @Migratable class Item { @Id Long id; }");
        assertThat(javac.compile(other)).hadErrorContaining("[MIG502]");
        JavaFileObject given = JavaFileObjects.forSourceString(
                "shop.package-info", "@dev.migratable.annotations.Retired(\"customer\") package shop;");
        assertThat(javac.compile(other, given)).succeeded();
    }
}
