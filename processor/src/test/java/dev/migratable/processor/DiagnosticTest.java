package dev.migratable.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor says of mappings that it does not read, and of code that does not compile. */
class DiagnosticTest {

    private static final JavaFileObject OTHERS = Javac.source("Others", """
            class Others {
                @Entity static class Target { @Id Long id; }
                @Entity static class Composite { @Id Long a; @Id Long b; }
                @Entity static class NoId { String text; }
                @Embeddable static class Self { Self self; }
                @Embeddable static class Part { String text; }
                @Converter static class Upper implements AttributeConverter<String, String> {
                    public String convertToDatabaseColumn(String s) { return s; }
                    public String convertToEntityAttribute(String s) { return s; }
                }
                static abstract class Mine implements org.hibernate.usertype.UserType<String> {}
                enum Valued { A; @EnumeratedValue final int code = 1; }
                interface Odd {}
            }
            """);

    private static Compilation entity(String member) {
        return new Javac().compile(OTHERS, Javac.source("Customer", """
                @Entity
                @Migratable
                class Customer {
                    @Id Long id;
                    String email;
                    %s
                }
                """.formatted(member)));
    }

    private static String error(Compilation compilation, long line) {
        assertEquals(1, compilation.errors().size(), compilation.errors()::toString);
        assertEquals(line, compilation.errors().get(0).getLineNumber(), compilation.errors()::toString);
        return compilation.errors().get(0).getMessage(Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@org.hibernate.annotations.Type(Others.Mine.class) String x;",
                "@OrderColumn String x;",
                "Others.Valued x;"
            })
    void anAnnotationThatIsNotReadIsAnErrorOnTheAttribute(String member) {
        String message = error(entity(member), 7);
        assertTrue(message.startsWith("[MAP01] Customer.x: @"), message);
        assertTrue(message.contains(" changes the schema and is not read yet. "), message);
    }

    @Test
    void anAnnotationThatIsNotReadIsAnErrorOnTheEntity() {
        Compilation compilation = new Javac()
                .compile(Javac.source(
                        "Customer",
                        "@org.hibernate.annotations.Struct(name = \"x\") @Entity @Migratable\n"
                                + "class Customer { @Id Long id; }"));
        String message = error(compilation, 3);
        assertTrue(message.startsWith("[MAP01] Customer: @"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Others.Odd x;|MAP02|the SQL type of shop.Others.Odd is not known",
                "Map<String, String> x;|MAP02|@Column(columnDefinition = \"…\")",
                "@Column(precision = 30) double x;|MAP02|double with precision 30",
                "@Column(table = \"other\") String x;|MAP04|'table' names 'other', which is no @SecondaryTable of Customer. Declare it",
                "@Column(options = \"x\") String x;|MAP03|'x' in the 'options' of @Column is not read",
                "@Column(columnDefinition = \"bigserial\") Long x;|MAP03|bigserial is a type with a sequence of its own",
                "@Column(columnDefinition = \"text unique\") String x;|MAP03|UNIQUE in a columnDefinition is not read",
                "@ManyToOne @JoinColumn(name = \"y\") Others.Composite x;|MAP07|shop.Others.Composite is identified by 2 columns, and 1 are joined",
                "@ManyToOne Others.NoId x;|MAP07|shop.Others.NoId is identified by 0 columns",
                "@ManyToOne @JoinColumn(name = \"y\") @JoinColumn(name = \"z\") Others.Composite x;|MAP07|no @JoinColumn"
                        + " references the column 'a' of shop.Others.Composite",
                "@org.hibernate.annotations.EmbeddedColumnNaming(\"y\") Others.Part x;|MAP03|has not one %s",
                "@Embedded int x;|MAP02|the SQL type of int",
                "@Embedded @RenamedFrom(\"y\") Others.Part x;|MAP16|Write @RenamedFrom(\"text=…\")",
                "@ElementCollection List x;|MAP02|the SQL type of java.util.List",
                "@ElementCollection @org.hibernate.annotations.Check(constraints = \"y\") List<String> x;|MAP03|@Check on a collection",
                "@ElementCollection List<Others.Odd> x;|MAP02|the SQL type of shop.Others.Odd",
                "@OneToMany @JoinColumn List<Others.Target> x;|MAP07|the table of Target, which is not @Migratable",
                "@ManyToMany List<String> x;|MAP07|java.lang.String is no @Entity",
                "@ManyToOne @JoinTable(comment = \"y\") Others.Target x;|MAP03|a @JoinTable without a name",
                "@ElementCollection @CollectionTable(options = \"y\") List<String> x;|MAP03|of @CollectionTable is not read",
                "@ManyToOne String x;|MAP07|java.lang.String is no @Entity",
                "@ManyToOne @JoinColumn(referencedColumnName = \"no\") Others.Target x;|MAP07|has no column 'no'",
                "@Column(name = \"EMAIL\") String x;|MAP09|the column 'email' is also that of the attribute 'email'",
                "@RenamedFrom(\"email\") String x;|MAP16|@RenamedFrom names 'email', which is still mapped",
                "@Backfill(\" \") String x;|MAP16|@Backfill has an empty expression",
                "@Backfill(\"1\") @ConvertUsing(forward = \"2\") String x;|MAP16|Keep one of them",
                "@AcceptRisk(rule = \"204\", reason = \"x\") String x;|MAP16|'204' is no rule's id",
                "@AcceptRisk(rule = \"MIG204\", reason = \"\") String x;|MAP16|@AcceptRisk has no reason",
                "@OneToMany(mappedBy = \"y\") @Backfill(\"1\") List<Others.Target> x;|MAP16|on an attribute that has no column"
            })
    void whatCannotBeReadIsAnErrorOnTheAttribute(String member, String code, String text) {
        String message = error(entity(member), 7);
        assertTrue(message.startsWith("[" + code + "] Customer.x: "), message);
        assertTrue(message.contains(text), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Table(uniqueConstraints = @UniqueConstraint(columnNames = \"emial\"))|[MAP04] Customer: @UniqueConstraint"
                        + " names 'emial', which is no column of Customer. Did you mean 'email'?",
                "@Table(indexes = @Index(columnList = \"xyzzy\"))|[MAP04] Customer: @Index names 'xyzzy', which is no column"
                        + " of Customer. There is: id, email.",
                "@Table(indexes = @Index(columnList = \"lower(email)\"))|Use @PostgresIndex(expressions = …)",
                "@Table(indexes = @Index(columnList = \"email\", options = \"x\"))|[MAP03] Customer: 'x' in the 'options' of @Index",
                "@Table(options = \"x\")|[MAP03] Customer: 'x' in the 'options' of @Table is not read",
                "@PostgresIndex(columns = \"email\", using = \"tree\")|[MAP03] Customer: 'tree' is no index method",
                "@PostgresIndex|[MAP03] Customer: @PostgresIndex has no key",
                "@Retired(\"email\")|[MAP16] Customer: @Retired names 'email', which is still mapped",
                "@RenamedFrom(\"customer\")|[MAP16] Customer: @RenamedFrom names the table itself"
            })
    void whatCannotBeReadIsAnErrorOnTheEntity(String annotation, String text) {
        Compilation compilation = new Javac()
                .compile(Javac.source(
                        "Customer",
                        annotation + " @Entity @Migratable\nclass Customer { @Id Long id; String email; }"));
        String message = error(compilation, 3);
        assertTrue(message.contains(text), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IDENTITY|UUID|GenerationType.IDENTITY for the type uuid is not read",
                "SEQUENCE|String|GenerationType.SEQUENCE for the type character varying(255) is not read"
            })
    void aGeneratorThatIsNotReadIsAnError(String strategy, String type, String text) {
        Compilation compilation = new Javac().compile(Javac.source("Customer", """
                @Entity @Migratable class Customer {
                    @Id @GeneratedValue(strategy = GenerationType.%s) %s id;
                }
                """.formatted(strategy, type)));
        String message = error(compilation, 3);
        assertTrue(message.startsWith("[MAP06] Customer.id: " + text), message);
    }

    @Test
    void oneErrorDoesNotHideTheNext() {
        Compilation compilation = entity("Others.Odd w;\n Others.Odd y; @OrderColumn List<String> z;");
        assertEquals(3, compilation.errors().size(), compilation.errors()::toString);
    }

    @Test
    void anEntityInTheTableOfAnEntityThatIsNotOwnedIsAnError() {
        Compilation compilation = new Javac().compile(Javac.source("Top", """
                @Entity class Top { @Id Long id; }
                class Between extends Top {}
                @Entity @Migratable
                class Below extends Between {}
                """));
        assertTrue(error(compilation, 5)
                .startsWith("[MAP08] Below: it shares the table of Top, which is not @Migratable"));
    }

    @Test
    void anEntityWithoutIdOrWithATableOfAnotherIsAnError() {
        Compilation compilation = new Javac().compile(Javac.source("A", "@Entity @Migratable\nclass A { String x; }"));
        assertTrue(error(compilation, 3).startsWith("[MAP05] A: has no @Id attribute"));
        compilation = new Javac().compile(Javac.source("A", """
                @Entity @Migratable class A { @Id Long id; }
                @Entity @Migratable @Table(name = "a") class B { @Id Long id; }
                """));
        assertThat(compilation).hadErrorContaining("[MAP09] B: the table 'a' is also that of shop.A");
    }

    @Test
    void anAnnotationOfOursOnAPlainClassIsAnError() {
        Compilation compilation = new Javac().compile(Javac.source("A", "@Migratable\nclass A {}"));
        assertTrue(error(compilation, 3).startsWith("[MAP10] A: @Migratable has no effect"));
    }

    @Test
    void codeThatDoesNotCompileIsReportedByJavacAlone() {
        for (String member : List.of(
                "Missing x;",
                "List<Missing> x;",
                "@Missing String x;",
                "@Column(length = Missing.LENGTH) String x;",
                "@Column(lenght = 3) String x;",
                "@ManyToOne Missing x;",
                "@Column(length = \"3\") String x;",
                "@Enumerated(EnumType.WORD) String x;",
                "@Column(name = ) String x;",
                "String x")) {
            Compilation compilation = entity(member);
            assertTrue(compilation.errors().size() > 0, member);
            compilation
                    .errors()
                    .forEach(e -> assertTrue(!e.getMessage(Locale.ROOT).contains("[MAP"), e.toString()));
        }
    }

    @Test
    void aNameThatIsTakenIsAnError() {
        Compilation compilation = new Javac()
                .compile(
                        Javac.source("A", "@Entity @Migratable\nclass A { @Id Long id; }"),
                        Javac.source("ATable", "class ATable {}"));
        assertTrue(error(compilation, 3).startsWith("[MAP15] A: shop.ATable cannot be written"));
    }

    @Test
    void anEmbeddableThatContainsItselfIsAnError() {
        Compilation compilation = entity("Others.Self x;");
        assertThat(compilation)
                .hadErrorContaining("[MAP03] Self.self: the embeddable shop.Others.Self contains itself");
    }
}
