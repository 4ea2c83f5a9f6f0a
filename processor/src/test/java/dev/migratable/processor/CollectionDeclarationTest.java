package dev.migratable.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import dev.migratable.json.ModelJson;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What annotations of ours say on collections: of their tables, and of their columns. */
class CollectionDeclarationTest {

    private static final String MODEL = "META-INF/migratable/model.json";
    private static final QualifiedName WORDS = new QualifiedName("public", "words");

    private static Compilation entity(String member) {
        return new Javac().compile(Javac.source("Post", """
                @Embeddable class Part { @RenamedFrom("old_text") String text; int number; }
                @Entity @Migratable class Tag { @Id Long id; String email; }
                @Entity
                @Migratable
                class Post {
                    @Id Long id;
                    %s
                }
                """.formatted(member)));
    }

    private static Declarations declarations(String member) {
        Compilation compilation = entity(member);
        assertThat(compilation).succeededWithoutWarnings();
        return ModelJson.read(Outputs.text(compilation, MODEL), MODEL).declarations();
    }

    @Test
    void aFormerNameIsTheTables() {
        Declarations read = declarations(
                "@ElementCollection @CollectionTable(name = \"words\") @RenamedFrom(\"post_words\") List<String> x;");
        assertEquals(
                List.of(new Declarations.TableRename(new QualifiedName("public", "post_words"), WORDS)),
                read.tableRenames());
    }

    @Test
    void aFormerNameBehindAColumnIsTheColumns() {
        Declarations read =
                declarations("@ManyToMany @JoinTable(name = \"words\", joinColumns = @JoinColumn(name = \"post\"))"
                        + " @RenamedFrom({\"post=post_id\", \"x_id=tag\"}) List<Tag> x;");
        assertEquals(
                List.of(
                        new Declarations.ColumnRename(WORDS, "post_id", "post"),
                        new Declarations.ColumnRename(WORDS, "tag", "x_id")),
                read.columnRenames());
        assertEquals(List.of(), read.tableRenames());
    }

    @Test
    void whatAnEmbeddableSaysOfItsColumnsHoldsInACollection() {
        Declarations read = declarations("@ElementCollection @CollectionTable(name = \"words\") List<Part> x;");
        assertEquals(List.of(new Declarations.ColumnRename(WORDS, "old_text", "text")), read.columnRenames());
    }

    @Test
    void aFormerNameOnJoinColumnsIsThatOfTheColumnInTheOtherTable() {
        Declarations read =
                declarations("@OneToMany @JoinColumn(name = \"post_id\") @RenamedFrom(\"owner_id\") List<Tag> x;");
        assertEquals(
                List.of(new Declarations.ColumnRename(new QualifiedName("public", "tag"), "owner_id", "post_id")),
                read.columnRenames());
    }

    @Test
    void anAcceptedRiskIsThatOfTheTable() {
        Declarations read = declarations("@ElementCollection @CollectionTable(name = \"words\")"
                + " @AcceptRisk(rule = \"MIG204\", reason = \"empty\") List<String> x;");
        assertEquals(1, read.acceptedRisks().size());
        assertEquals(WORDS, read.acceptedRisks().get(0).table());
        assertTrue(read.acceptedRisks().get(0).column().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ElementCollection @RenamedFrom(\"post_x\") List<String> x;|[MAP16] Post.x: @RenamedFrom names the table itself",
                "@ElementCollection @RenamedFrom(\"post_ix=old\") List<String> x;|[MAP04] Post.x: @RenamedFrom names 'post_ix',"
                        + " which is no column of post_x. Did you mean 'post_id'?",
                "@ElementCollection @RenamedFrom(\"post_id=x\") List<String> x;|[MAP16] Post.x: @RenamedFrom names 'x', which is"
                        + " still mapped",
                "@ElementCollection @RenamedFrom({\"post_id=a\", \"x=a\"}) List<String> x;|[MAP16] Post.x: @RenamedFrom names"
                        + " 'a', which 'post_id' was called, too",
                "@ElementCollection @Backfill(\"1\") List<String> x;|[MAP16] Post.x: @Backfill is on a collection",
                "@RenamedFrom(\"a\") String x; @RenamedFrom(\"a\") String y;|[MAP16] Post.y: @RenamedFrom names 'a', which 'x'"
                        + " was called, too"
            })
    void aDeclarationThatCannotHoldIsAnError(String member, String text) {
        Compilation compilation = entity(member);
        assertEquals(1, compilation.errors().size(), compilation.errors()::toString);
        String message = compilation.errors().get(0).getMessage(Locale.ROOT);
        assertTrue(message.startsWith(text), message);
    }
}
