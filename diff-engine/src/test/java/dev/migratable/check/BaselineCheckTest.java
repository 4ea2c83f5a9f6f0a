package dev.migratable.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineCheckTest {

    private static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");
    private static final Column ID = column("id", "bigint", false);
    private static final Column EMAIL = column("email", "varchar(100)", true);
    private static final Column CODE = column("legacy_code", "integer", true);
    private static final Schema BASELINE = schema(CUSTOMER, ID, EMAIL, CODE);

    private static Column column(String name, String type, boolean nullable) {
        return Column.of(name, SqlType.parse(type), nullable);
    }

    private static Schema schema(QualifiedName name, Column... columns) {
        return new Schema(
                List.of(Table.of(name, List.of(columns), Optional.of(PrimaryKey.of("pk", List.of("id"))))), List.of());
    }

    private static List<CheckResult> check(Declarations declarations, Column... columns) {
        return BaselineCheck.check(BASELINE, new Model(schema(CUSTOMER, columns), declarations));
    }

    private static String brief(CheckResult result) {
        return result.severity() + " " + result.rule() + " " + result.column().orElse("-");
    }

    private static List<String> briefs(List<CheckResult> results) {
        return results.stream().map(BaselineCheckTest::brief).toList();
    }

    @Test
    void anUneditedModelHasNoResult() {
        assertEquals(List.of(), check(Declarations.NONE, ID, EMAIL, CODE));
    }

    @Test
    void anUndeclaredRenameIsOneErrorOnTheNewColumn() {
        List<CheckResult> results = check(Declarations.NONE, ID, column("email_address", "varchar(100)", true), CODE);
        assertEquals(List.of("ERROR MIG501 email_address"), briefs(results));
        assertEquals(
                "Did you rename it? Add @RenamedFrom(\"email\") to email_address, or @Retired(\"email\") to the entity"
                        + " to give the data up",
                results.get(0).fix());
    }

    @Test
    void aDeclaredRenameIsAWarning() {
        Declarations declared = new Declarations(
                List.of(new ColumnRename(CUSTOMER, "email", "email_address")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertEquals(
                List.of("WARNING MIG401 email_address"),
                briefs(check(declared, ID, column("email_address", "varchar(100)", true), CODE)));
    }

    @Test
    void aDropWithoutRetiredIsAnErrorOnTheEntity() {
        List<CheckResult> results = check(Declarations.NONE, ID, EMAIL);
        assertEquals(List.of("ERROR MIG502 legacy_code"), briefs(results));
        assertEquals(
                "is gone from the model without @Retired; dropping it loses the values of legacy_code",
                results.get(0).message());
        assertTrue(results.get(0).fix().contains("@Retired(\"legacy_code\")"));
    }

    @Test
    void aRetiredColumnIsAWarning() {
        Declarations retired = new Declarations(
                List.of(),
                List.of(),
                List.of(new Retirement(CUSTOMER, Optional.of("legacy_code"))),
                List.of(),
                List.of());
        assertEquals(List.of("WARNING MIG101 legacy_code"), briefs(check(retired, ID, EMAIL)));
    }

    @Test
    void riskyEditsAreWarningsAndSafeOnesNotes() {
        List<CheckResult> results = check(
                Declarations.NONE,
                ID,
                EMAIL.withNullable(false).withType(SqlType.parse("varchar(200)")),
                CODE,
                column("nickname", "text", true),
                column("loyalty", "integer", false));
        assertEquals(
                List.of(
                        "NOTE MIG500 nickname",
                        "WARNING MIG201 loyalty",
                        "WARNING MIG403 loyalty",
                        "NOTE MIG500 email",
                        "WARNING MIG204 email",
                        "WARNING MIG304 email"),
                briefs(results));
    }

    @Test
    void aTableThatWentForOneLikeItMayBeRenamed() {
        QualifiedName client = QualifiedName.inPublic("client");
        List<CheckResult> results =
                BaselineCheck.check(BASELINE, new Model(schema(client, ID, EMAIL, CODE), Declarations.NONE));
        assertEquals(List.of("ERROR MIG501 -"), briefs(results));
        assertEquals(client, results.get(0).table());
    }

    @Test
    void aDroppedTableIsAnErrorAndANewOneANote() {
        List<Table> tables = new ArrayList<>(BASELINE.tables());
        tables.addAll(schema(QualifiedName.inPublic("country"), ID).tables());
        assertEquals(
                List.of("NOTE MIG500 -"),
                briefs(BaselineCheck.check(BASELINE, new Model(new Schema(tables, List.of()), Declarations.NONE))));
        assertEquals(
                List.of("ERROR MIG502 -"),
                briefs(BaselineCheck.check(BASELINE, new Model(Schema.EMPTY, Declarations.NONE))));
    }
}
