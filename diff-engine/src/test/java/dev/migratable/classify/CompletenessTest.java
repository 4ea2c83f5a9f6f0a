package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddEnumValue;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnOptions;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeCompositeType;
import dev.migratable.change.ChangeCompression;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.change.ChangeStatisticsTarget;
import dev.migratable.change.ChangeStorage;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropCompositeType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropSequence;
import dev.migratable.change.DropTable;
import dev.migratable.change.DropUnique;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.ReorderEnumType;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.SettingChange;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.check.BaselineCheck;
import dev.migratable.classify.rule.Rule;
import dev.migratable.classify.rule.Rules;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of change has an example, facts, and a rule that can find something in it or a reason why none does. */
class CompletenessTest {

    private static final QualifiedName T = QualifiedName.inPublic("t");
    private static final SqlType INTEGER = SqlType.parse("integer");
    private static final Column COLUMN = Column.of("c", INTEGER, false);
    private static final Table TABLE = Table.of(T, List.of(COLUMN), Optional.of(PrimaryKey.of("t_pkey", List.of("c"))));
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> TEXT = Optional.of("1");

    /** Kinds in which no rule finds anything, whatever they say, and why. */
    private static final Map<Class<?>, String> SAFE_BY_NATURE = Map.ofEntries(
            Map.entry(CreateTable.class, "nobody uses a table that was not there"),
            Map.entry(CreateSequence.class, "nobody uses a sequence that was not there"),
            Map.entry(CreateEnumType.class, "nobody uses a type that was not there"),
            Map.entry(CreateCompositeType.class, "nobody uses a type that was not there"),
            Map.entry(ChangeTableComment.class, "no statement depends on a comment"),
            Map.entry(ChangeColumnComment.class, "no statement depends on a comment"),
            Map.entry(ChangeObjectComment.class, "no statement depends on a comment"),
            Map.entry(ChangeStatisticsTarget.class, "ANALYZE follows it next time"),
            Map.entry(ChangeColumnOptions.class, "ANALYZE follows them next time"),
            Map.entry(DropForeignKey.class, "instant, and every statement that passed before passes without it"),
            Map.entry(DropCheck.class, "instant, and every statement that passed before passes without it"));

    private static List<Change> examples() {
        Identity identity = new Identity(true, SequenceOptions.defaults(INTEGER));
        Sequence sequence =
                new Sequence(QualifiedName.inPublic("s"), INTEGER, SequenceOptions.defaults(INTEGER), Optional.empty());
        Sequence stepping =
                new Sequence(sequence.name(), INTEGER, SequenceOptions.ascending(INTEGER, 1, 50), Optional.empty());
        EnumType type = new EnumType(QualifiedName.inPublic("e"), List.of("x"));
        CompositeType composite = new CompositeType(
                QualifiedName.inPublic("a"), List.of(new CompositeAttribute("street", SqlType.parse("text"))));
        PrimaryKey key = PrimaryKey.of("t_pkey", List.of("c"));
        UniqueConstraint unique = UniqueConstraint.of("u", List.of("c"));
        ForeignKey foreignKey = ForeignKey.of("f", List.of("c"), T, List.of("c"));
        CheckConstraint check = new CheckConstraint("k", "c > 0", true);
        Index index = Index.of("i", true, List.of("c"));
        return List.of(
                new CreateTable(TABLE.withName(QualifiedName.inPublic("t2"))),
                new DropTable(TABLE),
                new RenameTable(T, T),
                new ChangeTableComment(T, NONE, TEXT),
                new AddColumn(T, COLUMN.withName("d")),
                new DropColumn(T, COLUMN),
                new RenameColumn(T, "c", "c"),
                new ChangeColumnType(T, "c", INTEGER, SqlType.parse("bigint")),
                new SetNotNull(T, "d"),
                new DropNotNull(T, "c"),
                new ChangeDefault(T, "c", TEXT, NONE),
                new ChangeIdentity(T, "c", Optional.empty(), Optional.of(identity)),
                new ChangeGenerated(T, "c", Optional.empty(), Optional.of(new Generated("d + 1", true))),
                new ChangeCollation(T, "c", NONE, Optional.of("pg_catalog.\"C\"")),
                new ChangeColumnComment(T, "c", NONE, TEXT),
                new AddPrimaryKey(T, key),
                new DropPrimaryKey(T, key),
                new AddUnique(T, unique),
                new DropUnique(T, unique),
                new AddForeignKey(T, foreignKey),
                new DropForeignKey(T, foreignKey),
                new AddCheck(T, check),
                new DropCheck(T, check),
                new ValidateConstraint(T, "k"),
                new CreateIndex(T, index),
                new DropIndex(T, index),
                new CreateSequence(sequence),
                new DropSequence(sequence),
                new ChangeSequence(sequence, stepping),
                new CreateEnumType(type),
                new DropEnumType(type),
                new AddEnumValue(type.name(), "y", NONE),
                new DropEnumValue(type.name(), "x", NONE),
                new ReorderEnumType(type.name(), List.of("x", "y"), List.of("y", "x")),
                new CreateCompositeType(composite),
                new DropCompositeType(composite),
                new ChangeCompositeType(composite, new CompositeType(composite.name(), List.of())),
                new ChangePersistence(T, true),
                new ChangeSequencePersistence(sequence.name(), true),
                new ChangeStorage(T, "c", NONE, Optional.of("external")),
                new ChangeCompression(T, "c", NONE, Optional.of("lz4")),
                new ChangeStatisticsTarget(T, "c", Optional.empty(), Optional.of(500)),
                new ChangeColumnOptions(T, "c", Map.of(), Map.of("n_distinct", "-1")),
                new ChangeStorageParameters(T, Map.of(), Map.of("fillfactor", "70")),
                new ChangeIndexParameters(T, "t_pkey", Map.of(), Map.of("fillfactor", "70")),
                new ChangeObjectComment(T, ChangeObjectComment.Kind.INDEX, "t_pkey", NONE, TEXT),
                new UnsupportedChange(T, "is round", "Make it square"));
    }

    private static List<ClassifiedChange> classified() {
        Schema schema = new Schema(List.of(TABLE), List.of());
        ClassificationContext context =
                new ClassificationContext(schema, schema, Declarations.NONE, 18, true, Map.of(), Set.of());
        List<Change> examples = examples().stream()
                .filter(c -> !(c instanceof RenameTable) && !(c instanceof RenameColumn))
                .toList();
        Stream<Change> renames =
                Stream.of(new RenameTable(T, QualifiedName.inPublic("t3")), new RenameColumn(T, "c", "e"));
        return Stream.concat(
                        Classifier.classify(examples, context).stream(),
                        renames.map(
                                r -> Classifier.classify(List.of(r), context).get(0)))
                .toList();
    }

    @Test
    void everyKindHasAnExample() {
        assertEquals(
                Stream.of(Change.class, SettingChange.class, EnumTypeChange.class, CompositeTypeChange.class)
                        .flatMap(kinds -> Arrays.stream(kinds.getPermittedSubclasses()))
                        .filter(kind -> !kind.isInterface())
                        .collect(Collectors.toSet()),
                examples().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void everyKindIsFoundByARuleOrIsSafeByNature() {
        for (ClassifiedChange change : classified()) {
            boolean safe = SAFE_BY_NATURE.containsKey(change.change().getClass());
            assertEquals(safe, change.findings().isEmpty(), () -> change.change() + " " + change.findings());
        }
    }

    @Test
    void messagesAreSentencesWithoutFullStop() {
        for (ClassifiedChange change : classified()) {
            for (Finding finding : change.findings()) {
                String text = finding.message() + finding.fix();
                assertTrue(!text.contains("\n") && !text.contains("  "), text);
                assertTrue(!finding.message().endsWith(".") && !finding.fix().endsWith("."), text);
                assertTrue(Character.isUpperCase(finding.fix().charAt(0)), text);
                assertTrue(Character.isLowerCase(finding.message().charAt(0)), text);
            }
        }
    }

    @Test
    void everyRuleHasAPageThatCarriesItsTitle() throws IOException {
        Path root = Path.of(System.getProperty("migratable.root"));
        for (Rule rule : Rules.ALL) {
            String page = Files.readString(root.resolve(rule.id().page()));
            assertTrue(
                    page.startsWith("# " + rule.id() + ": " + rule.title() + "\n"),
                    () -> rule.id() + " " + rule.title());
        }
        Set<String> pages;
        try (Stream<Path> files = Files.list(root.resolve("docs/rules"))) {
            pages = files.map(f -> "docs/rules/" + f.getFileName())
                    .filter(f -> f.contains("/MIG"))
                    .collect(Collectors.toSet());
        }
        Set<String> expected = Stream.concat(Rules.ids().stream(), Stream.of(BaselineCheck.SAFE))
                .map(RuleId::page)
                .collect(Collectors.toSet());
        assertEquals(expected, pages);
        for (String page : pages) {
            String text = Files.readString(root.resolve(page));
            for (String heading : List.of("## Triggered when", "## What happens", "## Example", "## Safe way")) {
                assertTrue(text.contains("\n" + heading + "\n\n"), page);
            }
        }
    }

    @Test
    void idsAreUniqueAndInOrder() {
        List<RuleId> ids = Rules.ALL.stream().map(Rule::id).toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
    }
}
