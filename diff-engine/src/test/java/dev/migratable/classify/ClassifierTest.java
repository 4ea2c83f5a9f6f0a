package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.AcceptedRisk;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

    private static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");
    private static final QualifiedName COUNTRY = QualifiedName.inPublic("country");
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        Table country = Table.of(
                COUNTRY,
                List.of(Column.of("id", SqlType.parse("bigint"), false)),
                Optional.of(PrimaryKey.of("country_pkey", List.of("id"))));
        Table customer = Table.of(
                        CUSTOMER,
                        List.of(
                                Column.of("id", SqlType.parse("integer"), false)
                                        .withDefault(Optional.of("nextval('customer_id_seq'::regclass)")),
                                Column.of("email", SqlType.parse("varchar(50)"), true),
                                Column.of("name", SqlType.parse("varchar(50)"), false),
                                Column.of("code", SqlType.parse("varchar(10)"), true),
                                Column.of("rate", SqlType.parse("numeric(5,2)"), false),
                                Column.of("country_id", SqlType.parse("bigint"), true)),
                        Optional.of(PrimaryKey.of("customer_pkey", List.of("id"))))
                .withUniqueConstraints(List.of(UniqueConstraint.of("customer_code_name_key", List.of("code", "name"))))
                .withCheckConstraints(List.of(new CheckConstraint("code_upper", "code = upper(code)", true)))
                .withIndexes(List.of(
                        Index.of("customer_email_idx", false, List.of("email")),
                        new Index(
                                "customer_code_lower_idx",
                                false,
                                "btree",
                                List.of(IndexKey.column("id")),
                                List.of(),
                                Optional.of("code IS NOT NULL"),
                                false,
                                true)));
        Sequence sequence = new Sequence(
                QualifiedName.inPublic("customer_id_seq"),
                SqlType.parse("integer"),
                SequenceOptions.defaults(SqlType.parse("integer")),
                Optional.of(new ColumnName(CUSTOMER, "id")));
        return new Schema(List.of(customer, country), List.of(sequence));
    }

    private static ClassificationContext context(Declarations declarations, Map<QualifiedName, Long> rows) {
        return new ClassificationContext(SCHEMA, SCHEMA, declarations, 18, true, rows, Set.of());
    }

    private static ClassifiedChange classify(Change change) {
        return classify(change, Declarations.NONE);
    }

    private static ClassifiedChange classify(Change change, Declarations declarations) {
        return Classifier.classify(List.of(change), context(declarations, Map.of()))
                .get(0);
    }

    private static List<String> rules(ClassifiedChange change) {
        return change.findings().stream().map(f -> f.rule().value()).sorted().toList();
    }

    private static Declarations backfilled(String column) {
        return new Declarations(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Backfill(new ColumnName(CUSTOMER, column), "'?'", Optional.empty())),
                List.of());
    }

    private static Declarations accepting(Optional<String> column, String rule) {
        return new Declarations(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new AcceptedRisk(CUSTOMER, column, rule, "agreed")));
    }

    private static Change type(String column, String to) {
        SqlType from = SCHEMA.table(CUSTOMER)
                .orElseThrow()
                .column(column)
                .orElseThrow()
                .type();
        return new ChangeColumnType(CUSTOMER, column, from, SqlType.parse(to));
    }

    private static Change add(String type, boolean nullable, String defaultValue) {
        return new AddColumn(
                CUSTOMER,
                Column.of("extra", SqlType.parse(type), nullable)
                        .withDefault(Optional.of(defaultValue).filter(d -> !d.isEmpty())));
    }

    @Test
    void safeChangesHaveNoFinding() {
        Table fresh = Table.of(QualifiedName.inPublic("fresh"), List.of(), Optional.empty());
        List<Change> safe = List.of(
                add("integer", true, ""),
                add("integer", false, "0"),
                add("varchar(20)", true, "'x'::character varying"),
                add("text[]", false, "'{}'::text[]"),
                type("email", "varchar(100)"),
                type("email", "text"),
                type("rate", "numeric(12,2)"),
                new ChangeColumnComment(CUSTOMER, "email", Optional.empty(), Optional.of("c")),
                new ChangeDefault(CUSTOMER, "email", Optional.empty(), Optional.of("'x'")),
                new ChangeDefault(CUSTOMER, "rate", Optional.of("1"), Optional.of("2")),
                new DropCheck(CUSTOMER, new CheckConstraint("code_upper", "code = upper(code)", true)),
                new CreateTable(fresh),
                new CreateIndex(fresh.name(), Index.of("i", true, List.of("x"))));
        for (ClassifiedChange change : Classifier.classify(safe, context(Declarations.NONE, Map.of()))) {
            assertEquals(List.of(), change.findings(), () -> change.change().toString());
            assertEquals(Risk.SAFE, change.risk());
        }
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "code, varchar(20), MIG305 MIG307",
        "email, varchar(20), MIG206 MIG301 MIG404",
        "id, bigint, MIG301 MIG404 MIG503",
        "rate, 'numeric(5,1)', MIG103 MIG301 MIG404",
        "name, uuid, MIG207 MIG301 MIG404",
        "email, citext, MIG305 MIG404",
    })
    void typeChanges(String column, String to, String expected) {
        assertEquals(List.of(expected.split(" ")), rules(classify(type(column, to))));
    }

    @ParameterizedTest(name = "default {0}")
    @CsvSource({
        "clock_timestamp(), MIG306, UNSAFE",
        "gen_random_uuid(), MIG306, UNSAFE",
        "nextval('s'::regclass), MIG306, UNSAFE",
        "my_function(1), MIG306, CAUTION",
    })
    void volatileDefaultsRewrite(String value, String rule, Risk risk) {
        ClassifiedChange change = classify(add("text", true, value));
        assertEquals(List.of(rule), rules(change));
        assertEquals(risk, change.risk());
        assertTrue(change.facts().rewrites());
    }

    @ParameterizedTest
    @ValueSource(strings = {"public.mood", "mood"})
    void aTypeThatMayBeADomainIsSaidToBeUnknown(String type) {
        ClassifiedChange change = classify(add(type, true, ""));
        assertEquals(List.of("MIG306"), rules(change));
        assertEquals(Risk.CAUTION, change.risk());
    }

    @Test
    void requiredColumnsFailAndBreakUnlessBackfilled() {
        Change change = add("text", false, "");
        assertEquals(List.of("MIG201", "MIG403"), rules(classify(change)));
        assertEquals(Risk.UNSAFE, classify(change).risk());
        ClassifiedChange declared = classify(change, backfilled("extra"));
        assertEquals(List.of("MIG201"), rules(declared));
        assertEquals(Risk.CAUTION, declared.risk());
        assertTrue(declared.facts().mayFailOnData(), "the facts stay those of the plain statement");
    }

    @Test
    void notNullFailsAndScansUnlessBackfilledOrProved() {
        Change change = new SetNotNull(CUSTOMER, "email");
        ClassifiedChange plain = classify(change);
        assertEquals(List.of("MIG204", "MIG304"), rules(plain));
        Finding finding = plain.findings().get(0);
        assertEquals("customer.email", finding.element());
        assertEquals("becomes NOT NULL; rows that hold NULL make it fail", finding.message());
        assertEquals("Add @Backfill(\"…\") or keep it nullable", finding.fix());
        ClassifiedChange declared = classify(change, backfilled("email"));
        assertEquals(List.of("MIG204"), rules(declared));
        assertEquals(Risk.CAUTION, declared.risk());
        Schema proved = SCHEMA.editTable(
                CUSTOMER,
                t -> t.withCheckConstraints(
                        List.of(new CheckConstraint("c", "email IS NOT NULL AND email <> ''", true))));
        ClassificationContext context =
                new ClassificationContext(proved, proved, Declarations.NONE, 18, true, Map.of(), Set.of());
        assertEquals(
                List.of(), Classifier.classify(List.of(change), context).get(0).findings());
    }

    @Test
    void dropsAreDestructiveUnlessRetiredAndNameWhatGoesSilently() {
        Change change = new DropColumn(
                CUSTOMER, SCHEMA.table(CUSTOMER).orElseThrow().column("code").orElseThrow());
        ClassifiedChange plain = classify(change);
        assertEquals(Risk.DESTRUCTIVE, plain.risk());
        assertEquals(
                List.of(
                        "the values of code",
                        "unique constraint customer_code_name_key",
                        "check code_upper",
                        "index customer_code_lower_idx"),
                plain.facts().losses());
        assertEquals(List.of("MIG101", "MIG406", "MIG502"), rules(plain));
        Declarations retired = new Declarations(
                List.of(), List.of(), List.of(new Retirement(CUSTOMER, Optional.of("code"))), List.of(), List.of());
        ClassifiedChange declared = classify(change, retired);
        assertEquals(List.of("MIG101"), rules(declared));
        assertEquals(Risk.CAUTION, declared.risk());
    }

    @Test
    void declaredRenamesAreCautionsAndOtherChangesSpeakOfTheNewNames() {
        QualifiedName client = QualifiedName.inPublic("client");
        List<Change> changes = List.of(
                new RenameTable(CUSTOMER, client),
                new RenameColumn(client, "code", "short_code"),
                new ChangeColumnType(client, "short_code", SqlType.parse("varchar(10)"), SqlType.parse("varchar(20)")));
        List<ClassifiedChange> classified = Classifier.classify(changes, context(Declarations.NONE, Map.of()));
        assertEquals(List.of("MIG402"), rules(classified.get(0)));
        assertEquals(List.of("MIG401"), rules(classified.get(1)));
        assertEquals(Risk.CAUTION, classified.get(1).risk());
        assertEquals(
                List.of("customer_code_lower_idx"), classified.get(2).facts().rebuiltIndexes());
        List<ClassifiedChange> tiny = Classifier.classify(changes, context(Declarations.NONE, Map.of(CUSTOMER, 10L)));
        assertEquals(List.of(), tiny.get(2).findings(), "the number of rows follows the rename");
    }

    @Test
    void constraintsAndIndexes() {
        ForeignKey key = ForeignKey.of("fk", List.of("country_id"), COUNTRY, List.of("id"));
        assertEquals(List.of("MIG202", "MIG303", "MIG510"), rules(classify(new AddForeignKey(CUSTOMER, key))));
        Change unique = new AddUnique(CUSTOMER, UniqueConstraint.of("u", List.of("email")));
        assertEquals(List.of("MIG203", "MIG304"), rules(classify(unique)));
        Change check = new AddCheck(CUSTOMER, new CheckConstraint("c", "rate > 0", true));
        assertEquals(List.of("MIG205", "MIG304"), rules(classify(check)));
        Change index = new CreateIndex(CUSTOMER, Index.of("i", false, List.of("name")));
        assertEquals(List.of("MIG302"), rules(classify(index)));
        Change collation = new ChangeCollation(CUSTOMER, "email", Optional.empty(), Optional.of("pg_catalog.\"C\""));
        assertEquals(List.of("MIG305"), rules(classify(collation)));
        assertEquals(List.of("MIG405"), rules(classify(new DropNotNull(CUSTOMER, "name"))));
    }

    @Test
    void whatTheServerIsTooOldForIsSaid() {
        Generated virtual = new Generated("id + 1", false);
        Change change = new AddColumn(
                CUSTOMER, Column.of("extra", SqlType.parse("integer"), true).withGenerated(Optional.of(virtual)));
        assertEquals(List.of(), rules(classify(change)));
        ClassificationContext old =
                new ClassificationContext(SCHEMA, SCHEMA, Declarations.NONE, 17, true, Map.of(), Set.of());
        ClassifiedChange refused = Classifier.classify(List.of(change), old).get(0);
        assertEquals(List.of("MIG507"), rules(refused));
        assertEquals(
                "needs PostgreSQL 18, and the server is 17",
                refused.findings().get(0).message());
    }

    @Test
    void aTinyTableIsLockedHarmlesslyButItsRowsStillCount() {
        Change unique = new AddUnique(CUSTOMER, UniqueConstraint.of("u", List.of("email")));
        ClassificationContext tiny = context(Declarations.NONE, Map.of(CUSTOMER, 500L));
        assertEquals(
                List.of("MIG203"),
                rules(Classifier.classify(List.of(unique), tiny).get(0)));
        ClassificationContext empty = context(Declarations.NONE, Map.of(CUSTOMER, 0L));
        assertEquals(
                List.of(), rules(Classifier.classify(List.of(unique), empty).get(0)));
    }

    @Test
    void anAcceptedFindingDoesNotCountAndNeverWidens() {
        Change change = new SetNotNull(CUSTOMER, "email");
        ClassifiedChange accepted = classify(change, accepting(Optional.of("email"), "MIG204"));
        assertEquals(List.of("MIG304"), rules(accepted));
        assertEquals("agreed", accepted.accepted().get(0).reason());
        assertEquals(List.of("MIG204", "MIG304"), rules(classify(change, accepting(Optional.of("name"), "MIG204"))));
        assertEquals(
                List.of("MIG204", "MIG304"),
                rules(classify(change, accepting(Optional.empty(), "MIG204"))),
                "one at the entity does not cover its columns");
        Change index = new CreateIndex(CUSTOMER, Index.of("i", false, List.of("name")));
        assertEquals(
                Risk.SAFE,
                classify(index, accepting(Optional.empty(), "MIG302")).risk());
    }

    @Test
    void staleDeclarationsAreReported() {
        Declarations stale = accepting(Optional.of("email"), "MIG204")
                .and(new Declarations(
                        List.of(
                                new Declarations.ColumnRename(CUSTOMER, "mail", "email"),
                                new Declarations.ColumnRename(CUSTOMER, "code", "email")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        List<StaleDeclaration> found = Classifier.staleDeclarations(List.of(), context(stale, Map.of()));
        assertEquals(
                List.of("MIG504", "MIG505", "MIG505"),
                found.stream().map(s -> s.finding().rule().value()).toList());
        assertEquals(
                List.of(Risk.UNSAFE, Risk.UNSAFE, Risk.CAUTION),
                found.stream().map(s -> s.finding().risk()).toList());
        Change change = new SetNotNull(CUSTOMER, "email");
        Declarations used = accepting(Optional.of("email"), "MIG204");
        assertEquals(List.of(), Classifier.staleDeclarations(List.of(classify(change, used)), context(used, Map.of())));
    }

    @Test
    void anUndeclaredRenameIsFound() {
        Schema desired = SCHEMA.editTable(
                CUSTOMER,
                t -> t.withColumns(t.columns().stream()
                        .map(c -> c.name().equals("email") ? c.withName("email_address") : c)
                        .toList()));
        ClassificationContext context =
                new ClassificationContext(SCHEMA, desired, Declarations.NONE, 18, true, Map.of(), Set.of());
        List<Change> changes = dev.migratable.diff.SchemaDiffer.diff(SCHEMA, new Model(desired, Declarations.NONE));
        List<Finding> findings = Classifier.classify(changes, context).stream()
                .flatMap(c -> c.findings().stream())
                .filter(f -> f.rule().value().equals("MIG501"))
                .toList();
        assertEquals(1, findings.size());
        assertEquals("customer.email_address", findings.get(0).element());
        assertTrue(findings.get(0).fix().contains("@RenamedFrom(\"email\") to email_address"));
        assertTrue(findings.get(0).fix().contains("@Retired(\"email\")"));
    }
}
