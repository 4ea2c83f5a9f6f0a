package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lombok on the same processor path, before and after ours: the model is that of the same class written by hand. */
class LombokTest {

    private static final String START = "package shop; import jakarta.persistence.*; import lombok.*; ";
    private static final String ENTITY = "@Entity @dev.migratable.annotations.Migratable ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"true, @Data", "false, @Data", "true, @Getter @Setter @NoArgsConstructor", "false, @Getter @Builder"})
    void attributesInFields(boolean lombokFirst, String annotations) throws IOException {
        String text =
                "class Customer { @Id @GeneratedValue Long id; @Column(length = 40) String name; boolean active; }";
        assertSame(lombokFirst, START + ENTITY + annotations + " " + text, START + ENTITY + text);
    }

    /** Accessors that Lombok adds to the class are not there yet for a processor before it, which must not matter. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void attributesInPropertiesWithGettersByHandAndSettersByLombok(boolean lombokFirst) throws IOException {
        String text = "class Customer { private Long id; private String mail; @Id public Long getId() { return id; }"
                + " public String getMail() { return mail; }";
        assertSame(
                lombokFirst,
                START + ENTITY + "@Setter " + text + "}",
                START + ENTITY + text + " public void setId(Long l) {} public void setMail(String s) {} }");
    }

    private void assertSame(boolean lombokFirst, String withLombok, String byHand) throws IOException {
        Workspace hand = new Workspace(folder.resolve("hand"));
        assertEquals(List.of(), hand.compile(List.of(hand.source("shop.Customer", byHand))));
        Workspace lombok = new Workspace(folder.resolve("lombok"));
        Path source = lombok.source("shop.Customer", withLombok);
        Processor ours = new MigratableProcessor();
        Processor theirs = lombok();
        List<String> messages = lombokFirst
                ? lombok.compile(List.of(source), List.of(), theirs, ours)
                : lombok.compile(List.of(source), List.of(), ours, theirs);
        assertEquals(List.of(), messages);
        assertEquals(hand.written(), lombok.written());
    }

    private static Processor lombok() {
        try {
            return (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Lombok's processor has another name now", e);
        }
    }
}
